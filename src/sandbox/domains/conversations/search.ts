/** `GET /conversations/search`: over the index, which follows writes by seconds. */
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { parseList } from './lookups.ts';
import { type Conversation, conversations } from './records.ts';
import { formatSearchResult } from './views.ts';

const maximumPage = 100;

type Query = SandboxRequest['query'];
type Test = (conversation: Conversation) => boolean;

const byStatus: Readonly<Record<string, Test>> = {
  read: ({ unreadCount }) => unreadCount === 0,
  unread: ({ unreadCount }) => unreadCount > 0,
  starred: ({ starred }) => starred,
};

function hasAssignee(assignedTo: string | undefined): Test {
  const wanted = parseList(assignedTo);
  return (conversation) => wanted.length === 0 || wanted.includes(conversation.assignedTo ?? 'unassigned');
}

function mentionsText(world: World, text: string | undefined): Test {
  const wanted = text?.trim().toLowerCase() ?? '';
  return (conversation) => {
    if (wanted === '') return true;
    const contact = contacts(world).get(conversation.contactId);
    const { contactName, email, phone, companyName } = contact ?? {};
    return [conversation.lastMessageBody, contactName, email, phone, companyName].some((field) =>
      field?.toLowerCase().includes(wanted),
    );
  };
}

function buildTests(world: World, query: Query): Test[] {
  const followers = parseList(query.followers);
  return [
    ({ deleted }) => !deleted,
    ({ contactId }) => query.contactId === undefined || contactId === query.contactId,
    ({ id }) => query.id === undefined || id === query.id,
    hasAssignee(query.assignedTo),
    (conversation) => followers.length === 0 || followers.some((id) => conversation.followers.includes(id)),
    // Nobody is mentioned in the sandbox: there are no internal comments.
    () => parseList(query.mentions).length === 0,
    ({ lastMessageType }) => query.lastMessageType === undefined || lastMessageType === query.lastMessageType,
    ({ lastMessageDirection }) =>
      query.lastMessageDirection === undefined || lastMessageDirection === query.lastMessageDirection,
    ({ lastOutboundMessageAction }) =>
      query.lastMessageAction === undefined || lastOutboundMessageAction === query.lastMessageAction,
    byStatus[query.status] ?? (() => true),
    ({ dateAdded }) => query.startDate === undefined || dateAdded >= query.startDate,
    ({ dateAdded }) => query.endDate === undefined || dateAdded <= query.endDate,
    mentionsText(world, query.query),
  ];
}

/** The cursor is the sort value of the last result: one number, also as the only item of a list. */
function parseCursor(value: unknown): number | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === '' ? undefined : Number(first);
}

const searchConversations: Handler = (request, world) => {
  const { query } = request;
  const getSortValue = (conversation: Conversation): number =>
    query.sortBy === 'last_manual_message_date' ? conversation.lastManualMessageDate : conversation.lastMessageDate;
  const sign = query.sort === 'asc' ? 1 : -1;
  const tests = buildTests(world, query);
  const found = conversations(world)
    .indexed(request.locationId)
    .filter((conversation) => tests.every((test) => test(conversation)))
    .sort((a, b) => sign * (getSortValue(a) - getSortValue(b)));
  const cursor = parseCursor(query.startAfterDate);
  const rest = cursor === undefined ? found : found.filter((item) => sign * getSortValue(item) > sign * cursor);
  const page = rest.slice(0, Math.min(query.limit ?? 20, maximumPage));
  return {
    body: {
      conversations: page.map((conversation) => formatSearchResult(world, conversation, getSortValue(conversation))),
      total: found.length,
    },
  };
};

export const searchHandlers = { 'GET /conversations/search': searchConversations } satisfies Handlers;
