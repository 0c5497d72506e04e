/** Availability apart from calendars: of a person (applied to calendars), or of a calendar without a team. */
import { badRequest, notFound, unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import { isTimeZone } from '../../timezone.ts';
import type { World } from '../../world.ts';
import { findCalendar } from './lookups.ts';
import {
  type Calendar,
  type EventCalendarSchedule,
  eventCalendarSchedules,
  type Schedule,
  type ScheduleRule,
  schedules,
} from './records.ts';

const clock = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Throws a 422 for an unknown zone or a rule that names no day, no date or an impossible time. */
function validateRules(rules: readonly ScheduleRule[] | undefined, timezone: string | undefined): void {
  const problems: string[] = [];
  if (timezone !== undefined && !isTimeZone(timezone)) problems.push('timezone must be a valid timezone');
  for (const [index, { type, day, date, intervals }] of (rules ?? []).entries()) {
    if (type === 'wday' && day === undefined) problems.push(`rules.${index}.day should not be empty`);
    if (type === 'date' && date === undefined) problems.push(`rules.${index}.date should not be empty`);
    for (const { from, to } of intervals) {
      if (!clock.test(from) || !clock.test(to)) problems.push(`rules.${index}.intervals must be times as HH:mm`);
      else if (from >= to) problems.push(`rules.${index}.intervals must end after they begin`);
    }
  }
  if (problems.length > 0) throw unprocessable(problems);
}

/** Schedules, unlike the rest of calendars, document a 404. */
function findSchedule(world: World, request: SandboxRequest): Schedule {
  const schedule = schedules(world).get(request.path.id ?? '');
  if (schedule === undefined || (request.locationId !== '' && schedule.locationId !== request.locationId)) {
    throw notFound('Schedule not found');
  }
  return schedule;
}

const formatSchedule = (schedule: Schedule) => ({ ...schedule, deleted: false });

const searchSchedules: Handler = (request, world) => {
  const { userId, calendarId, skip = 0, limit = 50 } = request.query;
  const found = schedules(world)
    .inLocation(request.locationId)
    .filter((schedule) => userId === undefined || schedule.userId === userId)
    .filter((schedule) => calendarId === undefined || schedule.calendarIds.includes(calendarId));
  return { body: { schedules: found.slice(skip, skip + Math.min(limit, 500)).map(formatSchedule) } };
};

const createSchedule: Handler = (request, world) => {
  const { name, userId, rules, timezone, calendarIds = [] } = request.body;
  validateRules(rules, timezone);
  for (const id of calendarIds) assertTeamOf(findCalendar(world, request, id), userId);
  const schedule = schedules(world).insert({
    id: world.newId(),
    locationId: request.locationId,
    name,
    userId,
    rules,
    timezone,
    calendarIds,
    dateAdded: world.timestamp(),
    dateUpdated: world.timestamp(),
  });
  return { body: { schedule: formatSchedule(schedule) } };
};

const getSchedule: Handler = (request, world) => ({
  body: { schedule: formatSchedule(findSchedule(world, request)) },
});

const updateSchedule: Handler = (request, world) => {
  const before = findSchedule(world, request);
  const { name = before.name, rules = before.rules, timezone = before.timezone } = request.body;
  validateRules(request.body.rules, request.body.timezone);
  const change = { name, rules, timezone, dateUpdated: world.timestamp() };
  return { body: { schedule: formatSchedule(schedules(world).update(before.id, change)) } };
};

const deleteSchedule: Handler = (request, world) => ({
  body: { success: schedules(world).delete(findSchedule(world, request).id) },
});

function assertTeamOf(calendar: Calendar, userId: string): void {
  if (!(calendar.teamMembers ?? []).some((member) => member.userId === userId)) {
    throw badRequest('The user id not part of calendar team.');
  }
}

const addAssociation: Handler = (request, world) => {
  const schedule = findSchedule(world, request);
  const calendar = findCalendar(world, request, request.path.calendarId);
  assertTeamOf(calendar, schedule.userId);
  const calendarIds = [...new Set([...schedule.calendarIds, calendar.id])];
  schedules(world).update(schedule.id, { calendarIds, dateUpdated: world.timestamp() });
  return { body: { success: true } };
};

const removeAssociation: Handler = (request, world) => {
  const schedule = findSchedule(world, request);
  const { calendarId } = request.path;
  if (!schedule.calendarIds.some((id) => id === calendarId)) throw notFound('Calendar is not part of the schedule');
  const calendarIds = schedule.calendarIds.filter((id) => id !== calendarId);
  schedules(world).update(schedule.id, { calendarIds, dateUpdated: world.timestamp() });
  return { body: { success: true } };
};

function formatOwn({ id, rules, timezone, dateAdded, dateUpdated }: EventCalendarSchedule): Record<string, unknown> {
  return { calendarId: id, rules, timezone, dateAdded, dateUpdated };
}

function findOwn(world: World, request: SandboxRequest): EventCalendarSchedule {
  const calendar = findCalendar(world, request, request.path.calendarId);
  const own = eventCalendarSchedules(world).get(calendar.id);
  if (own === undefined) throw notFound('Schedule not found');
  return own;
}

const createOwn: Handler = (request, world) => {
  const calendar = findCalendar(world, request, request.path.calendarId);
  if (calendar.calendarType !== 'event') throw badRequest('Calendar is not an event calendar');
  if (eventCalendarSchedules(world).get(calendar.id) !== undefined) throw badRequest('Schedule already exists');
  const { rules, timezone } = request.body;
  validateRules(rules, timezone);
  const own = eventCalendarSchedules(world).insert({
    id: calendar.id,
    locationId: calendar.locationId,
    rules,
    timezone,
    dateAdded: world.timestamp(),
    dateUpdated: world.timestamp(),
  });
  return { body: { schedule: formatOwn(own) } };
};

const getOwn: Handler = (request, world) => ({ body: { schedule: formatOwn(findOwn(world, request)) } });

const updateOwn: Handler = (request, world) => {
  const before = findOwn(world, request);
  const { rules = before.rules, timezone = before.timezone } = request.body;
  validateRules(request.body.rules, request.body.timezone);
  const change = { rules, timezone, dateUpdated: world.timestamp() };
  return { body: { schedule: formatOwn(eventCalendarSchedules(world).update(before.id, change)) } };
};

export const scheduleHandlers = {
  'GET /calendars/schedules/search': searchSchedules,
  'POST /calendars/schedules': createSchedule,
  'GET /calendars/schedules/{id}': getSchedule,
  'PUT /calendars/schedules/{id}': updateSchedule,
  'DELETE /calendars/schedules/{id}': deleteSchedule,
  'PUT /calendars/schedules/{id}/associations/{calendarId}': addAssociation,
  'DELETE /calendars/schedules/{id}/associations/{calendarId}': removeAssociation,
  'POST /calendars/schedules/event-calendar/{calendarId}': createOwn,
  'GET /calendars/schedules/event-calendar/{calendarId}': getOwn,
  'PUT /calendars/schedules/event-calendar/{calendarId}': updateOwn,
} satisfies Handlers;
