/** Booking, moving, reading: `/calendars/events/appointments`, and the free slots they are booked from. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import { formatInstant, getLocalDate, isTimeZone } from '../../timezone.ts';
import type { World } from '../../world.ts';
import type { Contact } from '../contacts/records.ts';
import { findContact } from '../shared/find-record.ts';
import { buildSlotQuestion, isTakingTime, resolveTimeZone, restrictToUsers } from './availability.ts';
import {
  type Assignment,
  assignWithoutSlot,
  canTakeAgain,
  refuseSlot,
  rememberZone,
  resolveStatus,
  takeSlot,
} from './booking.ts';
import { asChange, findAppointment, findCalendar, parseEpochMs, parseInstant } from './lookups.ts';
import { type Appointment, appointments, type Calendar } from './records.ts';
import { listRecurrences } from './recurrence.ts';
import { type Interval, listSlotStarts } from './slots.ts';

const maximumRangeMs = 31 * 86_400_000;

/** What a booking answers. The misspelt twin of the status is HighLevel's own. */
function formatBooking(appointment: Appointment): Record<string, unknown> {
  const { id, calendarId, locationId, contactId, startTime, endTime, title, appointmentStatus } = appointment;
  return {
    id,
    calendarId,
    locationId,
    contactId,
    startTime,
    endTime,
    title,
    meetingLocationType: appointment.meetingLocationType ?? 'custom',
    appointmentStatus,
    appoinmentStatus: appointmentStatus,
    assignedUserId: appointment.assignedUserId,
    address: appointment.address,
    isRecurring: appointment.isRecurring,
    rrule: appointment.rrule,
    dateAdded: appointment.dateAdded,
    dateUpdated: appointment.dateUpdated,
  };
}

/** An appointment as calendar events show it. */
export function formatEvent(appointment: Appointment): Record<string, unknown> {
  const { meetingLocationType: _type, meetingLocationId: _id, ...event } = appointment;
  return { ...event, deleted: false };
}

function resolveTitle(given: string | undefined, calendar: Calendar, contact: Contact): string {
  if (given !== undefined && given !== '') return given;
  const name = contact.contactName ?? contact.email ?? contact.phone ?? 'Guest';
  return calendar.eventTitle.replaceAll('{{contact.name}}', name);
}

function parseSlot(startTime: string, endTime: string | undefined, durationMs: number): Interval {
  const startMs = parseInstant(startTime, 'startTime');
  const endMs = endTime === undefined ? startMs + durationMs : parseInstant(endTime, 'endTime');
  if (endMs <= startMs) throw unprocessable(['endTime must be after startTime']);
  return { startMs, endMs };
}

/** The offset in which a time was written; Z counts as +00:00. */
function formatLike(instantMs: number, written: string, timeZone: string): string {
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(written);
  if (offset === null) return formatInstant(instantMs, written.endsWith('Z') ? 'UTC' : timeZone);
  const minutes = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1);
  return `${new Date(instantMs + minutes * 60_000).toISOString().slice(0, 19)}${offset[0]}`;
}

/** The later instances of a series, each an appointment of its own that names the first. */
function addInstances(world: World, master: Appointment, calendar: Calendar): void {
  if (master.rrule === undefined) return;
  const zone = resolveTimeZone(world, calendar);
  const lengthMs = Date.parse(master.endTime) - Date.parse(master.startTime);
  const [, ...later] = listRecurrences(master.rrule, Date.parse(master.startTime), zone);
  for (const startMs of later) {
    appointments(world).insert({
      ...master,
      id: world.newId(),
      masterEventId: master.id,
      startTime: formatInstant(startMs, zone),
      endTime: formatInstant(startMs + lengthMs, zone),
    });
  }
}

const createAppointment: Handler = (request, world) => {
  const { body } = request;
  const calendar = findCalendar(world, request, body.calendarId);
  const contact = findContact(world, request, body.contactId);
  if (!calendar.isActive) throw badRequest('Calendar is not active');
  const { durationMs } = buildSlotQuestion(world, calendar).rules;
  const slot = parseSlot(body.startTime, body.endTime, durationMs);
  const isFree = body.ignoreFreeSlotValidation === true;
  const assignment: Assignment = isFree
    ? assignWithoutSlot(calendar, body.assignedUserId)
    : takeSlot(world, {
        calendar,
        slot,
        startTime: body.startTime,
        contactId: contact.id,
        assignedUserId: body.assignedUserId,
        waivers: { dateRange: body.ignoreDateRange === true },
      });
  const rrule: string | undefined = isFree ? body.rrule : undefined;
  if (rrule !== undefined) listRecurrences(rrule, slot.startMs, resolveTimeZone(world, calendar));
  const appointment = appointments(world).insert({
    id: world.newId(),
    locationId: calendar.locationId,
    calendarId: calendar.id,
    contactId: contact.id,
    ...(calendar.groupId === undefined ? {} : { groupId: calendar.groupId }),
    title: resolveTitle(body.title, calendar, contact),
    appointmentStatus: resolveStatus(body.appointmentStatus ?? (calendar.autoConfirm ? 'confirmed' : 'new')),
    ...assignment,
    ...(body.address === undefined ? {} : { address: body.address }),
    ...(body.description === undefined ? {} : { description: body.description }),
    ...(body.meetingLocationType === undefined ? {} : { meetingLocationType: body.meetingLocationType }),
    ...(body.meetingLocationId === undefined ? {} : { meetingLocationId: body.meetingLocationId }),
    startTime: body.startTime,
    endTime: body.endTime ?? formatLike(slot.endMs, body.startTime, resolveTimeZone(world, calendar)),
    isRecurring: rrule !== undefined,
    ...(rrule === undefined ? {} : { rrule }),
    assignedResources: [],
    createdBy: {
      source: 'third_party',
      ...(request.grant.userId === undefined ? {} : { userId: request.grant.userId }),
    },
    dateAdded: world.timestamp(),
    dateUpdated: world.timestamp(),
  });
  addInstances(world, appointment, calendar);
  return { body: formatBooking(appointment) };
};

