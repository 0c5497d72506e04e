/** What hangs on a contact and people work with: notes, tasks, appointments, followers. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const activityGuides = {
  'GET /contacts/{contactId}/notes': {
    name: 'contacts_note_list',
    title: "List a contact's notes",
    summary:
      'All notes of one contact with author and date, unpaged. Messages exchanged with the person are in conversations_message_list.',
    risk: 'read',
    paging: { style: 'none', items: 'notes' },
    words: ['comments', 'history', 'log'],
  },
  'GET /contacts/{contactId}/notes/{id}': {
    name: 'contacts_note_get',
    title: 'Get a note',
    summary: 'One note by id; contacts_note_list gives the ids and already carries the full text.',
    risk: 'read',
    hints: { id: 'note id, from contacts_note_list' },
    words: ['comment', 'remark', 'read note'],
  },
  'POST /contacts/{contactId}/notes': {
    name: 'contacts_note_create',
    title: 'Add a note',
    summary:
      'Adds an internal note to a contact; the person never sees it. For something to be done by a date use contacts_task_create.',
    notes: [
      'Calling twice adds two notes.',
      'Notes on a deal go to its contact; opportunities have none of their own.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /contacts/{contactId}/notes', with: { contactId: '$contactId' } }],
          records: 'notes',
          match: { body: 'body', title: 'title', userId: 'userId' },
          created: 'dateAdded',
          complete: true,
        },
      ],
      check: "contacts_note_list shows the contact's notes.",
    },
    hints: { userId: "author's user id", color: 'hex, e.g. #FFAA00' },
    words: ['comment', 'log call', 'remark', 'memo'],
  },
  'PUT /contacts/{contactId}/notes/{id}': {
    name: 'contacts_note_update',
    title: 'Change a note',
    summary: 'Rewrites a note: body replaces the whole text, so read contacts_note_get first when only adding to it.',
    risk: 'write',
    idempotent: true,
    hints: { id: 'note id, from contacts_note_list', color: 'hex, e.g. #FFAA00' },
    words: ['edit comment', 'pin'],
  },
  'DELETE /contacts/{contactId}/notes/{id}': {
    name: 'contacts_note_delete',
    title: 'Delete a note',
    summary: 'Deletes one note of a contact for good; its text cannot be recovered through the API.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'note id, from contacts_note_list' },
    words: ['remove comment', 'remark', 'erase note'],
  },
  'GET /contacts/{contactId}/tasks': {
    name: 'contacts_task_list',
    title: "List a contact's tasks",
    summary:
      'All tasks of one contact, open and completed. Tasks across contacts, by assignee or overdue: locations_task_search.',
    risk: 'read',
    paging: { style: 'none', items: 'tasks' },
    words: ['to-do', 'follow-up', 'reminder'],
  },
  'GET /contacts/{contactId}/tasks/{taskId}': {
    name: 'contacts_task_get',
    title: 'Get a task',
    summary: 'One task of a contact by id, with due date, assignee and whether it is completed.',
    risk: 'read',
    words: ['to-do', 'follow-up'],
  },
  'POST /contacts/{contactId}/tasks': {
    name: 'contacts_task_create',
    title: 'Create a task',
    summary:
      'Creates a follow-up task on a contact for a staff member. dueDate and completed are both required: send completed false for an open task.',
    notes: ['Calling twice creates two tasks.'],
    risk: 'write',
    findOut: {
      looks: [
        {
          // Tasks have no time of creation; one that agrees in all of this, down to the moment, serves as well.
          steps: [{ ask: 'GET /contacts/{contactId}/tasks', with: { contactId: '$contactId' } }],
          records: 'tasks',
          match: {
            title: 'title',
            body: 'body',
            dueDate: 'dueDate',
            completed: 'completed',
            assignedTo: 'assignedTo',
          },
          complete: true,
        },
      ],
      check: "contacts_task_list shows the contact's tasks.",
    },
    hints: {
      dueDate: 'ISO 8601 date-time, e.g. 2026-10-25T11:00:00Z',
      completed: 'false for an open task',
      assignedTo: 'user id, from users_user_search',
    },
    words: ['to-do', 'follow-up', 'reminder', 'assign', 'call back'],
    examples: [
      {
        ask: 'Remind Sam to call this lead back on Friday at 10 in New York',
        args: {
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          title: 'Call back',
          dueDate: '2026-10-23T10:00:00-04:00',
          completed: false,
          assignedTo: 'hxHGVRb1YJUscrCB8eXK',
        },
      },
    ],
  },
  'PUT /contacts/{contactId}/tasks/{taskId}': {
    name: 'contacts_task_update',
    title: 'Change a task',
    summary:
      'Changes title, text, due date, assignee or state of a task. Only to tick it off or reopen it: contacts_task_completion_update.',
    risk: 'write',
    idempotent: true,
    hints: {
      dueDate: 'ISO 8601 date-time, e.g. 2026-10-25T11:00:00Z',
      assignedTo: 'user id, from users_user_search',
    },
    words: ['to-do', 'reassign', 'postpone', 'snooze'],
  },
  'PUT /contacts/{contactId}/tasks/{taskId}/completed': {
    name: 'contacts_task_completion_update',
    title: 'Complete or reopen a task',
    summary: 'Ticks a task off (completed true) or reopens it (false), and changes nothing else about it.',
    risk: 'write',
    idempotent: true,
    words: ['done', 'finish', 'to-do', 'mark complete'],
  },
  'DELETE /contacts/{contactId}/tasks/{taskId}': {
    name: 'contacts_task_delete',
    title: 'Delete a task',
    summary: 'Deletes a task for good. To keep it in the history, mark it done with contacts_task_completion_update.',
    risk: 'high-impact',
    idempotent: true,
    words: ['remove to-do', 'cancel task', 'reminder'],
  },
  'GET /contacts/{contactId}/appointments': {
    name: 'contacts_appointment_list',
    title: "List a contact's appointments",
    summary:
      'All appointments of one contact over every calendar, past ones included. For the bookings of a calendar or a day use calendars_event_list.',
    risk: 'read',
    paging: { style: 'none', items: 'events' },
    words: ['booking', 'meeting', 'calendar', 'no-show', 'upcoming'],
  },
  'POST /contacts/{contactId}/followers': {
    name: 'contacts_follower_add',
    title: 'Add followers to a contact',
    summary:
      'Adds staff users as followers of a contact and keeps present ones. The single owner is assignedTo in contacts_contact_update.',
    risk: 'write',
    idempotent: true,
    hints: { followers: 'user ids, from users_user_search' },
    words: ['watch', 'subscribe staff', 'collaborator'],
  },
  'DELETE /contacts/{contactId}/followers': {
    name: 'contacts_follower_remove',
    title: 'Remove followers from a contact',
    summary: "Takes the given staff users off a contact's followers; the owner (assignedTo) stays as it is.",
    risk: 'write',
    idempotent: true,
    hints: { followers: 'user ids to remove' },
    words: ['unfollow', 'collaborator'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
