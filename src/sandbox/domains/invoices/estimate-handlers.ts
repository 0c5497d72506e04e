/** Estimates: draft, sent, viewed, accepted or declined, invoiced. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import {
  findRecord,
  hasWords,
  isWithinDays,
  newestFirst,
  pickFields,
  replaceRecord,
  takePage,
} from '../payments/lists.ts';
import type { Body } from './billing.ts';
import { addDays, buildBilling, parseDate, resolveContactDetails } from './billing.ts';
import { prepareDelivery } from './deliver.ts';
import { buildInvoice } from './drafts.ts';
import { getNextNumber, takeNumber } from './numbers.ts';
import type { Estimate, EstimateAction, EstimateStatus, Invoice } from './records.ts';
import { estimates, invoices } from './records.ts';
import { estimateExpiresAfterDays } from './settings.ts';
import { formatEstimate, formatInvoice, formatPublicUrl } from './views.ts';

function findEstimate(world: World, request: SandboxRequest, id = request.path.estimateId ?? ''): Estimate {
  return findRecord(estimates(world), id, request, 'Estimate not found');
}

function takeEstimateNumber(world: World, request: SandboxRequest, before?: Estimate): number {
  const wanted: number | undefined = request.body.estimateNumber;
  if (before !== undefined && (wanted === undefined || wanted === before.estimateNumber)) return before.estimateNumber;
  return Number(takeNumber(world, request.locationId, 'estimate', wanted));
}

function addAction(world: World, history: readonly EstimateAction[], action: string): readonly EstimateAction[] {
  return [...history, { action, timestamp: world.timestamp() }];
}

/** The estimate that the body describes; as new content of `before` it keeps number, status and history. */
export function buildEstimate(world: World, request: SandboxRequest, before?: Estimate): Estimate {
  const { body, locationId, grant } = request;
  const contactDetails = resolveContactDetails(world, locationId, body);
  const issueDate = parseDate(body.issueDate ?? world.timestamp(), 'issueDate');
  const expiryDate = parseDate(body.expiryDate ?? addDays(issueDate, estimateExpiresAfterDays), 'expiryDate');
  if (expiryDate < issueDate) throw badRequest('Expiry date cannot be before issue date');
  const updatedBy = body.userId ?? grant.userId;
  return {
    ...buildBilling(world, body, { locationId, title: 'ESTIMATE', before }),
    ...pickFields({ ...before }, ['sentBy', 'lastVisitedAt']),
    ...pickFields(body, ['paymentScheduleConfig']),
    ...(updatedBy === undefined ? {} : { updatedBy }),
    status: before?.status ?? 'draft',
    estimateNumber: takeEstimateNumber(world, request, before),
    estimateNumberPrefix: body.estimateNumberPrefix ?? 'EST-',
    contactDetails,
    issueDate,
    expiryDate,
    sentTo: body.sentTo ?? {},
    meta: body.meta ?? {},
    frequencySettings: body.frequencySettings,
    autoInvoice: body.autoInvoice ?? { enabled: false },
    history: before?.history ?? addAction(world, [], 'created'),
  };
}

/** The status that a PUT asks for: only the customer's answer to an estimate that has been sent. */
function resolveStatus(before: Estimate, wanted: string | undefined): EstimateStatus {
  if (wanted === undefined || wanted === before.status) return before.status;
  const isOut = before.status === 'sent' || before.status === 'viewed';
  if (isOut && (wanted === 'accepted' || wanted === 'declined')) return wanted;
  throw badRequest(`Cannot change an estimate from ${before.status} to ${wanted}`);
}

/** Throws a 400 when the contact cannot be reached or the estimate has been answered. */
function sendEstimate(world: World, estimate: Estimate, body: Body): Estimate {
  if (!['draft', 'sent', 'viewed'].includes(estimate.status)) {
    throw badRequest(`Cannot send an estimate that is ${estimate.status}`);
  }
  const url = formatPublicUrl('estimate', estimate.id);
  const name = body.estimateName ?? estimate.name;
  prepareDelivery({ ...estimate, name, url }, body.action, body.sentFrom);
  return {
    ...estimate,
    status: estimate.status === 'viewed' ? 'viewed' : 'sent',
    liveMode: body.liveMode,
    sentBy: body.userId,
    history: addAction(world, estimate.history, 'sent'),
    updatedAt: world.timestamp(),
  };
}

