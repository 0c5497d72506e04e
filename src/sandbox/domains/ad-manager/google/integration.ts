/** The link to Google Ads: which account a location uses. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { resolveInLocation } from '../../locations/access.ts';
import { type GoogleAdAccount, type GoogleIntegration, googleAdAccounts, googleIntegrations } from './records.ts';

const findIntegration = (world: World, locationId: string): GoogleIntegration | undefined =>
  googleIntegrations(world).inLocation(locationId)[0];

/** Google's own id of the linked account. Throws a 400 for a location that is not linked. */
export function resolveCustomerId(world: World, locationId: string): string {
  const integration = findIntegration(world, locationId);
  if (integration?.status !== 'connected') throw badRequest('Google integration not found');
  return integration.adAccountId;
}

/** By the id with or without its hyphens. Throws a 400. */
function resolveAccount(world: World, locationId: string, id: string): GoogleAdAccount {
  const absent = () => badRequest('Ad account not found');
  return resolveInLocation(googleAdAccounts(world), id.replaceAll('-', ''), locationId, absent);
}

const accountOfPath = (request: SandboxRequest, world: World): GoogleAdAccount =>
  resolveAccount(world, request.locationId, request.path.adAccountId ?? '');

export const integrationHandlers: Handlers = {
  'GET /ad-publishing/google/integration': (request, world) => {
    const integration = findIntegration(world, request.locationId);
    if (integration === undefined) throw badRequest('Google integration not found');
    const { locationId, status, adAccountId, createdAt, updatedAt } = integration;
    return { body: { locationId, status, adAccountId, createdAt, updatedAt } };
  },

  // As documented: the creation shows the stored record, with `_id`.
  'POST /ad-publishing/google/integration': (request, world) => {
    const { locationId } = request;
    const account = resolveAccount(world, locationId, request.body.adAccountId);
    if (account.mccId !== request.body.mccId.replaceAll('-', '')) throw badRequest('Ad account not found');
    const now = world.timestamp();
    const link = { status: 'connected', adAccountId: account.id, mccId: account.mccId, updatedAt: now } as const;
    const before = findIntegration(world, locationId);
    const integration =
      before === undefined
        ? googleIntegrations(world).insert({ id: world.newObjectId(), locationId, createdAt: now, ...link })
        : googleIntegrations(world).update(before.id, link);
    const { id, ...stored } = integration;
    return { body: { _id: id, __v: 0, ...stored, userId: 'people/100000000001', connectionId: id.slice(0, 14) } };
  },

  'GET /ad-publishing/google/ad-accounts': (request, world) => {
    const { locationId } = request;
    const connected = findIntegration(world, locationId);
    const known = googleAdAccounts(world).inLocation(locationId);
    if (request.query.type === 'AD_MANAGER') {
      const linked = known.filter(({ id }) => id === connected?.adAccountId);
      return { body: linked.map(({ id, mccId }) => ({ accId: id, mccId })) };
    }
    const accounts = known.map(({ id, mccId, name }) => ({
      accId: id,
      mccId,
      paymentStatus: 'APPROVED',
      name,
      integrationConnected: id === connected?.adAccountId,
    }));
    return { body: accounts };
  },

  'GET /ad-publishing/google/ad-accounts/{adAccountId}': (request, world) => {
    const { id, mccId, name, currency, timezone } = accountOfPath(request, world);
    return { body: { accId: id, mccId, name, currencyCode: currency, timeZone: timezone, paymentStatus: 'APPROVED' } };
  },

  'DELETE /ad-publishing/google/ad-accounts/{adAccountId}': (request, world) => {
    const account = accountOfPath(request, world);
    const integration = findIntegration(world, request.locationId);
    if (integration?.adAccountId !== account.id) throw badRequest('Ad account is not connected');
    const change = { status: 'disconnected', adAccountId: '', updatedAt: world.timestamp() } as const;
    googleIntegrations(world).update(integration.id, change);
    return { body: { success: true } };
  },
};
