/** Queues: created as drafts, started, paused, changed and deleted, and what they will post. */
import { badRequest, unprocessable } from '../../../errors.ts';
import type { Handlers, Reply, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { hasWords, pickFields } from '../../payments/lists.ts';
import { findRecord } from '../../shared/find-record.ts';
import { takePart } from '../answer.ts';
import { formatCategory } from '../labels.ts';
import { deletePost } from '../posts.ts';
import { type SocialCategory, type SocialPost, socialCategories, socialPosts } from '../records.ts';
import { fillQueue } from './content.ts';
import { findQueue } from './find.ts';
import { type CategoryQueue, categoryQueues, editSessions, queueItems, type TimeSlot } from './records.ts';
import { replaceTurn, restartQueue, stopQueue } from './run.ts';
import { formatCategoryOf, formatQueue } from './views.ts';

/** Queues answer with their words inside of the results. */
export const answerQueue = (statusCode: 200 | 201, message: string, results: object = {}): Reply => ({
  body: { success: true, statusCode, results: { message, ...results } },
});

/** Weekly times. Throws 422 for a day or a time that there is not. */
function parseSlots(given: readonly Pick<TimeSlot, 'dayOfWeek' | 'time'>[], world: World): TimeSlot[] {
  const mistakes = given.flatMap(({ dayOfWeek, time }, index) => [
    ...(Number.isInteger(dayOfWeek) && dayOfWeek >= 0 && dayOfWeek <= 6
      ? []
      : [`timeSlots.${index}.dayOfWeek must be between 0 and 6`]),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? [] : [`timeSlots.${index}.time must be in the format HH:mm`]),
  ]);
  if (given.length === 0) throw unprocessable(['timeSlots should not be empty']);
  if (mistakes.length > 0) throw unprocessable(mistakes);
  return given.map(({ dayOfWeek, time }) => ({ id: world.newObjectId(), dayOfWeek, time }));
}

const publishedIn = (world: World, { id, locationId }: SocialCategory): SocialPost[] =>
  socialPosts(world)
    .inLocation(locationId)
    .filter(({ status, categoryId, source }) => status === 'published' && categoryId === id && source !== 'recurring')
    .toSorted((a, b) => Date.parse(a.publishedAt ?? '') - Date.parse(b.publishedAt ?? ''));

const queueOf = (world: World, { id, locationId }: SocialCategory): CategoryQueue | undefined =>
  categoryQueues(world)
    .inLocation(locationId)
    .find(({ categoryId }) => categoryId === id);

function formatAvailable(world: World, category: SocialCategory): Record<string, unknown> {
  const queue = queueOf(world, category);
  const status = queue === undefined ? 'available' : queue.status === 'draft' ? 'draft' : 'in_queue';
  const { id: queueId, prioritizeNewContent, enableFuturePosts } = queue ?? {};
  return {
    ...{ ...formatCategory(category), publishedPostsCount: publishedIn(world, category).length, status },
    queueDetails: queue === undefined ? null : { queueId, prioritizeNewContent, enableFuturePosts },
  };
}

export function deleteQueue(world: World, queue: CategoryQueue): void {
  stopQueue(world, queue);
  for (const collection of [queueItems(world), editSessions(world)]) {
    for (const { id, queueId } of collection.inLocation(queue.locationId))
      if (queueId === queue.id) collection.delete(id);
  }
  categoryQueues(world).delete(queue.id);
}

/** Starts the queue; the first item becomes a scheduled post. */
export function activateQueue(world: World, queue: CategoryQueue): CategoryQueue {
  const startDate = queue.startDate ?? world.timestamp();
  categoryQueues(world).update(queue.id, { status: 'active', startDate });
  return restartQueue(world, queue.id);
}

/** Throws 422 for a status that there is not, 400 for one that a draft cannot have. */
function assertStatus(status: unknown, queue: CategoryQueue): void {
  if (status === undefined || status === 'active') return;
  if (status !== 'paused') throw unprocessable(['status must be one of the following values: active, paused, deleted']);
  if (queue.status === 'draft') throw badRequest('Queue has not been started');
}

/** Starts or stops the queue, or lets what is up follow its new slots. */
function applyChange(
  world: World,
  queue: CategoryQueue,
  status: unknown,
  settings: Partial<CategoryQueue>,
): CategoryQueue {
  if (status === 'active' && queue.status !== 'active') return activateQueue(world, queue);
  if (status === 'paused') return categoryQueues(world).update(stopQueue(world, queue).id, { status });
  const isMoved = settings.timeSlots !== undefined || settings.skipDateTime !== undefined;
  return isMoved ? restartQueue(world, queue.id) : queue;
}

