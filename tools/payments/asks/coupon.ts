/** How people ask about coupons. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const couponAsks = {
  'GET /payments/coupon/list': [
    'which discount codes are active',
    'list our coupons',
    'how often was the promo code used',
    'vouchers already expired',
    'show all promotions running now',
    'find a promo code by name',
    'is there a code for new customers',
  ],
  'GET /payments/coupon': [
    'details of one coupon code',
    'when does this promo code expire',
    'how much off does this voucher give',
    'why does the discount code not work',
    'check a single coupon by code and id',
    'redemptions left on a promo code',
    'which products does this coupon apply to',
  ],
  'POST /payments/coupon': [
    'create a 20 percent off promo code',
    'new discount code for Black Friday',
    'make a voucher for first-time buyers',
    'ten dollars off coupon limited to 100 uses',
    'run a sale with a code at checkout',
    'free month code for subscriptions',
  ],
  'PUT /payments/coupon': [
    'extend the promo code by a week',
    'change the discount percentage of a coupon',
    'end a promotion early',
    'raise the usage limit of a code',
    'restrict a coupon to certain products',
    'rename a voucher code',
    'edit an existing discount',
  ],
  'DELETE /payments/coupon': [
    'delete a coupon code',
    'remove the promo code, it leaked online',
    'kill a discount code for good',
    'get rid of old vouchers',
    'take down a promotion code permanently',
    'erase a test coupon',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
