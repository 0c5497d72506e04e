/** SaaS mode switched on and off, for one sub-account or many, and sub-accounts locked out. */
import { badRequest, notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { companies } from '../companies/records.ts';
import { contacts } from '../contacts/records.ts';
import { pickFields } from '../payments/lists.ts';
import { assertOwnCompany } from '../shared/company.ts';
import {
  assertLocations,
  buildSubscription,
  disableAccount,
  type Enabling,
  enableAccount,
  type PlanChoice,
} from './life-cycle.ts';
import { ensureAccount, saasAccounts } from './records.ts';
import { createTwins } from './twins.ts';

/** What each generation of SaaS mode needs, as the documents say in words. */
const neededByV1 = ['stripeAccountId', 'name', 'email'];
const neededByV2 = ['contactId', 'providerLocationId'];

/** Throws 422 for what the generation lacks, 404 for a contact or a location that is not there. */
function parseEnabling(request: SandboxRequest, world: World): Enabling {
  const { body } = request;
  const missing = (body.isSaaSV2 ? neededByV2 : neededByV1).filter((name) => !body[name]);
  if (missing.length > 0) throw unprocessable(missing.map((name) => `${name} should not be empty`));
  if (body.isSaaSV2) {
    assertLocations(world, [body.providerLocationId]);
    if (contacts(world).get(body.contactId)?.locationId !== body.providerLocationId) {
      throw notFound('Contact not found');
    }
  }
  return {
    isSaaSV2: body.isSaaSV2,
    ...pickFields(body, ['providerLocationId', 'name', 'email']),
    ...(body.stripeCustomerId && { customerId: body.stripeCustomerId }),
    ...(body.saasPlanId && { subscription: buildSubscription(world, body as PlanChoice) }),
  };
}

export const modeHandlers: Handlers = {
  ...createTwins('POST', 'enable-saas/{locationId}', (request, world) => {
    assertOwnCompany(request, request.body.companyId);
    const known = ensureAccount(world, request.locationId);
    if (known.stage === 'activated') throw badRequest('SaaS is already enabled for this location');
    const { customerId } = enableAccount(world, known.id, parseEnabling(request, world));
    return { body: { data: { customer_id: customerId, ok: true, paymentMethodAdded: false } } };
  }),

  ...createTwins('POST', 'bulk-enable-saas/{companyId}', (request, world) => {
    const { locationIds, isSaaSV2, actionPayload } = request.body;
    assertOwnCompany(request, request.path.companyId);
    assertLocations(world, locationIds);
    const { providerLocationId } = actionPayload;
    for (const id of new Set<string>(locationIds)) {
      // A client who pays already stays on their subscription.
      if (ensureAccount(world, id).stage === 'activated') continue;
      const subscription = buildSubscription(world, actionPayload);
      enableAccount(world, id, { isSaaSV2, subscription, ...(providerLocationId && { providerLocationId }) });
    }
    const host = companies(world).get(world.companyId)?.domain ?? 'agency.example.com';
    const message = 'Bulk enable SaaS operation completed successfully';
    return { body: { success: true, message, bulkActionUrl: `https://${host}/bulk-actions` } };
  }),

  ...createTwins('POST', 'bulk-disable-saas/{companyId}', (request, world) => {
    assertOwnCompany(request, request.path.companyId);
    assertLocations(world, request.body.locationIds);
    for (const id of new Set<string>(request.body.locationIds)) disableAccount(world, id);
    return { body: { data: { msg: 'success' } } };
  }),

  ...createTwins('POST', 'pause/{locationId}', (request, world) => {
    const { companyId, paused } = request.body;
    assertOwnCompany(request, companyId);
    saasAccounts(world).update(ensureAccount(world, request.locationId).id, { isPaused: paused });
    return { body: true };
  }),
};
