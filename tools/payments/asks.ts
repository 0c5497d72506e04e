import type { Asks } from '../../src/catalogue/asks.ts';
import { couponAsks } from './asks/coupon.ts';
import { orderAsks } from './asks/order.ts';
import { providerAsks } from './asks/provider.ts';
import { transactionAsks } from './asks/transaction.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with payments. */
export const asks = {
  ...couponAsks,
  ...orderAsks,
  ...providerAsks,
  ...transactionAsks,
} as const satisfies Asks<typeof operations>;
