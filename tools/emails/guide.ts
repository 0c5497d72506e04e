import type { Guides } from '../../src/catalogue/guide.ts';
import { builderGuides } from './guide/builder.ts';
import { campaignGuides } from './guide/campaign.ts';
import { sourceGuides } from './guide/source.ts';
import { templateGuides } from './guide/template.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...builderGuides,
  ...templateGuides,
  ...campaignGuides,
  ...sourceGuides,
} as const satisfies Guides<typeof operations>;
