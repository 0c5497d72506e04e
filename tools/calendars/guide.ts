import type { Guides } from '../../src/catalogue/guide.ts';
import { appointmentGuides } from './guide/appointment.ts';
import { availabilityGuides } from './guide/availability.ts';
import { calendarGuides } from './guide/calendar.ts';
import { groupGuides } from './guide/group.ts';
import { noteGuides } from './guide/note.ts';
import { notificationGuides } from './guide/notification.ts';
import { resourceGuides } from './guide/resource.ts';
import { serviceGuides } from './guide/service.ts';
import { serviceBookingGuides } from './guide/service-booking.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...appointmentGuides,
  ...noteGuides,
  ...calendarGuides,
  ...groupGuides,
  ...availabilityGuides,
  ...notificationGuides,
  ...resourceGuides,
  ...serviceBookingGuides,
  ...serviceGuides,
} as const satisfies Guides<typeof operations>;
