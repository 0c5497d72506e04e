/** Category queues: posts of one category that go out in turn, again and again, at weekly times. */
import type { Collection, SandboxRecord, World } from '../../../world.ts';
import type { PostContent } from '../records.ts';

export interface TimeSlot {
  readonly id: string;
  /** 0 is Sunday. */
  readonly dayOfWeek: number;
  /** `09:00`, on the clock of the location. */
  readonly time: string;
}

export interface CategoryQueue extends SandboxRecord {
  readonly categoryId: string;
  readonly timeSlots: readonly TimeSlot[];
  /** Whether posts of the category join when they are published. */
  readonly enableFuturePosts: boolean;
  /** Whether what joins goes first. */
  readonly prioritizeNewContent: boolean;
  readonly status: 'draft' | 'active' | 'paused';
  readonly startDate?: string;
  /** Slots at which nothing goes out; the item loses its turn. */
  readonly skipDateTime: readonly string[];
  /** Of the item that is up, or was up last. */
  readonly currentOrder: number;
  readonly currentItemId?: string;
  /** The scheduled post that the current item became. */
  readonly currentPostId?: string;
  readonly lastScheduledTime?: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One of the texts of an item that take turns. */
export interface Variation {
  readonly id: string;
  readonly content: string;
  readonly mentions: readonly unknown[];
  readonly ogTags?: Readonly<Record<string, string>>;
}

export interface ItemContent {
  readonly payload: Partial<PostContent>;
  readonly variations: readonly Variation[];
  readonly primaryImage?: string;
}

export interface QueueItem extends SandboxRecord, ItemContent {
  readonly queueId: string;
  /** Of an edit session that the item is staged in; absent: live. */
  readonly sessionId?: string;
  /** The live item that a staged one stands for. */
  readonly originalItemId?: string;
  readonly order: number;
  /** The published post that the item was made from. */
  readonly postId?: string;
  /** What a reset brings back. */
  readonly original: ItemContent;
  readonly currentVariation: number;
  readonly lastScheduledTime?: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface EditSession extends SandboxRecord {
  readonly queueId: string;
}

export const categoryQueues = (world: World): Collection<CategoryQueue> =>
  world.collection<CategoryQueue>('social-queues');
export const queueItems = (world: World): Collection<QueueItem> => world.collection<QueueItem>('social-queue-items');
export const editSessions = (world: World): Collection<EditSession> =>
  world.collection<EditSession>('social-queue-sessions');

/** Live items, or those staged in a session, by their order. */
export function itemsOf(world: World, queue: CategoryQueue, sessionId?: string): QueueItem[] {
  return queueItems(world)
    .inLocation(queue.locationId)
    .filter((item) => item.queueId === queue.id && item.sessionId === sessionId)
    .toSorted((a, b) => a.order - b.order);
}
