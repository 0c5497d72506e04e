/** The inbox: finding, opening, marking and deleting conversations. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const conversationGuides = {
  'GET /conversations/search': {
    name: 'conversations_conversation_search',
    title: 'Search conversations',
    summary:
      'Finds conversations (unread, starred, by contact, assignee, channel, date) with last message. All messages: conversations_message_list.',
    notes: [
      'A contact has one conversation for all channels; lastMessageType tells the channel of the latest message only.',
      'startDate and endDate filter by when the conversation was added, not by its last message.',
      'The next page starts after the sort value of the last item, which is lastMessageDate in the usual order.',
      'The index lags writes by seconds.',
    ],
    risk: 'read',
    paging: {
      style: 'cursor',
      items: 'conversations',
      total: 'total',
      size: 'limit',
      defaultSize: 20,
      maxSize: 100,
      next: { startAfterDate: '$last.sort' },
    },
    hints: {
      assignedTo: 'user ids, comma separated, or "unassigned"',
      followers: 'user ids, comma separated',
      mentions: 'user ids, comma separated',
      startAfterDate: 'sort value of the last item before',
      id: 'conversation id',
      startDate: 'epoch milliseconds',
      endDate: 'epoch milliseconds',
      lastMessageDirection: 'inbound: the contact wrote last',
    },
    words: ['inbox', 'unread', 'thread', 'chat', 'unanswered', 'waiting for reply', 'starred'],
    examples: [
      {
        ask: 'Which conversations are unread?',
        args: { locationId: 've9EPM428h8vShlRW1KT', status: 'unread', limit: 50 },
      },
      {
        ask: 'Find the conversation with this contact',
        args: { locationId: 've9EPM428h8vShlRW1KT', contactId: 'ocQHyuzHvysMo5N5VsXc' },
      },
    ],
  },
  'GET /conversations/{conversationId}': {
    name: 'conversations_conversation_get',
    title: 'Get a conversation',
    summary:
      'State of one conversation: contact, assignee, unread count, star. It holds no messages: read those with conversations_message_list.',
    risk: 'read',
    words: ['thread', 'inbox'],
  },
  'POST /conversations/': {
    name: 'conversations_conversation_create',
    title: 'Open a conversation',
    summary:
      'Opens an empty conversation for a contact, or returns theirs. Sends nothing; conversations_message_send opens one by itself.',
    notes: ['Useful before logging messages or uploading attachments, which ask for a conversationId.'],
    risk: 'write',
    idempotent: true,
    words: ['thread', 'inbox', 'start chat'],
  },
  'PUT /conversations/{conversationId}': {
    name: 'conversations_conversation_update',
    title: 'Mark a conversation',
    summary:
      'Marks a conversation read (unreadCount 0) or unread, starred or unstarred, or rates it. Sends nothing and cannot assign it to anyone.',
    risk: 'write',
    idempotent: true,
    hints: { unreadCount: '0 marks as read' },
    words: ['mark as read', 'mark unread', 'star', 'favourite', 'inbox zero'],
    examples: [
      {
        ask: 'Mark this conversation as read',
        args: { conversationId: 'tDtDnQdgm2LXpyiqYvZ6', locationId: 've9EPM428h8vShlRW1KT', unreadCount: 0 },
      },
    ],
  },
  'DELETE /conversations/{conversationId}': {
    name: 'conversations_conversation_delete',
    title: 'Delete a conversation',
    summary:
      'Deletes a whole conversation with its messages; the contact stays. To clear it from the unread list use conversations_conversation_update.',
    notes: ['Single messages cannot be deleted.'],
    risk: 'high-impact',
    idempotent: true,
    words: ['erase thread', 'remove chat'],
  },
  'POST /conversations/providers/live-chat/typing': {
    name: 'conversations_typing_indicator_set',
    title: 'Show or hide typing in live chat',
    summary:
      'Shows or hides "is typing" to a website visitor in a live chat. No message is sent: that is conversations_message_send with type Live_Chat.',
    risk: 'write',
    idempotent: true,
    openWorld: true,
    hints: { visitorId: 'visitorId of the contact, see contacts_contact_get' },
    words: ['web chat', 'widget', 'indicator'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
