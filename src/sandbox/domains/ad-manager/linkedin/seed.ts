/** What a location has at LinkedIn from the start: an account that is not linked yet. */
import type { SeedContext, SeedLocation } from '../../../domain.ts';
import { createDigits } from '../platform-ids.ts';
import { linkedInAdAccounts } from './records.ts';

export function seedLinkedIn({ world }: SeedContext, location: SeedLocation): void {
  linkedInAdAccounts(world).insert({
    id: createDigits(world, 9),
    locationId: location.id,
    name: `${location.name} recruiting`,
    currency: 'USD',
    organizationId: `urn:li:organization:${createDigits(world, 7)}`,
  });
}
