/** Orders, transactions, subscriptions, coupons and ways to pay. */
import type { Domain } from '../../domain.ts';
import { couponHandlers } from './coupon-handlers.ts';
import { treatNullAsAbsent } from './lists.ts';
import { orderHandlers } from './order-handlers.ts';
import { providerHandlers } from './provider-handlers.ts';
import { seedPayments } from './seed.ts';
import { transactionHandlers } from './transaction-handlers.ts';

export const domain: Domain = {
  name: 'payments',
  handlers: treatNullAsAbsent({ ...orderHandlers, ...transactionHandlers, ...couponHandlers, ...providerHandlers }),
  seed: seedPayments,
};
