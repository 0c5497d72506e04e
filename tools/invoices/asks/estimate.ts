/** How people ask about estimates: quotes to customers. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const estimateAsks = {
  'GET /invoices/estimate/list': [
    'list quotes we sent this month',
    'which estimates are still waiting for an answer',
    'find the quote for a customer',
    'accepted estimates not invoiced yet',
    'quotes that were declined',
    'show all price offers to a prospect',
    'look up an estimate',
    'did the client accept our quote',
  ],
  'POST /invoices/estimate': [
    'write a quote for a customer',
    'create an estimate for a roof repair',
    'price offer for a prospect',
    'new quotation with three line items',
    'draft an estimate before billing',
    'prospect asks what the job would cost in writing',
    'make a bid for a lead',
  ],
  'PUT /invoices/estimate/{estimateId}': [
    'change the price on a quote',
    'add an item to an existing estimate',
    'extend how long the quotation is valid',
    'revise the offer after negotiation',
    'mark a quote as declined',
    'edit an estimate already made',
    'update expiry date of an estimate',
  ],
  'DELETE /invoices/estimate/{estimateId}': [
    'delete a quote',
    'remove an estimate made by mistake',
    'erase a draft quotation',
    'throw away a duplicate estimate',
    'get rid of a test quote',
    'discard an old price offer permanently',
  ],
  'POST /invoices/estimate/{estimateId}/send': [
    'email the quote to the prospect',
    'send the estimate by text',
    "resend the quotation, she can't find it",
    'deliver the offer for approval',
    'get the customer to accept the estimate',
    'send out a drafted quote',
  ],
  'POST /invoices/estimate/{estimateId}/invoice': [
    'turn the accepted quote into a bill',
    'convert estimate to invoice',
    'customer said yes to the offer, invoice it',
    'bill from an approved quotation',
    'make an invoice out of an estimate',
    'client accepted, charge them for the quoted job',
  ],
  'GET /invoices/estimate/number/generate': [
    'what is the next quote number',
    'generate an estimate number',
    'which number will my next quotation get',
    'next number in the estimate sequence',
    'avoid duplicate estimate numbers',
    'latest quote number plus one',
  ],
  'PATCH /invoices/estimate/stats/last-visited-at': [
    'mark an estimate as viewed by the customer',
    'record that a prospect opened the quote',
    'stamp last visited time on an estimate',
    'track quote views from our own page',
    'update when a quotation was last seen',
    'log quote opened on custom portal',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
