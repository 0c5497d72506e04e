/** Conversations themselves, and the typing indicator of live chats. */
import type { Handler, Handlers } from '../../handler.ts';
import { findContact } from '../shared/find-record.ts';
import { findConversation } from './lookups.ts';
import { conversations, emails, messages, messagesOf, typings } from './records.ts';
import { ensureConversation } from './thread.ts';
import { formatConversation, formatCreated, formatUpdated } from './views.ts';

/** A contact that has a conversation gets the same one again. */
const createConversation: Handler = (request, world) => {
  const conversation = ensureConversation(world, findContact(world, request, request.body.contactId));
  return { body: { success: true, conversation: formatCreated(conversation) } };
};

const getConversation: Handler = (request, world) => ({
  body: {
    ...formatConversation(findConversation(world, request, request.path.conversationId)),
  },
});

const updateConversation: Handler = (request, world) => {
  const { unreadCount, starred, feedback } = request.body;
  const before = findConversation(world, request, request.path.conversationId);
  const conversation = conversations(world).update(before.id, {
    ...(unreadCount === undefined ? {} : { unreadCount }),
    ...(starred === undefined ? {} : { starred }),
    ...(feedback === undefined ? {} : { feedback }),
    dateUpdated: world.now(),
  });
  return { body: { success: true, conversation: formatUpdated(conversation) } };
};

/** Its messages go with it. The contact gets a new conversation with the next message. */
const deleteConversation: Handler = (request, world) => {
  const conversation = findConversation(world, request, request.path.conversationId);
  for (const message of messagesOf(world, conversation)) {
    for (const id of message.emailIds) emails(world).delete(id);
    messages(world).delete(message.id);
  }
  return { body: { success: conversations(world).delete(conversation.id) } };
};

const setTyping: Handler = (request, world) => {
  const { visitorId, isTyping, conversationId } = request.body;
  const conversation = findConversation(world, request, conversationId);
  const indicator = { visitorId, isTyping: isTyping === 'true' || isTyping === true, at: world.now() };
  if (typings(world).get(conversation.id) === undefined) {
    typings(world).insert({ id: conversation.id, locationId: conversation.locationId, ...indicator });
  } else {
    typings(world).update(conversation.id, indicator);
  }
  return { body: { success: true } };
};

export const conversationHandlers = {
  'POST /conversations/': createConversation,
  'GET /conversations/{conversationId}': getConversation,
  'PUT /conversations/{conversationId}': updateConversation,
  'DELETE /conversations/{conversationId}': deleteConversation,
  'POST /conversations/providers/live-chat/typing': setTyping,
} satisfies Handlers;
