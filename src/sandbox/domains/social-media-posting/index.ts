/** The social planner. What networks know (their sign-in, their list of pages) is made up by the core. */
import type { Domain } from '../../domain.ts';
import type { Handler, Handlers } from '../../handler.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { accountHandlers } from './accounts.ts';
import { commentHandlers } from './comments.ts';
import { csvHandlers } from './csv.ts';
import { labelHandlers } from './labels.ts';
import { settlePosts } from './post-life.ts';
import { postHandlers } from './posts.ts';
import { calendarHandlers } from './queue/calendar.ts';
import { itemHandlers } from './queue/items.ts';
import { queueHandlers } from './queue/queues.ts';
import { settleQueues } from './queue/run.ts';
import { sessionHandlers } from './queue/sessions.ts';
import { seedSocial } from './seed.ts';
import { statisticsHandlers } from './statistics.ts';

/** The handlers, before which everything that is due by the clock happens. */
function settleFirst(handlers: Handlers): Handlers {
  const settle =
    (handler: Handler): Handler =>
    (request, world) => {
      settlePosts(world, request.locationId);
      settleQueues(world, request.locationId);
      return handler(request, world);
    };
  const entries = Object.entries(handlers).flatMap(([key, handler]) => (handler ? [[key, settle(handler)]] : []));
  return Object.fromEntries(entries);
}

export const domain: Domain = {
  name: 'social-media-posting',
  handlers: settleFirst(
    treatNullAsAbsent({
      ...accountHandlers,
      ...postHandlers,
      ...labelHandlers,
      ...csvHandlers,
      ...statisticsHandlers,
      ...commentHandlers,
      ...queueHandlers,
      ...itemHandlers,
      ...calendarHandlers,
      ...sessionHandlers,
    }),
  ),
  seed: seedSocial,
};
