/** Invoices: list, get, create, replace, delete, numbers and late fees. */
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import {
  findRecord,
  hasWords,
  isOfMode,
  isWithinDays,
  newestFirst,
  replaceRecord,
  takePage,
} from '../payments/lists.ts';
import { buildInvoice } from './drafts.ts';
import { clearDebits, validateAction } from './life-cycle.ts';
import { getNextNumber } from './numbers.ts';
import type { Invoice } from './records.ts';
import { invoices } from './records.ts';
import { runSchedules } from './schedule-run.ts';
import { formatInvoice } from './views.ts';

/** Lets happen what the time since the last request has brought: scheduled invoices go out, debits arrive. */
export function catchUp(world: World, locationId: string): void {
  runSchedules(world, locationId);
  clearDebits(world, locationId);
}

/** The invoice of that id in the request's location, up to date. Throws a 400. */
export function findInvoice(world: World, request: SandboxRequest, id = request.path.invoiceId ?? ''): Invoice {
  catchUp(world, request.locationId);
  return findRecord(invoices(world), id, request, 'Invoice not found');
}

function selectInvoices(world: World, request: SandboxRequest): Invoice[] {
  const { status, paymentMode, search, contactId, sortField, sortOrder } = request.query;
  const found = newestFirst(invoices(world).indexed(request.locationId)).filter(
    ({ id, name, contactDetails, ...invoice }) =>
      (status === undefined || invoice.status === status) &&
      isWithinDays(invoice.issueDate, request.query) &&
      isOfMode(invoice.liveMode, paymentMode) &&
      (contactId === undefined || contactDetails.id === contactId) &&
      hasWords(search, [id, name, contactDetails.name, contactDetails.email, contactDetails.phoneNo]),
  );
  if (sortField === undefined && sortOrder === undefined) return found;
  const ascending = found.toSorted((a, b) => a.issueDate.localeCompare(b.issueDate));
  return sortOrder === 'ascend' ? ascending : ascending.toReversed();
}

export const invoiceHandlers: Handlers = {
  'GET /invoices/': (request, world) => {
    catchUp(world, request.locationId);
    const found = selectInvoices(world, request);
    return { body: { invoices: takePage(found, request.query, 10).map(formatInvoice), total: found.length } };
  },

  'GET /invoices/{invoiceId}': (request, world) => ({ body: formatInvoice(findInvoice(world, request)) }),

  'POST /invoices/': (request, world) => {
    const invoice = buildInvoice(world, request.locationId, request.body);
    return { body: formatInvoice(invoices(world).insert(invoice)) };
  },

  'PUT /invoices/{invoiceId}': (request, world) => {
    const before = findInvoice(world, request);
    validateAction(before, 'edit');
    const after = buildInvoice(world, before.locationId, request.body, before);
    return { body: formatInvoice(replaceRecord(invoices(world), before, after)) };
  },

  'DELETE /invoices/{invoiceId}': (request, world) => {
    const invoice = findInvoice(world, request);
    validateAction(invoice, 'delete');
    invoices(world).delete(invoice.id);
    return { body: formatInvoice(invoice) };
  },

  'GET /invoices/generate-invoice-number': ({ locationId }, world) => {
    catchUp(world, locationId);
    return { body: { invoiceNumber: getNextNumber(world, locationId, 'invoice') } };
  },

  'PATCH /invoices/{invoiceId}/late-fees-configuration': (request, world) => {
    const invoice = findInvoice(world, request);
    validateAction(invoice, 'edit');
    const { lateFeesConfiguration } = request.body;
    const updatedAt = world.timestamp();
    return { body: formatInvoice(invoices(world).update(invoice.id, { lateFeesConfiguration, updatedAt })) };
  },

  'PATCH /invoices/stats/last-visited-at': (request, world) => {
    const invoice = findInvoice(world, request, request.body.invoiceId);
    invoices(world).update(invoice.id, { lastVisitedAt: world.timestamp() });
    return { body: {} };
  },
};
