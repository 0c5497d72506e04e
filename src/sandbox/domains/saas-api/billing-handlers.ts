/** What clients pay for usage, and the wallet they pay from. */
import { badRequest, notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { pickFields } from '../payments/lists.ts';
import { assertOwnCompany } from '../shared/company.ts';
import { assertLocations } from './life-cycle.ts';
import { type AttachedRebilling, ensureAccount, type Rebilling, saasAccounts } from './records.ts';
import { createTwins } from './twins.ts';
import { addCredits, getWallet, type Wallet } from './wallets.ts';

/** What can be rebilled before the client has a card, as the v3 document lists it. */
const attachableProducts: ReadonlySet<string> = new Set([
  'contentAI',
  'workflow_premium_actions',
  'workflow_ai',
  'conversationAI',
  'whatsApp',
  'reviewsAI',
  'EmailVerification',
  'funnelAI',
  'domainPurchase',
  'Phone',
  'Email',
  'agentStudio',
  'askai',
  'aiStudio',
]);

/** From the multiplier of the request to the percentage that is kept: 4 is 300 on top. Throws 422. */
function parseAttached(config: AttachedRebilling): AttachedRebilling {
  const unknown = Object.keys(config).filter((product) => !attachableProducts.has(product));
  if (unknown.length > 0) {
    throw unprocessable(unknown.map((product) => `attachedRebillingConfig.property ${product} should not exist`));
  }
  const entries = Object.entries(config).map(([product, { markup, ...rest }]) => {
    if (markup < 1) throw unprocessable([`attachedRebillingConfig.${product}.markup must not be less than 1`]);
    return [product, { ...rest, markup: Math.round((markup - 1) * 1e4) / 100 }] as const;
  });
  return Object.fromEntries(entries);
}

/** Throws 404 for a location without a wallet of its own. */
function findWallet(request: SandboxRequest, world: World): Wallet {
  assertOwnCompany(request, request.path.companyId);
  const wallet = getWallet(world, request.locationId);
  if (wallet === undefined) throw notFound('Wallet not found');
  return wallet;
}

function formatWallet({ id, balance, complimentaryCredits }: Wallet): Record<string, unknown> {
  return { walletId: id, balance, complimentaryCredits };
}

export const billingHandlers: Handlers = {
  ...createTwins('POST', 'update-rebilling/{companyId}', (request, world) => {
    const { product, locationIds, config } = request.body;
    assertOwnCompany(request, request.path.companyId);
    assertLocations(world, locationIds);
    if (config.markup < 0) throw unprocessable(['config.markup must not be less than 0']);
    const change: Rebilling = pickFields(config, ['optIn', 'enabled', 'markup']);
    for (const id of new Set<string>(locationIds)) {
      const { rebilling } = ensureAccount(world, id);
      saasAccounts(world).update(id, { rebilling: { ...rebilling, [product]: { ...rebilling[product], ...change } } });
    }
    return { body: { success: true } };
  }),

  'POST /saas/allow-attach-rebilling/{locationId}': (request, world) => {
    const { companyId, attachedRebillingConfig = {} } = request.body;
    assertOwnCompany(request, companyId);
    const { id, stage } = ensureAccount(world, request.locationId);
    if (stage !== 'setup_pending') throw unprocessable('Sub-account is not in setup_pending state');
    const attachedRebilling = parseAttached(attachedRebillingConfig);
    saasAccounts(world).update(id, { isPaymentPending: true, attachedRebilling });
    return { body: { success: true, locationId: id, attachedRebillingConfig: attachedRebilling } };
  },

  'GET /saas-api/public-api/companies/{companyId}/locations/{locationId}/wallet-balance': (request, world) => ({
    body: formatWallet(findWallet(request, world)),
  }),

  'POST /saas-api/public-api/companies/{companyId}/locations/{locationId}/wallet-balance/complimentary-credits': (
    request,
    world,
  ) => {
    const wallet = findWallet(request, world);
    const { complimentaryCreditsAmount = 0 } = request.body;
    if (complimentaryCreditsAmount < 0) throw badRequest('complimentaryCreditsAmount must not be less than 0');
    return { body: formatWallet(addCredits(world, wallet, complimentaryCreditsAmount)) };
  },
};
