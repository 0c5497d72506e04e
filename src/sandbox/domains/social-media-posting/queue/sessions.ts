/** Edit sessions: a copy of the items to change, which then takes their place or is thrown away. */
import type { Handlers } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { findQueue, findSessionId } from './find.ts';
import { activateQueue, answerQueue } from './queues.ts';
import { type CategoryQueue, editSessions, itemsOf, type QueueItem, queueItems } from './records.ts';
import { restartQueue } from './run.ts';
import { compareSlots, listSlots } from './slots.ts';

function stageItems(world: World, queue: CategoryQueue, sessionId: string): void {
  for (const item of itemsOf(world, queue)) {
    queueItems(world).insert({ ...item, id: world.newObjectId(), sessionId, originalItemId: item.id });
  }
}

function closeSession(world: World, queue: CategoryQueue, sessionId: string): void {
  for (const { id } of itemsOf(world, queue, sessionId)) queueItems(world).delete(id);
  editSessions(world).delete(sessionId);
}

/** Staged items take the place of live ones: changed, added, and gone where they were deleted. */
function applyItems(world: World, queue: CategoryQueue, staged: readonly QueueItem[]): void {
  const kept = new Set(staged.map(({ originalItemId }) => originalItemId));
  for (const { id } of itemsOf(world, queue)) if (!kept.has(id)) queueItems(world).delete(id);
  for (const { id: _id, sessionId: _session, originalItemId, ...item } of staged) {
    const isLive = originalItemId !== undefined && queueItems(world).get(originalItemId) !== undefined;
    if (isLive) queueItems(world).update(originalItemId, item);
    else queueItems(world).insert({ ...item, id: world.newObjectId() });
  }
}

export const sessionHandlers: Handlers = {
  'POST /social-media-posting/category/queues/{queueId}/edit/start': (request, world) => {
    const queue = findQueue(request, world);
    const open = editSessions(world)
      .inLocation(queue.locationId)
      .find(({ queueId }) => queueId === queue.id);
    const { locationId } = queue;
    const { id: sessionId } =
      open ?? editSessions(world).insert({ id: world.newObjectId(), locationId, queueId: queue.id });
    if (open === undefined) stageItems(world, queue, sessionId);
    const itemCount = itemsOf(world, queue, sessionId).length;
    return answerQueue(201, 'Edit session started successfully', { sessionId, itemCount });
  },

  'POST /social-media-posting/category/queues/{queueId}/edit/save': (request, world) => {
    const queue = findQueue(request, world);
    const { keepInDraft } = request.body;
    const sessionId = findSessionId(queue, request.body.sessionId, world) ?? '';
    const before = listSlots(world, queue);
    applyItems(world, queue, itemsOf(world, queue, sessionId));
    closeSession(world, queue, sessionId);
    const isStarted = queue.status === 'draft' && keepInDraft !== true;
    const after = isStarted ? activateQueue(world, queue) : restartQueue(world, queue.id);
    const moved = compareSlots(before, listSlots(world, after));
    return answerQueue(200, 'Edit session saved successfully', moved);
  },

  'POST /social-media-posting/category/queues/{queueId}/edit/discard': (request, world) => {
    const queue = findQueue(request, world);
    closeSession(world, queue, findSessionId(queue, request.body.sessionId, world) ?? '');
    return answerQueue(200, 'Edit session discarded successfully');
  },
};
