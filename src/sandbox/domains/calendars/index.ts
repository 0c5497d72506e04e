/** Calendars: availability, slots, appointments and everything around them. */
import type { Domain } from '../../domain.ts';
import { appointmentHandlers } from './appointments.ts';
import { calendarHandlers } from './calendars.ts';
import { eventHandlers } from './events.ts';
import { groupHandlers } from './groups.ts';
import { noteHandlers } from './notes.ts';
import { notificationHandlers } from './notifications.ts';
import { resourceHandlers } from './resources.ts';
import { scheduleHandlers } from './schedules.ts';
import { seedCalendars } from './seed.ts';
import { serviceBookingHandlers } from './service-bookings.ts';
import { serviceHandlers } from './services.ts';

export const domain: Domain = {
  name: 'calendars',
  handlers: {
    ...calendarHandlers,
    ...groupHandlers,
    ...appointmentHandlers,
    ...eventHandlers,
    ...noteHandlers,
    ...resourceHandlers,
    ...notificationHandlers,
    ...scheduleHandlers,
    ...serviceHandlers,
    ...serviceBookingHandlers,
  },
  seed: seedCalendars,
};
