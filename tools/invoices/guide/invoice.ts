/** The invoice as a document: find, read, draft, change, void, delete, and the location's defaults for it. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import {
  billingHints,
  contactHints,
  itemHints,
  lateFeeHints,
  listHints,
  listPaging,
  lookAtInvoices,
} from './shared.ts';

export const invoiceGuides = {
  'GET /invoices/': {
    name: 'invoices_invoice_list',
    title: 'List invoices',
    summary:
      'Invoices by status, contact, date or text, with total and amountDue. Overdue is no status: list sent ones, compare dueDate.',
    notes: [
      'Overdue ones are sent or partially_paid with a dueDate in the past.',
      'Statuses are draft, sent, payment_processing, paid, partially_paid and void; one per call.',
      'Test invoices are listed beside real ones: filter paymentMode live, or look at liveMode.',
      'Sums per month are better taken from payments_transaction_list, which has what was really paid.',
    ],
    risk: 'read',
    paging: { ...listPaging, items: 'invoices', total: 'total' },
    hints: {
      ...listHints,
      status: 'draft, sent, payment_processing, paid, partially_paid or void',
      startAt: 'YYYY-MM-DD',
      endAt: 'YYYY-MM-DD',
      search: 'id, name, email or phone',
      sortOrder: 'with sortField issueDate',
    },
    words: ['bills', 'billing', 'unpaid', 'overdue', 'outstanding', 'receivables', 'who owes'],
    examples: [
      {
        ask: 'Which real invoices are still unpaid? Oldest first',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          status: 'sent',
          paymentMode: 'live',
          sortField: 'issueDate',
          sortOrder: 'ascend',
          limit: 100,
          offset: 0,
        },
      },
      {
        ask: 'Show the invoices of this contact from 2026',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          startAt: '2026-01-01',
          endAt: '2026-12-31',
          limit: 20,
          offset: 0,
        },
      },
    ],
  },
  'GET /invoices/{invoiceId}': {
    name: 'invoices_invoice_get',
    title: 'Get an invoice',
    summary:
      'One invoice in full: lines, dates, total, amountPaid, amountDue. Read it before invoices_invoice_update, which needs all of it back.',
    notes: ['Its payments one by one: payments_transaction_list with entityId or contactId.'],
    risk: 'read',
    hints: { invoiceId: '_id from invoices_invoice_list, not its number' },
    words: ['bill', 'details', 'status', 'is it paid'],
  },
  'POST /invoices/': {
    name: 'invoices_invoice_create',
    title: 'Draft an invoice',
    summary:
      'Drafts an invoice; nothing goes out until invoices_invoice_send. At once: invoices_text2pay_send; recurring: invoices_schedule_create.',
    notes: [
      'Calling twice makes two.',
      'liveMode true makes it payable with real money; false is for tests and cannot be paid for real.',
      'contactDetails needs name, email and phoneNo filled in (issue #16); naming the id alone is refused.',
      'Without invoiceNumber HighLevel numbers the invoice; invoices_number_generate shows the next number.',
      'Amounts are major units of the currency: 99.5 means 99.50, not cents.',
      'Taxes are given in full on each line; the API has no list of them.',
    ],
    risk: 'write',
    money: { of: 'invoice', lines: 'items' },
    findOut: {
      looks: [{ ...lookAtInvoices, complete: true }],
      check: "invoices_invoice_list with contactId shows the contact's invoices.",
    },
    hints: {
      ...billingHints,
      ...itemHints,
      ...contactHints,
      ...lateFeeHints,
      name: 'internal name of the invoice',
      title: 'heading, usually INVOICE',
      issueDate: 'YYYY-MM-DD',
      dueDate: 'YYYY-MM-DD',
      sentTo: 'recipients: email list, optional phoneNo list',
      invoiceNumber: 'leave out: HighLevel counts',
      attachments: 'files of the media library',
    },
    words: ['bill', 'billing', 'charge a client', 'new invoice', 'request payment'],
    examples: [
      {
        ask: 'Draft an invoice for Jane Doe: 3 hours of consulting at 120 dollars, due in two weeks',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Consulting June 2026',
          title: 'INVOICE',
          businessDetails: {
            name: 'Example Consulting LLC',
            phoneNo: '+15125550100',
            address: {
              addressLine1: '1 Example Street',
              city: 'Austin',
              state: 'TX',
              countryCode: 'US',
              postalCode: '78701',
            },
          },
          currency: 'USD',
          items: [{ name: 'Consulting', description: 'Hours in June', currency: 'USD', amount: 120, qty: 3 }],
          discount: { type: 'percentage', value: 0 },
          contactDetails: {
            id: 'ocQHyuzHvysMo5N5VsXc',
            name: 'Jane Doe',
            email: 'jane.doe@example.com',
            phoneNo: '+14155550123',
          },
          issueDate: '2026-06-30',
          dueDate: '2026-07-14',
          sentTo: { email: ['jane.doe@example.com'] },
          liveMode: true,
        },
      },
    ],
  },
  'PUT /invoices/{invoiceId}': {
    name: 'invoices_invoice_update',
    title: 'Replace an invoice',
    summary:
      'Replaces a whole invoice: what is left out is lost, so read invoices_invoice_get first. Lines are invoiceItems; dueDate is required.',
    notes: [
      'That everything is replaced is known from issue #206.',
      'The customer is not told: send it again with invoices_invoice_send.',
      'Late fees have a call of their own: invoices_invoice_late_fee_update.',
      'Statuses do not change here: use invoices_invoice_void or invoices_invoice_payment_record.',
    ],
    risk: 'write',
    idempotent: true,
    money: { of: 'invoice', lines: 'invoiceItems' },
    hints: {
      ...billingHints,
      ...contactHints,
      invoiceId: '_id from invoices_invoice_list',
      invoiceItems: 'all lines, old ones too',
      'invoiceItems[].amount': 'price of one in major units, e.g. 99.5',
      issueDate: 'YYYY-MM-DD',
      dueDate: 'YYYY-MM-DD',
    },
    words: ['edit bill', 'correct', 'change due date', 'add a line', 'discount'],
    examples: [
      {
        ask: 'Make it 4 hours instead of 3 and move the due date to the end of July',
        args: {
          invoiceId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Consulting June 2026',
          title: 'INVOICE',
          businessDetails: { name: 'Example Consulting LLC', phoneNo: '+15125550100' },
          currency: 'USD',
          invoiceItems: [{ name: 'Consulting', description: 'Hours in June', currency: 'USD', amount: 120, qty: 4 }],
          discount: { type: 'percentage', value: 0 },
          contactDetails: {
            id: 'ocQHyuzHvysMo5N5VsXc',
            name: 'Jane Doe',
            email: 'jane.doe@example.com',
            phoneNo: '+14155550123',
          },
          issueDate: '2026-06-30',
          dueDate: '2026-07-31',
          liveMode: true,
        },
      },
    ],
  },
  'DELETE /invoices/{invoiceId}': {
    name: 'invoices_invoice_delete',
    title: 'Delete an invoice',
    summary:
      'Deletes an invoice for good, meant for drafts. One that a customer has seen is better voided with invoices_invoice_void, which keeps it on record.',
    risk: 'high-impact',
    idempotent: true,
    hints: { invoiceId: '_id from invoices_invoice_list' },
    words: ['remove bill', 'discard draft'],
  },
  'POST /invoices/{invoiceId}/void': {
    name: 'invoices_invoice_void',
    title: 'Void an invoice',
    summary:
      'Voids an invoice for good: it stays on record but nobody can pay it, and nothing is refunded. Drafts: invoices_invoice_delete.',
    risk: 'high-impact',
    idempotent: true,
    hints: { invoiceId: '_id from invoices_invoice_list' },
    words: ['cancel invoice', 'annul', 'write off', 'invalidate'],
  },
  'PATCH /invoices/{invoiceId}/late-fees-configuration': {
    name: 'invoices_invoice_late_fee_update',
    title: 'Set late fees of an invoice',
    summary:
      'Sets or ends late fees of one invoice, which add to what is owed once overdue. Of a template: invoices_template_late_fee_update.',
    risk: 'write',
    idempotent: true,
    hints: { ...lateFeeHints, 'lateFeesConfiguration.enable': 'false switches them off' },
    words: ['penalty', 'overdue fee', 'interest', 'grace period'],
    examples: [
      {
        ask: 'Charge 2 % a month on this invoice when it is more than 5 days late, 50 dollars at most',
        args: {
          invoiceId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          lateFeesConfiguration: {
            enable: true,
            type: 'percentage',
            value: 2,
            frequency: { intervalCount: 1, interval: 'month' },
            grace: { intervalCount: 5, interval: 'day' },
            maxLateFees: { type: 'fixed', value: 50 },
          },
        },
      },
    ],
  },
  'PATCH /invoices/stats/last-visited-at': {
    name: 'invoices_invoice_visit_record',
    title: 'Stamp an invoice as viewed',
    summary:
      'For own payment pages: stamps an invoice as just opened by its customer. To read an invoice use invoices_invoice_get.',
    notes: ['Used elsewhere it falsifies when the customer saw it.'],
    risk: 'write',
    idempotent: true,
    hints: { invoiceId: '_id from invoices_invoice_list' },
    words: ['viewed', 'opened', 'last seen', 'tracking'],
  },
  'GET /invoices/generate-invoice-number': {
    name: 'invoices_number_generate',
    title: 'Get the next invoice number',
    summary:
      'Answers the next invoice number without reserving it. Rarely needed: invoices_invoice_create counts by itself.',
    notes: ['Two callers can get the same number.'],
    risk: 'read',
    words: ['sequence', 'numbering', 'next invoice'],
  },
  'GET /invoices/settings': {
    name: 'invoices_settings_get',
    title: 'Get invoice settings',
    summary:
      "A location's defaults for invoices and estimates: business details, prefixes, terms, sender, reminders, late fees. Read only.",
    notes: ['businessDetails of new invoices, schedules and estimates is best copied from here.'],
    risk: 'read',
    words: ['defaults', 'business address', 'payment terms', 'logo', 'reminders', 'configuration'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
