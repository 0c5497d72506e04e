/** Invoices from request bodies. */
import { badRequest } from '../../errors.ts';
import type { World } from '../../world.ts';
import { pickFields } from '../payments/lists.ts';
import { toMinor } from '../payments/money.ts';
import type { Body } from './billing.ts';
import { addDays, buildBilling, parseDate, resolveContactDetails } from './billing.ts';
import { takeNumber } from './numbers.ts';
import type { Instalment, Invoice } from './records.ts';
import { dueAfterDays } from './settings.ts';

/** The instalments of a body get ids, by which a payment can name them. */
function buildPaymentSchedule(world: World, body: Body): Pick<Invoice, 'paymentSchedule'> {
  if (body.paymentSchedule === undefined) return {};
  const schedules = (body.paymentSchedule.schedules as readonly unknown[]).map((entry): Instalment => {
    const details = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : { name: entry };
    return { ...details, _id: typeof details._id === 'string' ? details._id : world.newObjectId(), status: 'pending' };
  });
  return { paymentSchedule: { type: body.paymentSchedule.type, schedules } };
}

/**
 * The invoice that a body describes: a draft with the next number, or the new content of `before`, which keeps its
 * number, status and payments. Throws a 400 for an unknown contact, a number that is taken, dates in the wrong order
 * or a total below what has been paid.
 */
export function buildInvoice(world: World, locationId: string, body: Body, before?: Invoice): Invoice {
  const contactDetails = resolveContactDetails(world, locationId, body);
  const issueDate = parseDate(body.issueDate, 'issueDate');
  const dueDate = body.dueDate === undefined ? addDays(issueDate, dueAfterDays) : parseDate(body.dueDate, 'dueDate');
  if (dueDate < issueDate) throw badRequest('Due date cannot be before issue date');
  const billing = buildBilling(world, body, { locationId, title: 'INVOICE', before });
  const amountPaid = before?.amountPaid ?? 0;
  if (toMinor(billing.total, billing.currency) < toMinor(amountPaid, billing.currency)) {
    throw badRequest(`Total ${billing.total} is less than the ${amountPaid} already paid`);
  }
  const isSameNumber =
    before !== undefined &&
    (body.invoiceNumber === undefined || String(body.invoiceNumber) === String(before.invoiceNumber));
  return {
    ...billing,
    ...pickFields(body, ['description', 'xeroDetails']),
    ...buildPaymentSchedule(world, body),
    ...pickFields({ ...before }, ['sentAt', 'sentBy', 'scheduleId', 'estimateId', 'lastVisitedAt', 'isText2Pay']),
    status: resolveStatus(before, billing.total),
    invoiceNumber: isSameNumber ? before.invoiceNumber : takeNumber(world, locationId, 'invoice', body.invoiceNumber),
    contactDetails,
    issueDate,
    dueDate,
    amountPaid,
    sentTo: body.sentTo ?? {},
  };
}

/** A partly paid invoice whose new total is what has been paid is paid. */
function resolveStatus(before: Invoice | undefined, total: number): Invoice['status'] {
  if (before === undefined) return 'draft';
  return before.amountPaid > 0 && before.amountPaid === total ? 'paid' : before.status;
}
