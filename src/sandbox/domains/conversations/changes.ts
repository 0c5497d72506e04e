/** What happens to messages after they were written: statuses, attachments, and scheduled ones that are called off. */
import { notFound } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findEmail, findMessage } from './lookups.ts';
import { conversations, type EmailMessage, emails, type Message, messages, messagesOf } from './records.ts';
import { resolveStatus } from './status.ts';

/** A status set for good: nothing is on its way any more. Undefined deletes a field. */
const settled = { leavesAt: undefined } as unknown as { leavesAt?: number };

const setStatus: Handler = (request, world) => {
  const { status, error, emailMessageId, recipients } = request.body;
  const before = findMessage(world, request, request.path.messageId);
  const email = emailMessageId === undefined ? undefined : findEmail(world, request, emailMessageId);
  const message = messages(world).update(before.id, {
    ...settled,
    status,
    ...(error === undefined ? {} : { error }),
    dateUpdated: world.now(),
  });
  if (email !== undefined) {
    emails(world).update(email.id, { ...settled, status, ...(recipients === undefined ? {} : { recipients }) });
  }
  return {
    body: {
      conversationId: message.conversationId,
      messageId: message.id,
      ...(emailMessageId === undefined ? {} : { emailMessageId }),
      msg: 'Message status updated successfully.',
      status,
    },
  };
};

const setEmailStatus: Handler = (request, world) => {
  const { status, events, recipients } = request.body;
  const email = findEmail(world, request, request.path.id);
  emails(world).update(email.id, {
    ...settled,
    status,
    ...(events === undefined ? {} : { events: { ...email.events, ...events } }),
    ...(recipients === undefined ? {} : { recipients }),
  });
  return { body: { success: true, message: 'Updated email message successfully' } };
};

/** Documented with a 404, unlike the reads. */
const setAttachments: Handler = (request, world) => {
  const message = messages(world).get(request.path.messageId ?? '');
  if (message === undefined || (request.locationId !== '' && message.locationId !== request.locationId)) {
    throw notFound('Message not found');
  }
  messages(world).update(message.id, { attachments: request.body.attachments, dateUpdated: world.now() });
  return { body: { success: true } };
};

/** Takes a message out of its conversation, which then shows the one before. */
function removeMessage(world: World, message: Message): void {
  messages(world).delete(message.id);
  const conversation = conversations(world).get(message.conversationId);
  if (conversation === undefined || conversation.lastMessageId !== message.id) return;
  const last = messagesOf(world, conversation).at(-1);
  conversations(world).update(conversation.id, {
    lastMessageId: last?.id ?? '',
    lastMessageBody: last?.body ?? '',
    ...(last === undefined
      ? {}
      : {
          lastMessageType: last.messageType,
          lastMessageDirection: last.direction,
          lastMessageDate: last.dateAdded,
        }),
  });
}

function removeEmail(world: World, email: EmailMessage): void {
  emails(world).delete(email.id);
  const thread = messages(world).get(email.threadId);
  if (thread === undefined) return;
  const emailIds = thread.emailIds.filter((id) => id !== email.id);
  if (emailIds.length === 0) removeMessage(world, thread);
  else messages(world).update(thread.id, { ...settled, status: 'delivered', emailIds });
}

const isWaiting = (message: Message | EmailMessage, world: World): boolean =>
  resolveStatus(message, world.now()) === 'scheduled';

/** The documents' answer for a message that cannot be called off: a success whose body says otherwise. */
const tooLate = { body: { status: 404, message: 'Failed cancel the scheduled message' } };

const cancelMessage: Handler = (request: SandboxRequest, world) => {
  const message = messages(world).get(request.path.messageId ?? '');
  const isOwn = message !== undefined && (request.locationId === '' || message.locationId === request.locationId);
  if (!isOwn || !isWaiting(message, world)) return tooLate;
  for (const id of message.emailIds) emails(world).delete(id);
  removeMessage(world, message);
  return { body: { status: 200, message: 'Cancelled the scheduled message successfully!' } };
};

const cancelEmail: Handler = (request, world) => {
  const email = emails(world).get(request.path.emailMessageId ?? '');
  const isOwn = email !== undefined && (request.locationId === '' || email.locationId === request.locationId);
  if (!isOwn || !isWaiting(email, world)) return tooLate;
  removeEmail(world, email);
  return { body: { status: 200, message: 'Cancelled the scheduled email successfully!' } };
};

export const changeHandlers = {
  'PUT /conversations/messages/{messageId}/status': setStatus,
  'PUT /conversations/messages/email/{id}/status': setEmailStatus,
  'PUT /conversations/messages/{messageId}/attachments': setAttachments,
  'DELETE /conversations/messages/{messageId}/schedule': cancelMessage,
  'DELETE /conversations/messages/email/{emailMessageId}/schedule': cancelEmail,
} satisfies Handlers;
