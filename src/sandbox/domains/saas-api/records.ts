/** What an agency resells: its plans, and the state of each sub-account that it sells them to. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface SaasPrice {
  readonly id: string;
  readonly billingInterval: 'month' | 'year';
  readonly active: boolean;
  readonly amount: number;
  readonly currency: string;
  readonly symbol: string;
}

export interface SaasPlan extends SandboxRecord {
  /** Plans belong to the company. */
  readonly locationId: '';
  readonly title: string;
  readonly description: string;
  readonly saasProducts: readonly string[];
  readonly addOns: readonly string[];
  /** 0 to 4. */
  readonly planLevel: number;
  /** In days. */
  readonly trialPeriod: number;
  readonly setupFee: number;
  readonly userLimit: number;
  readonly contactLimit: number;
  readonly prices: readonly SaasPrice[];
  readonly categoryId: string;
  readonly snapshotId: string;
  readonly productId: string;
  readonly providerLocationId: string;
  readonly isSaaSV2: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** `markup` is a percentage on top of HighLevel's own price. */
export interface Rebilling {
  readonly optIn?: boolean;
  readonly enabled?: boolean;
  readonly markup?: number;
}

/** Prices of usage that wait until the client has a card. `markup` is a percentage. */
export type AttachedRebilling = Readonly<
  Record<string, { readonly enabled: boolean; readonly markup: number; readonly price?: number }>
>;

/** What a client pays for and with, as soon as a plan is chosen. */
export interface SaasSubscription {
  readonly subscriptionId: string;
  readonly productId: string;
  readonly priceId: string;
  readonly saasPlanId: string;
  readonly subscriptionStatus: 'active' | 'trialing' | 'canceled';
}

/** A sub-account in the eyes of the reseller. Its id is the location's. */
export interface SaasAccount extends SandboxRecord {
  /** `setup_pending`: SaaS mode is on, but nobody has chosen a plan yet. */
  readonly stage: 'off' | 'setup_pending' | 'activated';
  readonly isSaaSV2: boolean;
  readonly customerId?: string;
  readonly providerLocationId?: string;
  readonly name?: string;
  readonly email?: string;
  readonly subscription?: SaasSubscription;
  /** Locked out by the agency. */
  readonly isPaused: boolean;
  readonly rebilling: Readonly<Record<string, Rebilling>>;
  readonly isPaymentPending: boolean;
  readonly attachedRebilling?: AttachedRebilling;
}

export const saasPlans = (world: World): Collection<SaasPlan> => world.collection<SaasPlan>('saas-plans');
export const saasAccounts = (world: World): Collection<SaasAccount> => world.collection<SaasAccount>('saas-accounts');

/** The account of a location; one that was never sold to gets a record that says so. */
export function ensureAccount(world: World, locationId: string): SaasAccount {
  const blank = { isSaaSV2: false, isPaused: false, isPaymentPending: false, rebilling: {} };
  return (
    saasAccounts(world).get(locationId) ??
    saasAccounts(world).insert({ id: locationId, locationId, stage: 'off', ...blank })
  );
}
