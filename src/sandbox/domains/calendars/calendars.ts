/** Calendars themselves: create, read, change, delete. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handler, Handlers } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord } from '../shared/find-record.ts';
import { findCalendar, pickGiven } from './lookups.ts';
import { type Calendar, type CalendarType, calendarGroups, calendars, type TeamMember } from './records.ts';

const typesWithTeam: ReadonlySet<CalendarType> = new Set([
  'round_robin',
  'collective',
  'class_booking',
  'service_booking',
]);

/** What a new calendar has when nothing else is said: the documented defaults. */
const defaults = {
  isActive: true,
  eventType: 'RoundRobin_OptimizeForAvailability',
  widgetType: 'classic',
  eventTitle: '{{contact.name}}',
  eventColor: '#039be5',
  slotDuration: 30,
  slotDurationUnit: 'mins',
  slotInterval: 30,
  slotIntervalUnit: 'mins',
  appoinmentPerSlot: 1,
  enableRecurring: false,
  autoConfirm: true,
  googleInvitationEmails: false,
  allowReschedule: true,
  allowCancellation: true,
  formSubmitType: 'ThankYouMessage',
  openHours: [],
} as const;

const toSlug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** A slug nobody in the location uses. Throws a 400 when the caller insists on one that is taken. */
function chooseSlug(world: World, calendar: { locationId: string; name: string; slug?: string; id?: string }): string {
  const taken = new Set(
    calendars(world)
      .inLocation(calendar.locationId)
      .filter(({ id }) => id !== calendar.id)
      .map(({ slug }) => slug),
  );
  if (calendar.slug !== undefined) {
    if (taken.has(calendar.slug)) throw badRequest('Slug is already taken');
    return calendar.slug;
  }
  const base = toSlug(calendar.name);
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}

/** Throws a 422 for a team or for numbers that the kind of calendar does not allow. */
function validateCalendar(calendar: {
  readonly calendarType: CalendarType;
  readonly teamMembers?: readonly TeamMember[];
  readonly slotDuration: number;
  readonly slotInterval: number;
}): void {
  const size = calendar.teamMembers?.length ?? 0;
  if (typesWithTeam.has(calendar.calendarType) && size === 0) {
    throw unprocessable([`teamMembers are required for calendarType ${calendar.calendarType}`]);
  }
  if (calendar.calendarType === 'personal' && size !== 1) {
    throw unprocessable(['teamMembers must contain exactly one member for calendarType personal']);
  }
  if (calendar.slotDuration < 1) throw unprocessable(['slotDuration must not be less than 1']);
  if (calendar.slotInterval < 1) throw unprocessable(['slotInterval must not be less than 1']);
}

const listCalendars: Handler = (request, world) => {
  const { groupId, showDrafted = true } = request.query;
  const found = calendars(world)
    .inLocation(request.locationId)
    .filter((calendar) => groupId === undefined || calendar.groupId === groupId)
    .filter((calendar) => showDrafted === true || calendar.isActive);
  return { body: { calendars: found } };
};

const createCalendar: Handler = (request, world) => {
  const given = pickGiven(request.body);
  const { locationId } = request;
  if (typeof given.groupId === 'string') findGroup(world, request, given.groupId);
  const hasTeam = Array.isArray(given.teamMembers) && given.teamMembers.length > 0;
  const draft = {
    ...defaults,
    calendarType: (hasTeam ? 'round_robin' : 'event') as CalendarType,
    ...given,
    name: request.body.name as string,
    locationId,
  };
  validateCalendar(draft);
  const slug = chooseSlug(world, { ...request.body, locationId });
  const id = world.newId();
  const calendar: Calendar = { ...draft, id, slug, widgetSlug: request.body.widgetSlug ?? slug };
  return { body: { calendar: calendars(world).insert(calendar) } };
};

const getCalendar: Handler = (request, world) => ({
  body: { calendar: findCalendar(world, request, request.path.calendarId) },
});

/** Merges: what is not named stays as it is. Lists (team, hours) are replaced as a whole. */
const updateCalendar: Handler = (request, world) => {
  const before = findCalendar(world, request, request.path.calendarId);
  const { locationId: _fixed, id: _same, ...change } = pickGiven(request.body);
  if (typeof change.groupId === 'string') findGroup(world, request, change.groupId);
  if (change.slug !== undefined) chooseSlug(world, { ...before, slug: change.slug as string });
  validateCalendar({ ...before, ...change });
  return { body: { calendar: calendars(world).update(before.id, change) } };
};

const deleteCalendar: Handler = (request, world) => ({
  body: { success: calendars(world).delete(findCalendar(world, request, request.path.calendarId).id) },
});

const findGroup = (world: World, request: Parameters<Handler>[0], id: string) =>
  findRecord(calendarGroups(world), request, { id, name: 'Calendar group' });

export const calendarHandlers = {
  'GET /calendars/': listCalendars,
  'POST /calendars/': createCalendar,
  'GET /calendars/{calendarId}': getCalendar,
  'PUT /calendars/{calendarId}': updateCalendar,
  'DELETE /calendars/{calendarId}': deleteCalendar,
} satisfies Handlers;
