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
      'Working hours of one user, with the calendars they apply to. Bookable times, appointments taken off: calendars_free_slot_list.',
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
      'Creates working hours of one user for the calendars in calendarIds. Single absences: calendars_blocked_slot_create.',
    notes: [
      'For a calendar of type event use calendars_event_calendar_schedule_create.',
      zoneNote,
      'Calling twice creates two schedules.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /calendars/schedules/search', with: { userId: '$userId', limit: 500, skip: 0 } }],
          records: 'schedules',
          match: { name: 'name', timezone: 'timezone', userId: 'userId' },
          created: 'dateAdded',
          complete: true,
        },
      ],
      check: 'calendars_schedule_list shows the schedules of the user.',
    },
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
      "Changes a user's working hours and so what can be booked. rules replaces the whole set: start from calendars_schedule_get.",
    notes: [
      zoneNote,
      'Which calendars follow it: calendars_schedule_calendar_add and calendars_schedule_calendar_remove.',
    ],
    risk: 'write',
    idempotent: true,
    hints: { ...ruleHints, id: 'from calendars_schedule_list' },
    words: ['working hours', 'office hours', 'day off', 'shift'],
    examples: [
      {
        ask: 'Sam now works Mondays 9 to 12 and 13 to 17, and only the morning of 24 December 2026',
        args: {
          id: '65e5f6dfacf123513228d3aa',
          rules: [
            {
              type: 'wday',
              day: 'monday',
              intervals: [
                { from: '09:00', to: '12:00' },
                { from: '13:00', to: '17:00' },
              ],
            },
            { type: 'date', date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }] },
          ],
        },
      },
    ],
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
    words: ['opening hours', 'availability', 'bookable times', 'office hours'],
  },
  'POST /calendars/schedules/event-calendar/{calendarId}': {
    name: 'calendars_event_calendar_schedule_create',
    title: 'Give an event calendar its availability',
    summary:
      'Gives a calendar of type event its availability. It has one only: where it exists, use calendars_event_calendar_schedule_update.',
    notes: ['calendars_event_calendar_schedule_get tells whether it exists.', zoneNote],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /calendars/schedules/event-calendar/{calendarId}', with: { calendarId: '$calendarId' } }],
          records: 'schedule',
          match: { calendarId: 'calendarId', timezone: 'timezone' },
          created: 'dateAdded',
          id: 'calendarId',
          complete: true,
        },
      ],
      check: 'calendars_event_calendar_schedule_get shows whether the calendar has its schedule.',
    },
    hints: { ...ruleHints, rules: 'wday repeats weekly, date is one day', calendarId: eventCalendarId },
    words: ['opening hours', 'availability', 'working hours', 'bookable times'],
    examples: [
      {
        ask: 'The tasting calendar is open on Saturdays from 10 to 16, New York time',
        args: {
          calendarId: 'BqTwX8QFwXzpegMve9EQ',
          timezone: 'America/New_York',
          rules: [{ type: 'wday', day: 'saturday', intervals: [{ from: '10:00', to: '16:00' }] }],
        },
      },
    ],
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
    examples: [
      {
        ask: 'Open the tasting calendar on Sundays from 12 to 16 too',
        args: {
          calendarId: 'BqTwX8QFwXzpegMve9EQ',
          rules: [
            { type: 'wday', day: 'saturday', intervals: [{ from: '10:00', to: '16:00' }] },
            { type: 'wday', day: 'sunday', intervals: [{ from: '12:00', to: '16:00' }] },
          ],
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
