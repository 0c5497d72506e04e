/** What invoices, schedules, estimates and their templates have in common: the same fields, the same lists. */

/** The list operations page alike; only the names of items and total differ. */
export const listPaging = { style: 'offset-limit', size: 'limit', offset: 'offset' } as const;

export const listHints = {
  limit: 'send it: HighLevel calls it required',
  offset: 'send it: 0 for the first page',
} as const;

/** For every body that bills somebody. */
export const billingHints = {
  businessDetails: 'the sender; copy from invoices_settings_get',
  currency: 'ISO code, e.g. USD',
  discount: '{type: "percentage", value: 0} for none',
  termsNotes: 'text or HTML',
  liveMode: 'true: real money; false: test',
} as const;

export const itemHints = {
  'items[].amount': 'price of one in major units, e.g. 99.5',
  'items[].currency': 'same as the document',
  'items[].productId': 'optional, from products_product_list',
  'items[].priceId': 'optional, from products_price_list',
  'items[].taxes[].rate': 'percent',
} as const;

export const contactHints = {
  'contactDetails.id': 'contact id, from contacts_contact_search',
  'contactDetails.phoneNo': 'E.164; HighLevel insists on it',
  'contactDetails.email': 'HighLevel insists on it',
} as const;

export const lateFeeHints = {
  'lateFeesConfiguration.value': 'percent, or major units when fixed',
  'lateFeesConfiguration.frequency': 'how often it is added',
  'lateFeesConfiguration.grace': 'days after the due date without fee',
} as const;

/** For every call that writes to a customer. */
export const sendHints = {
  userId: 'staff user who sends, from users_user_search',
  action: 'send_manually: HighLevel delivers nothing',
  liveMode: 'true: real money; false: test',
  sentFrom: 'sender of the email; not with send_manually',
} as const;

/** Page of a list in which a document that was just made is looked for. */
export const firstPage = { limit: 100, offset: 0 } as const;

/** What a billing document repeats of the body that made it. */
export const billingMatch = {
  name: 'name',
  currency: 'currency',
  title: 'title',
  'items.0.name': 'items.0.name',
  'items.0.amount': 'items.0.amount',
  'items.0.qty': 'items.0.qty',
} as const;

export const contactMatch = { 'contactDetails.id': 'contactDetails.id', liveMode: 'liveMode' } as const;

/** The invoices of the contact; their lines have another name than in the body. */
export const lookAtInvoices = {
  steps: [{ ask: 'GET /invoices/', with: { ...firstPage, contactId: '$contactDetails.id' } }],
  records: 'invoices',
  match: {
    ...contactMatch,
    name: 'name',
    currency: 'currency',
    issueDate: 'issueDate',
    invoiceNumber: 'invoiceNumber',
    'invoiceItems.0.name': 'items.0.name',
    'invoiceItems.0.amount': 'items.0.amount',
    'invoiceItems.0.qty': 'items.0.qty',
  },
  created: 'createdAt',
  id: '_id',
} as const;
