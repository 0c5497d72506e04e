import type { PromptDefinition } from './prompt.ts';

export const followUpUnread: PromptDefinition = {
  name: 'follow_up_unread',
  title: 'Follow up on unread conversations',
  description: 'Reads what is unread, drafts an answer to each, and sends those that you say yes to.',
  arguments: [{ name: 'wishes', description: 'tone, offers, whom to leave out' }],
  goal: 'Draft an answer to everybody who wrote last and was not read. Nothing is sent without the person’s yes.',
  steps: [
    {
      does: 'Who wrote last',
      tool: 'call_read',
      input: {
        operation: 'conversations_conversation_search',
        arguments: { status: 'unread', lastMessageDirection: 'inbound', limit: 20 },
        fields: ['conversations.contactId', 'conversations.fullName', 'conversations.lastMessageType', 'total'],
      },
    },
    {
      does: 'For each, what was said',
      tool: 'call_read',
      input: {
        operation: 'conversations_message_list',
        arguments: { conversationId: '<conversationId>', limit: 20 },
        fields: [
          'messages.messages.body',
          'messages.messages.direction',
          'messages.messages.messageType',
          'messages.messages.dateAdded',
        ],
      },
    },
    {
      does: 'May they be written to? Leave out whom dnd or dndSettings protects on that channel',
      tool: 'call_read',
      input: {
        operation: 'contacts_contact_get',
        arguments: { contactId: '<contactId>' },
        fields: ['contact.firstName', 'contact.dnd', 'contact.dndSettings'],
      },
    },
    {
      does: 'Send one answer, on the channel they used',
      tool: 'call_high_impact',
      input: {
        operation: 'conversations_message_send',
        arguments: { type: '<SMS, Email …>', contactId: '<contactId>', message: '<answer>' },
      },
      isOptional: true,
    },
  ],
  closing:
    'Show all drafts first: who, channel, their question, your answer. Promise nothing (prices, times) that no record or person gave you; leave complaints, payments and health to the person.',
};
