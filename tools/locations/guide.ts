import type { Guides } from '../../src/catalogue/guide.ts';
import { accountGuides } from './guide/account.ts';
import { customFieldGuides } from './guide/custom-field.ts';
import { customValueGuides } from './guide/custom-value.ts';
import { tagGuides } from './guide/tag.ts';
import { taskGuides } from './guide/task.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...accountGuides,
  ...customFieldGuides,
  ...customValueGuides,
  ...tagGuides,
  ...taskGuides,
} as const satisfies Guides<typeof operations>;
