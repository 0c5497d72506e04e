import type { Asks } from '../../src/catalogue/asks.ts';
import { accountAsks } from './asks/account.ts';
import { commentAsks } from './asks/comment.ts';
import { csvAsks } from './asks/csv.ts';
import { platformAsks } from './asks/platform.ts';
import { postAsks } from './asks/post.ts';
import { queueAsks } from './asks/queue.ts';
import { queueEditAsks } from './asks/queue-edit.ts';
import { queueItemAsks } from './asks/queue-item.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const asks = {
  ...postAsks,
  ...accountAsks,
  ...platformAsks,
  ...csvAsks,
  ...queueAsks,
  ...queueItemAsks,
  ...queueEditAsks,
  ...commentAsks,
} as const satisfies Asks<typeof operations>;
