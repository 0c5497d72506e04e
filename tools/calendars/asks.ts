import type { Asks } from '../../src/catalogue/asks.ts';
import { appointmentAsks } from './asks/appointment.ts';
import { calendarAsks } from './asks/calendar.ts';
import { serviceAsks } from './asks/service.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with calendars. */
export const asks = {
  ...appointmentAsks,
  ...calendarAsks,
  ...serviceAsks,
} as const satisfies Asks<typeof operations>;
