/** Invoices that go out by themselves: drafted, started, changed, stopped. */
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
} from './shared.ts';

const scheduleId = '_id from invoices_schedule_list';

const contentHints = {
  ...billingHints,
  ...itemHints,
  ...contactHints,
  name: 'internal name',
  schedule: 'rrule to repeat, or executeAt for once',
  'schedule.executeAt': 'ISO 8601 date-time',
  'schedule.rrule.interval': 'every so many intervalType, e.g. 1',
  'schedule.rrule.startDate': 'YYYY-MM-DD',
  'schedule.rrule.startTime': 'HH:mm:ss',
  'schedule.rrule.endDate': 'YYYY-MM-DD',
  'schedule.rrule.endTime': 'HH:mm:ss',
  'schedule.rrule.dayOfMonth': '1 to 28, or -1 for the last',
  'schedule.rrule.numOfWeek': '1 to 4, or -1 for the last',
  'schedule.rrule.count': 'invoices in total; leave out for no end',
  'schedule.rrule.daysBefore': 'issue so many days earlier',
} as const;

const autoPaymentHints = {
  'autoPayment.paymentMethodId': 'saved with the payment provider',
  'autoPayment.customerId': "the provider's customer id",
} as const;

export const scheduleGuides = {
  'GET /invoices/schedule': {
    name: 'invoices_schedule_list',
    title: 'List recurring invoices',
    summary:
      'Recurring invoices of a location with status, rhythm and issued invoices. Subscriptions from a checkout: payments_subscription_list.',
    risk: 'read',
    paging: { ...listPaging, items: 'schedules', total: 'total' },
    hints: {
      ...listHints,
      status: 'e.g. draft',
      startAt: 'YYYY-MM-DD',
      endAt: 'YYYY-MM-DD',
      search: 'id, name, email or phone',
    },
    words: ['retainers', 'monthly billing', 'scheduled invoices', 'repeat'],
  },
  'GET /invoices/schedule/{scheduleId}': {
    name: 'invoices_schedule_get',
    title: 'Get a recurring invoice',
    summary:
      'One recurring invoice in full, with its issued invoices. Read it before invoices_schedule_update, which needs all of it back.',
    risk: 'read',
    hints: { scheduleId },
    words: ['retainer', 'scheduled invoice'],
  },
  'POST /invoices/schedule': {
    name: 'invoices_schedule_create',
    title: 'Draft a recurring invoice',
    summary:
      'Drafts an invoice that repeats for a contact; nothing is sent until invoices_schedule_start. A single one: invoices_invoice_create.',
    notes: [
      'It can also be made to go out once, later.',
      'liveMode true bills real money once it is started.',
      'contactDetails needs name, email and phoneNo filled in (issue #16).',
      'Without count or endDate it repeats until invoices_schedule_cancel.',
      'Calling twice makes two schedules.',
    ],
    risk: 'write',
    money: { of: 'invoice', lines: 'items' },
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /invoices/schedule', with: { ...firstPage, search: '$name' } }],
          records: 'schedules',
          match: { ...billingMatch, ...contactMatch },
          created: 'createdAt',
          id: '_id',
        },
      ],
      check: 'invoices_schedule_list shows the recurring invoices; search narrows it to the name or the email.',
    },
    hints: contentHints,
    words: ['retainer', 'monthly billing', 'subscription invoice', 'repeat', 'instalments'],
    examples: [
      {
        ask: 'Bill Jane Doe 500 dollars on the first of every month for a year, from July 2026',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Monthly retainer',
          title: 'INVOICE',
          contactDetails: {
            id: 'ocQHyuzHvysMo5N5VsXc',
            name: 'Jane Doe',
            email: 'jane.doe@example.com',
            phoneNo: '+14155550123',
          },
          schedule: {
            rrule: { intervalType: 'monthly', interval: 1, startDate: '2026-07-01', dayOfMonth: 1, count: 12 },
          },
          liveMode: true,
          businessDetails: { name: 'Example Consulting LLC', phoneNo: '+15125550100' },
          currency: 'USD',
          items: [{ name: 'Monthly retainer', currency: 'USD', amount: 500, qty: 1 }],
          discount: { type: 'percentage', value: 0 },
        },
      },
    ],
  },
  'PUT /invoices/schedule/{scheduleId}': {
    name: 'invoices_schedule_update',
    title: 'Replace a recurring invoice',
    summary:
      'Overwrites a recurring invoice: send every field, read from invoices_schedule_get. On a running one follow with invoices_schedule_change_publish.',
    notes: ['Invoices already issued stay as they are; change those with invoices_invoice_update.'],
    risk: 'write',
    idempotent: true,
    money: { of: 'invoice', lines: 'items' },
    hints: { ...contentHints, scheduleId },
    words: ['edit retainer', 'change amount', 'reschedule'],
    examples: [
      {
        ask: 'Raise this monthly invoice to 550 dollars',
        args: {
          scheduleId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Monthly retainer',
          title: 'INVOICE',
          contactDetails: {
            id: 'ocQHyuzHvysMo5N5VsXc',
            name: 'Jane Doe',
            email: 'jane.doe@example.com',
            phoneNo: '+14155550123',
          },
          schedule: {
            rrule: { intervalType: 'monthly', interval: 1, startDate: '2026-07-01', dayOfMonth: 1, count: 12 },
          },
          liveMode: true,
          businessDetails: { name: 'Example Consulting LLC', phoneNo: '+15125550100' },
          currency: 'USD',
          items: [{ name: 'Monthly retainer', currency: 'USD', amount: 550, qty: 1 }],
          discount: { type: 'percentage', value: 0 },
        },
      },
    ],
  },
  'DELETE /invoices/schedule/{scheduleId}': {
    name: 'invoices_schedule_delete',
    title: 'Delete a recurring invoice',
    summary: 'Deletes a recurring invoice for good. To stop billing but keep its record use invoices_schedule_cancel.',
    risk: 'high-impact',
    idempotent: true,
    hints: { scheduleId },
    words: ['remove retainer', 'remove monthly billing', 'repeat'],
  },
  'POST /invoices/schedule/{scheduleId}/schedule': {
    name: 'invoices_schedule_start',
    title: 'Start a recurring invoice',
    summary:
      'Starts a recurring invoice: HighLevel then bills the customer by itself, by autoPayment from a saved card. End: invoices_schedule_cancel.',
    notes: [
      'A first date that has come already can make an invoice go out at once.',
      'No call lists the payment methods a contact has saved (issue #254).',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'one',
    money: { of: 'charge', unless: { 'autoPayment.enable': [false, null] } },
    findOut: { looks: [], check: 'invoices_schedule_get shows the status: still draft means that it was not started.' },
    hints: {
      ...autoPaymentHints,
      scheduleId,
      liveMode: 'true: real money; false: test',
      autoPayment: 'leave out unless a saved card is to be charged',
    },
    words: ['activate', 'begin billing', 'schedule', 'go live'],
    examples: [
      {
        ask: 'Start this retainer; the customer pays each invoice by hand',
        args: {
          scheduleId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          liveMode: true,
        },
      },
    ],
  },
  'POST /invoices/schedule/{scheduleId}/updateAndSchedule': {
    name: 'invoices_schedule_change_publish',
    title: 'Apply changes to a running schedule',
    summary:
      'Puts what invoices_schedule_update changed into force on a running recurring invoice. To start a draft: invoices_schedule_start.',
    notes: ['HighLevel documents neither fields nor location for this call; the token decides the location.'],
    risk: 'high-impact',
    openWorld: true,
    messages: 'one',
    findOut: { looks: [], check: 'invoices_schedule_get shows status, dates and the invoices issued so far.' },
    hints: { scheduleId },
    words: ['update and schedule', 'reactivate', 'reschedule'],
  },
  'POST /invoices/schedule/{scheduleId}/auto-payment': {
    name: 'invoices_schedule_auto_payment_set',
    title: 'Set automatic payment',
    summary:
      "Switches on or off that a recurring invoice charges the customer's saved card or account by itself. Only with the customer's consent.",
    notes: [
      'id is required beside scheduleId and HighLevel does not say more about it: give the schedule id again.',
      'No call lists the payment methods a contact has saved (issue #254).',
    ],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    money: { of: 'charge', unless: { 'autoPayment.enable': [false, null] } },
    hints: {
      ...autoPaymentHints,
      scheduleId,
      id: 'the schedule id again',
      'autoPayment.enable': 'false switches it off',
      'autoPayment.card': 'brand and last four digits only',
    },
    words: ['autopay', 'card on file', 'direct debit', 'charge automatically'],
    examples: [
      {
        ask: 'Stop charging her card automatically for this retainer',
        args: {
          scheduleId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          id: '6578278e879ad2646715ba9c',
          autoPayment: { enable: false },
        },
      },
    ],
  },
  'POST /invoices/schedule/{scheduleId}/cancel': {
    name: 'invoices_schedule_cancel',
    title: 'Stop a recurring invoice',
    summary:
      'Ends a recurring invoice: from then on no more go out. Those already sent can still be paid; take them back one by one with invoices_invoice_void.',
    risk: 'high-impact',
    idempotent: true,
    hints: { scheduleId },
    words: ['end retainer', 'stop billing', 'terminate'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
