/** A website and a funnel for every location, and two redirects of old addresses. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import type { World } from '../../world.ts';
import { createWorldUuid } from '../shared/uuid.ts';
import { type Funnel, type FunnelStep, funnelPages, funnels, redirects } from './records.ts';

type Sketch = Pick<Funnel, 'name' | 'type' | 'url'> & { readonly steps: readonly string[] };

const sketches: readonly Sketch[] = [
  { name: 'Main website', type: 'website', url: '/', steps: ['Home', 'Services', 'About us', 'Contact'] },
  { name: 'Spring offer', type: 'funnel', url: '/spring', steps: ['Opt-in', 'Thank you'] },
];

function seedFunnel(world: World, locationId: string, sketch: Sketch, updatedAt: string): void {
  const funnelId = world.newId();
  const steps = sketch.steps.map((name, index): FunnelStep => {
    const stepId = createWorldUuid(world);
    const page = funnelPages(world).insert({ id: world.newId(), locationId, funnelId, stepId, name, updatedAt });
    const url = `/${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
    return { id: stepId, name, type: 'optin_funnel_page', url, pages: [page.id], sequence: index + 1 };
  });
  const { name, type, url } = sketch;
  funnels(world).insert({ id: funnelId, locationId, name, type, url, steps, dateAdded: updatedAt, updatedAt });
}

function seedRedirects(world: World, { id: locationId, website }: SeedLocation): void {
  const domain = new URL(website).host;
  for (const [path, target] of [
    ['/appointments', `${website}/contact`],
    ['/Old-Offer', `${website}/spring`],
  ] as const) {
    redirects(world).insert({ id: world.newId(), locationId, domain, path, target, action: 'url' });
  }
}

export function seedFunnels({ world, locations, daysAgo }: SeedContext): void {
  for (const location of locations) {
    for (const [index, sketch] of sketches.entries()) seedFunnel(world, location.id, sketch, daysAgo(140 - index * 60));
    seedRedirects(world, location);
  }
}