/** A draft invoice with the content of the estimate. */
function createInvoiceFrom(world: World, estimate: Estimate): Invoice {
  const { id, locationId, invoiceNumberPrefix: _prefix, ...content } = estimate;
  const issueDate = world.timestamp().slice(0, 10);
  const body = { ...content, title: 'INVOICE', issueDate, dueDate: undefined, paymentSchedule: undefined };
  return invoices(world).insert({ ...buildInvoice(world, locationId, body), estimateId: id });
}

function markInvoiced(world: World, estimate: Estimate): Estimate {
  return estimates(world).update(estimate.id, {
    status: 'invoiced',
    history: addAction(world, estimate.history, 'invoiced'),
    updatedAt: world.timestamp(),
  });
}

function selectEstimates(world: World, request: SandboxRequest): Estimate[] {
  const { status = 'all', search, contactId } = request.query;
  return newestFirst(estimates(world).indexed(request.locationId)).filter(
    (estimate) =>
      (status === 'all' || estimate.status === status) &&
      (contactId === undefined || estimate.contactDetails.id === contactId) &&
      isWithinDays(estimate.issueDate, request.query) &&
      hasWords(search, [estimate.id, estimate.name, estimate.contactDetails.name]),
  );
}

export const estimateHandlers: Handlers = {
  'GET /invoices/estimate/list': (request, world) => {
    const found = selectEstimates(world, request);
    const page = takePage(found, request.query, 10).map((estimate) => formatEstimate(world, estimate));
    return { body: { estimates: page, total: found.length, traceId: request.traceId } };
  },

  'GET /invoices/estimate/number/generate': ({ locationId, traceId }, world) => ({
    body: { estimateNumber: getNextNumber(world, locationId, 'estimate'), traceId },
  }),

  'POST /invoices/estimate': (request, world) => {
    const draft = buildEstimate(world, request);
    const { sendEstimateDetails } = request.body;
    const ready = sendEstimateDetails === undefined ? draft : sendEstimate(world, draft, sendEstimateDetails);
    return { body: { ...formatEstimate(world, estimates(world).insert(ready)), traceId: request.traceId } };
  },

  'PUT /invoices/estimate/{estimateId}': (request, world) => {
    const before = findEstimate(world, request);
    if (before.status === 'invoiced') throw badRequest('Cannot edit an estimate that is invoiced');
    const status = resolveStatus(before, request.body.estimateStatus);
    const history = status === before.status ? before.history : addAction(world, before.history, status);
    const after = { ...buildEstimate(world, request, before), status, history };
    let estimate = replaceRecord(estimates(world), before, after);
    if (status === 'accepted' && before.status !== 'accepted' && estimate.autoInvoice.enabled) {
      createInvoiceFrom(world, estimate);
      estimate = markInvoiced(world, estimate);
    }
    return { body: { ...formatEstimate(world, estimate), traceId: request.traceId } };
  },

  'DELETE /invoices/estimate/{estimateId}': (request, world) => {
    const estimate = findEstimate(world, request);
    estimates(world).delete(estimate.id);
    return { body: { ...formatEstimate(world, estimate), deleted: true, traceId: request.traceId } };
  },

  'POST /invoices/estimate/{estimateId}/send': (request, world) => {
    const before = findEstimate(world, request);
    const estimate = replaceRecord(estimates(world), before, sendEstimate(world, before, request.body));
    return { body: { ...formatEstimate(world, estimate), traceId: request.traceId } };
  },

  'POST /invoices/estimate/{estimateId}/invoice': (request, world) => {
    const estimate = findEstimate(world, request);
    if (estimate.status === 'declined' || estimate.status === 'invoiced') {
      throw badRequest(`Cannot create an invoice from an estimate that is ${estimate.status}`);
    }
    const invoice = createInvoiceFrom(world, estimate);
    const after = request.body.markAsInvoiced === true ? markInvoiced(world, estimate) : estimate;
    return {
      body: {
        estimate: { ...formatEstimate(world, after), traceId: request.traceId },
        invoice: formatInvoice(invoice),
      },
    };
  },

  'PATCH /invoices/estimate/stats/last-visited-at': (request, world) => {
    const estimate = findEstimate(world, request, request.body.estimateId);
    const viewed =
      estimate.status === 'sent'
        ? { status: 'viewed' as const, history: addAction(world, estimate.history, 'viewed') }
        : {};
    estimates(world).update(estimate.id, { ...viewed, lastVisitedAt: world.timestamp() });
    return { body: {} };
  },
};
