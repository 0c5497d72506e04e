/** Orders, the money that came in for them, what repeats, and what brings the price down. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type EntitySourceType =
  | 'funnel'
  | 'website'
  | 'invoice'
  | 'calendar'
  | 'text2Pay'
  | 'document_contracts'
  | 'membership'
  | 'point_of_sale'
  | 'manual'
  | 'form'
  | 'payment_link'
  | 'external';

/** Where in HighLevel a payment comes from. */
export interface EntitySource {
  readonly type: EntitySourceType;
  readonly subType?: string;
  readonly id: string;
  readonly name?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

export interface OrderItem {
  readonly id: string;
  readonly name: string;
  readonly qty: number;
  /** Of one piece, in the major unit. */
  readonly amount: number;
  readonly productId: string;
  readonly priceId: string;
  readonly recurring: boolean;
}

export interface OrderNote {
  readonly id: string;
  readonly body: string;
  readonly createdAt: string;
}

export interface Order extends SandboxRecord {
  readonly contactId: string;
  readonly currency: string;
  /** What is to be paid: subtotal less discount, in the major unit. */
  readonly amount: number;
  readonly subtotal: number;
  readonly discount: number;
  readonly amountPaid: number;
  readonly amountRefunded: number;
  readonly status: 'pending' | 'completed' | 'refunded' | 'cancelled';
  readonly fulfillmentStatus: 'unfulfilled' | 'partially_fulfilled' | 'fulfilled';
  readonly liveMode: boolean;
  readonly source: EntitySource;
  readonly items: readonly OrderItem[];
  readonly coupon?: { readonly id: string; readonly code: string };
  readonly notes: readonly OrderNote[];
  readonly createdBy?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface FulfilmentItem {
  readonly priceId: string;
  readonly qty: number;
}

export interface Fulfilment extends SandboxRecord {
  readonly orderId: string;
  readonly trackings: readonly Readonly<Record<string, string>>[];
  readonly items: readonly FulfilmentItem[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Transaction extends SandboxRecord {
  readonly contactId: string;
  readonly currency: string;
  readonly amount: number;
  readonly amountRefunded: number;
  readonly status: 'succeeded' | 'pending' | 'failed' | 'refunded';
  readonly liveMode: boolean;
  readonly entityType: 'order' | 'invoice' | 'subscription';
  readonly entityId: string;
  readonly source: EntitySource;
  /** The provider's own id of the subscription, not the record's. */
  readonly subscriptionId?: string;
  readonly chargeId?: string;
  /** `manual` for what a person recorded. */
  readonly paymentProviderType: string;
  readonly paymentMethod: Readonly<Record<string, unknown>>;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly fulfilledAt: string;
  readonly createdBy?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Subscription extends SandboxRecord {
  readonly contactId: string;
  readonly currency: string;
  readonly amount: number;
  readonly status: 'active' | 'trialing' | 'canceled' | 'past_due' | 'incomplete';
  readonly liveMode: boolean;
  readonly entityType: 'order';
  readonly entityId: string;
  readonly source: EntitySource;
  /** The provider's own id. */
  readonly subscriptionId: string;
  readonly paymentProviderType: string;
  readonly productName: string;
  readonly interval: string;
  readonly startDate: string;
  readonly canceledAt?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Coupon extends SandboxRecord {
  readonly name: string;
  /** Unique within a location. */
  readonly code: string;
  readonly discountType: 'percentage' | 'amount';
  readonly discountValue: number;
  readonly startDate: string;
  readonly endDate?: string;
  readonly usageLimit?: number;
  readonly usageCount: number;
  readonly productIds: readonly string[];
  readonly applyToFuturePayments: boolean;
  readonly applyToFuturePaymentsConfig: Readonly<Record<string, unknown>>;
  /** A boolean in requests, a number in answers. */
  readonly limitPerCustomer: number;
  readonly userId?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface WhitelabelProvider extends SandboxRecord {
  readonly uniqueName: string;
  readonly title: string;
  readonly provider: string;
  readonly description: string;
  readonly imageUrl: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ProviderKeys {
  readonly apiKey: string;
  readonly publishableKey: string;
}

/** An app's own way to pay, at most one per location. */
export interface CustomProvider extends SandboxRecord {
  readonly name: string;
  readonly description: string;
  readonly paymentsUrl: string;
  readonly queryUrl: string;
  readonly imageUrl: string;
  readonly marketplaceAppId: string;
  readonly supportsSubscriptionSchedule: boolean;
  readonly live?: ProviderKeys;
  readonly test?: ProviderKeys;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const orders = (world: World): Collection<Order> => world.collection<Order>('orders');
export const fulfilments = (world: World): Collection<Fulfilment> => world.collection<Fulfilment>('fulfilments');
export const transactions = (world: World): Collection<Transaction> => world.collection<Transaction>('transactions');
export const subscriptions = (world: World): Collection<Subscription> =>
  world.collection<Subscription>('subscriptions');
export const coupons = (world: World): Collection<Coupon> => world.collection<Coupon>('coupons');
export const whitelabelProviders = (world: World): Collection<WhitelabelProvider> =>
  world.collection<WhitelabelProvider>('whitelabel-providers');
export const customProviders = (world: World): Collection<CustomProvider> =>
  world.collection<CustomProvider>('custom-providers');
