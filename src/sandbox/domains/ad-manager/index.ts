/**
 * The ad manager: campaigns and all that belongs to them at Facebook, Google and LinkedIn. Its documents have no
 * schemas of answers, so the shapes follow the request bodies and HighLevel's own pages about v3. What only the
 * platforms know (reports, targeting, profiles, ideas) stays with the sandbox's stateless answers.
 */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { audienceHandlers } from './facebook/audiences.ts';
import { duplicateHandlers } from './facebook/duplicates.ts';
import { formHandlers } from './facebook/forms.ts';
import { integrationHandlers as facebookIntegrationHandlers } from './facebook/integration.ts';
import { lifeCycleHandlers } from './facebook/life-cycle.ts';
import { pixelHandlers } from './facebook/pixels.ts';
import { readingHandlers } from './facebook/reading.ts';
import { upsertHandlers } from './facebook/upserts.ts';
import { assetHandlers } from './google/assets.ts';
import { campaignHandlers } from './google/campaigns.ts';
import { conversionHandlers } from './google/conversions.ts';
import { integrationHandlers as googleIntegrationHandlers } from './google/integration.ts';
import { segmentHandlers } from './google/segments.ts';
import { groupHandlers } from './linkedin/groups.ts';
import { integrationHandlers as linkedInIntegrationHandlers } from './linkedin/integration.ts';
import { seedAdManager } from './seed.ts';

export const domain: Domain = {
  name: 'ad-manager',
  handlers: treatNullAsAbsent({
    ...facebookIntegrationHandlers,
    ...upsertHandlers,
    ...readingHandlers,
    ...lifeCycleHandlers,
    ...duplicateHandlers,
    ...audienceHandlers,
    ...pixelHandlers,
    ...formHandlers,
    ...googleIntegrationHandlers,
    ...campaignHandlers,
    ...conversionHandlers,
    ...assetHandlers,
    ...segmentHandlers,
    ...linkedInIntegrationHandlers,
    ...groupHandlers,
  }),
  seed: seedAdManager,
};
