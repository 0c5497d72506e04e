/** Queues and their items as the API shows them. */
import type { World } from '../../../world.ts';
import { users } from '../../users/records.ts';
import { formatCategory } from '../labels.ts';
import { formatContent } from '../post-views.ts';
import { type PostContent, socialCategories } from '../records.ts';
import { type CategoryQueue, itemsOf, type QueueItem, type Variation } from './records.ts';
import type { SlotInfo } from './slots.ts';

export function formatQueue(world: World, queue: CategoryQueue): Record<string, unknown> {
  const { id, currentItemId: _item, currentPostId = null, lastScheduledTime = null, timeSlots, ...rest } = queue;
  return {
    ...{ _id: id, ...rest, currentPostId, lastScheduledTime },
    timeSlots: timeSlots.map(({ id: slotId, dayOfWeek, time }) => ({ _id: slotId, dayOfWeek, time })),
    totalPosts: itemsOf(world, queue).length,
  };
}

export function formatCategoryOf(world: World, { categoryId }: CategoryQueue): Record<string, unknown> | undefined {
  const category = socialCategories(world).get(categoryId);
  return category && formatCategory(category);
}

const formatVariation = ({ id, ...variation }: Variation): Record<string, unknown> => ({ _id: id, ...variation });

/** What keeps an item from going out, by the documented codes. */
export function findErrors(world: World, { payload, createdBy }: QueueItem): string[] {
  const hasStockPhoto = (payload.media ?? []).some(({ url }) => url.includes('pixabay.com'));
  const isKnown = users(world).get(createdBy) !== undefined;
  return [...(isKnown ? [] : ['INVALID_USER_ID']), ...(hasStockPhoto ? ['PIXABAY_MEDIA'] : [])];
}

/** The item as the post that it would be. */
export function formatItemPost(world: World, item: QueueItem): Record<string, unknown> {
  const { id, postId, locationId, payload, lastScheduledTime, createdBy, createdAt, updatedAt } = item;
  const content: PostContent = { accountIds: [], type: 'post', ...payload };
  return {
    ...{ _id: postId ?? id, locationId, source: 'recurring', status: 'draft', createdBy, createdAt, updatedAt },
    displayDate: lastScheduledTime ?? createdAt,
    ...payload,
    ...formatContent(world, content),
  };
}

/** What lists and calendars share. */
export function formatItemBase(world: World, item: QueueItem): Record<string, unknown> {
  return {
    ...{ order: item.order, primaryImage: item.primaryImage, variations: item.variations.map(formatVariation) },
    ...{ post: formatItemPost(world, item), errors: findErrors(world, item) },
  };
}

export function formatListedItem(world: World, item: QueueItem, slot: SlotInfo | undefined): Record<string, unknown> {
  return {
    ...{ _id: item.id, postId: item.postId, ...formatItemBase(world, item) },
    ...{ scheduledDateTime: slot?.scheduledDateTime ?? null, isSkipped: slot?.isSkipped ?? false },
    ...{ scheduledVariationIndex: item.currentVariation, currentVariation: item.currentVariation },
  };
}

/** An item that was just written. */
export function formatWrittenItem(world: World, item: QueueItem): Record<string, unknown> {
  const { id, locationId, queueId, postId, order, primaryImage, currentVariation, lastScheduledTime } = item;
  return {
    ...{ _id: id, locationId, queueId, postId, parentPostId: postId, order, primaryImage, currentVariation },
    ...{ variations: item.variations.map(formatVariation), modifiedPostPayload: formatItemPost(world, item) },
    ...{ errors: findErrors(world, item), lastScheduledTime, deleted: false },
    ...{ createdAt: item.createdAt, updatedAt: item.updatedAt },
  };
}
