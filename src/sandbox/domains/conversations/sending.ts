/** `POST /conversations/messages`: what goes out to a person, and everything that can speak against it. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import type { Contact } from '../contacts/records.ts';
import { locations, templates } from '../locations/records.ts';
import { findContact } from '../shared/find-record.ts';
import { getDndChannel, type MessageType, needsPhone, resolveMessageType } from './channels.ts';
import { findConversation, findEmail } from './lookups.ts';
import { type Conversation, type Message, messages, subscriptions } from './records.ts';
import { addEmail, addMessage, ensureConversation, type MessageDraft } from './thread.ts';
import { getContactName } from './views.ts';

/** Seconds have ten digits until the year 2286; what is longer was meant as milliseconds. */
const largestSeconds = 9_999_999_999;
const emailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Do not disturb, on every channel or on this one. Throws the 400. */
function assertReachable(contact: Contact, type: MessageType): void {
  const channel = getDndChannel(type);
  if (channel === undefined) return;
  const status = contact.dndSettings[channel]?.status;
  if (contact.dnd || status === 'active' || status === 'permanent') {
    throw badRequest(`Cannot send message as DND is active for ${channel}.`);
  }
}

/** Whether an address has opted out of everything, of one-to-one mail, or of this kind of mail. */
function isUnsubscribed(world: World, contact: Contact, address: string, subtypeId: string | undefined): boolean {
  const subscription = subscriptions(world).get(`${contact.id}:${address.toLowerCase()}`);
  if (contact.unsubscribeEmail || subscription?.unsubscribed === true) return true;
  if (subtypeId !== undefined) return subscription?.unsubscribedSubtypeIds.includes(subtypeId) === true;
  return subscription?.unsubscribedOneOnOne === true;
}

/** The address an e-mail goes to. Throws the 400 for one that is missing, malformed, bounced or opted out. */
function resolveAddress(world: World, contact: Contact, body: SandboxRequest['body']): string {
  const address: string = body.emailTo ?? body.forward?.toEmail ?? contact.email ?? '';
  const isOwn = address === contact.email;
  if (!emailAddress.test(address) || (isOwn && (contact.validEmail === false || contact.bounceEmail))) {
    throw badRequest("Unable to send e-mail, contact's e-mail is invalid");
  }
  if (isUnsubscribed(world, contact, address, body.customSubtypeId)) {
    throw badRequest(`Cannot send email as ${getContactName(contact)} has unsubscribed`);
  }
  return address;
}

/** When a message leaves: now, or at a time in seconds. Throws a 422 for milliseconds and for the past. */
function resolveDeparture(scheduledTimestamp: number | undefined, nowMs: number): number {
  if (scheduledTimestamp === undefined) return nowMs;
  if (scheduledTimestamp > largestSeconds) throw unprocessable(['scheduledTimestamp must be in seconds']);
  if (scheduledTimestamp * 1000 <= nowMs) throw unprocessable(['scheduledTimestamp must be in the future']);
  return scheduledTimestamp * 1000;
}

/** What is said: the text given, or that of a template. Throws the 400 for a message with nothing in it. */
function resolveContent(world: World, request: SandboxRequest, type: MessageType): string {
  const { body } = request;
  const named = body.templateId === undefined ? undefined : templates(world).get(body.templateId);
  const template = named?.locationId === request.locationId ? named.template : undefined;
  const fromTemplate = template?.html ?? template?.body;
  const own = type === 'TYPE_EMAIL' ? (body.html ?? body.message) : (body.message ?? body.html);
  const content: string = own ?? (typeof fromTemplate === 'string' ? fromTemplate : '');
  const isForward = body.forward?.isForwarded === true;
  if (content === '' && (body.attachments ?? []).length === 0 && body.templateId === undefined && !isForward) {
    throw badRequest('There is no message or attachments for this message. Skip sending.');
  }
  return content;
}

function buildDraft(world: World, request: SandboxRequest, messageType: MessageType): MessageDraft {
  const { body, grant } = request;
  const leavesAt = resolveDeparture(body.scheduledTimestamp, world.now());
  // Documentation issue 322: WhatsApp takes attachments and loses them.
  const attachments = messageType === 'TYPE_WHATSAPP' ? [] : (body.attachments ?? []);
  // A caller that says how the message fared has sent it itself: nothing is left to happen.
  const isSettled = body.status !== undefined && body.status !== 'pending';
  return {
    messageType,
    direction: 'outbound',
    status: isSettled ? body.status : 'pending',
    ...(isSettled ? {} : { leavesAt }),
    body: resolveContent(world, request, messageType),
    source: 'api',
    dateAdded: world.now(),
    extras: {
      attachments,
      ...(body.conversationProviderId === undefined ? {} : { conversationProviderId: body.conversationProviderId }),
      ...(grant.userId === undefined ? {} : { userId: grant.userId }),
    },
  };
}

