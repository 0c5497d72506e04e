/** The people who work in the account. A user belongs to the company and is let into locations by `roles`. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface UserRoles {
  readonly type: 'account' | 'agency';
  readonly role: 'admin' | 'user';
  readonly locationIds: readonly string[];
  readonly restrictSubAccount: boolean;
}

export interface User extends SandboxRecord {
  /** Users belong to the company. */
  readonly locationId: '';
  readonly companyId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly extension: string;
  readonly permissions: Readonly<Record<string, boolean>>;
  readonly scopes: readonly string[];
  readonly roles: UserRoles;
  readonly profilePhoto?: string;
  readonly platformLanguage: string;
  readonly lcPhone: Readonly<Record<string, string>>;
  readonly deleted: boolean;
  readonly dateAdded: string;
}

export const users = (world: World): Collection<User> => world.collection<User>('users');

/** Users who are let into the location, in order of creation. */
export const usersOfLocation = (world: World, locationId: string): User[] =>
  users(world)
    .all()
    .filter((user) => !user.deleted && user.roles.locationIds.includes(locationId));
