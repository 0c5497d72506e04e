/** Knowledge bases: what agents answer from. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { baseHandlers } from './bases.ts';
import { crawlerHandlers } from './crawler.ts';
import { faqHandlers } from './faqs.ts';
import { seedKnowledgeBases } from './seed.ts';

export const domain: Domain = {
  name: 'knowledge-base',
  handlers: treatNullAsAbsent({ ...baseHandlers, ...faqHandlers, ...crawlerHandlers }),
  seed: seedKnowledgeBases,
};
