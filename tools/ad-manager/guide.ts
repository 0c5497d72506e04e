import type { Guides } from '../../src/catalogue/guide.ts';
import { facebookAccountGuides } from './guide/facebook-account.ts';
import { facebookAudienceGuides } from './guide/facebook-audience.ts';
import { facebookCampaignGuides } from './guide/facebook-campaign.ts';
import { facebookDeliveryGuides } from './guide/facebook-delivery.ts';
import { facebookFormGuides } from './guide/facebook-form.ts';
import { googleAccountGuides } from './guide/google-account.ts';
import { googleAudienceGuides } from './guide/google-audience.ts';
import { googleCampaignGuides } from './guide/google-campaign.ts';
import { linkedInGuides } from './guide/linkedin.ts';
import { reportGuides } from './guide/report.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...reportGuides,
  ...facebookAccountGuides,
  ...facebookCampaignGuides,
  ...facebookDeliveryGuides,
  ...facebookFormGuides,
  ...facebookAudienceGuides,
  ...googleAccountGuides,
  ...googleCampaignGuides,
  ...googleAudienceGuides,
  ...linkedInGuides,
} as const satisfies Guides<typeof operations>;
