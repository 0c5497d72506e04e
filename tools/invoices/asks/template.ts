/** How people ask about invoice templates. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const templateAsks = {
  'GET /invoices/template': [
    'what invoice templates do we have',
    'list saved bill layouts',
    'find the invoice template for retainers',
    'show standard invoices we reuse',
    'search invoice templates by name',
    'all billing templates in this account',
  ],
  'GET /invoices/template/{templateId}': [
    'show one invoice template',
    'line items in this invoice template',
    'open a saved bill layout by id',
    'terms and discount of an invoice template',
    'read a template to bill from it',
    'view a single billing template',
  ],
  'POST /invoices/template': [
    'save this bill as a reusable template',
    'create an invoice template',
    'standard invoice for our onboarding package',
    'make a bill blueprint the team can reuse',
    'new billing template with our terms',
    'preset invoice with line items',
  ],
  'PUT /invoices/template/{templateId}': [
    'change prices in an invoice template',
    'edit the terms on our standard bill',
    'update an invoice template',
    'replace line items in a saved bill layout',
    'rename the invoice template',
    'new logo and address in our billing template',
  ],
  'DELETE /invoices/template/{templateId}': [
    'delete an invoice template',
    'remove an outdated bill layout',
    'clean up invoice templates nobody uses',
    'get rid of the old billing template',
    'erase a saved invoice preset',
    'drop a duplicate invoice template',
  ],
  'PATCH /invoices/template/{templateId}/late-fees-configuration': [
    'add late fees to an invoice template',
    'all bills from this template should have a penalty',
    'turn off late charges in the template',
    'set late payment interest by default on a template',
    'change late fee percentage of the standard invoice',
    'grace days in an invoice template',
  ],
  'PATCH /invoices/template/{templateId}/payment-methods-configuration': [
    'only accept bank transfer on this invoice template',
    'disable credit cards for bills from a template',
    'allow ACH debit only via Stripe',
    'payment methods of an invoice template',
    'let customers pay template invoices by card again',
    'avoid card fees on standard invoices',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
