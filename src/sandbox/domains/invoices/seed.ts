/** The books of each location: 25 invoices in every state, 4 templates, 3 estimates, 2 schedules. */
import type { Person, SeedContext, SeedLocation } from '../../domain.ts';
import { prices, products } from '../products/records.ts';
import type { Body } from './billing.ts';
import { addDays, buildBilling } from './billing.ts';
import { buildInvoice } from './drafts.ts';
import { chargeInvoice, payInvoice } from './life-cycle.ts';
import { takeNumber } from './numbers.ts';
import type { EstimateStatus, Invoice, InvoiceStatus } from './records.ts';
import { estimates, invoiceSchedules, invoices, invoiceTemplates } from './records.ts';

/** Oldest first, so that old invoices are mostly paid and new ones mostly open. */
const statuses: readonly InvoiceStatus[] = [
  ...(['paid', 'paid', 'void', 'paid', 'partially_paid', 'paid', 'sent', 'paid', 'paid'] as const),
  ...(['sent', 'partially_paid', 'paid', 'void', 'sent', 'partially_paid', 'sent', 'draft', 'sent'] as const),
  ...(['payment_processing', 'partially_paid', 'draft', 'sent', 'payment_processing', 'draft', 'draft'] as const),
];

const dayMs = 24 * 60 * 60 * 1000;

/** Everything that the bodies of one location share. */
class Books {
  readonly context: SeedContext;
  readonly location: SeedLocation;
  readonly people: readonly Person[];

  constructor(context: SeedContext, location: SeedLocation) {
    this.context = context;
    this.location = location;
    this.people = context.peopleIn(location.id);
  }

  /** One to three lines from the location's one-time prices. */
  createItems(): Body[] {
    const { pick, between, world } = this.context;
    const offered = prices(world)
      .inLocation(this.location.id)
      .filter((price) => price.type === 'one_time');
    return Array.from({ length: between(1, 3) }, () => {
      const price = pick(offered);
      const { id: priceId, productId, currency, amount } = price;
      const name = products(world).get(productId)?.name ?? price.name;
      const tax = { _id: productId, name: 'Sales tax', rate: 8.25, calculation: 'exclusive' };
      const taxes = price.trackInventory ? [tax] : [];
      return { name, productId, priceId, currency, amount, qty: between(1, 4), taxes, type: 'one_time' };
    });
  }

  createBody(name: string, liveMode = true): Body {
    const { location } = this;
    const isDiscounted = this.context.between(1, 4) === 1;
    return {
      name,
      currency: 'USD',
      liveMode,
      items: this.createItems(),
      discount: { type: 'percentage', value: isDiscounted ? 10 : 0 },
      termsNotes: '<p>Payment is due within 30 days.</p>',
      businessDetails: {
        name: location.name,
        phoneNo: location.phone,
        website: location.website,
        address: {
          addressLine1: location.address,
          city: location.city,
          state: location.state,
          countryCode: location.country,
          postalCode: location.postalCode,
        },
      },
    };
  }

  describeContact(person: Person): Body {
    const { contactId: id, firstName, lastName, phone, email, companyName } = person;
    const company = companyName === undefined ? {} : { companyName };
    return { id, name: `${firstName} ${lastName}`, phoneNo: phone, email, ...company };
  }

  /** `YYYY-MM-DD` in the location's own time. */
  dayAt(days: number): string {
    const midnight = this.context.startOfDay(days, this.location.timezone);
    // Noon lies on the same day in UTC for every zone that the seed uses.
    return new Date(midnight + dayMs / 2).toISOString().slice(0, 10);
  }
}

/** Brings a sent invoice to its state by the payments that lead there. */
function settleInvoice(books: Books, invoice: Invoice, status: InvoiceStatus, createdAt: string): void {
  const { world, between } = books.context;
  const bankTransfer = { paymentMethod: { mode: 'bank_transfer' }, createdAt };
  if (status === 'paid') {
    payInvoice(world, invoice, bankTransfer);
  } else if (status === 'partially_paid') {
    const amount = Math.floor((invoice.total * between(2, 6)) / 10);
    payInvoice(world, invoice, { ...bankTransfer, amount: Math.max(1, amount) });
  } else if (status === 'payment_processing') {
    chargeInvoice(world, invoice, { enable: true, type: 'us_bank_account', paymentMethodId: 'pm_sandbox_bank' });
  } else if (status === 'void') {
    invoices(world).update(invoice.id, { status: 'void', updatedAt: createdAt });
  }
}

