import type { Asks } from '../../src/catalogue/asks.ts';
import { facebookAccountAsks } from './asks/facebook-account.ts';
import { facebookAudienceAsks } from './asks/facebook-audience.ts';
import { facebookCampaignAsks } from './asks/facebook-campaign.ts';
import { facebookDeliveryAsks } from './asks/facebook-delivery.ts';
import { facebookFormAsks } from './asks/facebook-form.ts';
import { googleAccountAsks } from './asks/google-account.ts';
import { googleAudienceAsks } from './asks/google-audience.ts';
import { googleCampaignAsks } from './asks/google-campaign.ts';
import { linkedInAsks } from './asks/linkedin.ts';
import { reportAsks } from './asks/report.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const asks = {
  ...reportAsks,
  ...facebookAccountAsks,
  ...facebookCampaignAsks,
  ...facebookDeliveryAsks,
  ...facebookFormAsks,
  ...facebookAudienceAsks,
  ...googleAccountAsks,
  ...googleCampaignAsks,
  ...googleAudienceAsks,
  ...linkedInAsks,
} as const satisfies Asks<typeof operations>;
