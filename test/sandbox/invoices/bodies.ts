/** Request bodies of invoices and their kin, for the contact that a test chooses. */
import type { Answer, Shop } from '../payments/harness.ts';

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phoneNo: string;
}

/** The first seeded contact of the location. */
export function chooseCustomer(shop: Shop): Customer {
  const [invoice] = shop.sandbox.world.collection('invoices').inLocation(shop.locationId) as Answer[];
  const { id, name, email, phoneNo } = invoice.contactDetails;
  return { id, name, email, phoneNo };
}

export const items = [
  { name: 'Consulting', currency: 'USD', amount: 100, qty: 2 },
  { name: 'Kit', currency: 'USD', amount: 19.99, qty: 3, taxes: [{ _id: 't1', name: 'Sales tax', rate: 8.25 }] },
];

export const businessDetails = { name: 'Sandbox Ltd.', phoneNo: '+15125550100' };

/** 200 + 59.97, less 10 %, plus 8.25 % of 53.97: 238.42. */
export function buildInvoiceBody(shop: Shop, change: object = {}): Record<string, unknown> {
  const customer = chooseCustomer(shop);
  return {
    ...shop.owner,
    name: 'Autumn work',
    businessDetails,
    currency: 'USD',
    items,
    discount: { type: 'percentage', value: 10 },
    contactDetails: customer,
    issueDate: '2026-09-15',
    dueDate: '2026-09-30',
    sentTo: { email: [customer.email], phoneNo: [customer.phoneNo] },
    liveMode: true,
    ...change,
  };
}

/** A PUT calls the lines `invoiceItems` and knows no `sentTo`. */
export function buildUpdateBody(shop: Shop, change: object = {}): Record<string, unknown> {
  const { items: invoiceItems, sentTo: _sentTo, ...body } = buildInvoiceBody(shop);
  return { ...body, invoiceItems, ...change };
}

export const paymentBody = {
  mode: 'cash',
  notes: 'Paid at the counter',
  // The documents ask for both, whatever the mode.
  card: { brand: 'visa', last4: '4242' },
  cheque: { number: '0001' },
};

export const sendBody = { action: 'sms_and_email', userId: 'user-of-the-test', liveMode: true };

/** The seeded invoices of a status. */
export async function listByStatus(shop: Shop, status: string): Promise<Answer[]> {
  const { invoices } = await shop.invoices('listInvoices', { ...shop.owner, limit: '100', offset: '0', status });
  return invoices;
}
