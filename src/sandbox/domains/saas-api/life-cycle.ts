/** SaaS mode of a sub-account: switched on, tied to a plan, switched off. */
import { badRequest, notFound } from '../../errors.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { ensureAccount, type SaasAccount, type SaasSubscription, saasAccounts, saasPlans } from './records.ts';
import { ensureWallet, getWallet, wallets } from './wallets.ts';

/** An id as Stripe writes it. */
const createStripeId = (world: World, kind: 'cus' | 'sub'): string => `${kind}_sandbox${world.newId()}`;

/** Throws 404 when one of the locations is not the agency's, before anything is written. */
export function assertLocations(world: World, locationIds: readonly string[]): void {
  const unknown = locationIds.find((id) => locations(world).get(id) === undefined);
  if (unknown !== undefined) throw notFound(`Location ${unknown} not found`);
}

export interface PlanChoice {
  readonly saasPlanId: string;
  /** Without: the first price that is still sold. */
  readonly priceId?: string;
}

/** Throws 404 for an unknown plan, 400 for a price of another one. */
export function buildSubscription(world: World, { saasPlanId, priceId }: PlanChoice): SaasSubscription {
  const plan = saasPlans(world).get(saasPlanId);
  if (plan === undefined) throw notFound('Saas plan not found');
  const price = plan.prices.find(({ id, active }) => (priceId === undefined ? active : id === priceId));
  if (price === undefined) throw badRequest(`Price ${priceId ?? ''} not found in plan ${saasPlanId}`);
  return {
    subscriptionId: createStripeId(world, 'sub'),
    productId: plan.productId,
    priceId: price.id,
    saasPlanId,
    subscriptionStatus: plan.trialPeriod > 0 ? 'trialing' : 'active',
  };
}

export interface Enabling {
  readonly isSaaSV2: boolean;
  readonly customerId?: string;
  readonly providerLocationId?: string;
  readonly name?: string;
  readonly email?: string;
  /** Without: `setup_pending`. */
  readonly subscription?: SaasSubscription;
}

/** Switches SaaS mode on and opens the wallet that usage is paid from. */
export function enableAccount(world: World, locationId: string, wanted: Enabling): SaasAccount {
  ensureAccount(world, locationId);
  ensureWallet(world, locationId);
  return saasAccounts(world).update(locationId, {
    customerId: createStripeId(world, 'cus'),
    ...wanted,
    stage: wanted.subscription === undefined ? 'setup_pending' : 'activated',
  });
}

/** Switches SaaS mode off: the subscription ends and the wallet goes, the sub-account stays. */
export function disableAccount(world: World, locationId: string): void {
  const { isPaused } = ensureAccount(world, locationId);
  const wallet = getWallet(world, locationId);
  if (wallet !== undefined) wallets(world).delete(wallet.id);
  saasAccounts(world).delete(locationId);
  saasAccounts(world).update(ensureAccount(world, locationId).id, { isPaused });
}
