/** Documents and contracts of a location, and their templates. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { documentHandlers } from './document-handlers.ts';
import { seedProposals } from './seed.ts';
import { templateHandlers } from './template-handlers.ts';

export const domain: Domain = {
  name: 'proposals',
  handlers: treatNullAsAbsent({ ...documentHandlers, ...templateHandlers }),
  seed: seedProposals,
};
