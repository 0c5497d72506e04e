/** Sub-accounts themselves: found and read by any token that reaches them, made and removed by the agency. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { assertOwnCompany } from '../shared/company.ts';
import { resolveSnapshot, startPush } from '../snapshots/pushes.ts';
import { usersOfLocation } from '../users/records.ts';
import { definedOnly } from './access.ts';
import { createLocation, defaultSettings, locationPermissions } from './new-location.ts';
import { type Location, locations } from './records.ts';
import { parseWindow, takeWindow } from './slice.ts';

function resolveLocation(request: SandboxRequest, world: World): Location {
  const location = locations(world).get(request.path.locationId ?? '');
  if (!location) throw badRequest('Location not found');
  return location;
}

const withoutInternals = ({ locationId: _own, permissions: _permissions, dateAdded: _added, ...shown }: Location) =>
  shown;

/** What lists and writes answer. */
function formatSummary(location: Location): Record<string, unknown> {
  const { settings, firstName: _first, lastName: _last, logoUrl: _logo, ...shown } = withoutInternals(location);
  const { contactUniqueIdentifiers: _order, ...flags } = settings;
  return { ...shown, settings: flags };
}

/** What reading one answers: everything, with the business card beside it. */
function formatDetails(location: Location): Record<string, unknown> {
  const { name, address, city, state, country, postalCode, website, timezone, logoUrl } = location;
  return {
    ...withoutInternals(location),
    business: { name, address, city, state, country, postalCode, website, timezone, logoUrl },
    reseller: {},
  };
}

export const accountHandlers: Handlers = {
  'GET /locations/search': (request, world) => {
    const { email, order = 'asc', companyId } = request.query;
    if (companyId !== undefined) assertOwnCompany(request, companyId);
    const reachable = locations(world)
      .all()
      .filter(({ id }) => request.grant.kind === 'agency' || id === request.grant.locationId)
      .filter((location) => email === undefined || location.email?.toLowerCase() === String(email).toLowerCase())
      .sort((a, b) => a.dateAdded.localeCompare(b.dateAdded) * (order === 'desc' ? -1 : 1));
    return { body: { locations: takeWindow(reachable, parseWindow(request.query, { limit: 10 })).map(formatSummary) } };
  },

  'GET /locations/{locationId}': (request, world) => ({
    body: { location: formatDetails(resolveLocation(request, world)) },
  }),

  'POST /locations/': (request, world) => {
    assertOwnCompany(request, request.body.companyId);
    const { snapshotId } = request.body;
    if (snapshotId !== undefined) resolveSnapshot(world, snapshotId);
    const created = createLocation(request.body, world);
    if (snapshotId !== undefined) startPush(world, snapshotId, created.id);
    return { body: formatSummary(created) };
  },

  'PUT /locations/{locationId}': (request, world) => {
    const known = resolveLocation(request, world);
    assertOwnCompany(request, request.body.companyId);
    const { name, phone, address, city, state, country, postalCode, website, timezone } = request.body;
    const { settings, social, prospectInfo, snapshot } = request.body;
    if (snapshot !== undefined) startPush(world, snapshot.id, known.id);
    const changed = locations(world).update(known.id, {
      ...definedOnly({ name, phone, address, city, state, country, postalCode, website, timezone }),
      ...definedOnly(prospectInfo ?? {}),
      settings: { ...defaultSettings, ...known.settings, ...settings },
      social: { ...known.social, ...social },
    });
    return { body: formatSummary(changed) };
  },

  'DELETE /locations/{locationId}': (request, world) => {
    const { id } = resolveLocation(request, world);
    locations(world).delete(id);
    return { body: { success: true, message: `Deleted location with id: ${id}` } };
  },

  'GET /locations/{locationId}/timezones': () => ({ body: { timeZones: Intl.supportedValuesOf('timeZone') } }),

  'GET /locations/{locationId}/permissions': (request, world) => ({
    body: { permissions: resolveLocation(request, world).permissions },
  }),

  'PUT /locations/{locationId}/permissions': (request, world) => {
    const known = resolveLocation(request, world);
    const wanted = new Set<string>(request.body.permissions);
    const permissions = locationPermissions.filter((permission) => wanted.has(permission));
    locations(world).update(known.id, { permissions });
    return { body: { permissions } };
  },

  'GET /locations/{locationId}/conversationChannels/{type}': (request, world) => {
    const location = resolveLocation(request, world);
    const { type } = request.path;
    if (type !== 'SMS' && type !== 'Email') throw badRequest('type must be one of the following values: SMS, Email');
    const numbers = usersOfLocation(world, location.id).filter((user) => location.id in user.lcPhone);
    const provider = {
      SMS: numbers.length > 0 ? [{ _id: 'lc_phone_provider', name: 'LC - Phone', type: 'SMS', default: true }] : [],
      Email: [{ _id: 'lc_email_provider', name: 'LC - Email', type: 'Email', default: true }],
    };
    const conversationChannel = {
      SMS: [],
      Email: [],
      [type]: provider[type].map((conversationProvider) => ({ conversationProvider })),
    };
    return { body: { conversationChannel } };
  },
};
