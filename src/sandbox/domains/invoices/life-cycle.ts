/** What may happen to an invoice, by its status, and what paying does to it. */
import { badRequest } from '../../errors.ts';
import type { World } from '../../world.ts';
import { bookTransaction, settle } from '../payments/book-transaction.ts';
import { toMajor, toMinor } from '../payments/money.ts';
import type { EntitySource } from '../payments/records.ts';
import { transactions } from '../payments/records.ts';
import type { AutoPayment, Invoice, InvoiceStatus } from './records.ts';
import { invoices } from './records.ts';

/** The status in which each action is possible; in all others it is refused. */
const possible = {
  edit: ['draft', 'sent', 'partially_paid'],
  send: ['draft', 'sent', 'partially_paid'],
  void: ['draft', 'sent', 'partially_paid'],
  delete: ['draft', 'sent', 'void'],
  'record a payment for': ['draft', 'sent', 'partially_paid'],
} as const satisfies Record<string, readonly InvoiceStatus[]>;

/** Throws a 400 when the invoice's status does not allow the action. */
export function validateAction(invoice: Invoice, action: keyof typeof possible): void {
  const statuses: readonly InvoiceStatus[] = possible[action];
  if (!statuses.includes(invoice.status)) throw badRequest(`Cannot ${action} an invoice that is ${invoice.status}`);
}

/** What is still to be paid, in the major unit. */
export function getAmountDue({ total, amountPaid, currency }: Invoice): number {
  return toMajor(toMinor(total, currency) - toMinor(amountPaid, currency), currency);
}

function describeSource(invoice: Invoice): EntitySource {
  const subType = invoice.scheduleId === undefined ? {} : { subType: 'subscription_view' };
  const type = invoice.isText2Pay === true ? 'text2Pay' : 'invoice';
  return { type, ...subType, id: invoice.id, name: invoice.name, meta: { invoiceNumber: invoice.invoiceNumber } };
}

export interface PaymentSketch {
  /** Default: all that is due. */
  readonly amount?: number | undefined;
  readonly paymentMethod: Readonly<Record<string, unknown>>;
  readonly paymentProviderType?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly instalmentIds?: readonly string[];
  readonly fulfilledAt?: string;
  readonly createdAt?: string;
  readonly createdBy?: string;
}

/** The payment plan with these instalments paid. Throws a 400 for one that the plan does not have. */
function payInstalments(invoice: Invoice, ids: readonly string[]): Pick<Invoice, 'paymentSchedule'> {
  const plan = invoice.paymentSchedule;
  for (const id of ids) {
    if (plan?.schedules.some((instalment) => instalment._id === id) !== true) {
      throw badRequest(`Payment schedule ${id} not found`);
    }
  }
  if (plan === undefined) return {};
  const schedules = plan.schedules.map((instalment) =>
    ids.includes(instalment._id) ? { ...instalment, status: 'paid' as const } : instalment,
  );
  return { paymentSchedule: { ...plan, schedules } };
}

/**
 * Books a payment of the invoice as a transaction and moves it to partially paid or paid. Throws a 400 when its status
 * does not allow it or the amount is more than is due.
 */
export function payInvoice(world: World, invoice: Invoice, payment: PaymentSketch): Invoice {
  validateAction(invoice, 'record a payment for');
  const { instalmentIds = [], amount, ...details } = payment;
  const plan = payInstalments(invoice, instalmentIds);
  const { currency } = invoice;
  const result = settle({ total: invoice.total, paid: invoice.amountPaid, currency }, amount);
  bookTransaction(world, {
    ...details,
    locationId: invoice.locationId,
    contactId: invoice.contactDetails.id ?? '',
    currency,
    amount: result.payment,
    liveMode: invoice.liveMode,
    entityType: 'invoice',
    entityId: invoice.id,
    source: describeSource(invoice),
  });
  return invoices(world).update(invoice.id, {
    ...plan,
    amountPaid: result.paid,
    status: result.due === 0 ? 'paid' : 'partially_paid',
    updatedAt: payment.createdAt ?? world.timestamp(),
  });
}

const bankDebits = ['us_bank_account', 'sepa_debit', 'bacs_debit', 'becs_debit'];

/** How long a bank debit stays under way. */
const debitClearsAfterMs = 3 * 24 * 60 * 60 * 1000;

/**
 * Takes what is due by a saved way to pay: a card pays at once, a bank debit is under way until it clears. Throws a
 * 400 when no saved card or account is named.
 */
export function chargeInvoice(world: World, invoice: Invoice, autoPayment: AutoPayment): Invoice {
  const { type = 'card', card, paymentMethodId, cardId, customerId } = autoPayment;
  if (paymentMethodId === undefined && cardId === undefined) {
    throw badRequest('Auto payment needs paymentMethodId or cardId');
  }
  const paymentMethod = { type, ...(card === undefined ? {} : { card }), paymentMethodId, cardId, customerId };
  if (!bankDebits.includes(type)) return payInvoice(world, invoice, { paymentMethod, paymentProviderType: 'stripe' });
  validateAction(invoice, 'record a payment for');
  bookTransaction(world, {
    locationId: invoice.locationId,
    contactId: invoice.contactDetails.id ?? '',
    currency: invoice.currency,
    amount: getAmountDue(invoice),
    liveMode: invoice.liveMode,
    entityType: 'invoice',
    entityId: invoice.id,
    source: describeSource(invoice),
    paymentProviderType: 'stripe',
    paymentMethod,
    status: 'pending',
  });
  return invoices(world).update(invoice.id, { status: 'payment_processing', updatedAt: world.timestamp() });
}

/** Lets the bank debits of a location arrive whose time has passed. */
export function clearDebits(world: World, locationId: string): void {
  const arrivedBefore = world.now() - debitClearsAfterMs;
  for (const debit of transactions(world).inLocation(locationId)) {
    if (debit.status !== 'pending' || debit.entityType !== 'invoice') continue;
    if (Date.parse(debit.createdAt) > arrivedBefore) continue;
    const invoice = invoices(world).get(debit.entityId);
    const updatedAt = world.timestamp();
    transactions(world).update(debit.id, { status: 'succeeded', fulfilledAt: updatedAt, updatedAt });
    if (invoice?.status !== 'payment_processing') continue;
    invoices(world).update(invoice.id, { amountPaid: invoice.total, status: 'paid', updatedAt });
  }
}
