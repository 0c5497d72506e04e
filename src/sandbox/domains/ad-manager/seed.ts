/** Both locations advertise at Facebook, the first at Google too; neither has linked LinkedIn yet. */
import type { SeedContext } from '../../domain.ts';
import { seedFacebook } from './facebook/seed.ts';
import { seedGoogle } from './google/seed.ts';
import { seedLinkedIn } from './linkedin/seed.ts';

export function seedAdManager(context: SeedContext): void {
  for (const [index, location] of context.locations.entries()) {
    seedFacebook(context, location);
    seedGoogle(context, location, index === 0);
    seedLinkedIn(context, location);
  }
}
