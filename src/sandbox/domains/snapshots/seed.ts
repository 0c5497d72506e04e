/** Three snapshots; the first was copied into both locations when they began. */
import type { SeedContext } from '../../domain.ts';
import { type Snapshot, snapshotPushes, snapshots } from './records.ts';

const basics = ['custom_fields', 'custom_values', 'tags', 'pipelines', 'calendars'];

const sketches: readonly Pick<Snapshot, 'name' | 'type' | 'assets'>[] = [
  { name: 'Local business basics', type: 'own', assets: [...basics, 'workflows'] },
  { name: 'Appointment reminders', type: 'own', assets: ['custom_values', 'calendars', 'workflows'] },
  { name: 'Fitness studio launch', type: 'imported', assets: [...basics, 'funnels', 'forms', 'workflows'] },
];

export function seedSnapshots({ world, locations, daysAgo }: SeedContext): void {
  const [basic] = sketches.map((sketch) => snapshots(world).insert({ id: world.newId(), locationId: '', ...sketch }));
  if (basic === undefined) return;
  for (const [index, { id: locationId }] of locations.entries()) {
    const startedAt = Date.parse(daysAgo(400 - index * 100));
    snapshotPushes(world).insert({ id: world.newId(), locationId, snapshotId: basic.id, startedAt });
  }
}
