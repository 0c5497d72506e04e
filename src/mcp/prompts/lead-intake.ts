import type { PromptDefinition } from './prompt.ts';

export const leadIntake: PromptDefinition = {
  name: 'lead_intake',
  title: 'Take in a lead',
  description: 'Saves a lead without making a duplicate, tags it and gives somebody the task to call back.',
  arguments: [
    { name: 'lead', description: 'what is known: name, e-mail, phone, what they want', isRequired: true },
    { name: 'owner', description: 'who shall take care of it', completer: 'user' },
  ],
  goal: 'Take in the lead below: one contact, no duplicate, tagged, with a task for its owner. Send the lead nothing.',
  steps: [
    {
      does: 'Is the lead known already?',
      tool: 'call_read',
      input: { operation: 'contacts_duplicate_check', arguments: { email: '<email>', number: '<phone, E.164>' } },
      isOptional: true,
    },
    {
      does: 'Save it; only fields that the person gave, and for a known contact show what would change first',
      tool: 'call_write',
      input: {
        operation: 'contacts_contact_upsert',
        arguments: {
          firstName: '<first name>',
          lastName: '<last name>',
          email: '<email>',
          phone: '<phone, E.164>',
          source: '<where it came from>',
        },
      },
    },
    { does: 'Tags in use; take one of these', tool: 'lookup', input: { kind: 'tag' }, isOptional: true },
    {
      does: 'Tag it',
      tool: 'call_write',
      input: { operation: 'contacts_tag_add', arguments: { contactId: '<contactId>', tags: ['<tag>'] } },
      isOptional: true,
    },
    {
      does: 'The owner; without one ask who',
      tool: 'lookup',
      input: { kind: 'user', name: '<owner>' },
      isOptional: true,
    },
    {
      does: 'The task',
      tool: 'call_write',
      input: {
        operation: 'contacts_task_create',
        arguments: {
          contactId: '<contactId>',
          title: '<what to do>',
          dueDate: '<when, ISO 8601 with offset>',
          completed: false,
          assignedTo: '<userId>',
        },
      },
      isOptional: true,
    },
    {
      does: 'Read it back',
      tool: 'call_read',
      input: { operation: 'contacts_contact_get', arguments: { contactId: '<contactId>' } },
      isOptional: true,
    },
  ],
  closing: 'Say whether the contact is new or was known, and what is on it now.',
};
