/** Money that moved, once or regularly: transactions and subscriptions. Both can only be read. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const listPaging = {
  style: 'offset-limit',
  items: 'data',
  total: 'totalCount',
  size: 'limit',
  defaultSize: 10,
  offset: 'offset',
} as const;

const listHints = {
  paymentMode: 'live or test',
  startAt: 'YYYY-MM-DD',
  endAt: 'YYYY-MM-DD',
  entitySourceType: 'e.g. invoice, text2Pay, funnel, payment_link, manual',
} as const;

export const transactionGuides = {
  'GET /payments/transactions': {
    name: 'payments_transaction_list',
    title: 'List transactions',
    summary:
      'Payments by contact, date, order or subscription, for revenue reports; test payments too unless paymentMode is live.',
    notes: [
      'There is no filter by status: keep the succeeded ones and subtract amountRefunded yourself.',
      'Amounts are in major units of currency, which can differ between transactions.',
      'Refunds show up here but cannot be made through the API.',
    ],
    risk: 'read',
    paging: listPaging,
    hints: {
      ...listHints,
      altType: 'location',
      locationId: 'not needed; altId is the location',
      entityId: 'id of the order or invoice paid',
      entitySourceSubType: 'e.g. two_step_order_form, upsell, store',
      subscriptionId: "the payment provider's id, e.g. sub_…",
    },
    words: ['payments', 'revenue', 'income', 'charges', 'refunds', 'sales report', 'Stripe', 'PayPal', 'who paid'],
    examples: [
      {
        ask: 'How much real money came in through invoices in June 2026?',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          paymentMode: 'live',
          entitySourceType: 'invoice',
          startAt: '2026-06-01',
          endAt: '2026-06-30',
          limit: 100,
          offset: 0,
        },
      },
      {
        ask: 'What has this customer paid so far?',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          limit: 50,
        },
      },
    ],
  },
  'GET /payments/transactions/{transactionId}': {
    name: 'payments_transaction_get',
    title: 'Get a transaction',
    summary:
      'One payment with charge, provider, refunded amount and what it paid for (entityType, entityId). Ids come from payments_transaction_list.',
    risk: 'read',
    hints: {
      transactionId: 'from payments_transaction_list',
      altType: 'location',
      locationId: 'not needed; altId is the location',
    },
    words: ['payment', 'charge', 'receipt', 'refund', 'Stripe'],
  },
  'GET /payments/subscriptions': {
    name: 'payments_subscription_list',
    title: 'List subscriptions',
    summary:
      'Recurring purchases with status and amount, by contact, date or source; read only. Recurring invoices: invoices_schedule_list.',
    notes: [
      'Cancelling is done in HighLevel.',
      'The single payments of a subscription: payments_transaction_list with subscriptionId.',
      'There is no filter by status: pick the active ones from the answer.',
    ],
    risk: 'read',
    paging: listPaging,
    hints: {
      ...listHints,
      id: "HighLevel's subscription id",
      entityId: 'id of the order',
      getPaymentsCollectedCount: 'true adds how many payments came in',
    },
    words: ['recurring', 'membership', 'MRR', 'churn', 'plan', 'active subscribers'],
    examples: [
      {
        ask: 'Does this contact have a running subscription?',
        args: { altId: 've9EPM428h8vShlRW1KT', altType: 'location', contactId: 'ocQHyuzHvysMo5N5VsXc' },
      },
    ],
  },
  'GET /payments/subscriptions/{subscriptionId}': {
    name: 'payments_subscription_get',
    title: 'Get a subscription',
    summary:
      "One subscription with status, schedule, product, coupon and cancellation. Takes HighLevel's id (_id), not the payment provider's.",
    risk: 'read',
    hints: { subscriptionId: '_id from payments_subscription_list' },
    words: ['recurring', 'plan', 'cancelled', 'next payment', 'renewal'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
