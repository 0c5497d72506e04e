/** Notes on an appointment; those on the person are in the contacts resource. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const noteGuides = {
  'GET /calendars/appointments/{appointmentId}/notes': {
    name: 'calendars_appointment_note_list',
    title: "List an appointment's notes",
    summary:
      'Internal notes on one appointment, at most 20 a page; hasMore tells whether to go on. Notes on the person are in contacts_note_list.',
    risk: 'read',
    paging: { style: 'offset-limit', items: 'notes', size: 'limit', maxSize: 20, offset: 'offset' },
    hints: { limit: '1 to 20; documented as required', offset: '0 for the first page; documented as required' },
    words: ['comments', 'meeting notes'],
  },
  'POST /calendars/appointments/{appointmentId}/notes': {
    name: 'calendars_appointment_note_create',
    title: 'Add a note to an appointment',
    summary:
      "Adds an internal note to one appointment; the person never sees it. For the person's whole history: contacts_note_create.",
    notes: ['At most 5,000 characters.', 'Calling twice adds two notes.'],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [
            {
              ask: 'GET /calendars/appointments/{appointmentId}/notes',
              with: { appointmentId: '$appointmentId', limit: 20, offset: 0 },
            },
          ],
          records: 'notes',
          match: { body: 'body', userId: 'userId' },
          created: 'dateAdded',
          complete: true,
        },
      ],
      check: 'calendars_appointment_note_list shows the notes of the appointment.',
    },
    hints: { userId: "author's user id" },
    words: ['comment', 'meeting notes', 'minutes', 'remark'],
  },
  'PUT /calendars/appointments/{appointmentId}/notes/{noteId}': {
    name: 'calendars_appointment_note_update',
    title: 'Change a note of an appointment',
    summary:
      'Rewrites a note on an appointment: body replaces the whole text, so read calendars_appointment_note_list first when only adding to it.',
    risk: 'write',
    idempotent: true,
    hints: { noteId: 'from calendars_appointment_note_list', userId: "author's user id" },
    words: ['edit comment', 'meeting notes'],
  },
  'DELETE /calendars/appointments/{appointmentId}/notes/{noteId}': {
    name: 'calendars_appointment_note_delete',
    title: 'Delete a note of an appointment',
    summary: 'Deletes one note of an appointment for good; the appointment stays.',
    risk: 'high-impact',
    idempotent: true,
    hints: { noteId: 'from calendars_appointment_note_list' },
    words: ['remove comment', 'meeting notes', 'erase remark'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
