/** The two locations of a new world, with their fields, values, tags, templates and one recurring task each. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { buildMergeTag } from './custom-values.ts';
import { buildKey } from './field-types.ts';
import { defaultSettings, locationPermissions } from './new-location.ts';
import { customValues, ensureTag, locationCustomFields, locations, recurringTasks, templates } from './records.ts';
import { type LocationSeed, locationSeeds, type SeedTemplate } from './seed-data.ts';

export function seedLocations(context: SeedContext): void {
  const [first, second] = context.locations;
  seedLocation(context, first, false);
  seedContents(context, first, locationSeeds[0]);
  seedLocation(context, second, true);
  seedContents(context, second, locationSeeds[1]);
}

/** The second location allows several opportunities of a contact in a pipeline, so that both rules can be tried. */
function seedLocation({ world, daysAgo }: SeedContext, place: SeedLocation, allowDuplicateOpportunity: boolean): void {
  const { id, name, email, phone, website, address, city, state, postalCode, country, timezone } = place;
  locations(world).insert({
    id,
    locationId: id,
    companyId: world.companyId,
    ...{ name, email, phone, website, address, city, state, postalCode, country, timezone },
    domain: new URL(website).host,
    logoUrl: `${website}/logo.png`,
    settings: { ...defaultSettings, allowDuplicateOpportunity },
    social: { facebookUrl: `https://facebook.example.com/${buildKey(name)}` },
    permissions: locationPermissions,
    dateAdded: daysAgo(allowDuplicateOpportunity ? 300 : 400),
  });
}

function seedContents(context: SeedContext, { id: locationId, timezone }: SeedLocation, seed: LocationSeed): void {
  const { world, daysAgo } = context;
  for (const [index, field] of seed.fields.entries())
    locationCustomFields(world).insert({
      id: world.newId(),
      locationId,
      ...field,
      fieldKey: `${field.model}.${buildKey(field.name)}`,
      position: index * 50,
      dateAdded: daysAgo(200 - index),
    });
  for (const [name, value] of Object.entries(seed.customValues))
    customValues(world).insert({ id: world.newId(), locationId, name, fieldKey: buildMergeTag(name), value });
  const carried = context.peopleIn(locationId).flatMap((person) => person.tags);
  for (const name of new Set([...carried, ...seed.extraTags])) ensureTag(world, locationId, name);
  for (const [index, template] of seed.templates.entries())
    templates(world).insert({
      id: world.newId(),
      locationId,
      name: template.name,
      type: template.type,
      template: buildTemplateBody(template),
      urlAttachments: [],
      deleted: false,
      dateAdded: daysAgo(150 - index * 10),
    });
  const startDate = new Date(context.startOfDay(1, timezone)).toISOString();
  recurringTasks(world).insert({
    id: world.newId(),
    locationId,
    title: 'Weekly pipeline review',
    description: 'Go through open opportunities with the team',
    rruleOptions: { intervalType: 'weekly', interval: 1, startDate, dayOfWeek: 'MO', dueAfterSeconds: 36_000 },
    totalOccurrence: 0,
    deleted: false,
    createdAt: daysAgo(30),
    updatedAt: daysAgo(30),
  });
}

function buildTemplateBody({ type, subject, text }: SeedTemplate): Record<string, unknown> {
  return type === 'email'
    ? { subject, attachments: [], html: `<html><body><p>${text}</p></body></html>` }
    : { body: text, attachments: [] };
}
