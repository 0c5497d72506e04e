/** Users: the agency manages all of them, a location token those who are let into its location. */
import { badRequest, forbidden, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly } from '../locations/access.ts';
import { locations } from '../locations/records.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { buildPermissions } from './permissions.ts';
import { type User, type UserRoles, users, usersOfLocation } from './records.ts';

const defaultPageSize = 25;

function formatUser({ locationId: _none, companyId: _company, dateAdded: _added, deleted, ...user }: User) {
  return { ...user, name: `${user.firstName} ${user.lastName}`.trim(), ...(deleted && { deleted }) };
}

const formatListed = (user: User) => ({ ...formatUser(user), deleted: user.deleted });

/** `all`, or the named fields. */
function projectUser(user: User, projection: string): Record<string, unknown> {
  const listed = formatListed(user);
  if (projection === 'all') return listed;
  const names = new Set(projection.split(',').map((name) => name.trim()));
  return Object.fromEntries(Object.entries(listed).filter(([name]) => names.has(name)));
}

/** A location token sees the users of its location; others are none of its business. */
const isVisible = (user: User, request: SandboxRequest): boolean =>
  request.grant.kind === 'agency' || user.roles.locationIds.includes(request.grant.locationId ?? '');

function resolveUser(request: SandboxRequest, world: World): User {
  const id = request.path.userId ?? '';
  const user = users(world).get(id);
  if (!user || user.deleted) throw badRequest(`User with id ${id} not found`);
  if (!isVisible(user, request)) throw forbidden();
  return user;
}

function assertOwnCompany(request: SandboxRequest, companyId: unknown): void {
  if (companyId !== request.grant.companyId) throw forbidden('The token does not have access to this company.');
}

function assertFreeEmail(world: World, email: string, exceptId?: string): void {
  const wanted = email.toLowerCase();
  const taken = users(world)
    .all()
    .some((user) => !user.deleted && user.id !== exceptId && user.email.toLowerCase() === wanted);
  if (taken) throw badRequest('User already exists with this email.');
}

/** Throws 422 for roles that HighLevel does not have, 400 or 403 for locations that the token cannot give. */
function resolveRoles(request: SandboxRequest, world: World, known?: UserRoles): UserRoles {
  const { type = known?.type, role = known?.role, locationIds = known?.locationIds } = request.body;
  if (type !== 'account' && type !== 'agency')
    throw unprocessable(['type must be one of the following values: account, agency']);
  if (role !== 'admin' && role !== 'user')
    throw unprocessable(['role must be one of the following values: admin, user']);
  for (const id of locationIds as readonly string[]) {
    if (!locations(world).get(id)) throw badRequest(`Location with id ${id} not found`);
    const isOwn = request.grant.kind === 'agency' || id === request.grant.locationId;
    if (!isOwn && !known?.locationIds.includes(id)) throw forbidden();
  }
  return { type, role, locationIds, restrictSubAccount: type === 'account' };
}

type Sortable = 'dateAdded' | 'firstName' | 'lastName' | 'email';
const sortable: readonly string[] = ['dateAdded', 'firstName', 'lastName', 'email'] satisfies Sortable[];

function sortUsers(found: User[], field = 'firstName', direction = 'asc'): User[] {
  if (!sortable.includes(field))
    throw unprocessable([`sort must be one of the following values: ${sortable.join(', ')}`]);
  const sign = direction === 'desc' ? -1 : 1;
  return found.sort((a, b) => sign * a[field as Sortable].localeCompare(b[field as Sortable]));
}

function searchUsers(request: SandboxRequest, world: World): User[] {
  const { query = '', locationId, type, role, ids, sort, sortDirection } = request.query;
  const words = String(query).toLowerCase();
  const wantedIds = ids ? new Set(String(ids).split(',')) : undefined;
  const found = users(world)
    .indexed('')
    .filter((user) => {
      if (user.deleted || !isVisible(user, request)) return false;
      if (locationId !== undefined && !user.roles.locationIds.includes(locationId)) return false;
      if (type !== undefined && user.roles.type !== type) return false;
      if (role !== undefined && user.roles.role !== role) return false;
      if (wantedIds && !wantedIds.has(user.id)) return false;
      return `${user.firstName} ${user.lastName} ${user.email} ${user.phone}`.toLowerCase().includes(words);
    });
  return sortUsers(found, sort, sortDirection);
}

export const userHandlers: Handlers = {
  'GET /users/search': (request, world) => {
    assertOwnCompany(request, request.query.companyId);
    const found = searchUsers(request, world);
    const page = takeWindow(found, parseWindow(request.query, { limit: defaultPageSize, maxLimit: 100 }));
    return { body: { users: page.map(formatListed), count: found.length } };
  },

  'POST /users/search/filter-by-email': (request, world) => {
    const { companyId, emails, deleted = false, projection = 'id,email' } = request.body;
    assertOwnCompany(request, companyId);
    const wanted = new Set(
      String(emails)
        .split(',')
        .map((email) => email.trim().toLowerCase()),
    );
    const found = users(world)
      .all()
      .filter((user) => user.deleted === deleted && wanted.has(user.email.toLowerCase()));
    const page = takeWindow(found, parseWindow(request.body, { limit: defaultPageSize, maxLimit: 100 }));
    return { body: { users: page.map((user) => projectUser(user, projection)), count: found.length } };
  },

  'GET /users/': (request, world) => ({
    body: { users: usersOfLocation(world, request.locationId).map(formatListed) },
  }),

  'GET /users/{userId}': (request, world) => ({ body: formatUser(resolveUser(request, world)) }),

  'POST /users/': (request, world) => {
    const { companyId, firstName, lastName, email, phone = '', permissions, scopes, profilePhoto } = request.body;
    assertOwnCompany(request, companyId);
    assertFreeEmail(world, email);
    const roles = resolveRoles(request, world);
    const user = users(world).insert({
      id: world.newId(),
      locationId: '',
      companyId: world.companyId,
      firstName,
      lastName,
      email: String(email).toLowerCase(),
      phone,
      extension: '',
      permissions: { ...buildPermissions(roles.role), ...permissions },
      scopes: scopes ?? [],
      roles,
      platformLanguage: request.body.platformLanguage ?? 'en_US',
      lcPhone: request.body.twilioPhone ?? {},
      deleted: false,
      dateAdded: world.timestamp(),
      ...definedOnly({ profilePhoto: profilePhoto as string | undefined }),
    });
    return { body: formatUser(user) };
  },

  'PUT /users/{userId}': (request, world) => {
    const known = resolveUser(request, world);
    const { companyId, firstName, lastName, email, phone, scopes, profilePhoto, platformLanguage } = request.body;
    if (companyId !== undefined) assertOwnCompany(request, companyId);
    if (email !== undefined) assertFreeEmail(world, email, known.id);
    const user = users(world).update(known.id, {
      ...definedOnly({
        firstName,
        lastName,
        email: email?.toLowerCase(),
        phone,
        scopes,
        profilePhoto,
        platformLanguage,
      }),
      roles: resolveRoles(request, world, known.roles),
      permissions: { ...known.permissions, ...request.body.permissions },
      lcPhone: { ...known.lcPhone, ...request.body.twilioPhone },
    });
    return { body: formatUser(user) };
  },

  'DELETE /users/{userId}': (request, world) => {
    const { id, email, firstName, lastName } = resolveUser(request, world);
    users(world).update(id, { deleted: true });
    const message = `Queued deleting user with e-mail ${email} and name ${firstName} ${lastName}. Will take effect in a few minutes.`;
    return { body: { succeded: true, message } };
  },
};
