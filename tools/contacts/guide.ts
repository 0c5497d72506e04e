import type { Guides } from '../../src/catalogue/guide.ts';
import { activityGuides } from './guide/activity.ts';
import { automationGuides } from './guide/automation.ts';
import { contactGuides } from './guide/contact.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...contactGuides,
  ...activityGuides,
  ...automationGuides,
} as const satisfies Guides<typeof operations>;
