/** OAuth for the sandbox's one Marketplace app, which is installed in every location of the agency. */
import type { Domain, SeedContext } from '../../domain.ts';
import { badRequest, unprocessable } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { type Location, locations } from '../locations/records.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { appRemovals } from '../marketplace/records.ts';
import { assertOwnCompany } from '../shared/company.ts';
import { choose } from './chooser.ts';
import { createAuthorizationCode, createTokenPair, isUninstalled } from './grants.ts';
import { sandboxApp, sandboxCodes } from './records.ts';
import { formatTokens, grantTokens, isCamel } from './token.ts';

/** Turns an agency token into one of its locations. Throws 400 for a location that is not the agency's. */
function exchange(request: SandboxRequest, world: World, inCamelCase: boolean): Record<string, unknown> {
  const { companyId, locationId } = request.body;
  assertOwnCompany(request, companyId);
  if (!locations(world).get(locationId) || isUninstalled(world, { grantedLocationId: locationId })) {
    throw badRequest('Location not found');
  }
  const userId = request.grant.userId ?? '';
  const grant = { userType: 'Location', grantedLocationId: locationId, userId, clientId: sandboxApp.clientId } as const;
  const { appId, versionId } = sandboxApp;
  return { ...formatTokens(createTokenPair(world, grant), world, inCamelCase), appId, versionId };
}

/** Locations of the app, filtered as the query asks. It is installed where nobody took it out, and never on trial. */
function listInstalled(request: SandboxRequest, world: World): Record<string, unknown>[] {
  const { companyId, appId, query = '', isInstalled = true, onTrial = false, locationId, versionId } = request.query;
  assertOwnCompany(request, companyId);
  if (appId !== sandboxApp.appId) throw badRequest('App not found');
  if (onTrial || (versionId !== undefined && versionId !== sandboxApp.versionId)) return [];
  return locations(world)
    .all()
    .filter(
      ({ id, name }) =>
        name.toLowerCase().includes(String(query).toLowerCase()) &&
        (!locationId || id === locationId) &&
        (appRemovals(world).get(id) === undefined) === isInstalled,
    )
    .map((location) => ({ ...formatInstalled(location), isInstalled }));
}

const formatInstalled = ({ id, name, address = '', dateAdded }: Location) => ({
  _id: id,
  name,
  address,
  versionId: sandboxApp.versionId,
  installedAt: dateAdded,
});

const encodePage = (skip: number): string => Buffer.from(JSON.stringify({ skip })).toString('base64url');

/** Throws 400 for a page token that no answer has given out. */
function decodePage(token: string | undefined): number {
  if (token === undefined) return 0;
  try {
    const { skip } = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (Number.isInteger(skip) && skip >= 0) return skip;
  } catch {
    // Falls through to the refusal.
  }
  throw badRequest('Invalid pageToken');
}

function paginate(items: readonly unknown[], { pageSize = 20, pageToken }: SandboxRequest['query']) {
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 100)
    throw unprocessable(['pageSize must be between 1 and 100']);
  const skip = decodePage(pageToken);
  const page = takeWindow(items, { skip, limit: pageSize });
  const hasNextPage = skip + pageSize < items.length;
  return {
    items: page,
    pagination: {
      totalRecords: items.length,
      hasNextPage,
      hasPrevPage: skip > 0,
      ...(hasNextPage && { nextPageToken: encodePage(skip + pageSize) }),
      ...(skip > 0 && { prevPageToken: encodePage(Math.max(0, skip - pageSize)) }),
      currentPageSize: page.length,
    },
  };
}

/** A code for the agency and one for the first location, as a fresh installation would redirect with. */
function seedCodes({ world, users, locations: [first] }: SeedContext): void {
  const owner = users.find((user) => user.type === 'agency')?.userId ?? '';
  const yearMs = 365 * 86_400_000;
  createAuthorizationCode(
    world,
    { userType: 'Company', userId: owner },
    { code: sandboxCodes.company, lifetimeMs: yearMs },
  );
  const location = { userType: 'Location', grantedLocationId: first.id, userId: owner } as const;
  createAuthorizationCode(world, location, { code: sandboxCodes.location, lifetimeMs: yearMs });
}

export const domain: Domain = {
  name: 'oauth',
  handlers: {
    'POST /oauth/token': (request, world) => {
      const body = request.body ?? {};
      return { body: formatTokens(grantTokens(body, world), world, isCamel(body)) };
    },
    'POST /oauth/locationToken': (request, world) => ({ body: exchange(request, world, false) }),
    'POST /oauth/location-token': (request, world) => ({ body: exchange(request, world, true) }),
    'GET /oauth/installedLocations': (request, world) => {
      const found = listInstalled(request, world);
      const page = takeWindow(found, parseWindow(request.query, { limit: 20 }));
      return { body: { locations: page, count: found.length, installToFutureLocations: true } };
    },
    'GET /oauth/installed-locations': (request, world) => ({
      body: { ...paginate(listInstalled(request, world), request.query), installToFutureLocations: true },
    }),
  },
  // The address since 2026-05-27, and the one before.
  pages: { '/v2/oauth/chooselocation': choose, '/oauth/chooselocation': choose },
  seed: seedCodes,
};
