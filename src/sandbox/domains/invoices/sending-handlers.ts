/** What reaches the customer or the books: send, text2pay, record a payment, void. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { extractPaymentMethod } from '../payments/book-transaction.ts';
import { replaceRecord } from '../payments/lists.ts';
import { resolveContactDetails } from './billing.ts';
import { listEmails, listPhones, prepareDelivery } from './deliver.ts';
import { buildInvoice } from './drafts.ts';
import { findInvoice } from './invoice-handlers.ts';
import { chargeInvoice, payInvoice, validateAction } from './life-cycle.ts';
import type { Invoice } from './records.ts';
import { invoices } from './records.ts';
import { formatInvoice, formatPublicUrl } from './views.ts';

function describeSendable(invoice: Invoice) {
  return { ...invoice, url: formatPublicUrl('invoice', invoice.id) };
}

/** A draft becomes sent; sending again changes nothing but the time. */
function markSent(world: World, invoice: Invoice, sentBy: string, liveMode: boolean): Invoice {
  const now = world.timestamp();
  return invoices(world).update(invoice.id, {
    status: invoice.status === 'draft' ? 'sent' : invoice.status,
    liveMode,
    sentAt: now,
    sentBy,
    updatedAt: now,
  });
}

/** A payment request goes out by every channel there is. Throws a 400 when there is none. */
function validateReachable(addressed: Pick<Invoice, 'contactDetails' | 'sentTo'>): void {
  if (listEmails(addressed).length > 0 || listPhones(addressed).length > 0) return;
  throw badRequest('The contact has neither an email nor a phone number');
}

/** Creates the invoice of a payment request, or gives the one it names its content. */
function writeText2Pay(world: World, request: SandboxRequest): Invoice {
  const { body, locationId } = request;
  const before = body.id === undefined ? undefined : findInvoice(world, request, body.id);
  if (before !== undefined) validateAction(before, 'edit');
  if (body.action === 'send') {
    validateReachable({ contactDetails: resolveContactDetails(world, locationId, body), sentTo: body.sentTo ?? {} });
  }
  const invoice = { ...buildInvoice(world, locationId, body, before), isText2Pay: true };
  return before === undefined ? invoices(world).insert(invoice) : replaceRecord(invoices(world), before, invoice);
}

export const sendingHandlers: Handlers = {
  'POST /invoices/{invoiceId}/send': (request, world) => {
    const { action, userId, liveMode, sentFrom, autoPayment } = request.body;
    const invoice = findInvoice(world, request);
    validateAction(invoice, 'send');
    const delivery = prepareDelivery(describeSendable(invoice), action, sentFrom);
    const charged =
      autoPayment?.enable === true ? chargeInvoice(world, { ...invoice, liveMode }, autoPayment) : invoice;
    return { body: { invoice: formatInvoice(markSent(world, charged, userId, liveMode)), ...delivery } };
  },

  'POST /invoices/text2pay': (request, world) => {
    const { action, userId, liveMode } = request.body;
    const written = writeText2Pay(world, request);
    const invoice = action === 'send' ? markSent(world, written, userId, liveMode) : written;
    return { body: { invoice: formatInvoice(invoice), invoiceUrl: formatPublicUrl('invoice', invoice.id) } };
  },

  'POST /invoices/{invoiceId}/record-payment': (request, world) => {
    const { body, grant } = request;
    const invoice = payInvoice(world, findInvoice(world, request), {
      amount: body.amount,
      paymentMethod: extractPaymentMethod(body),
      meta: { ...body.meta, notes: body.notes },
      instalmentIds: body.paymentScheduleIds ?? [],
      ...(body.fulfilledAt === undefined ? {} : { fulfilledAt: body.fulfilledAt }),
      ...(grant.userId === undefined ? {} : { createdBy: grant.userId }),
    });
    return { body: { success: true, invoice: formatInvoice(invoice) } };
  },

  'POST /invoices/{invoiceId}/void': (request, world) => {
    const invoice = findInvoice(world, request);
    validateAction(invoice, 'void');
    return {
      body: formatInvoice(invoices(world).update(invoice.id, { status: 'void', updatedAt: world.timestamp() })),
    };
  },
};
