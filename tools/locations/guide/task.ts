/** Tasks across the contacts of a location, and tasks that come back by a rule. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const recurringHints = {
  contactIds: 'contacts the task is about',
  owners: 'user ids it is assigned to, from users_user_search',
  'rruleOptions.interval': '2 with weekly: every second week',
  'rruleOptions.startDate': 'ISO 8601, e.g. 2026-10-19T13:00:00.000Z',
  'rruleOptions.dueAfterSeconds': 'time to do each task; 86400 is a day',
  'rruleOptions.count': 'at most this many tasks',
  'rruleOptions.dayOfMonth': '1 to 27, or 31',
  'rruleOptions.createTaskIfOverDue': 'also when the one before is overdue',
  ignoreTaskCreation: 'true: no first task right now',
} as const;

export const taskGuides = {
  'POST /locations/{locationId}/tasks/search': {
    name: 'locations_task_search',
    title: 'Search tasks',
    summary:
      "Finds tasks of all contacts by assignee, contact, state or text, not by due date. One contact's tasks: contacts_task_list.",
    notes: [
      'For overdue ones fetch completed false and compare dueDate.',
      'The answer has no total: go on until a page is shorter than limit.',
      'Lists lag writes by seconds; read a task just made with contacts_task_get.',
      'Tasks are changed through their contact: contacts_task_update, contacts_task_completion_update.',
    ],
    risk: 'read',
    paging: { style: 'skip-limit', items: 'tasks', size: 'limit', defaultSize: 25, offset: 'skip' },
    hints: {
      contactId: 'contact ids, a list',
      assignedTo: 'user ids, from users_user_search',
      completed: 'false open, true done, both when left out',
      query: 'text in the task',
      businessId: 'from businesses_business_list',
    },
    words: ['to-do', 'follow-up', 'overdue', 'due today', 'open tasks', 'my tasks', 'workload'],
    examples: [
      {
        ask: 'What is still open for Sam? Anything overdue?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          assignedTo: ['hxHGVRb1YJUscrCB8eXK'],
          completed: false,
          limit: 100,
          skip: 0,
        },
      },
    ],
  },
  'GET /locations/{locationId}/recurring-tasks/{id}': {
    name: 'locations_recurring_task_get',
    title: 'Get a recurring task',
    summary: 'The rule of one recurring task by id; rules cannot be listed. The tasks it made: locations_task_search.',
    notes: ['The id comes from locations_recurring_task_create.'],
    risk: 'read',
    hints: { id: 'id of the rule, from its creation' },
    words: ['repeating to-do', 'routine', 'schedule'],
  },
  'POST /locations/{locationId}/recurring-tasks': {
    name: 'locations_recurring_task_create',
    title: 'Create a recurring task',
    summary:
      'Creates a rule that makes a task again and again. Keep its id: rules cannot be listed. A single task: contacts_task_create.',
    notes: [
      'The first task is made at once unless ignoreTaskCreation is true.',
      'Calling twice makes two rules, and every task twice.',
    ],
    risk: 'write',
    findOut: {
      looks: [],
      check:
        'Rules cannot be listed; locations_task_search shows the first task it made, unless ignoreTaskCreation was true.',
    },
    hints: recurringHints,
    words: ['repeating to-do', 'routine', 'every week', 'monthly', 'reminder'],
    examples: [
      {
        ask: 'Every Monday, remind Sam to call this customer; a day to do it',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          title: 'Weekly call',
          contactIds: ['ocQHyuzHvysMo5N5VsXc'],
          owners: ['hxHGVRb1YJUscrCB8eXK'],
          rruleOptions: {
            intervalType: 'weekly',
            interval: 1,
            dayOfWeek: 'MO',
            startDate: '2026-10-19T13:00:00.000Z',
            dueAfterSeconds: 86400,
          },
        },
      },
    ],
  },
  'PUT /locations/{locationId}/recurring-tasks/{id}': {
    name: 'locations_recurring_task_update',
    title: 'Change a recurring task',
    summary:
      'Changes title, people or rhythm of a recurring task. rruleOptions is sent whole: read locations_recurring_task_get first.',
    notes: ['Tasks already made stay as they are.'],
    risk: 'write',
    idempotent: true,
    hints: { ...recurringHints, id: 'id of the rule, from its creation' },
    words: ['repeating to-do', 'routine', 'reassign', 'reschedule'],
    examples: [
      {
        ask: 'Make that weekly call task come every Thursday',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          id: '66f429b8afdce84227a46122',
          rruleOptions: {
            intervalType: 'weekly',
            interval: 1,
            dayOfWeek: 'TH',
            startDate: '2026-10-22T13:00:00.000Z',
            dueAfterSeconds: 86400,
          },
        },
      },
    ],
  },
  'DELETE /locations/{locationId}/recurring-tasks/{id}': {
    name: 'locations_recurring_task_delete',
    title: 'Delete a recurring task',
    summary:
      'Ends a recurring task for good: no further tasks are made. Whether open ones go with it is undocumented: see locations_task_search.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'id of the rule, from its creation' },
    words: ['repeating to-do', 'routine', 'stop'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
