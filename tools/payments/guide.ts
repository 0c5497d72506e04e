import type { Guides } from '../../src/catalogue/guide.ts';
import { couponGuides } from './guide/coupon.ts';
import { orderGuides } from './guide/order.ts';
import { providerGuides } from './guide/provider.ts';
import { transactionGuides } from './guide/transaction.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...orderGuides,
  ...transactionGuides,
  ...couponGuides,
  ...providerGuides,
} as const satisfies Guides<typeof operations>;
