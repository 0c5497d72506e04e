/** What the conversations domain keeps, and typed access to it. Other domains read through these accessors. */
import type { Collection, SandboxRecord, World } from '../../world.ts';
import type { MessageType } from './channels.ts';

export type Direction = 'inbound' | 'outbound';

/** Statuses a message can show. Scheduled messages that are cancelled disappear instead. */
export type MessageStatus =
  | 'pending'
  | 'scheduled'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'opened'
  | 'clicked'
  | 'connected'
  | 'undelivered'
  | 'failed';

export type MessageSource = 'workflow' | 'bulk_actions' | 'campaign' | 'api' | 'app';

/** A contact has one conversation, whatever the channels. All times are epoch milliseconds. */
export interface Conversation extends SandboxRecord {
  readonly contactId: string;
  readonly type: 'TYPE_PHONE' | 'TYPE_EMAIL' | 'TYPE_FB_MESSENGER' | 'TYPE_REVIEW' | 'TYPE_GROUP_SMS';
  readonly unreadCount: number;
  readonly inbox: boolean;
  readonly starred: boolean;
  readonly deleted: boolean;
  readonly assignedTo?: string;
  readonly followers: readonly string[];
  readonly feedback?: unknown;
  readonly lastMessageId?: string;
  readonly lastMessageBody: string;
  readonly lastMessageType: MessageType;
  readonly lastMessageDirection?: Direction;
  readonly lastMessageDate: number;
  readonly lastManualMessageDate: number;
  /** `manual`: a person wrote the last outbound message; `automated`: the API or a workflow did. */
  readonly lastOutboundMessageAction?: 'automated' | 'manual';
  readonly dateAdded: number;
  readonly dateUpdated: number;
}

export interface CallDetails {
  readonly to?: string;
  readonly from?: string;
  readonly status: string;
  readonly durationSeconds: number;
}

export interface MessageError {
  readonly code: string;
  readonly type: string;
  readonly message: string;
}

/**
 * One entry of a conversation. For e-mail it stands for the whole thread and names its `emails`;
 * the texts are in those.
 */
export interface Message extends SandboxRecord {
  readonly contactId: string;
  readonly conversationId: string;
  readonly messageType: MessageType;
  readonly direction: Direction;
  /** As last written. Read it through `resolveStatus`: what is on its way moves on with the clock. */
  readonly status: MessageStatus;
  /** When the message leaves, for those on their way; absent once a status was set for good. */
  readonly leavesAt?: number;
  readonly body: string;
  readonly contentType: string;
  readonly attachments: readonly string[];
  readonly source: MessageSource;
  readonly userId?: string;
  readonly conversationProviderId?: string;
  /** The provider's id of the message, as given. */
  readonly altId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly emailIds: readonly string[];
  readonly call?: CallDetails;
  readonly error?: MessageError;
  readonly dateAdded: number;
  readonly dateUpdated: number;
}

/** One e-mail of a thread. */
export interface EmailMessage extends SandboxRecord {
  readonly contactId: string;
  readonly conversationId: string;
  /** The message that stands for the thread. */
  readonly threadId: string;
  readonly altId?: string;
  readonly subject: string;
  readonly body: string;
  readonly contentType: string;
  readonly direction: Direction;
  readonly status: MessageStatus;
  readonly leavesAt?: number;
  readonly attachments: readonly string[];
  readonly provider: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyToMessageId?: string;
  readonly source: MessageSource;
  readonly conversationProviderId?: string;
  readonly events?: Readonly<Record<string, number>>;
  readonly recipients?: readonly unknown[];
  readonly dateAdded: number;
}

/** A kind of e-mail or text that people can opt out of by itself. */
export interface CustomSubtype extends SandboxRecord {
  readonly name: string;
  readonly description?: string;
  readonly channel: 'email' | 'sms';
  readonly language: string;
  readonly archived: boolean;
  readonly resubscriptionLegalFormId?: string;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

/** What one address of a contact has opted out of. The id is `<contactId>:<email>`. */
export interface Subscription extends SandboxRecord {
  readonly contactId: string;
  readonly email: string;
  /** Opted out of everything. */
  readonly unsubscribed: boolean;
  readonly unsubscribedSubtypeIds: readonly string[];
  readonly unsubscribedOneOnOne: boolean;
  readonly legalReason?: string;
  readonly dateUpdated: string;
}

/** A file waiting for, or after, its signed-URL upload. */
export interface Upload extends SandboxRecord {
  readonly conversationId: string;
  readonly filename: string;
  readonly contentType: string;
  readonly filePath: string;
  readonly size: number;
  readonly expiresAt: number;
  readonly completed: boolean;
}

/** The last typing indicator of a live chat. The id is the conversation's. */
export interface Typing extends SandboxRecord {
  readonly visitorId: string;
  readonly isTyping: boolean;
  readonly at: number;
}

export const conversations = (world: World): Collection<Conversation> =>
  world.collection<Conversation>('conversations');
export const messages = (world: World): Collection<Message> => world.collection<Message>('messages');
export const emails = (world: World): Collection<EmailMessage> => world.collection<EmailMessage>('emails');
export const customSubtypes = (world: World): Collection<CustomSubtype> =>
  world.collection<CustomSubtype>('conversation-subtypes');
export const subscriptions = (world: World): Collection<Subscription> =>
  world.collection<Subscription>('conversation-subscriptions');
export const uploads = (world: World): Collection<Upload> => world.collection<Upload>('conversation-uploads');
export const typings = (world: World): Collection<Typing> => world.collection<Typing>('conversation-typing');

/** The messages of one conversation, oldest first. */
export const messagesOf = (world: World, conversation: Conversation): Message[] =>
  messages(world)
    .inLocation(conversation.locationId)
    .filter((message) => message.conversationId === conversation.id)
    .sort((a, b) => a.dateAdded - b.dateAdded);
