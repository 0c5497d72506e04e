/** What stands in calendars: the list of appointments, blocked time, and deleting either. */
import { unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord } from '../shared/find-record.ts';
import { formatEvent } from './appointments.ts';
import { asChange, findCalendar, parseEpochMs, parseInstant } from './lookups.ts';
import { type Appointment, appointments, type BlockedSlot, blockedSlots, calendars } from './records.ts';

interface Span {
  readonly startTime: string;
  readonly endTime: string;
}

/** Which of the events of a location a list asks for. Throws a 422 when nothing narrows it down. */
function parseWindow({ query }: SandboxRequest): (event: Span) => boolean {
  const { userId, calendarId, groupId } = query;
  if (userId === undefined && calendarId === undefined && groupId === undefined) {
    throw unprocessable('Either of userId, calendarId or groupId is required');
  }
  const startMs = parseEpochMs(query.startTime, 'startTime');
  const endMs = parseEpochMs(query.endTime, 'endTime');
  return (event) => Date.parse(event.startTime) <= endMs && Date.parse(event.endTime) >= startMs;
}

const byStart = (a: Span, b: Span): number => Date.parse(a.startTime) - Date.parse(b.startTime);

const listEvents: Handler = (request, world) => {
  const isInWindow = parseWindow(request);
  const { userId, calendarId, groupId } = request.query;
  const found = appointments(world)
    .inLocation(request.locationId)
    .filter(isInWindow)
    .filter((event) => calendarId === undefined || event.calendarId === calendarId)
    .filter((event) => groupId === undefined || event.groupId === groupId)
    .filter((event) => userId === undefined || event.users.includes(userId))
    .sort(byStart);
  return { body: { events: found.map(formatEvent) } };
};

/** A block is of a group when its calendar is. */
function getBlockGroup(world: World, block: BlockedSlot): string | undefined {
  return block.calendarId === undefined ? undefined : calendars(world).get(block.calendarId)?.groupId;
}

const listBlockedSlots: Handler = (request, world) => {
  const isInWindow = parseWindow(request);
  const { userId, calendarId, groupId } = request.query;
  const found = blockedSlots(world)
    .inLocation(request.locationId)
    .filter(isInWindow)
    .filter((block) => calendarId === undefined || block.calendarId === calendarId)
    .filter((block) => groupId === undefined || getBlockGroup(world, block) === groupId)
    .filter((block) => userId === undefined || block.assignedUserId === userId)
    .sort(byStart);
  return { body: { events: found.map((block) => ({ ...block, deleted: false })) } };
};

function formatBlock({ id, locationId, title, startTime, endTime, calendarId, assignedUserId }: BlockedSlot) {
  return { id, locationId, title, startTime, endTime, calendarId, assignedUserId };
}

function assertSpan(startTime: string, endTime: string): void {
  if (parseInstant(endTime, 'endTime') <= parseInstant(startTime, 'startTime')) {
    throw unprocessable(['endTime must be after startTime']);
  }
}

const createBlock: Handler = (request, world) => {
  const { body } = request;
  if ((body.calendarId === undefined) === (body.assignedUserId === undefined)) {
    throw unprocessable('Either calendarId or assignedUserId can be set, not both.');
  }
  if (body.calendarId !== undefined) findCalendar(world, request, body.calendarId);
  if (body.startTime === undefined || body.endTime === undefined) {
    throw unprocessable(['startTime should not be empty', 'endTime should not be empty']);
  }
  assertSpan(body.startTime, body.endTime);
  const block = blockedSlots(world).insert({
    id: world.newId(),
    locationId: request.locationId,
    title: body.title ?? 'Blocked',
    ...(body.calendarId === undefined ? { assignedUserId: body.assignedUserId } : { calendarId: body.calendarId }),
    startTime: body.startTime,
    endTime: body.endTime,
    dateAdded: world.timestamp(),
    dateUpdated: world.timestamp(),
  });
  return { body: formatBlock(block) };
};

const updateBlock: Handler = (request, world) => {
  const { body } = request;
  const before = findRecord(blockedSlots(world), request, { id: request.path.eventId, name: 'Event' });
  if (body.calendarId !== undefined && body.assignedUserId !== undefined) {
    throw unprocessable('Either calendarId or assignedUserId can be set, not both.');
  }
  if (body.calendarId !== undefined) findCalendar(world, request, body.calendarId);
  const startTime: string = body.startTime ?? before.startTime;
  const endTime: string = body.endTime ?? before.endTime;
  assertSpan(startTime, endTime);
  const isReassigned = body.calendarId !== undefined || body.assignedUserId !== undefined;
  const change = asChange<BlockedSlot>({
    title: body.title ?? before.title,
    startTime,
    endTime,
    calendarId: isReassigned ? body.calendarId : before.calendarId,
    assignedUserId: isReassigned ? body.assignedUserId : before.assignedUserId,
    dateUpdated: world.timestamp(),
  });
  return { body: formatBlock(blockedSlots(world).update(before.id, change)) };
};

/** Deletes an appointment, with its whole series when it is the first of one, or a blocked time. */
const deleteEvent: Handler = (request, world) => {
  const { eventId } = request.path;
  const block = blockedSlots(world).get(eventId ?? '');
  if (block !== undefined && block.locationId === request.locationId) {
    blockedSlots(world).delete(block.id);
    return { body: { succeeded: true } };
  }
  const event: Appointment = findRecord(appointments(world), request, { id: eventId, name: 'Event' });
  for (const instance of appointments(world).inLocation(event.locationId)) {
    if (instance.masterEventId === event.id) appointments(world).delete(instance.id);
  }
  appointments(world).delete(event.id);
  return { body: { succeeded: true } };
};

export const eventHandlers = {
  'GET /calendars/events': listEvents,
  'GET /calendars/blocked-slots': listBlockedSlots,
  'POST /calendars/events/block-slots': createBlock,
  'PUT /calendars/events/block-slots/{eventId}': updateBlock,
  'DELETE /calendars/events/{eventId}': deleteEvent,
} satisfies Handlers;
