/** Invoice templates: lines and terms kept for reuse. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { billingHints, billingMatch, firstPage, itemHints, lateFeeHints, listHints, listPaging } from './shared.ts';

const { businessDetails, currency, discount, termsNotes } = billingHints;
const contentHints = { businessDetails, currency, discount, termsNotes, ...itemHints } as const;
const templateId = '_id from invoices_template_list';

export const templateGuides = {
  'GET /invoices/template': {
    name: 'invoices_template_list',
    title: 'List invoice templates',
    summary:
      'Invoice templates of a location with lines, discount and terms. Templates for quotes are apart: invoices_estimate_template_list.',
    risk: 'read',
    paging: { ...listPaging, items: 'data', total: 'totalCount' },
    hints: { ...listHints, startAt: 'YYYY-MM-DD', endAt: 'YYYY-MM-DD', search: 'id or name' },
    words: ['presets', 'boilerplate', 'reusable'],
  },
  'GET /invoices/template/{templateId}': {
    name: 'invoices_template_get',
    title: 'Get an invoice template',
    summary:
      'One invoice template in full. To bill from it, copy its lines and terms into invoices_invoice_create: no call does that by itself.',
    risk: 'read',
    hints: { templateId },
    words: ['preset', 'reusable'],
  },
  'POST /invoices/template': {
    name: 'invoices_template_create',
    title: 'Create an invoice template',
    summary:
      'Saves lines, sender and terms as an invoice template for users of HighLevel. Bills nobody; an invoice for a customer is invoices_invoice_create.',
    notes: [
      'Tips, late fees, payment methods, number prefix, automatic taxes and attachments can be given here, but not in invoices_template_update.',
      'Calling twice makes two templates.',
    ],
    risk: 'write',
    money: { of: 'invoice', lines: 'items' },
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /invoices/template', with: { ...firstPage, search: '$name' } }],
          records: 'data',
          match: billingMatch,
          created: 'createdAt',
          id: '_id',
        },
      ],
      check: 'invoices_template_list shows whether a template of this name is there.',
    },
    hints: { ...contentHints, ...lateFeeHints, title: 'heading, usually INVOICE', invoiceNumberPrefix: 'e.g. INV-' },
    words: ['preset', 'reusable', 'save as template'],
    examples: [
      {
        ask: 'Save our monthly retainer of 500 dollars as an invoice template',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Monthly retainer',
          title: 'INVOICE',
          businessDetails: { name: 'Example Consulting LLC', phoneNo: '+15125550100' },
          currency: 'USD',
          items: [{ name: 'Monthly retainer', currency: 'USD', amount: 500, qty: 1 }],
        },
      },
    ],
  },
  'PUT /invoices/template/{templateId}': {
    name: 'invoices_template_update',
    title: 'Replace an invoice template',
    summary:
      'Overwrites an invoice template: send all of it, read from invoices_template_get. Invoices made earlier do not change.',
    notes: [
      'Late fees and payment methods have calls of their own: invoices_template_late_fee_update, invoices_template_payment_method_update.',
    ],
    risk: 'write',
    idempotent: true,
    money: { of: 'invoice', lines: 'items' },
    hints: { ...contentHints, templateId },
    words: ['edit preset', 'boilerplate', 'change preset'],
    examples: [
      {
        ask: 'The retainer in this invoice template is 550 dollars now',
        args: {
          templateId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Monthly retainer',
          title: 'INVOICE',
          businessDetails: { name: 'Example Consulting LLC', phoneNo: '+15125550100' },
          currency: 'USD',
          items: [{ name: 'Monthly retainer', currency: 'USD', amount: 550, qty: 1 }],
        },
      },
    ],
  },
  'DELETE /invoices/template/{templateId}': {
    name: 'invoices_template_delete',
    title: 'Delete an invoice template',
    summary: 'Deletes an invoice template for good; invoices stay as they are.',
    risk: 'high-impact',
    idempotent: true,
    hints: { templateId },
    words: ['remove preset', 'boilerplate', 'delete preset'],
  },
  'PATCH /invoices/template/{templateId}/late-fees-configuration': {
    name: 'invoices_template_late_fee_update',
    title: 'Set late fees of a template',
    summary:
      'Sets or switches off the late fees in an invoice template, for invoices made from it later. For one invoice: invoices_invoice_late_fee_update.',
    risk: 'write',
    idempotent: true,
    hints: { ...lateFeeHints, templateId, 'lateFeesConfiguration.enable': 'false switches them off' },
    words: ['penalty', 'overdue fee'],
    examples: [
      {
        ask: 'Invoices from this template cost 25 dollars once when they are more than a week late',
        args: {
          templateId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          lateFeesConfiguration: {
            enable: true,
            type: 'fixed',
            value: 25,
            frequency: { intervalCount: 1, interval: 'one_time' },
            grace: { intervalCount: 7, interval: 'day' },
          },
        },
      },
    ],
  },
  'PATCH /invoices/template/{templateId}/payment-methods-configuration': {
    name: 'invoices_template_payment_method_update',
    title: 'Set payment methods of a template',
    summary:
      'Says for an invoice template whether Stripe takes bank debits only instead of cards too. Nothing else of the template changes.',
    risk: 'write',
    idempotent: true,
    hints: { templateId, 'paymentMethods.stripe.enableBankDebitOnly': 'true: no cards' },
    words: ['ACH', 'SEPA', 'bank only', 'Stripe'],
    examples: [
      {
        ask: 'Invoices from this template are paid by bank debit only',
        args: {
          templateId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          paymentMethods: { stripe: { enableBankDebitOnly: true } },
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
