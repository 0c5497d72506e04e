/** Recurring invoices: draft, scheduled, active once the first has gone out, complete or cancelled. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, Reply, SandboxRequest } from '../../handler.ts';
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
import { buildBilling, resolveContactDetails } from './billing.ts';
import { catchUp } from './invoice-handlers.ts';
import { generateOccurrences } from './occurrences.ts';
import type { AutoPayment, InvoiceSchedule, ScheduleOptions, ScheduleStatus } from './records.ts';
import { invoiceSchedules } from './records.ts';
import { formatSchedule } from './views.ts';

const possible = {
  edit: ['draft', 'scheduled', 'active'],
  schedule: ['draft'],
  'update and schedule': ['draft', 'scheduled', 'active'],
  cancel: ['scheduled', 'active'],
  'set auto payment of': ['draft', 'scheduled', 'active'],
} as const satisfies Record<string, readonly ScheduleStatus[]>;

/** The schedule of the path, up to date. Throws a 400 when it is unknown or its status does not allow the action. */
function findSchedule(world: World, request: SandboxRequest, action?: keyof typeof possible): InvoiceSchedule {
  const id = request.path.scheduleId ?? '';
  const known = findRecord(invoiceSchedules(world), id, request, 'Schedule not found');
  catchUp(world, known.locationId);
  const schedule = findRecord(invoiceSchedules(world), id, request, 'Schedule not found');
  if (action === undefined) return schedule;
  const statuses: readonly ScheduleStatus[] = possible[action];
  if (!statuses.includes(schedule.status)) throw badRequest(`Cannot ${action} a schedule that is ${schedule.status}`);
  return schedule;
}

/** Throws a 422 for dates that cannot be read or a schedule without a single date. */
function validateOptions(options: ScheduleOptions): ScheduleOptions {
  const first = generateOccurrences(options).next();
  if (first.done === true || Number.isNaN(first.value)) {
    throw unprocessable(['schedule must have a valid executeAt or rrule']);
  }
  return options;
}

function validateAutoPayment(autoPayment: AutoPayment): AutoPayment {
  const { enable, paymentMethodId, cardId } = autoPayment;
  if (enable && paymentMethodId === undefined && cardId === undefined) {
    throw badRequest('Auto payment needs paymentMethodId or cardId');
  }
  return autoPayment;
}

function buildSchedule(world: World, request: SandboxRequest, before?: InvoiceSchedule): InvoiceSchedule {
  const { body, locationId } = request;
  return {
    ...buildBilling(world, body, { locationId, title: 'INVOICE', before }),
    ...(before?.autoPayment === undefined ? {} : { autoPayment: before.autoPayment }),
    status: before?.status ?? 'draft',
    contactDetails: resolveContactDetails(world, locationId, body),
    schedule: validateOptions(body.schedule),
    issuedCount: before?.issuedCount ?? 0,
  };
}

/** Changes the schedule, lets it send what is due, and answers it as it is then. */
function applyChange(world: World, schedule: InvoiceSchedule, change: Partial<InvoiceSchedule>): Reply {
  invoiceSchedules(world).update(schedule.id, { ...change, updatedAt: world.timestamp() });
  catchUp(world, schedule.locationId);
  return { body: formatSchedule(world, invoiceSchedules(world).get(schedule.id) ?? schedule) };
}

export const scheduleHandlers: Handlers = {
  'GET /invoices/schedule': (request, world) => {
    catchUp(world, request.locationId);
    const { status, search, paymentMode } = request.query;
    const found = newestFirst(invoiceSchedules(world).indexed(request.locationId)).filter(
      ({ id, name, contactDetails, ...schedule }) =>
        (status === undefined || schedule.status === status) &&
        isWithinDays(schedule.createdAt, request.query) &&
        isOfMode(schedule.liveMode, paymentMode) &&
        hasWords(search, [id, name, contactDetails.name, contactDetails.email, contactDetails.phoneNo]),
    );
    const schedules = takePage(found, request.query, 10).map((schedule) => formatSchedule(world, schedule));
    return { body: { schedules, total: found.length } };
  },

  'GET /invoices/schedule/{scheduleId}': (request, world) => ({
    body: formatSchedule(world, findSchedule(world, request)),
  }),

  'POST /invoices/schedule': (request, world) => {
    const schedule = invoiceSchedules(world).insert(buildSchedule(world, request));
    return { body: formatSchedule(world, schedule) };
  },

  'PUT /invoices/schedule/{scheduleId}': (request, world) => {
    const before = findSchedule(world, request, 'edit');
    const after = replaceRecord(invoiceSchedules(world), before, buildSchedule(world, request, before));
    return { body: formatSchedule(world, after) };
  },

  'DELETE /invoices/schedule/{scheduleId}': (request, world) => {
    invoiceSchedules(world).delete(findSchedule(world, request).id);
    return { body: { success: true } };
  },

  'POST /invoices/schedule/{scheduleId}/schedule': (request, world) => {
    const { liveMode, autoPayment } = request.body;
    const schedule = findSchedule(world, request, 'schedule');
    const paid = autoPayment === undefined ? {} : { autoPayment: validateAutoPayment(autoPayment) };
    return applyChange(world, schedule, { ...paid, liveMode, status: 'scheduled' });
  },

  // Carries no body: what a PUT has changed takes effect, and a draft starts.
  'POST /invoices/schedule/{scheduleId}/updateAndSchedule': (request, world) => {
    const schedule = findSchedule(world, request, 'update and schedule');
    return applyChange(world, schedule, { status: schedule.status === 'active' ? 'active' : 'scheduled' });
  },

  'POST /invoices/schedule/{scheduleId}/auto-payment': (request, world) => {
    const schedule = findSchedule(world, request, 'set auto payment of');
    return applyChange(world, schedule, { autoPayment: validateAutoPayment(request.body.autoPayment) });
  },

  'POST /invoices/schedule/{scheduleId}/cancel': (request, world) =>
    applyChange(world, findSchedule(world, request, 'cancel'), { status: 'cancelled' }),
};
