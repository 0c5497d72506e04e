/** The cast's colleagues as users. */
import type { SeedContext } from '../../domain.ts';
import { buildPermissions } from './permissions.ts';
import { users } from './records.ts';

export function seedUsers({ world, users: colleagues, locations, daysAgo }: SeedContext): void {
  for (const [index, colleague] of colleagues.entries()) {
    const { userId: id, firstName, lastName, email, phone, type, role, locationIds } = colleague;
    const numbers = locations.filter((place) => locationIds.includes(place.id)).map((place) => [place.id, place.phone]);
    users(world).insert({
      ...{ id, firstName, lastName, email, phone },
      locationId: '',
      companyId: world.companyId,
      extension: String(101 + index),
      permissions: buildPermissions(role),
      scopes: [],
      roles: { type, role, locationIds, restrictSubAccount: type === 'account' },
      platformLanguage: 'en_US',
      lcPhone: Object.fromEntries(numbers),
      deleted: false,
      dateAdded: daysAgo(380 - index * 20),
    });
  }
}
