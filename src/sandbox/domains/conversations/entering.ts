/** Messages and calls that happened elsewhere and are entered: inbound of any channel, outbound calls. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { locations } from '../locations/records.ts';
import { findContact } from '../shared/find-record.ts';
import { isCall, type MessageType, resolveMessageType } from './channels.ts';
import { findConversation, findEmail, parseDate } from './lookups.ts';
import { type CallDetails, type Conversation, type Direction, type Message, messages } from './records.ts';
import { addEmail, addMessage, ensureConversation, type MessageDraft } from './thread.ts';

/** By its id, or by the contact, whose conversation is made when there is none. Throws a 422 without either. */
function resolveConversation(world: World, request: SandboxRequest): Conversation {
  const { conversationId, contactId } = request.body;
  if (conversationId !== undefined) return findConversation(world, request, conversationId);
  if (contactId === undefined) throw unprocessable(['conversationId or contactId should not be empty']);
  return ensureConversation(world, findContact(world, request, contactId));
}

/** The API tells no duration; a call that was answered is taken to have lasted a minute. */
function buildCall(call: SandboxRequest['body']['call']): CallDetails {
  const status: string = call?.status ?? 'completed';
  const wasAnswered = status === 'completed' || status === 'answered';
  return {
    ...(call?.to === undefined ? {} : { to: call.to }),
    ...(call?.from === undefined ? {} : { from: call.from }),
    status,
    durationSeconds: wasAnswered ? 60 : 0,
  };
}

function buildDraft(world: World, request: SandboxRequest, type: MessageType, direction: Direction): MessageDraft {
  const { body } = request;
  return {
    messageType: type,
    direction,
    status: 'delivered',
    body: body.message ?? body.html ?? '',
    source: 'app',
    dateAdded: parseDate(body.date, world.now()),
    extras: {
      attachments: body.attachments ?? [],
      ...(body.altId === undefined ? {} : { altId: body.altId }),
      ...(body.conversationProviderId === undefined ? {} : { conversationProviderId: body.conversationProviderId }),
      ...(isCall(type) ? { call: buildCall(body.call) } : {}),
    },
  };
}

function enterEmail(world: World, request: SandboxRequest, conversation: Conversation, draft: MessageDraft) {
  const { body } = request;
  const contact = contacts(world).get(conversation.contactId);
  const location = locations(world).get(conversation.locationId);
  const isInbound = draft.direction === 'inbound';
  const answered = body.emailMessageId === undefined ? undefined : findEmail(world, request, body.emailMessageId);
  const thread = answered === undefined ? undefined : messages(world).get(answered.threadId);
  const theirs = contact?.email ?? 'unknown@example.com';
  const ours = location?.email ?? 'hello@example.com';
  const email = {
    subject: body.subject ?? thread?.body ?? '',
    from: body.emailFrom ?? (isInbound ? theirs : ours),
    to: [body.emailTo ?? (isInbound ? ours : theirs)],
    cc: body.emailCc ?? [],
    bcc: body.emailBcc ?? [],
    contentType: body.html === undefined ? 'text/plain' : 'text/html',
    ...(answered === undefined ? {} : { replyToMessageId: answered.id }),
  };
  return addEmail(world, conversation, { draft, email, ...(thread === undefined ? {} : { thread }) });
}

function formatEntered(message: Message, emailMessageId?: string): Record<string, unknown> {
  return {
    success: true,
    conversationId: message.conversationId,
    messageId: message.id,
    message: 'Message added successfully',
    contactId: message.contactId,
    dateAdded: new Date(message.dateAdded).toISOString(),
    ...(emailMessageId === undefined ? {} : { emailMessageId }),
  };
}

const addInbound: Handler = (request, world) => {
  const { body } = request;
  const type = resolveMessageType(body.type);
  if (body.type === 'Custom' && body.conversationProviderId === undefined) {
    throw badRequest('CONVERSATIONS_MSG_PROVIDER_NO_ACCESS');
  }
  const draft = buildDraft(world, request, type, body.direction === 'outbound' ? 'outbound' : 'inbound');
  const conversation = resolveConversation(world, request);
  if (type === 'TYPE_EMAIL') {
    const { message, email } = enterEmail(world, request, conversation, draft);
    return { body: formatEntered(message, email.id) };
  }
  return { body: formatEntered(addMessage(world, conversation, draft)) };
};

const addOutboundCall: Handler = (request, world) => {
  const draft = buildDraft(world, request, 'TYPE_CALL', 'outbound');
  return { body: formatEntered(addMessage(world, resolveConversation(world, request), draft)) };
};

export const enteringHandlers = {
  'POST /conversations/messages/inbound': addInbound,
  'POST /conversations/messages/outbound': addOutboundCall,
} satisfies Handlers;
