import type { Asks } from '../../src/catalogue/asks.ts';
import { baseAsks } from './asks/base.ts';
import { faqAsks } from './asks/faq.ts';
import { pageAsks } from './asks/page.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const asks = {
  ...baseAsks,
  ...faqAsks,
  ...pageAsks,
} as const satisfies Asks<typeof operations>;