/** The thread a reply belongs to: named itself, or by one of its e-mails. Throws the 400 for an unknown one. */
function resolveThread(world: World, request: SandboxRequest): Message | undefined {
  const { threadId, replyMessageId } = request.body;
  const id: string | undefined = threadId ?? replyMessageId;
  if (id === undefined) return undefined;
  const message = messages(world).get(id);
  if (message?.locationId === request.locationId) return message;
  return messages(world).get(findEmail(world, request, id).threadId);
}

function forwardDetails({ body }: SandboxRequest, toEmail: string): Record<string, unknown> {
  if (body.forward?.isForwarded !== true) return {};
  const { isForwarded: _flag, toEmail: _to, ...details } = body.forward;
  return { forwardData: { ...details, forwardToEmail: toEmail } };
}

interface Outgoing {
  readonly contact: Contact;
  readonly conversation: () => Conversation;
}

function sendEmail(world: World, request: SandboxRequest, { contact, conversation }: Outgoing) {
  const { body } = request;
  const to = resolveAddress(world, contact, body);
  const draft = buildDraft(world, request, 'TYPE_EMAIL');
  const thread = resolveThread(world, request);
  const location = locations(world).get(contact.locationId);
  const from: string = body.emailFrom ?? `${location?.name ?? 'Sandbox'} <${location?.email ?? 'hello@example.com'}>`;
  const email = {
    subject: body.subject ?? thread?.body ?? '',
    from,
    to: [to],
    cc: body.emailCc ?? [],
    bcc: body.emailBcc ?? [],
    ...(body.replyMessageId === undefined ? {} : { replyToMessageId: body.replyMessageId }),
  };
  const sent = addEmail(world, conversation(), { draft, email, ...(thread === undefined ? {} : { thread }) });
  return {
    conversationId: sent.message.conversationId,
    emailMessageId: sent.email.id,
    messageId: sent.message.id,
    messageIds: [sent.message.id],
    msg: 'Email queued successfully.',
    ...forwardDetails(request, to),
    status: draft.status,
  };
}

function sendText(world: World, request: SandboxRequest, { contact, conversation }: Outgoing, type: MessageType) {
  const { body } = request;
  if (needsPhone(type) && (body.toNumber ?? contact.phone) === undefined) throw badRequest('Missing phone number');
  if (body.type === 'Custom' && body.conversationProviderId === undefined) {
    throw badRequest('CONVERSATIONS_MSG_PROVIDER_NO_ACCESS');
  }
  const draft = buildDraft(world, request, type);
  const to: string | undefined = body.toNumber ?? contact.phone;
  const from: string | undefined = body.fromNumber ?? locations(world).get(contact.locationId)?.phone;
  const numbers = needsPhone(type) ? { ...(to && { to }), ...(from && { from }) } : {};
  const message = addMessage(world, conversation(), { ...draft, extras: { ...draft.extras, ...numbers } });
  return {
    conversationId: message.conversationId,
    messageId: message.id,
    messageIds: [message.id],
    msg: 'Message queued successfully.',
    status: draft.status,
  };
}

/** Throws before anything is written: a refused message leaves no conversation behind. */
const sendMessage: Handler = (request, world) => {
  const contact = findContact(world, request, request.body.contactId);
  const type = resolveMessageType(request.body.type);
  assertReachable(contact, type);
  const outgoing = { contact, conversation: () => ensureConversation(world, contact) };
  const sent = type === 'TYPE_EMAIL' ? sendEmail(world, request, outgoing) : sendText(world, request, outgoing, type);
  return { body: sent };
};

const replyToReview: Handler = (request, world) => {
  const conversation = findConversation(world, request, request.body.conversationId);
  const message = addMessage(world, conversation, {
    messageType: 'TYPE_GMB',
    direction: 'outbound',
    status: 'pending',
    leavesAt: world.now(),
    body: request.body.message,
    source: 'api',
    dateAdded: world.now(),
  });
  return {
    body: {
      conversationId: conversation.id,
      messageId: message.id,
      messageIds: [message.id],
      msg: 'Message queued successfully.',
      status: 'pending',
    },
  };
};

export const sendingHandlers = {
  'POST /conversations/messages': sendMessage,
  'POST /conversations/messages/review-reply': replyToReview,
} satisfies Handlers;
