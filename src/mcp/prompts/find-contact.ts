import type { PromptStep } from './prompt.ts';

/** The contact that a person named, or the question which one. */
export const findContact: PromptStep = {
  does: 'The contact; ask if several fit or none',
  tool: 'call_read',
  input: {
    operation: 'contacts_contact_search',
    arguments: { query: '<contact>', pageLimit: 5 },
    fields: ['contacts.contactName', 'contacts.email', 'contacts.phone'],
  },
};
