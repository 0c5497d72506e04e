/** What queues will post between two dates. */
import { unprocessable } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { findQueue, findSessionId } from './find.ts';
import { answerQueue } from './queues.ts';
import { type CategoryQueue, categoryQueues, itemsOf } from './records.ts';
import { generateTurns, getTimeZone } from './slots.ts';
import { formatCategoryOf, formatItemBase } from './views.ts';

/** How far a calendar looks ahead, in turns. */
const mostTurns = 1000;

function parseWindow({ body }: SandboxRequest): readonly [from: number, to: number] {
  const [from, to] = [Date.parse(body.startDate), Date.parse(body.endDate)];
  if (Number.isNaN(from)) throw unprocessable(['startDate must be a valid ISO 8601 date string']);
  if (Number.isNaN(to)) throw unprocessable(['endDate must be a valid ISO 8601 date string']);
  if (to < from) throw unprocessable(['endDate must not be before startDate']);
  return [from, to];
}

/** The turns of one queue within the window of the request, of the accounts that it names. */
function listTurns(request: SandboxRequest, world: World, queue: CategoryQueue, sessionId?: string): object[] {
  const [from, to] = parseWindow(request);
  const accountIds: readonly string[] = request.body.accountIds ?? [];
  const timezone = getTimeZone(world, queue.locationId);
  const category = formatCategoryOf(world, queue);
  const found: object[] = [];
  let count = 0;
  for (const { item, timeMs, isSkipped } of generateTurns(world, queue, itemsOf(world, queue, sessionId))) {
    count += 1;
    if (timeMs > to || count > mostTurns) break;
    const isWanted = accountIds.length === 0 || item.payload.accountIds?.some((id) => accountIds.includes(id));
    if (timeMs < from || isSkipped || !isWanted) continue;
    found.push({
      ...{
        scheduledDateTime: new Date(timeMs).toISOString(),
        queueItemId: item.id,
        queueId: queue.id,
        category,
        timezone,
      },
      ...{ ...formatItemBase(world, item), currentVariation: item.currentVariation },
      ...(sessionId !== undefined && { isDraft: true, originalItemId: item.originalItemId }),
    });
  }
  return found;
}

const timeOf = (turn: object): string => String((turn as { scheduledDateTime: string }).scheduledDateTime);

export const calendarHandlers: Handlers = {
  'POST /social-media-posting/category/queues/list/calendar': (request, world) => {
    const { categoryIds = [] } = request.body;
    const scheduledPosts = categoryQueues(world)
      .inLocation(request.locationId)
      .filter(
        ({ status, categoryId }) =>
          status === 'active' && (categoryIds.length === 0 || categoryIds.includes(categoryId)),
      )
      .flatMap((queue) => listTurns(request, world, queue))
      .toSorted((a, b) => Date.parse(timeOf(a)) - Date.parse(timeOf(b)));
    const timezone = getTimeZone(world, request.locationId);
    const results = { scheduledPosts, total: scheduledPosts.length, timezone };
    return answerQueue(201, 'Calendar list fetched successfully', results);
  },

  'POST /social-media-posting/category/queues/{queueId}/edit/calendar': (request, world) => {
    const queue = findQueue(request, world);
    const sessionId = findSessionId(queue, request.body.sessionId, world);
    const scheduledPosts = listTurns(request, world, queue, sessionId);
    const timezone = getTimeZone(world, request.locationId);
    const results = { scheduledPosts, total: scheduledPosts.length, timezone };
    return answerQueue(201, 'Edit session calendar fetched successfully', results);
  },
};
