/** Writing into conversations: every message, from the API or from the seed, goes through here. */
import type { World } from '../../world.ts';
import { type Contact, contacts } from '../contacts/records.ts';
import type { MessageType } from './channels.ts';
import {
  type Conversation,
  conversations,
  type Direction,
  type EmailMessage,
  emails,
  type Message,
  type MessageStatus,
  messages,
} from './records.ts';

/** The conversation of a contact: there is one whatever the channel, made when first needed. */
export function ensureConversation(world: World, contact: Contact, dateAdded = world.now()): Conversation {
  const known = conversations(world)
    .inLocation(contact.locationId)
    .find(({ contactId }) => contactId === contact.id);
  if (known !== undefined) return known;
  return conversations(world).insert({
    id: world.newId(),
    locationId: contact.locationId,
    contactId: contact.id,
    type: contact.phone === undefined && contact.email !== undefined ? 'TYPE_EMAIL' : 'TYPE_PHONE',
    unreadCount: 0,
    inbox: true,
    starred: false,
    deleted: false,
    ...(contact.assignedTo === undefined ? {} : { assignedTo: contact.assignedTo }),
    followers: contact.followers,
    lastMessageBody: '',
    lastMessageType: 'TYPE_SMS',
    lastMessageDate: dateAdded,
    lastManualMessageDate: dateAdded,
    dateAdded,
    dateUpdated: dateAdded,
  });
}

/** What the writer of a message knows; the rest follows from the conversation. */
export interface MessageDraft {
  readonly messageType: MessageType;
  readonly direction: Direction;
  readonly status: MessageStatus;
  readonly body: string;
  readonly source: Message['source'];
  readonly dateAdded: number;
  readonly leavesAt?: number;
  readonly extras?: Partial<Message>;
}

/** What the e-mail of a draft has beyond a message. */
export type EmailDraft = Pick<EmailMessage, 'subject' | 'from' | 'to'> &
  Partial<Pick<EmailMessage, 'cc' | 'bcc' | 'replyToMessageId' | 'contentType'>>;

/** The conversation shows its latest message; incoming ones count as unread. Old ones change nothing above it. */
function touch(world: World, conversation: Conversation, message: Message, preview: string): void {
  const isLatest = message.dateAdded >= conversation.lastMessageDate;
  const isInbound = message.direction === 'inbound';
  const isManual = !isInbound && message.source === 'app';
  conversations(world).update(conversation.id, {
    unreadCount: conversation.unreadCount + (isInbound ? 1 : 0),
    dateUpdated: Math.max(conversation.dateUpdated, message.dateUpdated),
    ...(isLatest
      ? {
          lastMessageId: message.id,
          lastMessageBody: preview,
          lastMessageType: message.messageType,
          lastMessageDirection: message.direction,
          lastMessageDate: message.dateAdded,
        }
      : {}),
    ...(isInbound ? {} : { lastOutboundMessageAction: isManual ? ('manual' as const) : ('automated' as const) }),
    ...(isInbound || isManual
      ? { lastManualMessageDate: Math.max(conversation.lastManualMessageDate, message.dateAdded) }
      : {}),
  });
  const { contactId, dateAdded } = message;
  const contact = contacts(world).get(contactId);
  const at = new Date(dateAdded).toISOString();
  if (contact !== undefined && (contact.lastActivity ?? '') < at)
    contacts(world).update(contactId, { lastActivity: at });
}

/** Adds a message that is not an e-mail. */
export function addMessage(world: World, conversation: Conversation, draft: MessageDraft): Message {
  const { extras, ...given } = draft;
  const message = messages(world).insert({
    id: world.newId(),
    locationId: conversation.locationId,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    contentType: 'text/plain',
    attachments: [],
    emailIds: [],
    dateUpdated: draft.dateAdded,
    ...given,
    ...extras,
  });
  touch(world, conversation, message, message.body);
  return message;
}

const stripTags = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Adds an e-mail to a thread, or starts one. The message of the thread lists its e-mails and moves up. */
export function addEmail(
  world: World,
  conversation: Conversation,
  { draft, email: details, thread }: { draft: MessageDraft; email: EmailDraft; thread?: Message },
): { message: Message; email: EmailMessage } {
  const emailId = world.newId();
  const threadId = thread?.id ?? world.newId();
  const attachments = draft.extras?.attachments ?? [];
  const email = emails(world).insert({
    id: emailId,
    locationId: conversation.locationId,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    threadId,
    contentType: 'text/html',
    cc: [],
    bcc: [],
    ...details,
    body: draft.body,
    direction: draft.direction,
    status: draft.status,
    ...(draft.leavesAt === undefined ? {} : { leavesAt: draft.leavesAt }),
    attachments,
    provider: 'Leadconnector Gmail',
    ...(draft.extras?.altId === undefined ? {} : { altId: draft.extras.altId }),
    ...(draft.extras?.conversationProviderId === undefined
      ? {}
      : { conversationProviderId: draft.extras.conversationProviderId }),
    source: draft.source,
    dateAdded: draft.dateAdded,
  });
  const { extras, ...given } = draft;
  const base = {
    ...given,
    ...extras,
    contentType: 'text/html',
    body: details.subject,
    emailIds: [...(thread?.emailIds ?? []), emailId],
  };
  const message =
    thread === undefined
      ? messages(world).insert({
          id: threadId,
          locationId: conversation.locationId,
          contactId: conversation.contactId,
          conversationId: conversation.id,
          attachments,
          dateUpdated: draft.dateAdded,
          ...base,
        })
      : messages(world).update(thread.id, { ...base, body: thread.body, dateUpdated: draft.dateAdded });
  touch(world, conversation, message, stripTags(draft.body) || details.subject);
  return { message, email };
}
