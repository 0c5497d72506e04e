/** What is in a queue: items made of posts or written for it. */
import type { World } from '../../../world.ts';
import type { PostContent, SocialPost } from '../records.ts';
import { orderStep, resolveOrder } from './order.ts';
import { type CategoryQueue, categoryQueues, itemsOf, type QueueItem, queueItems, type Variation } from './records.ts';

export const createVariation = (world: World, variation: Partial<Variation> & { content: string }): Variation => ({
  id: world.newObjectId(),
  mentions: [],
  ...variation,
});

export type NewItem = Pick<QueueItem, 'order' | 'createdBy' | 'payload' | 'variations'> &
  Partial<Pick<QueueItem, 'sessionId' | 'originalItemId' | 'postId' | 'primaryImage'>>;

export function insertItem(world: World, queue: CategoryQueue, item: NewItem): QueueItem {
  const now = world.timestamp();
  const { payload, variations, primaryImage } = item;
  const original = { payload, variations, ...(primaryImage !== undefined && { primaryImage }) };
  return queueItems(world).insert({
    ...{ id: world.newObjectId(), locationId: queue.locationId, queueId: queue.id, ...item, original },
    ...{ currentVariation: 0, createdAt: now, updatedAt: now },
  });
}

/** An item that repeats a published post. */
export function insertPostItem(world: World, queue: CategoryQueue, post: SocialPost, order: number): QueueItem {
  const { accountIds, type, summary = '', media = [], tags = [], categoryId } = post;
  const payload: PostContent = {
    accountIds,
    type,
    summary,
    media,
    tags,
    ...(categoryId !== undefined && { categoryId }),
  };
  const variations = [createVariation(world, { content: summary })];
  const primaryImage = media[0]?.url;
  return insertItem(world, queue, {
    ...{ order, createdBy: post.createdBy, payload, variations, postId: post.id },
    ...(primaryImage !== undefined && { primaryImage }),
  });
}

/** Fills a new queue with posts, one step apart. */
export function fillQueue(world: World, queue: CategoryQueue, posts: readonly SocialPost[]): void {
  for (const [index, post] of posts.entries()) insertPostItem(world, queue, post, (index + 1) * orderStep);
}

/** A post that went out joins the queue of its category where that wants new content; repetitions do not. */
export function enqueuePublished(world: World, post: SocialPost): void {
  if (post.categoryId === undefined || post.source === 'recurring') return;
  const queue = categoryQueues(world)
    .inLocation(post.locationId)
    .find(({ categoryId, enableFuturePosts }) => enableFuturePosts && categoryId === post.categoryId);
  if (queue === undefined) return;
  const place = queue.prioritizeNewContent ? 'top' : 'bottom';
  insertPostItem(world, queue, post, resolveOrder(place, itemsOf(world, queue), queue));
}
