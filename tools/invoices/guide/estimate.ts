/** Estimates (quotes): drafted, sent, answered by the customer, turned into an invoice. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import {
  billingHints,
  billingMatch,
  contactHints,
  contactMatch,
  firstPage,
  itemHints,
  listHints,
  listPaging,
  sendHints,
} from './shared.ts';

const estimateId = '_id from invoices_estimate_list';

const contentHints = {
  ...billingHints,
  ...itemHints,
  ...contactHints,
  liveMode: 'left out it is true: real money',
  title: 'heading, usually ESTIMATE',
  estimateNumber: 'leave out: HighLevel counts',
  issueDate: 'YYYY-MM-DD',
  expiryDate: 'YYYY-MM-DD',
  frequencySettings: '{enabled: false, schedule: {}} for a single job',
  sendEstimateDetails: 'sends at once; leave out to draft',
  autoInvoice: 'makes the invoice when the customer accepts',
  sentTo: 'recipients: email list, optional phoneNo list',
} as const;

export const estimateGuides = {
  'GET /invoices/estimate/list': {
    name: 'invoices_estimate_list',
    title: 'List estimates',
    summary:
      'Estimates (quotes) by status, contact, date or name, in full. There is no call for a single one, so read it here: contactId or search narrows it down.',
    risk: 'read',
    paging: { ...listPaging, items: 'estimates', total: 'total' },
    hints: { ...listHints, startAt: 'YYYY-MM-DD', endAt: 'YYYY-MM-DD', search: 'name of the estimate' },
    words: ['quotes', 'offers', 'quotations', 'bids', 'proposals', 'accepted', 'get estimate'],
    examples: [
      {
        ask: 'Which quotes did customers accept in June 2026?',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          status: 'accepted',
          startAt: '2026-06-01',
          endAt: '2026-06-30',
          limit: 50,
          offset: 0,
        },
      },
    ],
  },
  'POST /invoices/estimate': {
    name: 'invoices_estimate_create',
    title: 'Create an estimate',
    summary:
      'Creates an estimate (quote): a draft, or sent at once if sendEstimateDetails is given. Safer: draft, then invoices_estimate_send.',
    notes: [
      'Calling twice makes two.',
      'liveMode is true when left out.',
      'contactDetails needs name, email and phoneNo filled in.',
      'autoInvoice enabled makes an invoice by itself as soon as the customer accepts.',
      'frequencySettings is required even for a single job.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: {
      each: ['sentTo.email[]', 'sentTo.emailCc[]', 'sentTo.emailBcc[]', 'sentTo.phoneNo[]'],
      unless: { 'sendEstimateDetails.action': ['send_manually', null] },
    },
    money: { of: 'invoice', lines: 'items' },
    findOut: {
      looks: [
        {
          // With sentBy, so that a draft that was made and not sent is not taken for one that was.
          steps: [{ ask: 'GET /invoices/estimate/list', with: { ...firstPage, contactId: '$contactDetails.id' } }],
          records: 'estimates',
          match: {
            ...billingMatch,
            ...contactMatch,
            issueDate: 'issueDate',
            sentBy: 'sendEstimateDetails.userId',
          },
          created: 'createdAt',
          id: '_id',
        },
      ],
      check: "invoices_estimate_list with contactId shows the contact's estimates with their status.",
    },
    hints: contentHints,
    words: ['quote', 'offer', 'quotation', 'bid', 'cost proposal'],
    examples: [
      {
        ask: 'Draft a quote for Jane Doe: painting two rooms at 450 dollars each, valid for July 2026',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Painting two rooms',
          title: 'ESTIMATE',
          businessDetails: { name: 'Example Painting LLC', phoneNo: '+15125550100' },
          currency: 'USD',
          items: [{ name: 'Painting a room', currency: 'USD', amount: 450, qty: 2 }],
          discount: { type: 'percentage', value: 0 },
          contactDetails: {
            id: 'ocQHyuzHvysMo5N5VsXc',
            name: 'Jane Doe',
            email: 'jane.doe@example.com',
            phoneNo: '+14155550123',
          },
          issueDate: '2026-07-01',
          expiryDate: '2026-07-31',
          frequencySettings: { enabled: false, schedule: {} },
          liveMode: true,
        },
      },
    ],
  },
  'PUT /invoices/estimate/{estimateId}': {
    name: 'invoices_estimate_update',
    title: 'Replace an estimate',
    summary:
      'Replaces a whole estimate: send every field, from invoices_estimate_list. sendEstimateDetails sends it to the customer at once.',
    notes: [
      'What is left out is lost (issue #206).',
      'estimateStatus accepted or declined answers in the name of the customer; with autoInvoice enabled accepting makes an invoice.',
      'A customer who has the old version is not told unless it is sent again with invoices_estimate_send.',
    ],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: {
      each: ['sentTo.email[]', 'sentTo.emailCc[]', 'sentTo.emailBcc[]', 'sentTo.phoneNo[]'],
      unless: { 'sendEstimateDetails.action': ['send_manually', null] },
    },
    money: { of: 'invoice', lines: 'items' },
    hints: { ...contentHints, estimateId, estimateStatus: 'leave out to keep it' },
    words: ['edit quote', 'revise offer', 'mark as accepted', 'declined'],
    examples: [
      {
        ask: 'Add a third room to this quote and send nothing yet',
        args: {
          estimateId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Painting three rooms',
          title: 'ESTIMATE',
          businessDetails: { name: 'Example Painting LLC', phoneNo: '+15125550100' },
          currency: 'USD',
          items: [{ name: 'Painting a room', currency: 'USD', amount: 450, qty: 3 }],
          discount: { type: 'percentage', value: 0 },
          contactDetails: {
            id: 'ocQHyuzHvysMo5N5VsXc',
            name: 'Jane Doe',
            email: 'jane.doe@example.com',
            phoneNo: '+14155550123',
          },
          issueDate: '2026-07-01',
          expiryDate: '2026-07-31',
          frequencySettings: { enabled: false, schedule: {} },
          liveMode: true,
          estimateStatus: 'draft',
        },
      },
    ],
  },
  'DELETE /invoices/estimate/{estimateId}': {
    name: 'invoices_estimate_delete',
    title: 'Delete an estimate',
    summary:
      'Deletes an estimate for good. One that the customer turned down is better kept: set estimateStatus declined with invoices_estimate_update.',
    risk: 'high-impact',
    idempotent: true,
    hints: { estimateId },
    words: ['remove quote', 'discard offer'],
  },
  'POST /invoices/estimate/{estimateId}/send': {
    name: 'invoices_estimate_send',
    title: 'Send an estimate',
    summary:
      'Emails or texts an estimate to its customer, who can accept or decline it; billed, and again on every call.',
    notes: [
      'With action send_manually it only counts as sent.',
      'liveMode here overrides what the draft said.',
      'When unsure whether it went out, look at the status in invoices_estimate_list before repeating.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: { unless: { action: ['send_manually'] } },
    findOut: {
      looks: [],
      check: 'invoices_estimate_list shows the estimate; estimateActionHistory has the times at which it was sent.',
    },
    hints: { ...sendHints, estimateId, estimateName: 'leave out to keep its name' },
    words: ['email quote', 'text quote', 'submit offer', 'resend'],
    examples: [
      {
        ask: 'Send this quote by email and text message',
        args: {
          estimateId: '5f9d6d8b1b2d2c001f2d9e4b',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          action: 'sms_and_email',
          liveMode: true,
          userId: 'hxHGVRb1YJUscrCB8eXK',
        },
      },
    ],
  },
  'POST /invoices/estimate/{estimateId}/invoice': {
    name: 'invoices_estimate_invoice_create',
    title: 'Make an invoice from an estimate',
    summary:
      'Turns an estimate into an invoice; send that with invoices_invoice_send. Twice makes two, so set markAsInvoiced true.',
    notes: ['The answer holds both; the id for sending is invoice._id.'],
    risk: 'write',
    findOut: {
      looks: [],
      check: "invoices_invoice_list with the estimate's contactId shows an invoice of the same total, made just now.",
    },
    hints: { estimateId, markAsInvoiced: 'true closes the estimate as invoiced', version: 'leave out' },
    words: ['convert quote', 'bill accepted offer', 'quote to invoice'],
    examples: [
      {
        ask: 'The customer accepted: make the invoice',
        args: {
          estimateId: '5f9d6d8b1b2d2c001f2d9e4b',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          markAsInvoiced: true,
        },
      },
    ],
  },
  'GET /invoices/estimate/number/generate': {
    name: 'invoices_estimate_number_generate',
    title: 'Get the next estimate number',
    summary:
      'Answers the next estimate number without reserving it. Rarely needed: invoices_estimate_create counts by itself.',
    notes: ['Two callers can get the same number.'],
    risk: 'read',
    words: ['quote number', 'sequence', 'numbering'],
  },
  'PATCH /invoices/estimate/stats/last-visited-at': {
    name: 'invoices_estimate_visit_record',
    title: 'Stamp an estimate as viewed',
    summary:
      'For own quote pages: stamps an estimate as just opened by its customer. To read an estimate use invoices_estimate_list.',
    notes: ['Used elsewhere it falsifies when the customer saw it.'],
    risk: 'write',
    idempotent: true,
    hints: { estimateId },
    words: ['viewed', 'opened', 'last seen', 'tracking'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
