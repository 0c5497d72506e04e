/** Opportunities, their pipelines and the reasons for which they are lost. */
import type { Domain } from '../../domain.ts';
import { opportunityHandlers } from './handlers.ts';
import { pipelineHandlers } from './pipelines.ts';
import { seedOpportunities } from './seed.ts';

export const domain: Domain = {
  name: 'opportunities',
  handlers: { ...opportunityHandlers, ...pipelineHandlers },
  seed: seedOpportunities,
};
