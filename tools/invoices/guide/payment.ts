/** What reaches the customer or the books: sending an invoice, asking for a payment, recording one. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { billingHints, contactHints, firstPage, itemHints, lateFeeHints, lookAtInvoices, sendHints } from './shared.ts';

export const paymentGuides = {
  'POST /invoices/{invoiceId}/send': {
    name: 'invoices_invoice_send',
    title: 'Send an invoice',
    summary:
      'Emails or texts an invoice to its customer, again on every call; autoPayment can charge a card. Draft first: invoices_invoice_create.',
    notes: [
      'Delivery is billed; with action send_manually the invoice only counts as sent.',
      'liveMode true asks for real money, whatever the draft said.',
      'The recipients are those in sentTo and contactDetails of the invoice.',
      'When unsure whether a send went through, look at the status in invoices_invoice_get before repeating.',
      'autoPayment takes the saved payment method by id; no call lists what a contact has saved (issue #254).',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: { unless: { action: ['send_manually'] } },
    money: { of: 'charge', unless: { 'autoPayment.enable': [false, null] } },
    findOut: { looks: [], check: 'invoices_invoice_get shows the status: still draft means that it was not sent.' },
    hints: {
      ...sendHints,
      invoiceId: '_id from invoices_invoice_list',
      autoPayment: 'leave out unless a saved card is to be charged',
    },
    words: ['email invoice', 'text invoice', 'resend', 'bill', 'remind', 'deliver'],
    examples: [
      {
        ask: 'Email this invoice to the customer',
        args: {
          invoiceId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          action: 'email',
          liveMode: true,
          userId: 'hxHGVRb1YJUscrCB8eXK',
        },
      },
    ],
  },
  'POST /invoices/text2pay': {
    name: 'invoices_text2pay_send',
    title: 'Create and send a payment link',
    summary:
      'Creates an invoice, sends it at once (action send) or drafts it, and answers a payment link. Step by step: invoices_invoice_create.',
    notes: [
      'Two calls ask the customer twice.',
      'liveMode true asks for real money.',
      'contactDetails needs name, email and phoneNo filled in (issue #16).',
      'invoiceUrl is answered for a draft too, as its preview.',
      'When unsure whether it went out, look in invoices_invoice_list with contactId before repeating.',
      'With id the content sent replaces what the invoice had.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: {
      each: ['sentTo.email[]', 'sentTo.emailCc[]', 'sentTo.emailBcc[]', 'sentTo.phoneNo[]'],
      unless: { action: ['draft'] },
    },
    money: { of: 'invoice', lines: 'items' },
    findOut: {
      looks: [
        {
          // With sentBy, so that a draft that was made and not sent is not taken for one that was.
          ...lookAtInvoices,
          match: { ...lookAtInvoices.match, sentBy: 'userId' },
        },
      ],
      check: "invoices_invoice_list with contactId shows the contact's invoices and whether they were sent.",
    },
    hints: {
      ...billingHints,
      ...itemHints,
      ...contactHints,
      ...lateFeeHints,
      action: 'send: goes out now; draft: nothing goes out',
      userId: 'staff user who asks, from users_user_search',
      id: 'invoice to change; leave out for a new one',
      name: 'internal name of the invoice',
      issueDate: 'YYYY-MM-DD',
      dueDate: 'YYYY-MM-DD',
      sentTo: 'recipients: email list, optional phoneNo list',
      invoiceNumber: 'leave out: HighLevel counts',
    },
    words: ['payment link', 'text to pay', 'pay by text', 'request payment', 'deposit', 'collect money', 'SMS'],
    examples: [
      {
        ask: 'Text Jane Doe a link to pay her 30 dollar deposit',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Deposit',
          currency: 'USD',
          items: [{ name: 'Deposit', currency: 'USD', amount: 30, qty: 1 }],
          contactDetails: {
            id: 'ocQHyuzHvysMo5N5VsXc',
            name: 'Jane Doe',
            email: 'jane.doe@example.com',
            phoneNo: '+14155550123',
          },
          issueDate: '2026-06-30',
          dueDate: '2026-07-07',
          sentTo: { email: ['jane.doe@example.com'], phoneNo: ['+14155550123'] },
          liveMode: true,
          action: 'send',
          userId: 'hxHGVRb1YJUscrCB8eXK',
        },
      },
    ],
  },
  'POST /invoices/{invoiceId}/record-payment': {
    name: 'invoices_invoice_payment_record',
    title: 'Record a payment of an invoice',
    summary:
      'Books money received outside HighLevel on an invoice; charges no card. Twice books twice. Orders: payments_order_payment_record.',
    notes: [
      'The customer may get a receipt.',
      'A booked payment cannot be taken back through the API.',
      'HighLevel documents card, cheque and notes as required in every mode: fill those that do not apply with empty texts.',
      'An amount below amountDue leaves the invoice partially_paid.',
      'When unsure whether it went through, look at amountPaid in invoices_invoice_get before repeating.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'one',
    money: { of: 'charge', amount: 'amount' },
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /payments/transactions', with: { ...firstPage, entityId: '$invoiceId' } }],
          records: 'data',
          match: { amount: 'amount' },
          created: 'createdAt',
          id: '_id',
        },
      ],
      check: 'invoices_invoice_get shows amountPaid, payments_transaction_list with entityId the single payments.',
    },
    hints: {
      invoiceId: '_id from invoices_invoice_list',
      amount: 'major units, e.g. 360 or 49.5',
      card: 'empty texts unless mode is card',
      cheque: 'empty text unless mode is cheque',
      notes: 'shown with the transaction',
      paymentScheduleIds: 'instalments paid, when it has a plan',
      fulfilledAt: 'ISO 8601; when the money came in',
    },
    words: ['mark as paid', 'paid in cash', 'cheque', 'check', 'bank transfer', 'offline payment', 'settle'],
    examples: [
      {
        ask: 'Jane paid this invoice by bank transfer yesterday, 360 dollars',
        args: {
          invoiceId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          mode: 'bank_transfer',
          amount: 360,
          notes: 'Bank transfer',
          card: { brand: '', last4: '' },
          cheque: { number: '' },
          fulfilledAt: '2026-07-02T09:00:00.000Z',
        },
      },
      {
        ask: 'Cheque 1042 over 100 dollars arrived as a first part',
        args: {
          invoiceId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          mode: 'cheque',
          amount: 100,
          notes: 'First part',
          card: { brand: '', last4: '' },
          cheque: { number: '1042' },
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
