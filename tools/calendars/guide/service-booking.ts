/**
 * Bookings from the services menu (v3), apart from calendar appointments. High-impact like those, and without
 * their toNotify: nothing in the document holds messages back.
 */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const bookingHints = {
  overrideAvailability: 'true: any time, double bookings too',
  skipSchedulingNotice: 'true: past notice and date range',
  startTime: 'ISO 8601 with offset, e.g. 2026-10-20T10:30:00-04:00',
  endTime: 'ISO 8601 with offset',
  timezone: 'IANA name, e.g. America/New_York',
  serviceLocationId: 'from calendars_service_location_list',
  meetingLocation: 'needed where the customer names the place',
  'services[].id': 'from calendars_service_list',
  'services[].staffId': 'one of staff of the service',
  'services[].position': 'order within the visit, from 0',
} as const;

/** Windows are in epoch milliseconds: 2020 to 2100. */
const anyTime = { startTime: '1577836800000', endTime: '4102444800000' } as const;

export const serviceBookingGuides = {
  'GET /calendars/services/bookings': {
    name: 'calendars_service_booking_list',
    title: 'List service bookings',
    summary:
      'Bookings from the services menu of a location between two moments (epoch ms). Appointments in ordinary calendars are elsewhere: calendars_event_list.',
    risk: 'read',
    paging: { style: 'time-window', items: 'bookings' },
    hints: {
      startTime: 'epoch milliseconds as text',
      endTime: 'epoch milliseconds as text',
      timezone: 'IANA name for the times in the answer',
      serviceLocationId: 'from calendars_service_location_list',
    },
    words: ['appointments', 'salon', 'spa', 'treatments', 'visits'],
    examples: [
      {
        ask: 'Which treatments are booked on 19 October 2026 (New York)?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          startTime: '1792382400000',
          endTime: '1792468799999',
          timezone: 'America/New_York',
        },
      },
    ],
  },
  'GET /calendars/services/bookings/{bookingId}': {
    name: 'calendars_service_booking_get',
    title: 'Get a service booking',
    summary: 'One booking from the services menu by id: services, staff, times, status, place.',
    risk: 'read',
    hints: { bookingId: 'from calendars_service_booking_list' },
    words: ['appointment', 'visit', 'treatment'],
  },
  'POST /calendars/services/bookings': {
    name: 'calendars_service_booking_create',
    title: 'Book services',
    summary:
      'Books a contact for services of the menu; the person may be notified. For an ordinary calendar: calendars_appointment_create.',
    notes: [
      'Several services are done one after the other. No argument keeps the person from being notified.',
      'There is no list of free times for services; a time that is taken is refused unless overrideAvailability is true.',
      'Without status the global service settings decide between new and confirmed.',
      'Without serviceLocationId the default place is taken.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'one',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /calendars/services/bookings', with: { ...anyTime } }],
          records: 'bookings',
          match: {
            contactId: 'contactId',
            startTime: 'startTime',
            title: 'title',
            'services.0.id': 'services.0.id',
          },
          created: 'dateAdded',
          id: 'bookingId',
        },
      ],
      check: 'calendars_service_booking_list shows the bookings around that time.',
    },
    hints: { ...bookingHints, contactId: 'from contacts_contact_search' },
    words: ['appointment', 'salon', 'spa', 'treatment', 'visit', 'schedule'],
    examples: [
      {
        ask: 'Book her a haircut on Tuesday 20 October 2026 at 10:30 in New York',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          startTime: '2026-10-20T10:30:00-04:00',
          endTime: '2026-10-20T11:00:00-04:00',
          timezone: 'America/New_York',
          services: [{ id: '65e5f6dfacf123513228d384' }],
        },
      },
    ],
  },
  'PUT /calendars/services/bookings/{bookingId}': {
    name: 'calendars_service_booking_update',
    title: 'Change or cancel a service booking',
    summary:
      'Moves, cancels or marks a service booking; services replaces all of the visit. Ordinary appointments: calendars_appointment_update.',
    notes: [
      'The person may be notified.',
      'A missed visit is no_show here, but noshow in calendars_appointment_update.',
    ],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'one',
    hints: {
      ...bookingHints,
      bookingId: 'from calendars_service_booking_list',
      services: 'replaces all services of the visit',
    },
    words: ['reschedule', 'cancel', 'no-show', 'appointment', 'visit'],
    examples: [
      {
        ask: 'Move her haircut to 11:30 with Sam and add a beard trim',
        args: {
          bookingId: '65e5f6dfacf123513228d390',
          startTime: '2026-10-20T11:30:00-04:00',
          endTime: '2026-10-20T12:15:00-04:00',
          timezone: 'America/New_York',
          services: [
            { id: '65e5f6dfacf123513228d384', staffId: 'hxHGVRb1YJUscrCB8eXK', position: 0 },
            { id: '65e5f6dfacf123513228d385', staffId: 'hxHGVRb1YJUscrCB8eXK', position: 1 },
          ],
        },
      },
      { ask: 'She called off her visit', args: { bookingId: '65e5f6dfacf123513228d390', status: 'cancelled' } },
    ],
  },
  'DELETE /calendars/services/bookings/{bookingId}': {
    name: 'calendars_service_booking_delete',
    title: 'Delete a service booking',
    summary:
      'Deletes a service booking for good. To call a visit off, set status cancelled with calendars_service_booking_update: the record stays.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'one',
    hints: { bookingId: 'from calendars_service_booking_list' },
    words: ['remove appointment', 'visit', 'remove visit', 'treatment'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
