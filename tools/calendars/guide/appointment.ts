/**
 * Booking: free times, appointments, what stands in calendars. Booking, moving and deleting are high-impact,
 * because the person hears of it: notifications, reminders and automations go out with the call.
 */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const slotHints = {
  startTime: 'unchanged from calendars_free_slot_list',
  endTime: 'ISO 8601 with offset; slot length when left out',
  assignedUserId: 'team member; needed for most team calendars',
  toNotify: 'false: no automations run',
  meetingLocationId: 'from locationConfigurations of the calendar',
  overrideLocationConfig: 'true with meetingLocationType only',
  ignoreDateRange: 'true: past notice and date range',
  ignoreFreeSlotValidation: 'true: any time, double bookings too',
  rrule: 'RFC 5545; needs ignoreFreeSlotValidation true',
} as const;

const windowHints = {
  startTime: 'epoch milliseconds as text',
  endTime: 'epoch milliseconds as text',
  calendarId: 'from calendars_calendar_list',
  groupId: 'from calendars_group_list',
  userId: 'owner of the events, from users_user_search',
} as const;

/**
 * One of the contact's appointments: their list has times without an offset, so each has to be read by itself. Which
 * of them is the newest the list does not say.
 */
const lookAtAppointment = (index: number) =>
  ({
    steps: [
      { ask: 'GET /contacts/{contactId}/appointments', with: { contactId: '$contactId' } },
      { ask: 'GET /calendars/events/appointments/{eventId}', with: { eventId: `$0.events.${index}.id` } },
    ],
    records: 'event',
    match: {
      contactId: 'contactId',
      calendarId: 'calendarId',
      startTime: 'startTime',
      endTime: 'endTime',
      title: 'title',
      assignedUserId: 'assignedUserId',
    },
    created: 'dateAdded',
  }) as const;

/** A calendar or a user has few blocks, and windows are in epoch milliseconds: 2020 to 2100. */
const lookAtBlocks = (owner: Readonly<Record<string, string>>) =>
  ({
    steps: [
      { ask: 'GET /calendars/blocked-slots', with: { ...owner, startTime: '1577836800000', endTime: '4102444800000' } },
    ],
    records: 'events',
    match: {
      startTime: 'startTime',
      endTime: 'endTime',
      title: 'title',
    },
    created: 'dateAdded',
  }) as const;

