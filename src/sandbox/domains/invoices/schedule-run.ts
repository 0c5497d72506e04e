/** Lets schedules do their work: send the invoices whose time has come. */
import type { World } from '../../world.ts';
import { chargeInvoice } from './life-cycle.ts';
import { takeNumber } from './numbers.ts';
import { generateOccurrences } from './occurrences.ts';
import type { InvoiceSchedule } from './records.ts';
import { invoiceSchedules, invoices } from './records.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A schedule that is far behind sends so many at most per run, the rest at the next. */
const mostPerRun = 24;

function issueInvoice(world: World, schedule: InvoiceSchedule, sentAtMs: number, dueAtMs: number): void {
  const { issuedCount: _issuedCount, schedule: _schedule, autoPayment, ...billing } = schedule;
  const createdAt = new Date(sentAtMs).toISOString();
  const invoice = invoices(world).insert({
    ...billing,
    id: world.newObjectId(),
    status: 'sent',
    invoiceNumber: takeNumber(world, schedule.locationId, 'invoice'),
    issueDate: createdAt.slice(0, 10),
    dueDate: new Date(dueAtMs).toISOString().slice(0, 10),
    amountPaid: 0,
    sentTo: {},
    sentAt: createdAt,
    scheduleId: schedule.id,
    createdAt,
    updatedAt: createdAt,
  });
  if (autoPayment?.enable === true && invoice.total > 0) chargeInvoice(world, invoice, autoPayment);
}

function runSchedule(world: World, schedule: InvoiceSchedule): void {
  const leadMs = (schedule.schedule.rrule?.daysBefore ?? 0) * dayMs;
  let passed = 0;
  let issued = schedule.issuedCount;
  let isOver = true;
  for (const dueAtMs of generateOccurrences(schedule.schedule)) {
    passed += 1;
    if (passed <= schedule.issuedCount) continue;
    if (dueAtMs - leadMs > world.now() || issued - schedule.issuedCount >= mostPerRun) {
      isOver = false;
      break;
    }
    issueInvoice(world, schedule, dueAtMs - leadMs, dueAtMs);
    issued += 1;
  }
  if (issued === schedule.issuedCount && !isOver) return;
  const change = { status: isOver ? 'complete' : 'active', issuedCount: issued, updatedAt: world.timestamp() } as const;
  invoiceSchedules(world).update(schedule.id, change);
}

/** Sends what is due of the running schedules of a location. */
export function runSchedules(world: World, locationId: string): void {
  for (const schedule of invoiceSchedules(world).inLocation(locationId)) {
    if (schedule.status === 'scheduled' || schedule.status === 'active') runSchedule(world, schedule);
  }
}
