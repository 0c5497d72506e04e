import type { PromptDefinition } from './prompt.ts';

export const cleanUpDuplicates: PromptDefinition = {
  name: 'clean_up_duplicates',
  title: 'Clean up duplicate contacts',
  description: 'Finds contacts that are there twice, keeps the better one, and deletes the other after your yes.',
  arguments: [],
  goal: 'Find contacts that are there twice. The API cannot merge: one is completed and kept, the other deleted with its conversations and deals.',
  steps: [
    {
      does: 'Which email occurs more than once; then phone, the same way',
      tool: 'query',
      input: {
        operation: 'contacts_contact_search',
        arguments: { pageLimit: 500 },
        where: [{ field: 'email', op: 'exists' }],
        groupBy: ['email'],
        aggregate: ['count'],
        sort: '-count',
      },
    },
    {
      does: 'Who they are',
      tool: 'call_read',
      input: {
        operation: 'contacts_contact_search',
        arguments: { pageLimit: 20, filters: [{ field: 'email', operator: 'eq', value: '<email>' }] },
      },
    },
    {
      does: 'Conversations of each',
      tool: 'call_read',
      input: { operation: 'conversations_conversation_search', arguments: { contactId: '<contactId>' } },
    },
    {
      does: 'Deals of each',
      tool: 'query',
      input: {
        operation: 'opportunities_opportunity_search',
        arguments: { limit: 20, filters: [{ field: 'contact_id', operator: 'eq', value: '<contactId>' }] },
        select: ['name', 'status'],
      },
    },
    {
      does: 'Copy to the one that is kept what only the other has; any field, e.g.',
      tool: 'call_write',
      input: { operation: 'contacts_contact_update', arguments: { contactId: '<kept>', city: '<city>' } },
      isOptional: true,
    },
    {
      does: 'Tags likewise',
      tool: 'call_write',
      input: { operation: 'contacts_tag_add', arguments: { contactId: '<kept>', tags: ['<tag>'] } },
      isOptional: true,
    },
    {
      does: 'Delete the other one',
      tool: 'call_high_impact',
      input: { operation: 'contacts_contact_delete', arguments: { contactId: '<other>' } },
      isOptional: true,
    },
  ],
  closing:
    'Show the pairs first. Delete none with conversations or deals: merge those in HighLevel’s Contacts page. Families share addresses: ask.',
};
