/** Each location has its board and its voice, and a second of each for campaigns. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { brandBoards, brandVoices } from './records.ts';

interface Palette {
  readonly label: string;
  readonly rgb: readonly [red: number, green: number, blue: number];
}

const palettes: readonly (readonly Palette[])[] = [
  [
    { label: 'Primary', rgb: [28, 115, 132] },
    { label: 'Accent', rgb: [244, 162, 97] },
  ],
  [
    { label: 'Primary', rgb: [196, 61, 43] },
    { label: 'Accent', rgb: [38, 70, 83] },
  ],
];

export function seedBrandBoards(context: SeedContext): void {
  for (const [index, location] of context.locations.entries()) {
    const palette = palettes[index] ?? [];
    seedBoard(context, location, { name: `${location.name} brand`, isDefault: true, palette });
    seedBoard(context, location, { name: 'Seasonal campaign', isDefault: false, palette: palette.toReversed() });
    seedVoice(context, location, { name: `${location.name} voice`, isDefault: true, tone: 'Calm and caring' });
    seedVoice(context, location, { name: 'Campaign voice', isDefault: false, tone: 'Lively and direct' });
  }
}

/** The four notations in which HighLevel keeps a colour. */
function formatColor({ label, rgb }: Palette): Readonly<Record<string, string>> {
  const hex = `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
  return { label, hex, hexa: `${hex}FF`, rgb: `rgb(${rgb.join(', ')})`, rgba: `rgba(${rgb.join(', ')}, 1)` };
}

function seedBoard(
  { world, daysAgo, usersIn }: SeedContext,
  location: SeedLocation,
  { name, isDefault, palette }: { name: string; isDefault: boolean; palette: readonly Palette[] },
): void {
  const [editor] = usersIn(location.id);
  const path = `/locations/${location.id}/logos/primary.png`;
  brandBoards(world).insert({
    id: world.newObjectId(),
    locationId: location.id,
    name,
    logos: [{ id: world.newObjectId(), url: `${location.website}/logo.png`, label: 'Primary', path }],
    colors: palette.map((color) => ({ id: world.newObjectId(), ...formatColor(color) })),
    fonts: [{ id: world.newObjectId(), font: 'Source Sans 3', fallback: 'sans-serif', label: 'Headings' }],
    default: isDefault,
    deleted: false,
    meta: { ...(editor && { updatedBy: editor.userId }), lastAction: 'UPDATE', sourceType: 'blank' },
    createdAt: daysAgo(isDefault ? 120 : 30),
    updatedAt: daysAgo(20),
  });
}

function seedVoice(
  { world, daysAgo }: SeedContext,
  location: SeedLocation,
  { name, isDefault, tone }: { name: string; isDefault: boolean; tone: string },
): void {
  brandVoices(world).insert({
    id: world.newObjectId(),
    locationId: location.id,
    name,
    isDefault,
    deleted: false,
    answers: {
      brandName: location.name,
      toneOfVoice: tone,
      targetAudience: `People in and around ${location.city}`,
      customerPainPoints: 'Little time, and too many offers to compare',
      companyWebsite: location.website,
      companyEmail: location.email,
      callToAction: 'Book a visit',
    },
    createdAt: daysAgo(isDefault ? 110 : 25),
    updatedAt: daysAgo(15),
  });
}
