/** Items of a queue: live ones change at once, staged ones when their session is saved. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { pickFields } from '../../payments/lists.ts';
import { resolveAccounts } from '../accounts.ts';
import type { PostContent } from '../records.ts';
import { createVariation, insertItem } from './content.ts';
import { findItem, findQueue, findSessionId } from './find.ts';
import { resolveOrder } from './order.ts';
import { answerQueue } from './queues.ts';
import { type CategoryQueue, type ItemContent, itemsOf, type QueueItem, queueItems } from './records.ts';
import { restartQueue } from './run.ts';
import { compareSlots, getTimeZone, listSlots } from './slots.ts';
import { findErrors, formatListedItem, formatWrittenItem } from './views.ts';

/** Of a post's fields, those that an item can change. */
const payloadFields =
  'accountIds summary media type tags followUpComment ogTagsDetails tiktokPostDetails gmbPostDetails linkedinPostDetails pinterestPostDetails facebookPostDetails instagramPostDetails youtubePostDetails'.split(
    ' ',
  );

/** What the request says about the content, over what there is. Throws 422 for an account that is not connected. */
function parseContent(request: SandboxRequest, world: World, before: Partial<ItemContent> = {}): ItemContent {
  const { modifiedPostPayload = {}, variations, primaryImage } = request.body;
  if (modifiedPostPayload.accountIds !== undefined) resolveAccounts(modifiedPostPayload.accountIds, request, world);
  const change = pickFields(modifiedPostPayload, payloadFields) as Partial<PostContent>;
  const payload = { ...before.payload, ...change };
  const texts: readonly { readonly content?: string }[] | undefined =
    variations ?? (change.summary === undefined ? undefined : [{ content: change.summary }]);
  const image = primaryImage ?? before.primaryImage ?? payload.media?.[0]?.url;
  return {
    payload,
    variations:
      texts?.map((text) => createVariation(world, { content: payload.summary ?? '', ...text })) ??
      before.variations ??
      [],
    ...(image !== undefined && { primaryImage: image }),
  };
}

/** Changes the item, and tells which slots have moved. The post that a live item is scheduled as follows. */
function changeItem<T>(world: World, queue: CategoryQueue, { id, sessionId }: QueueItem, change: () => T) {
  const before = listSlots(world, queue, sessionId);
  const result = change();
  const after = id === queue.currentItemId ? restartQueue(world, queue.id) : queue;
  return { result, ...compareSlots(before, listSlots(world, after, sessionId)) };
}

/** Around the item that is asked for, else from `skip` on. */
function takeItems(items: readonly QueueItem[], { itemId, skip = 0, limit = 10 }: SandboxRequest['body']) {
  const middle = items.findIndex(({ id }) => id === itemId);
  const start = middle < 0 ? skip : Math.max(middle - Math.floor(limit / 2), 0);
  return { page: items.slice(start, start + limit), meta: { count: String(items.length), skip: start, limit } };
}

