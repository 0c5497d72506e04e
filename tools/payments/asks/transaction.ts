/** How people ask about transactions and subscriptions. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const transactionAsks = {
  'GET /payments/transactions': [
    'how much money came in this month',
    'revenue report by date',
    'list payments of a customer',
    'failed card charges',
    'did her payment go through',
    'refunds we gave last week',
    'sales total for yesterday',
    'payments declined by bank',
    'payment history of a client',
  ],
  'GET /payments/transactions/{transactionId}': [
    'details of one payment',
    'why was this charge declined',
    'how much was refunded on this payment',
    'which card was this transaction paid with',
    'look up a transaction by id',
    'what was this charge for',
    'Stripe charge id of a payment',
  ],
  'GET /payments/subscriptions': [
    'who has an active subscription',
    'list members paying monthly',
    'canceled subscriptions this month',
    'what is a client subscribed to',
    'recurring revenue from memberships',
    'past due subscriptions',
    'customers on a trial',
    'subscribers who churned',
  ],
  'GET /payments/subscriptions/{subscriptionId}': [
    'details of one subscription',
    'when does this membership renew',
    'is this subscription still active or canceled',
    "price and interval of a subscriber's plan",
    'look up a subscription by id',
    'next billing date of a membership',
    'when did the trial end',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
