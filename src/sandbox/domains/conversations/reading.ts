/** Reading messages: of one conversation, one by one, and all of a location for export. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import { resolveMessageType } from './channels.ts';
import { findConversation, findEmail, findMessage, parseDate, parseList } from './lookups.ts';
import { type Message, messages, messagesOf } from './records.ts';
import { formatEmail, formatMessage } from './views.ts';

const maximumPage = 100;
const exportPage = { smallest: 10, largest: 500 };

/** Newest first. The cursor is the id of the last message of the page before. */
const listMessages: Handler = (request, world) => {
  const { lastMessageId, limit = 20, type } = request.query;
  const conversation = findConversation(world, request, request.path.conversationId);
  const types = parseList(type);
  const found = messagesOf(world, conversation)
    .filter(({ messageType }) => types.length === 0 || types.includes(messageType))
    .reverse();
  const position = lastMessageId === undefined ? -1 : found.findIndex(({ id }) => id === lastMessageId);
  if (lastMessageId !== undefined && position < 0) throw badRequest(`Message with id ${lastMessageId} not found`);
  const rest = found.slice(position + 1);
  const page = rest.slice(0, Math.min(limit, maximumPage));
  return {
    body: {
      // One level deeper than the documents say (documentation issue 54).
      messages: {
        lastMessageId: page.at(-1)?.id ?? '',
        nextPage: rest.length > page.length,
        messages: page.map((message) => formatMessage(message, world.now())),
      },
    },
  };
};

/** Wrapped in `message` (seen in documentation issue 258), though the documents show it bare. */
const getMessage: Handler = (request, world) => ({
  body: {
    message: formatMessage(findMessage(world, request, request.path.id), world.now()),
  },
});

/** Wrapped in `emailMessage`, as clients of the live API read it. */
const getEmail: Handler = (request, world) => ({
  body: {
    emailMessage: formatEmail(findEmail(world, request, request.path.id), world.now()),
  },
});

/** Which messages an export covers: without a channel all but e-mails. */
function buildExportTest({ query }: SandboxRequest): (message: Message) => boolean {
  const { channel, conversationId, contactId, startDate, endDate } = query;
  const from = parseDate(startDate, Number.NEGATIVE_INFINITY);
  const to = parseDate(endDate, Number.POSITIVE_INFINITY);
  return (message) =>
    (channel === undefined
      ? message.messageType !== 'TYPE_EMAIL'
      : message.messageType === resolveMessageType(channel)) &&
    (conversationId === undefined || message.conversationId === conversationId) &&
    (contactId === undefined || message.contactId === contactId) &&
    message.dateAdded >= from &&
    message.dateAdded <= to;
}

interface Cursor {
  readonly value: number;
  readonly id: string;
}

const formatCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64');

function parseCursor(text: string): Cursor {
  try {
    const { value, id } = JSON.parse(Buffer.from(text, 'base64').toString()) as Partial<Cursor>;
    if (typeof value === 'number' && typeof id === 'string') return { value, id };
  } catch {
    // Falls through to the refusal: what is no JSON is no cursor.
  }
  throw badRequest('Invalid cursor');
}

const exportMessages: Handler = (request, world) => {
  const { query } = request;
  const limit: number = query.limit ?? 100;
  if (limit < exportPage.smallest || limit > exportPage.largest) {
    throw unprocessable([`limit must be between ${exportPage.smallest} and ${exportPage.largest}`]);
  }
  const getValue = (message: Message): number =>
    query.sortBy === 'updatedAt' ? message.dateUpdated : message.dateAdded;
  const sign = query.sortOrder === 'asc' ? 1 : -1;
  const compare = (a: Cursor, b: Cursor): number => sign * (a.value - b.value || a.id.localeCompare(b.id));
  const place = (message: Message): Cursor => ({ value: getValue(message), id: message.id });
  const found = messages(world)
    .indexed(request.locationId)
    .filter(buildExportTest(request))
    .sort((a, b) => compare(place(a), place(b)));
  const cursor = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const rest = cursor === undefined ? found : found.filter((message) => compare(place(message), cursor) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    body: {
      messages: page.map((message) => formatMessage(message, world.now())),
      ...(last !== undefined && rest.length > page.length ? { nextCursor: formatCursor(place(last)) } : {}),
      total: found.length,
    },
  };
};

export const readingHandlers = {
  'GET /conversations/{conversationId}/messages': listMessages,
  'GET /conversations/messages/{id}': getMessage,
  'GET /conversations/messages/email/{id}': getEmail,
  'GET /conversations/messages/export': exportMessages,
} satisfies Handlers;