export const itemHandlers: Handlers = {
  'POST /social-media-posting/category/queues/{queueId}/items': (request, world) => {
    const queue = findQueue(request, world);
    const sessionId = findSessionId(queue, request.body.sessionId, world);
    const slots = new Map(listSlots(world, queue, sessionId).map((slot) => [slot.itemId, slot]));
    const items = itemsOf(world, queue, sessionId).filter(
      (item) => request.body.errorFilter !== true || findErrors(world, item).length > 0,
    );
    const { page, meta } = takeItems(items, request.body);
    const shown = page.map((item) => formatListedItem(world, item, slots.get(item.id)));
    return answerQueue(201, 'Queue items fetched successfully', { items: shown, meta });
  },

  'POST /social-media-posting/category/queues/{queueId}/slots': (request, world) => {
    const queue = findQueue(request, world);
    const { skip = 0, limit = 20 } = request.body;
    const all = listSlots(world, queue, findSessionId(queue, request.body.sessionId, world));
    const timezone = getTimeZone(world, queue.locationId);
    const results = { slots: all.slice(skip, skip + limit), total: all.length, skip, limit, timezone };
    return answerQueue(200, 'Slots fetched successfully', results);
  },

  'POST /social-media-posting/category/queues/{queueId}/create/item': (request, world) => {
    const queue = findQueue(request, world);
    const { body, grant } = request;
    const sessionId = findSessionId(queue, body.sessionId, world);
    if (sessionId === undefined && body.directToQueue !== true)
      throw badRequest('sessionId or directToQueue is required');
    const isDirect = body.directToQueue === true;
    const wanted = isDirect ? (queue.prioritizeNewContent ? 'top' : 'bottom') : body.order;
    const staged = isDirect ? undefined : sessionId;
    const order = resolveOrder(wanted, itemsOf(world, queue, staged), queue);
    const createdBy = body.modifiedPostPayload?.userId ?? body.modifiedPostPayload?.createdBy ?? grant.userId;
    const item = insertItem(world, queue, {
      ...{ order, ...parseContent(request, world), createdBy: createdBy ?? queue.createdBy },
      ...(staged !== undefined && { sessionId: staged }),
    });
    if (isDirect && queue.currentPostId === undefined) restartQueue(world, queue.id);
    return answerQueue(201, 'Queue item created successfully', { queueItem: formatWrittenItem(world, item) });
  },

  'PUT /social-media-posting/category/queues/{queueId}/items/{itemId}': (request, world) => {
    const queue = findQueue(request, world);
    const { sessionId: named, newOrder } = request.body;
    const sessionId = findSessionId(queue, named, world);
    const item = findItem(request, world, queue, sessionId);
    const content = parseContent(request, world, item);
    const others = itemsOf(world, queue, sessionId).filter(({ id }) => id !== item.id);
    const order = newOrder === undefined ? item.order : resolveOrder(newOrder, others, queue);
    const { result, ...moved } = changeItem(world, queue, item, () =>
      queueItems(world).update(item.id, { ...content, order, currentVariation: 0, updatedAt: world.timestamp() }),
    );
    const queueItem = formatWrittenItem(world, result);
    return answerQueue(200, 'Queue item updated successfully', { queueItem, ...moved });
  },

  'DELETE /social-media-posting/category/queues/{queueId}/items/{itemId}': (request, world) => {
    const queue = findQueue(request, world);
    const sessionId = findSessionId(queue, request.query.sessionId, world);
    const item = findItem(request, world, queue, sessionId);
    const { result: _isDeleted, ...moved } = changeItem(world, queue, item, () => queueItems(world).delete(item.id));
    return answerQueue(200, 'The queue item has been successfully deleted.', moved);
  },

  'PUT /social-media-posting/category/queues/{queueId}/items/{itemId}/reset': (request, world) => {
    const queue = findQueue(request, world);
    const sessionId = findSessionId(queue, request.body.sessionId, world);
    const item = findItem(request, world, queue, sessionId);
    const { result } = changeItem(world, queue, item, () =>
      queueItems(world).update(item.id, { ...item.original, currentVariation: 0, updatedAt: world.timestamp() }),
    );
    const slot = listSlots(world, queue, sessionId).find(({ itemId }) => itemId === item.id);
    return answerQueue(200, 'Queue item reset successfully', { queueItem: formatListedItem(world, result, slot) });
  },

  'POST /social-media-posting/category/queues/{queueId}/items/{itemId}/clone': (request, world) => {
    const queue = findQueue(request, world);
    const { order } = request.body;
    const sessionId = findSessionId(queue, request.body.sessionId, world);
    const { payload, variations, primaryImage, postId, createdBy } = findItem(request, world, queue, sessionId);
    const copy = insertItem(world, queue, {
      ...{ order, payload, variations, createdBy },
      ...pickFields({ primaryImage, postId, sessionId }, ['primaryImage', 'postId', 'sessionId']),
    });
    return answerQueue(201, 'Queue item cloned successfully', { queueItem: formatWrittenItem(world, copy) });
  },
};
