/** How people ask to send invoices and book payments of them. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const paymentAsks = {
  'POST /invoices/{invoiceId}/send': [
    'email the invoice to the customer',
    'resend a bill, client says she never got it',
    'text the invoice to the client',
    'send out the draft invoice now',
    'remind a customer to pay an open bill',
    'deliver the bill by SMS and email',
    'charge the card on file for this invoice',
  ],
  'POST /invoices/text2pay': [
    'text a payment link to a customer',
    'collect a deposit over SMS right now',
    'get a pay link for 200 dollars',
    'request money from a client by phone',
    'text to pay',
    'create and send an invoice in one go',
    'ask a lead to pay via link',
    'charge a walk-in by message',
  ],
  'POST /invoices/{invoiceId}/record-payment': [
    'customer paid the invoice in cash',
    'mark a bill as paid',
    'check arrived in the mail for an invoice',
    'book a bank transfer against an invoice',
    'record a partial payment on a bill',
    'client paid by Venmo or Zelle, update the invoice',
    'log an offline payment for an invoice',
    'settle an open invoice manually',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