function seedInvoices(books: Books): void {
  const { world, pick, daysAgo, usersIn } = books.context;
  const [seller] = usersIn(books.location.id);
  for (const [index, status] of statuses.entries()) {
    const age = 3 * (statuses.length - index) - 2;
    const contact = books.describeContact(pick(books.people));
    const createdAt = daysAgo(age);
    const issueDate = books.dayAt(-age);
    const body = books.createBody(`Invoice for ${contact.name}`, index % 12 !== 11);
    const sentTo = { email: [contact.email], phoneNo: [contact.phoneNo] };
    const draft = buildInvoice(world, books.location.id, {
      ...body,
      contactDetails: contact,
      issueDate,
      dueDate: addDays(issueDate, 14),
      sentTo,
      invoiceNumberPrefix: 'INV-',
    });
    const isSent = status !== 'draft';
    const invoice = invoices(world).insert({
      ...draft,
      ...(isSent ? { status: 'sent', sentAt: createdAt } : {}),
      ...(isSent && seller !== undefined ? { sentBy: seller.userId } : {}),
      createdAt,
      updatedAt: createdAt,
    });
    settleInvoice(books, invoice, status, daysAgo(Math.max(0, age - 1)));
  }
}

function seedTemplates(books: Books): void {
  const { world, daysAgo } = books.context;
  const names = ['Standard invoice', 'Workshop invoice', 'Shop order', 'Deposit'];
  for (const [index, name] of names.entries()) {
    const options = { locationId: books.location.id, title: 'INVOICE' };
    const createdAt = daysAgo(150 - index);
    const billing = buildBilling(world, { ...books.createBody(name), invoiceNumberPrefix: 'INV-' }, options);
    invoiceTemplates(world).insert({ ...billing, internal: false, createdAt, updatedAt: createdAt });
  }
}

function seedEstimates(books: Books): void {
  const { world, pick, daysAgo } = books.context;
  const wanted: readonly EstimateStatus[] = ['accepted', 'sent', 'draft'];
  for (const [index, status] of wanted.entries()) {
    const age = 12 - index * 5;
    const contact = books.describeContact(pick(books.people));
    const createdAt = daysAgo(age);
    const issueDate = books.dayAt(-age);
    const options = { locationId: books.location.id, title: 'ESTIMATE' };
    const history = { draft: ['created'], sent: ['created', 'sent'], accepted: ['created', 'sent', 'accepted'] };
    estimates(world).insert({
      ...buildBilling(world, books.createBody(`Estimate for ${contact.name}`), options),
      status,
      estimateNumber: Number(takeNumber(world, books.location.id, 'estimate')),
      estimateNumberPrefix: 'EST-',
      contactDetails: contact,
      issueDate,
      expiryDate: addDays(issueDate, 30),
      sentTo: { email: [contact.email], phoneNo: [contact.phoneNo] },
      meta: {},
      frequencySettings: { enabled: false, schedule: {} },
      autoInvoice: { enabled: false },
      history: history[status as keyof typeof history].map((action) => ({ action, timestamp: createdAt })),
      createdAt,
      updatedAt: createdAt,
    });
  }
}

function seedSchedules(books: Books): void {
  const { world, pick, daysAgo } = books.context;
  for (const [index, status] of (['scheduled', 'draft'] as const).entries()) {
    const contact = books.describeContact(pick(books.people));
    const createdAt = daysAgo(8 - index);
    const options = { locationId: books.location.id, title: 'INVOICE' };
    invoiceSchedules(world).insert({
      ...buildBilling(world, books.createBody(`Monthly care for ${contact.name}`), options),
      status,
      contactDetails: contact,
      schedule: { rrule: { intervalType: 'monthly', interval: 1, startDate: books.dayAt(10 + index * 5), count: 12 } },
      issuedCount: 0,
      createdAt,
      updatedAt: createdAt,
    });
  }
}

/** Needs the seeds of contacts and products. */
export function seedInvoicing(context: SeedContext): void {
  for (const location of context.locations) {
    const books = new Books(context, location);
    if (books.people.length === 0) continue;
    seedInvoices(books);
    seedTemplates(books);
    seedEstimates(books);
    seedSchedules(books);
  }
}