interface Move {
  readonly before: Appointment;
  readonly calendar: Calendar;
  readonly slot: Interval;
  readonly startTime: string;
  readonly isActive: boolean;
}

/** Who hosts an appointment after a change: a new time or calendar is booked again, a new host must be of the team. */
function resolveAssignment(world: World, request: SandboxRequest, move: Move): Assignment {
  const { body } = request;
  const { before, calendar, slot } = move;
  const isMoved = slot.startMs !== Date.parse(before.startTime) || slot.endMs !== Date.parse(before.endTime);
  const isElsewhere = calendar.id !== before.calendarId;
  const kept: Assignment = {
    ...(before.assignedUserId === undefined ? {} : { assignedUserId: before.assignedUserId }),
    users: before.users,
  };
  const wanted: string | undefined = body.assignedUserId ?? (isElsewhere ? undefined : before.assignedUserId);
  if (body.ignoreFreeSlotValidation === true) {
    return isElsewhere || body.assignedUserId !== undefined ? assignWithoutSlot(calendar, wanted) : kept;
  }
  if (move.isActive && (isMoved || isElsewhere)) {
    return takeSlot(world, {
      calendar,
      slot,
      startTime: move.startTime,
      ...(wanted === undefined ? {} : { assignedUserId: wanted }),
      waivers: { dateRange: body.ignoreDateRange === true, exceptAppointmentId: before.id },
    });
  }
  if (body.assignedUserId !== undefined) return assignWithoutSlot(calendar, wanted);
  const isRevived = move.isActive && !isTakingTime(before);
  if (isRevived && !canTakeAgain(world, calendar, { slot, users: before.users })) throw refuseSlot();
  return kept;
}

const updateAppointment: Handler = (request, world) => {
  const { body } = request;
  const before = findAppointment(world, request, request.path.eventId);
  const calendar = findCalendar(world, request, body.calendarId ?? before.calendarId);
  const lengthMs = Date.parse(before.endTime) - Date.parse(before.startTime);
  const startTime: string = body.startTime ?? before.startTime;
  const keptEnd = body.startTime === undefined ? before.endTime : undefined;
  const slot = parseSlot(startTime, body.endTime ?? keptEnd, lengthMs);
  // Measured on live accounts: a PUT that does not name the status sets it to confirmed, whatever it was.
  const appointmentStatus = resolveStatus(body.appointmentStatus ?? 'confirmed');
  const isActive = appointmentStatus !== 'cancelled' && appointmentStatus !== 'invalid';
  const assignment = resolveAssignment(world, request, { before, calendar, slot, startTime, isActive });
  const change = asChange<Appointment>({
    title: body.title ?? before.title,
    address: body.address ?? before.address,
    description: body.description ?? before.description,
    meetingLocationType: body.meetingLocationType ?? before.meetingLocationType,
    meetingLocationId: body.meetingLocationId ?? before.meetingLocationId,
    calendarId: calendar.id,
    groupId: calendar.groupId,
    appointmentStatus,
    assignedUserId: assignment.assignedUserId,
    users: assignment.users,
    startTime,
    endTime: body.endTime ?? keptEnd ?? formatLike(slot.endMs, startTime, resolveTimeZone(world, calendar)),
    dateUpdated: world.timestamp(),
  });
  const appointment = appointments(world).update(before.id, change);
  return { body: formatBooking(appointment) };
};

const getAppointment: Handler = (request, world) => ({
  body: { event: formatEvent(findAppointment(world, request, request.path.eventId)) },
});

const getFreeSlots: Handler = (request, world) => {
  const { query } = request;
  const calendar = findCalendar(world, request, request.path.calendarId);
  const startMs = parseEpochMs(query.startDate, 'startDate');
  const endMs = parseEpochMs(query.endDate, 'endDate');
  if (endMs < startMs) throw badRequest('Start date cannot be after end date');
  if (endMs - startMs > maximumRangeMs) throw badRequest('Date range cannot be more than 31 days');
  const zone: string = query.timezone ?? resolveTimeZone(world, calendar);
  if (!isTimeZone(zone)) throw badRequest('Invalid timezone');
  const wanted: string[] = [query.userIds ?? [], query.userId ?? []].flat();
  const everyone = buildSlotQuestion(world, calendar);
  const question = wanted.length > 0 ? restrictToUsers(everyone, wanted) : everyone;
  const days: Record<string, { slots: string[] }> = {};
  for (const slotMs of calendar.isActive ? listSlotStarts(question, { startMs, endMs }) : []) {
    const date = getLocalDate(slotMs, zone);
    days[date] ??= { slots: [] };
    days[date].slots.push(formatInstant(slotMs, zone));
  }
  rememberZone(world, calendar, zone);
  return { body: days };
};

export const appointmentHandlers = {
  'GET /calendars/{calendarId}/free-slots': getFreeSlots,
  'POST /calendars/events/appointments': createAppointment,
  'PUT /calendars/events/appointments/{eventId}': updateAppointment,
  'GET /calendars/events/appointments/{eventId}': getAppointment,
} satisfies Handlers;
