/** What makes an active queue go on: one item at a time is a scheduled post, and when that is out, the next is. */
import type { World } from '../../../world.ts';
import { isDue, publishPost } from '../post-life.ts';
import { type SocialPost, socialPosts } from '../records.ts';
import { toCycle } from './order.ts';
import { type CategoryQueue, categoryQueues, itemsOf, type QueueItem, queueItems } from './records.ts';
import { generateSlots, getTimeZone } from './slots.ts';

/** A queue that nobody has looked at for long catches up on so many posts at most, then goes on from now. */
const mostCaughtUp = 50;

function insertTurn(world: World, queue: CategoryQueue, item: QueueItem, scheduleDate: string): SocialPost {
  const { payload, variations, currentVariation, createdBy } = item;
  const summary = variations[currentVariation]?.content ?? payload.summary ?? '';
  const now = world.timestamp();
  return socialPosts(world).insert({
    ...{ id: world.newObjectId(), locationId: queue.locationId, accountIds: [], type: 'post', ...payload, summary },
    ...{ categoryId: queue.categoryId, source: 'recurring', status: 'scheduled', scheduleDate, createdBy },
    ...{ createdAt: now, updatedAt: now },
  });
}

/** Nothing is up: the queue is empty, has no slots, or stopped. */
function clearTurn(world: World, queue: CategoryQueue): CategoryQueue {
  if (queue.currentPostId === undefined && queue.currentItemId === undefined) return queue;
  return categoryQueues(world).update(queue.id, { currentPostId: undefined, currentItemId: undefined } as object);
}

/** Schedules the first of the items, in their order of turns, at the first slot that is not skipped. */
function scheduleTurn(world: World, queue: CategoryQueue, cycle: readonly QueueItem[], afterMs: number): CategoryQueue {
  const skipped = new Set(queue.skipDateTime.map((time) => Date.parse(time)));
  let turn = 0;
  for (const timeMs of generateSlots(queue.timeSlots, afterMs, getTimeZone(world, queue.locationId))) {
    const item = cycle[turn % cycle.length];
    if (item === undefined) break;
    turn += 1;
    if (skipped.has(timeMs)) continue;
    const lastScheduledTime = new Date(timeMs).toISOString();
    const post = insertTurn(world, queue, item, lastScheduledTime);
    queueItems(world).update(item.id, { lastScheduledTime });
    const turnOf = { currentItemId: item.id, currentPostId: post.id, currentOrder: item.order };
    return categoryQueues(world).update(queue.id, { ...turnOf, lastScheduledTime });
  }
  return clearTurn(world, queue);
}

/** The item that was up has had its turn: its next text is the next time's, and the one behind it comes. */
function advance(world: World, queue: CategoryQueue, afterMs: number): CategoryQueue {
  const items = itemsOf(world, queue);
  const [head, ...rest] = toCycle(items, queue);
  if (head === undefined) return clearTurn(world, queue);
  if (head.id !== queue.currentItemId) return scheduleTurn(world, queue, [head, ...rest], afterMs);
  const currentVariation = (head.currentVariation + 1) % Math.max(head.variations.length, 1);
  const had = queueItems(world).update(head.id, { currentVariation });
  return scheduleTurn(world, queue, [...rest, had], afterMs);
}

function settleQueue(world: World, start: CategoryQueue): void {
  let queue = start;
  for (let count = 0; count <= mostCaughtUp; count += 1) {
    const post = socialPosts(world).get(queue.currentPostId ?? '');
    if (post !== undefined && isDue(post, world.now()))
      publishPost(world, post, post.scheduleDate ?? world.timestamp());
    else if (post?.status === 'scheduled') return;
    const hasFallenBehind = count === mostCaughtUp || queue.currentPostId === undefined;
    const afterMs = hasFallenBehind ? world.now() : Date.parse(queue.lastScheduledTime ?? world.timestamp());
    queue = advance(world, queue, afterMs);
    if (queue.currentPostId === undefined) return;
  }
}

/** Lets the active queues of a location go on to where the clock is. */
export function settleQueues(world: World, locationId: string): void {
  for (const queue of categoryQueues(world).inLocation(locationId)) {
    if (queue.status === 'active') settleQueue(world, queue);
  }
}

function dropTurn(world: World, queue: CategoryQueue): void {
  const post = socialPosts(world).get(queue.currentPostId ?? '');
  if (post?.status === 'scheduled') socialPosts(world).delete(post.id);
}

/** Takes back what is up; the queue keeps its place, with room for an item in front of the next one. */
export function stopQueue(world: World, queue: CategoryQueue): CategoryQueue {
  dropTurn(world, queue);
  const before = itemsOf(world, queue).findLast(({ order }) => order < queue.currentOrder)?.order ?? 0;
  const currentOrder = (before + queue.currentOrder) / 2;
  return categoryQueues(world).update(clearTurn(world, queue).id, { currentOrder });
}

/** Schedules anew what is up, after a change of slots or items. A queue that is not active is left alone. */
export function restartQueue(world: World, queueId: string): CategoryQueue {
  const queue = categoryQueues(world).get(queueId) as CategoryQueue;
  if (queue.status !== 'active') return queue;
  dropTurn(world, queue);
  return scheduleTurn(world, queue, toCycle(itemsOf(world, queue), queue), world.now());
}

/** Takes what is up out of its slot, which the next item gets. */
export function replaceTurn(world: World, queue: CategoryQueue): CategoryQueue {
  const slotMs = Date.parse(queue.lastScheduledTime ?? world.timestamp());
  dropTurn(world, queue);
  return advance(world, queue, Math.max(slotMs - 1, world.now()));
}
