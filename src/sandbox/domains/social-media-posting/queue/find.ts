/** The queue, session and item that a request names; each throws 400 when it is not there. */
import { badRequest } from '../../../errors.ts';
import type { SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { findRecord } from '../../shared/find-record.ts';
import { type CategoryQueue, categoryQueues, editSessions, itemsOf, type QueueItem } from './records.ts';

export const findQueue = (request: SandboxRequest, world: World): CategoryQueue =>
  findRecord(categoryQueues(world), request, { id: request.path.queueId, name: 'Queue' });

/** The open session of the queue by that id; no id: none. */
export function findSessionId(queue: CategoryQueue, sessionId: string | undefined, world: World): string | undefined {
  if (sessionId === undefined) return undefined;
  if (editSessions(world).get(sessionId)?.queueId !== queue.id) {
    throw badRequest(`Edit session with id ${sessionId} not found`);
  }
  return sessionId;
}

/** Within a session, the id of the live item finds the staged one too. */
export function findItem(
  { path }: SandboxRequest,
  world: World,
  queue: CategoryQueue,
  sessionId: string | undefined,
): QueueItem {
  const { itemId } = path;
  const item = itemsOf(world, queue, sessionId).find(
    ({ id, originalItemId }) => id === itemId || originalItemId === itemId,
  );
  if (item === undefined) throw badRequest(`Queue item with id ${itemId} not found`);
  return item;
}
