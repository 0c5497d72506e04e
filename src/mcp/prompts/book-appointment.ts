import { findContact } from './find-contact.ts';
import type { PromptDefinition } from './prompt.ts';

export const bookAppointment: PromptDefinition = {
  name: 'book_appointment',
  title: 'Book an appointment',
  description: 'Finds a free slot that suits, and books it after your yes.',
  arguments: [
    { name: 'contact', description: 'name, e-mail or phone', isRequired: true, completer: 'contact' },
    { name: 'calendar', description: 'which one', completer: 'calendar' },
    { name: 'when', description: 'e.g. Tuesday morning; otherwise the next free ones' },
  ],
  goal: 'Book an appointment. HighLevel may notify the contact, so book nothing without the person’s yes.',
  steps: [
    findContact,
    { does: 'The calendar; not clear: ask', tool: 'lookup', input: { kind: 'calendar' } },
    {
      does: 'The time zone of “when”',
      tool: 'call_read',
      input: { operation: 'locations_location_get', fields: ['location.timezone'] },
      isOptional: true,
    },
    {
      does: 'Free slots, at most 31 days; offer three',
      tool: 'call_read',
      input: {
        operation: 'calendars_free_slot_list',
        arguments: {
          calendarId: '<calendarId>',
          startDate: '<from, epoch ms, a number>',
          endDate: '<to, epoch ms, a number>',
          timezone: '<timezone>',
        },
      },
    },
    {
      does: 'Book the chosen slot',
      tool: 'call_high_impact',
      input: {
        operation: 'calendars_appointment_create',
        arguments: { calendarId: '<calendarId>', contactId: '<contactId>', startTime: '<slot, exactly as printed>' },
      },
    },
    {
      does: 'Read it back',
      tool: 'call_read',
      input: { operation: 'calendars_appointment_get', arguments: { eventId: '<appointment id>' } },
      isOptional: true,
    },
  ],
  closing:
    'A slot that was taken meanwhile: list again and ask again. Confirm with day, time, zone, calendar and contact.',
};
