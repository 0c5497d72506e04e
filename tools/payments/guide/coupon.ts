/** Coupons: codes that give a discount at checkout. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const couponHints = {
  code: 'what customers type, e.g. SPRING25',
  discountValue: 'percent, or amount in major units',
  startDate: 'ISO 8601 UTC, e.g. 2026-07-01T00:00:00.000Z',
  endDate: 'ISO 8601 UTC; leave out for no end',
  usageLimit: 'uses in total, all customers together',
  limitPerCustomer: 'true: once per customer',
  productIds: 'from products_product_list; leave out for all',
  applyToFuturePayments: 'false: first payment of a subscription only',
  applyToFuturePaymentsConfig: 'leave out for every future payment',
} as const;

export const couponGuides = {
  'GET /payments/coupon/list': {
    name: 'payments_coupon_list',
    title: 'List coupons',
    summary:
      'Coupons of a location with code, discount, dates and uses, by name or code. Gives ids and codes for the other coupon calls.',
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'data',
      total: 'totalCount',
      size: 'limit',
      defaultSize: 100,
      offset: 'offset',
    },
    hints: { search: 'part of name or code' },
    words: ['discount codes', 'promo codes', 'vouchers', 'promotions'],
  },
  'GET /payments/coupon': {
    name: 'payments_coupon_get',
    title: 'Get a coupon',
    summary:
      'One coupon with its terms and usage count. Needs id and code together; payments_coupon_list gives both and the same details.',
    risk: 'read',
    hints: { id: 'from payments_coupon_list', code: 'the code of the same coupon' },
    words: ['discount code', 'promo code', 'voucher', 'redeemed'],
  },
  'POST /payments/coupon': {
    name: 'payments_coupon_create',
    title: 'Create a coupon',
    summary:
      'Creates a discount code that works from startDate on. On subscriptions it discounts every future payment too unless applyToFuturePayments is false.',
    notes: [
      'Dates are UTC: convert midnight of the business first.',
      'Without productIds the code is good for every product.',
      'For a limited number of months set applyToFuturePaymentsConfig to {type: "fixed", duration: 3, durationType: "months"}.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /payments/coupon/list', with: { search: '$code', limit: 100, offset: 0 } }],
          records: 'data',
          match: {
            code: 'code',
            name: 'name',
            discountType: 'discountType',
            discountValue: 'discountValue',
          },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'payments_coupon_list with the code as search shows whether the coupon is there.',
    },
    hints: couponHints,
    words: ['discount code', 'promo code', 'voucher', 'sale', 'percent off'],
    examples: [
      {
        ask: 'Make a code SUMMER20 for 20 % off in July 2026, once per customer, first payment only',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Summer sale 2026',
          code: 'SUMMER20',
          discountType: 'percentage',
          discountValue: 20,
          startDate: '2026-07-01T00:00:00.000Z',
          endDate: '2026-07-31T23:59:59.000Z',
          limitPerCustomer: true,
          applyToFuturePayments: false,
        },
      },
      {
        ask: 'Code TENOFF takes 10 dollars off the first three months of this product, 100 uses at most',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Ten off for three months',
          code: 'TENOFF',
          discountType: 'amount',
          discountValue: 10,
          startDate: '2026-07-01T00:00:00.000Z',
          usageLimit: 100,
          productIds: ['655b33a82209e60b6adb87a5'],
          applyToFuturePayments: true,
          applyToFuturePaymentsConfig: { type: 'fixed', duration: 3, durationType: 'months' },
        },
      },
    ],
  },
  'PUT /payments/coupon': {
    name: 'payments_coupon_update',
    title: 'Change a coupon',
    summary:
      'Overwrites a coupon: send every field, since what is left out may fall back to its default. To end a code, set endDate.',
    notes: ['applyToFuturePayments falls back to true.', 'Read the present values with payments_coupon_list first.'],
    risk: 'write',
    idempotent: true,
    hints: { ...couponHints, id: 'from payments_coupon_list' },
    words: ['extend', 'expire', 'stop promo', 'edit discount code'],
    examples: [
      {
        ask: 'Let SUMMER20 run until the end of August',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Summer sale 2026',
          code: 'SUMMER20',
          discountType: 'percentage',
          discountValue: 20,
          startDate: '2026-07-01T00:00:00.000Z',
          endDate: '2026-08-31T23:59:59.000Z',
          limitPerCustomer: true,
          applyToFuturePayments: false,
          id: '67f6c132d9485f9dacd5f123',
        },
      },
    ],
  },
  'DELETE /payments/coupon': {
    name: 'payments_coupon_delete',
    title: 'Delete a coupon',
    summary:
      'Deletes a coupon for good, so that its code can no longer be used. To end it but keep it in the list, set endDate with payments_coupon_update.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from payments_coupon_list' },
    words: ['remove promo code', 'voucher'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
