import type { Asks } from '../../src/catalogue/asks.ts';
import { builderAsks } from './asks/builder.ts';
import { campaignAsks } from './asks/campaign.ts';
import { sourceAsks } from './asks/source.ts';
import { templateAsks } from './asks/template.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with emails. */
export const asks = {
  ...builderAsks,
  ...campaignAsks,
  ...sourceAsks,
  ...templateAsks,
} as const satisfies Asks<typeof operations>;