export const appointmentGuides = {
  'GET /calendars/{calendarId}/free-slots': {
    name: 'calendars_free_slot_list',
    title: 'List free slots',
    summary:
      'Bookable start times of one calendar, at most 31 days (epoch ms). Pass one on to calendars_appointment_create exactly as printed.',
    notes: [
      'What is booked already: calendars_event_list.',
      'The answer is an object keyed by date (YYYY-MM-DD), each with slots; a date without free time can be missing, and traceId stands beside the dates.',
      'timezone decides in which offset the starts are printed and to which date they belong.',
      'Ask again right before booking: a slot is not held for the caller.',
      'Opening hours, shortest notice and booking range count already: when nothing comes back, look at allowBookingAfter and allowBookingFor in calendars_calendar_get.',
    ],
    risk: 'read',
    paging: { style: 'time-window' },
    hints: {
      calendarId: 'from calendars_calendar_list',
      startDate: 'epoch milliseconds',
      endDate: 'epoch milliseconds, at most 31 days later',
      timezone: 'IANA name, e.g. America/New_York',
      userId: 'free times of one team member',
    },
    words: ['availability', 'available', 'openings', 'when can I book', 'schedule a meeting', 'times'],
    examples: [
      {
        ask: 'When is a consultation free in the week of 19 October 2026, New York time?',
        args: {
          calendarId: 'BqTwX8QFwXzpegMve9EQ',
          startDate: 1792382400000,
          endDate: 1792987199000,
          timezone: 'America/New_York',
        },
      },
    ],
  },
  'POST /calendars/events/appointments': {
    name: 'calendars_appointment_create',
    title: 'Book an appointment',
    summary:
      'Books a contact into a calendar and notifies people unless toNotify is false. Copy startTime exactly from calendars_free_slot_list.',
    notes: [
      'The same moment written in UTC counts as rewritten.',
      'A taken or rewritten start is answered by 400 "The slot you have selected is no longer available."; fetch the slots again.',
      'Leave endTime out to get the length of the calendar.',
      'A calendar with several team members often wants assignedUserId (issue #23).',
      'ignoreFreeSlotValidation true books any time, over other bookings too; only with it are rrule series possible.',
      'Calling twice can book twice: a second team member, a second seat or ignoreFreeSlotValidation takes the same start. When unsure, look in contacts_appointment_list first.',
      'toNotify is documented for automations; Google invitations follow googleInvitationEmails of the calendar.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: { unless: { toNotify: [false] } },
    findOut: {
      looks: [lookAtAppointment(0), lookAtAppointment(1), lookAtAppointment(2)],
      check: "contacts_appointment_list shows the contact's appointments.",
    },
    hints: {
      ...slotHints,
      calendarId: 'from calendars_calendar_list',
      contactId: 'from contacts_contact_search',
      title: 'as people see it; calendar default when left out',
    },
    words: ['schedule', 'meeting', 'call', 'booking', 'consultation', 'demo', 'event'],
    examples: [
      {
        ask: 'Book this lead for the 10:30 slot on Tuesday 20 October 2026 in New York',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          calendarId: 'BqTwX8QFwXzpegMve9EQ',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          startTime: '2026-10-20T10:30:00-04:00',
          title: 'Consultation',
        },
      },
      {
        ask: 'Enter a walk-in for Sam at 14:10 although that is no slot, and send nothing out',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          calendarId: 'BqTwX8QFwXzpegMve9EQ',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          startTime: '2026-10-20T14:10:00-04:00',
          endTime: '2026-10-20T14:40:00-04:00',
          assignedUserId: 'hxHGVRb1YJUscrCB8eXK',
          ignoreFreeSlotValidation: true,
          toNotify: false,
        },
      },
    ],
  },
  'GET /calendars/events/appointments/{eventId}': {
    name: 'calendars_appointment_get',
    title: 'Get an appointment',
    summary:
      'One appointment by id: time, status, contact, staff, address. Ids: calendars_event_list, or contacts_appointment_list for a person.',
    notes: ['Current at once, so read back here after booking.'],
    risk: 'read',
    hints: { eventId: 'appointment id, or the id of one instance of a series' },
    words: ['booking', 'meeting', 'details', 'status', 'event'],
  },
  'PUT /calendars/events/appointments/{eventId}': {
    name: 'calendars_appointment_update',
    title: 'Reschedule or cancel an appointment',
    summary:
      'Moves, reassigns, cancels or marks an appointment and notifies people. Always send appointmentStatus: left out, it can become confirmed.',
    notes: [
      'toNotify false keeps automations from running.',
      'A new startTime must be a start from calendars_free_slot_list, copied as printed, unless ignoreFreeSlotValidation is true.',
      'Seen on live accounts: an update without appointmentStatus makes even a cancelled appointment confirmed again. Repeat the present one from calendars_appointment_get.',
      'For every date of a recurring series pass masterEventId as eventId, for one date the id of that instance.',
      'To cancel, prefer appointmentStatus cancelled over calendars_event_delete: the history stays.',
    ],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: { unless: { toNotify: [false] } },
    hints: {
      ...slotHints,
      eventId: 'appointment id; masterEventId for a whole series',
      appointmentStatus: 'repeat the present one when it should stay',
      calendarId: 'moves it to another calendar',
    },
    words: ['reschedule', 'move', 'postpone', 'cancel', 'no-show', 'attended', 'confirm', 'booking', 'meeting'],
    examples: [
      {
        ask: 'Move the appointment to Thursday 22 October 2026 at 9:00 in New York',
        args: {
          eventId: 'sx6wyHhbFdRXh302LLNR',
          startTime: '2026-10-22T09:00:00-04:00',
          appointmentStatus: 'confirmed',
        },
      },
      { ask: 'Cancel this appointment', args: { eventId: 'sx6wyHhbFdRXh302LLNR', appointmentStatus: 'cancelled' } },
      {
        ask: 'They did not turn up; note it without messaging them',
        args: { eventId: 'sx6wyHhbFdRXh302LLNR', appointmentStatus: 'noshow', toNotify: false },
      },
    ],
  },
  'GET /calendars/events': {
    name: 'calendars_event_list',
    title: 'List calendar events',
    summary:
      'Appointments of one calendar, user or group between two moments (epoch ms). Of one person: contacts_appointment_list.',
    notes: [
      'One of calendarId, userId and groupId is required, so a whole location takes a call for each calendar.',
      'Unpaged: cut a long period into shorter windows.',
      'Look at appointmentStatus of each event: cancelled and missed ones are among them.',
      'Times in the answer are ISO 8601, those of the question epoch milliseconds.',
      'Blocked time is not here but in calendars_blocked_slot_list, bookings of the services menu in calendars_service_booking_list.',
    ],
    risk: 'read',
    paging: { style: 'time-window', items: 'events' },
    hints: windowHints,
    words: ['appointments', 'bookings', 'meetings', 'agenda', 'today', 'this week', 'upcoming', 'no-show', 'diary'],
    examples: [
      {
        ask: 'What is on the calendar on 19 October 2026 (New York)?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          calendarId: 'BqTwX8QFwXzpegMve9EQ',
          startTime: '1792382400000',
          endTime: '1792468799999',
        },
      },
      {
        ask: "Sam's appointments in the week of 19 October 2026",
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          userId: 'hxHGVRb1YJUscrCB8eXK',
          startTime: '1792382400000',
          endTime: '1792987199999',
        },
      },
    ],
  },
  'DELETE /calendars/events/{eventId}': {
    name: 'calendars_event_delete',
    title: 'Delete an appointment or blocked slot',
    summary:
      'Deletes an appointment or blocked slot for good. To call a meeting off, set appointmentStatus cancelled: calendars_appointment_update.',
    notes: [
      'Its copy in synced calendars goes too, and there is no toNotify here.',
      'masterEventId of a recurring appointment deletes the whole series, the id of an instance one date.',
    ],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'one',
    hints: { eventId: 'of an appointment or blocked slot; masterEventId: all' },
    words: ['remove appointment', 'cancel', 'unblock time', 'booking', 'meeting'],
  },
  'GET /calendars/blocked-slots': {
    name: 'calendars_blocked_slot_list',
    title: 'List blocked slots',
    summary:
      'Blocked time (time off, holidays) of one calendar, user or group between two moments (epoch ms). Appointments: calendars_event_list.',
    risk: 'read',
    paging: { style: 'time-window', items: 'events' },
    hints: windowHints,
    words: ['time off', 'vacation', 'holiday', 'busy', 'unavailable', 'blocked time'],
  },
  'POST /calendars/events/block-slots': {
    name: 'calendars_blocked_slot_create',
    title: 'Block time',
    summary:
      'Blocks a period for one calendar or one user: calendarId or assignedUserId, never both. Appointments already in it stay.',
    notes: [
      'startTime and endTime are both needed for a useful block, although the document calls them optional.',
      'Calling twice blocks twice; take a block away with calendars_event_delete.',
    ],
    risk: 'write',
    findOut: {
      looks: [lookAtBlocks({ calendarId: '$calendarId' }), lookAtBlocks({ userId: '$assignedUserId' })],
      check: 'calendars_blocked_slot_list shows the blocked time of the calendar or user.',
    },
    hints: {
      calendarId: 'or assignedUserId, not both',
      assignedUserId: 'blocks the person in all their calendars',
      startTime: 'ISO 8601 with offset, e.g. 2026-10-20T12:00:00-04:00',
      endTime: 'ISO 8601 with offset',
    },
    words: ['time off', 'vacation', 'holiday', 'out of office', 'lunch', 'unavailable', 'block slot'],
    examples: [
      {
        ask: 'Sam is out on Tuesday 20 October 2026 from noon to five, New York time',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          title: 'Out of office',
          assignedUserId: 'hxHGVRb1YJUscrCB8eXK',
          startTime: '2026-10-20T12:00:00-04:00',
          endTime: '2026-10-20T17:00:00-04:00',
        },
      },
    ],
  },
  'PUT /calendars/events/block-slots/{eventId}': {
    name: 'calendars_blocked_slot_update',
    title: 'Change blocked time',
    summary:
      'Moves, renames or reassigns a blocked slot; calendarId or assignedUserId, never both. To free the time again use calendars_event_delete.',
    risk: 'write',
    idempotent: true,
    hints: {
      eventId: 'from calendars_blocked_slot_list',
      calendarId: 'or assignedUserId, not both',
      startTime: 'ISO 8601 with offset',
      endTime: 'ISO 8601 with offset',
    },
    words: ['time off', 'vacation', 'extend', 'shorten', 'block slot'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
