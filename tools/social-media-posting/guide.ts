import type { Guides } from '../../src/catalogue/guide.ts';
import { accountGuides } from './guide/account.ts';
import { commentGuides } from './guide/comment.ts';
import { csvGuides } from './guide/csv.ts';
import { platformGuides } from './guide/platform.ts';
import { postGuides } from './guide/post.ts';
import { queueGuides } from './guide/queue.ts';
import { queueEditGuides } from './guide/queue-edit.ts';
import { queueItemGuides } from './guide/queue-item.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...postGuides,
  ...accountGuides,
  ...platformGuides,
  ...csvGuides,
  ...queueGuides,
  ...queueEditGuides,
  ...queueItemGuides,
  ...commentGuides,
} as const satisfies Guides<typeof operations>;
