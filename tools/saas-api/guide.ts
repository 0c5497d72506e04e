import type { Guides } from '../../src/catalogue/guide.ts';
import { billingGuides } from './guide/billing.ts';
import { modeGuides } from './guide/mode.ts';
import { oldGuides } from './guide/old.ts';
import { planGuides } from './guide/plan.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...planGuides,
  ...modeGuides,
  ...billingGuides,
  ...oldGuides,
} as const satisfies Guides<typeof operations>;
