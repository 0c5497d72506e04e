import type { PromptDefinition } from './prompt.ts';

export const morningBriefing: PromptDefinition = {
  name: 'morning_briefing',
  title: 'Morning briefing',
  description: 'What today brings: appointments, unread conversations, tasks due, new leads, money overdue.',
  arguments: [],
  goal: 'Brief the person on today in this HighLevel account. Change and send nothing.',
  steps: [
    {
      does: 'The time zone of “today”',
      tool: 'call_read',
      input: { operation: 'locations_location_get', fields: ['location.timezone'] },
      isOptional: true,
    },
    { does: 'The calendars', tool: 'lookup', input: { kind: 'calendar' }, isOptional: true },
    {
      does: 'Appointments of each calendar',
      tool: 'call_read',
      input: {
        operation: 'calendars_event_list',
        arguments: { calendarId: '<calendarId>', startTime: '<start of today, epoch ms>', endTime: '<end, epoch ms>' },
      },
      isOptional: true,
    },
    {
      does: 'Who waits for an answer',
      tool: 'call_read',
      input: {
        operation: 'conversations_conversation_search',
        arguments: { status: 'unread', limit: 20 },
        fields: ['conversations.fullName', 'conversations.lastMessageBody', 'total'],
      },
      isOptional: true,
    },
    {
      does: 'Tasks due or overdue',
      tool: 'query',
      input: {
        operation: 'locations_task_search',
        arguments: { completed: false },
        where: [{ field: 'dueDate', op: 'lte', value: '<end of today, ISO>' }],
        select: ['title', 'dueDate', 'contactDetails.firstName'],
        sort: 'dueDate',
      },
      isOptional: true,
    },
    {
      does: 'New leads',
      tool: 'call_read',
      input: {
        operation: 'contacts_contact_search',
        arguments: {
          pageLimit: 20,
          filters: [{ field: 'dateAdded', operator: 'range', value: { gte: '<yesterday, ISO>' } }],
        },
        fields: ['contacts.contactName', 'contacts.source', 'total'],
      },
      isOptional: true,
    },
    {
      does: 'Invoices overdue',
      tool: 'query',
      input: {
        operation: 'invoices_invoice_list',
        arguments: { status: 'sent' },
        where: [{ field: 'dueDate', op: 'lt', value: '<today, ISO>' }],
        select: ['contactDetails.name', 'amountDue', 'currency', 'dueDate'],
      },
      isOptional: true,
    },
  ],
  closing: 'Answer in 15 lines or fewer, most urgent first, names instead of ids. Offer next steps; do none unasked.',
};
