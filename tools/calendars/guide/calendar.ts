/** The calendar that people book in: who hosts, when it is open, how long a slot lasts. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const settingHints = {
  groupId: 'from calendars_group_list',
  slug: 'last part of the booking address',
  'teamMembers[].userId': 'from users_user_search',
  'teamMembers[].priority': '0 low, 0.5 medium, 1 high',
  'teamMembers[].isPrimary': 'one member of a collective calendar',
  'teamMembers[].meetingLocationType': 'deprecated: locationConfigurations',
  'teamMembers[].meetingLocation': 'deprecated: locationConfigurations',
  meetingLocation: 'deprecated: locationConfigurations',
  notifications: 'deprecated: calendars_notification_create',
  locationConfigurations: 'event calendars; else under teamMembers',
  slotDuration: 'length of a meeting',
  slotInterval: 'distance between offered starts',
  slotBuffer: 'pause after a meeting',
  preBuffer: 'pause before a meeting',
  appoinmentPerSlot: 'per user; seats of a class',
  allowBookingAfter: 'shortest notice',
  allowBookingFor: 'how far ahead people can book',
  'openHours[].daysOfTheWeek': '0 Sunday to 6 Saturday',
  availabilities: 'hours of single dates',
  'availabilities[].date': 'local date, as YYYY-MM-DDT00:00:00.000Z',
  availabilityType: '0 openHours only, 1 single dates only, both when left out',
} as const;

export const calendarGuides = {
  'GET /calendars/': {
    name: 'calendars_calendar_list',
    title: 'List calendars',
    summary:
      'All calendars of a location or group with ids, types and team. Free times: calendars_free_slot_list; bookings: calendars_event_list.',
    notes: ['Drafts are among them unless showDrafted is false.'],
    risk: 'read',
    paging: { style: 'none', items: 'calendars' },
    hints: { groupId: 'from calendars_group_list', showDrafted: 'false leaves out inactive calendars' },
    words: ['booking page', 'scheduler', 'find calendar', 'booking link'],
  },
  'GET /calendars/{calendarId}': {
    name: 'calendars_calendar_get',
    title: 'Get a calendar',
    summary:
      'One calendar in full: team, opening hours, slot length, notice, meeting places, form. Read it before calendars_calendar_update, which replaces lists.',
    risk: 'read',
    hints: { calendarId: 'from calendars_calendar_list' },
    words: ['booking page', 'settings', 'opening hours', 'slot length'],
  },
  'POST /calendars/': {
    name: 'calendars_calendar_create',
    title: 'Create a calendar',
    summary:
      'Creates a booking calendar, open to the public unless isActive is false. Its type is final; every type but event needs teamMembers.',
    notes: [
      'A personal calendar takes exactly one team member.',
      'calendarType: round_robin (one of the team), collective (all of them), class_booking (many seats), service_booking, personal (one host), event (no team).',
      'openHours repeat weekly, availabilities set single dates.',
      'HighLevel spells the limits appoinmentPerSlot and appoinmentPerDay.',
      'Repeating appointments (enableRecurring, recurring) work with one team member only, at most 24 times.',
      'Reminders and confirmations are set afterwards with calendars_notification_create.',
      'Calling twice creates two calendars.',
    ],
    risk: 'write',
    findOut: { looks: [], check: 'calendars_calendar_list shows whether a calendar of this name is there.' },
    hints: settingHints,
    words: ['booking page', 'scheduler', 'opening hours', 'round robin', 'class'],
    examples: [
      {
        ask: 'Make a 30-minute consultation calendar for Sam, weekdays 9 to 5, bookable 60 days ahead',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Consultation',
          calendarType: 'personal',
          teamMembers: [{ userId: 'hxHGVRb1YJUscrCB8eXK' }],
          slotDuration: 30,
          slotDurationUnit: 'mins',
          slotInterval: 30,
          slotIntervalUnit: 'mins',
          allowBookingAfter: 4,
          allowBookingAfterUnit: 'hours',
          allowBookingFor: 60,
          allowBookingForUnit: 'days',
          openHours: [
            {
              daysOfTheWeek: [1, 2, 3, 4, 5],
              hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 0 }],
            },
          ],
        },
      },
    ],
  },
  'PUT /calendars/{calendarId}': {
    name: 'calendars_calendar_update',
    title: 'Update a calendar',
    summary:
      'Changes settings of a calendar; lists such as openHours are replaced whole: read calendars_calendar_get. isActive false closes it.',
    notes: [
      'For a single period off use calendars_blocked_slot_create.',
      'A new slug breaks booking links that people already have.',
      'Custom dates are changed by the id of the entry in availabilities, and taken away with deleted true.',
    ],
    risk: 'write',
    idempotent: true,
    hints: {
      ...settingHints,
      calendarId: 'from calendars_calendar_list',
      teamMembers: 'replaces the team',
      openHours: 'replaces all hours',
    },
    words: ['booking page', 'opening hours', 'add host', 'deactivate', 'pause bookings', 'settings'],
    examples: [
      {
        ask: 'Stop taking bookings in this calendar for now',
        args: { calendarId: 'BqTwX8QFwXzpegMve9EQ', isActive: false },
      },
    ],
  },
  'DELETE /calendars/{calendarId}': {
    name: 'calendars_calendar_delete',
    title: 'Delete a calendar',
    summary:
      'Deletes a calendar and its booking page for good. To only stop bookings set isActive false with calendars_calendar_update.',
    notes: ['What becomes of its appointments is undocumented.'],
    risk: 'high-impact',
    idempotent: true,
    hints: { calendarId: 'from calendars_calendar_list' },
    words: ['remove booking page', 'scheduler'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
