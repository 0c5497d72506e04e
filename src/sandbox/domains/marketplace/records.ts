/** What the sandbox's one Marketplace app does in the account: charges, connections, and where it was taken out. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface AppCharge extends SandboxRecord {
  readonly appId: string;
  readonly meterId: string;
  readonly transactionType: 'charge' | 'refund';
  /** USD. */
  readonly amountCharged: number;
  readonly pricePerUnit: number;
  readonly units: number;
  readonly eventId: string;
  readonly description: string;
  readonly userId?: string;
  readonly eventTime: string;
  readonly refunded: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Credentials of another system that the app has handed over. The credentials themselves are not kept. */
export interface ExternalConnection extends SandboxRecord {
  readonly appId: string;
  readonly type: 'oauth2' | 'basic';
  readonly accountId: string;
  readonly displayName: string;
  readonly isDefault: boolean;
  readonly createdAt: string;
}

/** A location that the app was taken out of. The id is the location's. */
export interface AppRemoval extends SandboxRecord {
  readonly reason?: string;
  readonly removedAt: string;
}

export interface AppMeter {
  readonly id: string;
  readonly name: string;
  readonly productType: string;
  readonly usageUnit: string;
  /** `fixed`: the app's price. `dynamic`: every charge names its own, within the bounds. */
  readonly priceType: 'fixed' | 'dynamic';
  readonly minPrice: number;
  readonly maxPrice: number;
  readonly executionLimitPerCycle: number;
}

/** Fixed, as the app itself is, so that instructions can print their ids. */
export const sandboxMeters: readonly [fixed: AppMeter, dynamic: AppMeter] = [
  {
    id: '5e00000000000000000000a1',
    name: 'Printed postcard',
    productType: 'workflow_action',
    usageUnit: 'postcard',
    priceType: 'fixed',
    minPrice: 0.85,
    maxPrice: 0.85,
    executionLimitPerCycle: 1000,
  },
  {
    id: '5e00000000000000000000a2',
    name: 'Handwritten letter',
    productType: 'workflow_action',
    usageUnit: 'letter',
    priceType: 'dynamic',
    minPrice: 1,
    maxPrice: 10,
    executionLimitPerCycle: 500,
  },
];

/** The app's one plan. */
export const sandboxAppPlan = {
  planId: '5e00000000000000000000b1',
  name: 'Monthly',
  amount: 29,
  features: ['Postcards', 'Letters'],
} as const;

export const appCharges = (world: World): Collection<AppCharge> => world.collection<AppCharge>('app-charges');
export const externalConnections = (world: World): Collection<ExternalConnection> =>
  world.collection<ExternalConnection>('external-connections');
export const appRemovals = (world: World): Collection<AppRemoval> => world.collection<AppRemoval>('app-removals');
