/** Conversations and messages in the shapes in which HighLevel answers them. */
import type { World } from '../../world.ts';
import { type Contact, contacts } from '../contacts/records.ts';
import { getTypeNumber, isCall } from './channels.ts';
import type { Conversation, EmailMessage, Message } from './records.ts';
import { resolveStatus } from './status.ts';

const conversationTypes: readonly Conversation['type'][] = [
  'TYPE_PHONE',
  'TYPE_EMAIL',
  'TYPE_FB_MESSENGER',
  'TYPE_REVIEW',
  'TYPE_GROUP_SMS',
];

const toIso = (epochMs: number): string => new Date(epochMs).toISOString();

/** What a contact is called in lists of conversations. */
export const getContactName = (contact: Contact | undefined): string =>
  contact?.contactName ?? contact?.email ?? contact?.phone ?? '';

/** One result of a search: the conversation with its contact. `sort` is the cursor of the next page. */
export function formatSearchResult(world: World, conversation: Conversation, sortValue: number) {
  const contact = contacts(world).get(conversation.contactId);
  const name = getContactName(contact);
  return {
    id: conversation.id,
    contactId: conversation.contactId,
    locationId: conversation.locationId,
    lastMessageBody: conversation.lastMessageBody,
    lastMessageType: conversation.lastMessageType,
    lastMessageDirection: conversation.lastMessageDirection,
    lastMessageDate: conversation.lastMessageDate,
    lastManualMessageDate: conversation.lastManualMessageDate,
    lastOutboundMessageAction: conversation.lastOutboundMessageAction,
    type: conversation.type,
    unreadCount: conversation.unreadCount,
    starred: conversation.starred,
    inbox: conversation.inbox,
    assignedTo: conversation.assignedTo,
    followers: conversation.followers,
    fullName: name,
    contactName: name,
    companyName: contact?.companyName,
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    tags: contact?.tags ?? [],
    dateAdded: conversation.dateAdded,
    dateUpdated: conversation.dateUpdated,
    sort: [sortValue],
  };
}

/** A conversation by its id: here, and only here, its type is a number. */
export function formatConversation(conversation: Conversation): Record<string, unknown> {
  const { id, contactId, locationId, deleted, inbox, type, unreadCount, assignedTo, starred } = conversation;
  const number = conversationTypes.indexOf(type) + 1;
  return { id, contactId, locationId, deleted, inbox, type: number, unreadCount, assignedTo, starred };
}

/** A conversation as an update answers it. */
export function formatUpdated(conversation: Conversation): Record<string, unknown> {
  const { id, contactId, locationId, assignedTo, deleted, inbox, unreadCount, starred } = conversation;
  return {
    id,
    locationId,
    contactId,
    assignedTo,
    lastMessageBody: conversation.lastMessageBody,
    lastMessageDate: String(conversation.lastMessageDate),
    lastMessageType: conversation.lastMessageType,
    unreadCount,
    inbox,
    starred,
    deleted,
  };
}

/** A conversation as a create answers it. */
export function formatCreated(conversation: Conversation): Record<string, unknown> {
  const { id, contactId, locationId, assignedTo, deleted } = conversation;
  return {
    id,
    dateUpdated: toIso(conversation.dateUpdated),
    dateAdded: toIso(conversation.dateAdded),
    deleted,
    contactId,
    locationId,
    lastMessageDate: toIso(conversation.lastMessageDate),
    assignedTo,
  };
}

function formatMeta({ messageType, call, emailIds }: Message): Record<string, unknown> | undefined {
  if (isCall(messageType) && call !== undefined) {
    return {
      callDuration: String(call.durationSeconds),
      callStatus: call.status,
      call: { duration: call.durationSeconds, status: call.status },
    };
  }
  return messageType === 'TYPE_EMAIL' ? { email: { messageIds: emailIds } } : undefined;
}

/**
 * A message as reads answer it. Attachments are missing, and e-mails have no text (documentation issues
 * 113 and 40): the texts are in the e-mails that `meta.email.messageIds` names.
 */
export function formatMessage(message: Message, nowMs: number): Record<string, unknown> {
  const { id, messageType, locationId, contactId, conversationId, direction, contentType, source } = message;
  return {
    id,
    type: getTypeNumber(messageType),
    messageType,
    locationId,
    contactId,
    conversationId,
    dateAdded: toIso(message.dateAdded),
    dateUpdated: toIso(message.dateUpdated),
    ...(messageType === 'TYPE_EMAIL' ? {} : { body: message.body }),
    direction,
    status: resolveStatus(message, nowMs),
    contentType,
    meta: formatMeta(message),
    source,
    userId: message.userId,
    conversationProviderId: message.conversationProviderId,
    altId: message.altId,
    from: message.from,
    to: message.to,
    error: message.error?.message,
  };
}

/** One e-mail with its text. */
export function formatEmail(email: EmailMessage, nowMs: number): Record<string, unknown> {
  const { leavesAt: _leavesAt, events: _events, recipients: _recipients, ...rest } = email;
  return { ...rest, status: resolveStatus(email, nowMs), dateAdded: toIso(email.dateAdded) };
}
