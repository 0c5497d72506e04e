/** Working hours apart from the calendar: schedules of users, and the one schedule of an event calendar. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const ruleHints = {
  rules: 'replaces all rules; wday repeats weekly, date is one day',
  'rules[].day': 'for type wday',
  'rules[].date': 'for type date, YYYY-MM-DD',
  'rules[].intervals': 'HH:MM, 24 hours',
  timezone: 'Region/City, e.g. America/New_York',
} as const;

const eventCalendarId = 'calendar of type event, from calendars_calendar_list';
const zoneNote = 'timezone takes names of two parts only: no UTC, no America/Argentina/Buenos_Aires.';

export const availabilityGuides = {
  'GET /calendars/schedules/search': {
    name: 'calendars_schedule_list',
    title: "List a user's availability",
    summary:
      'Availability schedules (working hours) of one user, with the calendars they apply to; userId is required. Bookable times after appointments are taken off: calendars_free_slot_list.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'schedules',
      size: 'limit',
      defaultSize: 50,
      maxSize: 500,
      offset: 'skip',
    },
    hints: { userId: 'from users_user_search', calendarId: 'only schedules applied to this calendar' },
    words: ['working hours', 'office hours', 'availability', 'shift'],
  },
  'GET /calendars/schedules/{id}': {
    name: 'calendars_schedule_get',
    title: 'Get an availability schedule',
    summary: "One user's availability schedule by id: weekly rules, single dates, timezone and calendars.",
    risk: 'read',
    hints: { id: 'from calendars_schedule_list' },
    words: ['working hours', 'office hours', 'shift'],
  },
  'POST /calendars/schedules': {
    name: 'calendars_schedule_create',
    title: 'Create an availability schedule',
    summary:
      'Creates working hours for one user and applies them to the calendars in calendarIds. For a calendar of type event use calendars_event_calendar_schedule_create, for single absences calendars_blocked_slot_create.',
    notes: [zoneNote, 'Calling twice creates two schedules.'],
    risk: 'write',
    hints: { ...ruleHints, userId: 'from users_user_search', calendarIds: 'team calendars that follow it' },
    words: ['working hours', 'office hours', 'availability', 'shift'],
    examples: [
      {
        ask: 'Sam works Mondays 9 to 5, and only the morning of 24 December 2026',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Office hours',
          userId: 'hxHGVRb1YJUscrCB8eXK',
          timezone: 'America/New_York',
          rules: [
            { type: 'wday', day: 'monday', intervals: [{ from: '09:00', to: '17:00' }] },
            { type: 'date', date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }] },
          ],
        },
      },
    ],
  },
  'PUT /calendars/schedules/{id}': {
    name: 'calendars_schedule_update',
    title: 'Change an availability schedule',
    summary:
      "Changes name, rules or timezone of a user's schedule and with it what can be booked in all its calendars. rules replaces the whole set: start from calendars_schedule_get.",
    notes: [
      zoneNote,
      'Which calendars follow it: calendars_schedule_calendar_add and calendars_schedule_calendar_remove.',
    ],
    risk: 'write',
    idempotent: true,
    hints: { ...ruleHints, id: 'from calendars_schedule_list' },
    words: ['working hours', 'office hours', 'day off', 'shift'],
  },
  'DELETE /calendars/schedules/{id}': {
    name: 'calendars_schedule_delete',
    title: 'Delete an availability schedule',
    summary:
      "Deletes a user's schedule with all its rules for good. To take one calendar out of it use calendars_schedule_calendar_remove.",
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from calendars_schedule_list' },
    words: ['working hours', 'office hours'],
  },
  'PUT /calendars/schedules/{id}/associations/{calendarId}': {
    name: 'calendars_schedule_calendar_add',
    title: 'Apply a schedule to a calendar',
    summary: "Makes a team calendar follow a user's availability schedule; other calendars of the schedule stay.",
    risk: 'write',
    idempotent: true,
    hints: { id: 'from calendars_schedule_list', calendarId: 'from calendars_calendar_list' },
    words: ['working hours', 'associate', 'assign'],
  },
  'DELETE /calendars/schedules/{id}/associations/{calendarId}': {
    name: 'calendars_schedule_calendar_remove',
    title: 'Take a schedule off a calendar',
    summary:
      "A team calendar no longer follows a user's availability schedule; both stay, and calendars_schedule_calendar_add brings it back.",
    risk: 'write',
    idempotent: true,
    hints: { id: 'from calendars_schedule_list', calendarId: 'one of calendarIds of the schedule' },
    words: ['working hours', 'dissociate', 'detach'],
  },
  'GET /calendars/schedules/event-calendar/{calendarId}': {
    name: 'calendars_event_calendar_schedule_get',
    title: "Get an event calendar's availability",
    summary:
      'The availability schedule of a calendar of type event, which has no team. Working hours of a person: calendars_schedule_list.',
    risk: 'read',
    hints: { calendarId: eventCalendarId },
    words: ['opening hours', 'availability'],
  },
  'POST /calendars/schedules/event-calendar/{calendarId}': {
    name: 'calendars_event_calendar_schedule_create',
    title: 'Give an event calendar its availability',
    summary:
      'Creates the availability schedule of a calendar of type event. It has one only: when calendars_event_calendar_schedule_get finds it, use calendars_event_calendar_schedule_update.',
    notes: [zoneNote],
    risk: 'write',
    hints: { ...ruleHints, rules: 'wday repeats weekly, date is one day', calendarId: eventCalendarId },
    words: ['opening hours', 'availability'],
  },
  'PUT /calendars/schedules/event-calendar/{calendarId}': {
    name: 'calendars_event_calendar_schedule_update',
    title: "Change an event calendar's availability",
    summary:
      'Changes rules or timezone of the schedule of an event calendar. rules replaces the whole set: start from calendars_event_calendar_schedule_get.',
    notes: [zoneNote],
    risk: 'write',
    idempotent: true,
    hints: { ...ruleHints, calendarId: eventCalendarId },
    words: ['opening hours', 'availability', 'day off'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
