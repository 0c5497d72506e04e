/** Which sub-accounts the agency sells to, and on which subscription. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { assertOwnCompany } from '../shared/company.ts';
import { ensureAccount, type SaasAccount, saasAccounts } from './records.ts';
import { createTwins } from './twins.ts';

/** HighLevel's pages of locations have a fixed size. */
const pageSize = 10;

const isOn = ({ stage }: SaasAccount): boolean => stage !== 'off';

function getMode({ stage, isSaaSV2 }: SaasAccount): string {
  if (stage === 'setup_pending') return stage;
  return isSaaSV2 ? 'saasV2' : 'saasV1';
}

/** What a sub-account that is not sold to answers is its ids alone. */
function formatSubscription(account: SaasAccount | undefined, request: SandboxRequest): Record<string, unknown> {
  const ids = { locationId: request.locationId, companyId: request.grant.companyId };
  if (account === undefined || !isOn(account)) return { ...ids, isSaaSV2: false };
  const { isSaaSV2, customerId, subscription } = account;
  return { ...ids, isSaaSV2, saasMode: getMode(account), customerId, ...subscription };
}

function formatLocation(account: SaasAccount, world: World): Record<string, unknown> {
  const { id, isSaaSV2, customerId, providerLocationId, subscription } = account;
  const place = locations(world).get(id);
  return {
    locationId: id,
    companyId: world.companyId,
    saasMode: getMode(account),
    subscriptionId: subscription?.subscriptionId ?? '',
    customerId,
    name: account.name ?? place?.name,
    email: account.email ?? place?.email,
    providerLocationId,
    isSaaSV2,
    ...(subscription && {
      subscriptionInfo: {
        priceId: subscription.priceId,
        saasPlanId: subscription.saasPlanId,
        stripeProductId: subscription.productId,
        subscriptionStatus: subscription.subscriptionStatus,
      },
    }),
  };
}

/** Throws 422 for a page before the first. */
function listAccounts(request: SandboxRequest, world: World): Record<string, unknown> {
  const { page = 1 } = request.query;
  if (page < 1) throw unprocessable(['page must not be less than 1']);
  const found = saasAccounts(world).all().filter(isOn);
  const shown = found.slice((page - 1) * pageSize, page * pageSize);
  const totalPages = Math.ceil(found.length / pageSize);
  return {
    locations: shown.map((account) => formatLocation(account, world)),
    pagination: {
      page,
      limit: pageSize,
      total: found.length,
      totalPages,
      hasNext: page < totalPages,
      hasPrev: page > 1,
    },
  };
}

export const accountHandlers: Handlers = {
  ...createTwins('GET', 'saas-locations/{companyId}', (request, world) => {
    assertOwnCompany(request, request.path.companyId);
    return { body: listAccounts(request, world) };
  }),

  ...createTwins('GET', 'get-saas-subscription/{locationId}', (request, world) => {
    assertOwnCompany(request, request.query.companyId);
    return { body: formatSubscription(saasAccounts(world).get(request.locationId), request) };
  }),

  ...createTwins('GET', 'locations', (request, world) => {
    const { companyId, customerId, subscriptionId } = request.query;
    assertOwnCompany(request, companyId);
    if (!customerId && !subscriptionId) throw badRequest('customerId or subscriptionId is required');
    const found = saasAccounts(world)
      .all()
      .filter(
        (account) =>
          (!customerId || account.customerId === customerId) &&
          (!subscriptionId || account.subscription?.subscriptionId === subscriptionId),
      );
    return { body: found.map(({ id }) => id) };
  }),

  ...createTwins('PUT', 'update-saas-subscription/{locationId}', (request, world) => {
    const { companyId, customerId, subscriptionId } = request.body;
    assertOwnCompany(request, companyId);
    const { id, subscription } = ensureAccount(world, request.locationId);
    if (subscription === undefined) throw badRequest('Location has no SaaS subscription');
    saasAccounts(world).update(id, { customerId, subscription: { ...subscription, subscriptionId } });
    return { body: 'success' };
  }),
};