/** The settings that the body names. Throws 422 for slots and times that are none. */
function parseSettings({ body }: SandboxRequest, queue: CategoryQueue, world: World): Partial<CategoryQueue> {
  const { timeSlots, skipDateTime } = body;
  if (skipDateTime !== undefined && Number.isNaN(Date.parse(skipDateTime))) {
    throw unprocessable(['skipDateTime must be a valid ISO 8601 date string']);
  }
  return {
    ...pickFields(body, ['enableFuturePosts', 'prioritizeNewContent']),
    ...(timeSlots !== undefined && { timeSlots: parseSlots(timeSlots, world) }),
    ...(skipDateTime !== undefined && {
      skipDateTime: [...queue.skipDateTime, new Date(skipDateTime).toISOString()],
    }),
  };
}

export const queueHandlers: Handlers = {
  'GET /social-media-posting/category/queues/available-categories': ({ query, locationId }, world) => {
    const found = socialCategories(world)
      .indexed(locationId)
      .filter(({ name }) => hasWords(query.q, [name]));
    const categories = takePart(found, query).map((category) => formatAvailable(world, category));
    return answerQueue(200, 'Categories fetched successfully', { categories, meta: { count: String(found.length) } });
  },

  'POST /social-media-posting/category/queues': (request, world) => {
    const { categoryId, timeSlots, userId, enableFuturePosts = false, prioritizeNewContent = false } = request.body;
    const category = findRecord(socialCategories(world), request, { id: categoryId, name: 'Category' });
    if (queueOf(world, category) !== undefined) throw badRequest('A queue already exists for this category');
    const now = world.timestamp();
    const queue = categoryQueues(world).insert({
      ...{ id: world.newObjectId(), locationId: request.locationId, categoryId, status: 'draft' },
      ...{ timeSlots: parseSlots(timeSlots, world), enableFuturePosts, prioritizeNewContent, skipDateTime: [] },
      ...{ currentOrder: 0, createdBy: userId, createdAt: now, updatedAt: now },
    });
    fillQueue(world, queue, publishedIn(world, category));
    return answerQueue(201, 'Queue created successfully', { queue: formatQueue(world, queue) });
  },

  'POST /social-media-posting/category/queues/list': ({ body, locationId }, world) => {
    const found = categoryQueues(world).indexed(locationId);
    const queues = takePart(found, body).map((queue) => ({
      ...formatQueue(world, queue),
      category: formatCategoryOf(world, queue),
    }));
    return answerQueue(201, 'Queues fetched successfully', { queues, meta: { count: String(found.length) } });
  },

  'GET /social-media-posting/category/queues/{queueId}': (request, world) => {
    const queue = findQueue(request, world);
    const shown = { ...formatQueue(world, queue), category: formatCategoryOf(world, queue) };
    return answerQueue(200, 'Queue fetched successfully', { queue: shown });
  },

  'PUT /social-media-posting/category/queues/{queueId}': (request, world) => {
    const before = findQueue(request, world);
    const { status } = request.body;
    if (status === 'deleted') {
      const queue = { ...formatQueue(world, before), status };
      deleteQueue(world, before);
      return answerQueue(200, 'Queue deleted successfully.', { queue });
    }
    const settings = parseSettings(request, before, world);
    assertStatus(status, before);
    const changed = categoryQueues(world).update(before.id, { ...settings, updatedAt: world.timestamp() });
    const queue = applyChange(world, changed, status, settings);
    const done = status === 'active' ? 'activated' : status === 'paused' ? 'paused' : 'updated';
    return answerQueue(200, `Queue ${done} successfully.`, { queue: formatQueue(world, queue) });
  },

  'DELETE /social-media-posting/category/queues/{postId}/active-post': (request, world) => {
    const { postId } = request.path;
    const post = findRecord(socialPosts(world), request, { id: postId, name: 'Post' });
    const queue = categoryQueues(world)
      .inLocation(request.locationId)
      .find(({ currentPostId }) => currentPostId === post.id);
    if (queue === undefined) throw badRequest(`Post with id ${postId} is not scheduled by a queue`);
    deletePost(world, post);
    replaceTurn(world, queue);
    return answerQueue(200, 'Current post deleted and next post scheduled successfully');
  },
};
