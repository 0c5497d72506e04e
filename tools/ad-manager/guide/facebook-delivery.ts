/** Facebook campaigns, ad sets and ads that exist: stop them, start them again, copy and delete them. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { ownIdHint } from './hints.ts';

export const facebookDeliveryGuides = {
  'POST /ad-publishing/facebook/campaigns/{campaignId}/pause': {
    name: 'ad_manager_facebook_campaign_pause',
    title: 'Pause a Facebook campaign',
    summary:
      'Stops delivery and spending of a whole campaign; ad_manager_facebook_campaign_resume restarts it. One ad set or ad has its own pause.',
    risk: 'write',
    idempotent: true,
    openWorld: true,
    hints: { campaignId: ownIdHint },
    words: ['meta', 'stop ads', 'halt', 'turn off'],
  },
  'POST /ad-publishing/facebook/campaigns/{campaignId}/resume': {
    name: 'ad_manager_facebook_campaign_resume',
    title: 'Resume a Facebook campaign',
    summary:
      'Restarts a paused campaign: its ads run and spend again. A draft needs ad_manager_facebook_campaign_publish.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    hints: { campaignId: ownIdHint },
    words: ['meta', 'restart', 'unpause', 'turn on'],
  },
  'POST /ad-publishing/facebook/campaigns/{campaignId}/duplicate': {
    name: 'ad_manager_facebook_campaign_duplicate',
    title: 'Duplicate a Facebook campaign',
    summary:
      'Copies a Facebook campaign with its ad sets and ads, one more on each call. Whether the copy runs is undocumented: check its status.',
    risk: 'high-impact',
    openWorld: true,
    findOut: {
      looks: [],
      check: 'Drafts are not listed: a person sees in the Ad Manager of HighLevel whether the copy is there.',
    },
    hints: { campaignId: ownIdHint },
    words: ['meta', 'copy', 'clone'],
  },
  'DELETE /ad-publishing/facebook/campaigns/{campaignId}': {
    name: 'ad_manager_facebook_campaign_delete',
    title: 'Delete a Facebook campaign',
    summary:
      'Deletes a campaign with its ad sets and ads for good, at Facebook too. To stop spending only: ad_manager_facebook_campaign_pause.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    hints: { campaignId: ownIdHint },
    words: ['meta', 'remove'],
  },
  'POST /ad-publishing/facebook/adsets/{adsetId}/pause': {
    name: 'ad_manager_facebook_ad_set_pause',
    title: 'Pause a Facebook ad set',
    summary: 'Stops one ad set with its ads while the rest of the campaign goes on spending.',
    risk: 'write',
    idempotent: true,
    openWorld: true,
    hints: { adsetId: ownIdHint },
    words: ['meta', 'stop', 'turn off', 'audience'],
  },
  'POST /ad-publishing/facebook/adsets/{adsetId}/resume': {
    name: 'ad_manager_facebook_ad_set_resume',
    title: 'Resume a Facebook ad set',
    summary: 'Restarts a paused ad set: it spends again, provided its campaign runs.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    hints: { adsetId: ownIdHint },
    words: ['meta', 'restart', 'turn on'],
  },
  'POST /ad-publishing/facebook/adsets/{adsetId}/duplicate': {
    name: 'ad_manager_facebook_ad_set_duplicate',
    title: 'Duplicate a Facebook ad set',
    summary:
      'Copies a Facebook ad set with its ads and budget, one more on each call. Whether the copy runs is undocumented: check its status.',
    notes: ['The copy has its own budget: publishing the campaign adds to the spending.'],
    risk: 'high-impact',
    openWorld: true,
    findOut: { looks: [], check: 'ad_manager_facebook_campaign_get of its campaign shows whether the copy is there.' },
    hints: { adsetId: ownIdHint },
    words: ['meta', 'copy', 'clone', 'split test'],
  },
  'DELETE /ad-publishing/facebook/adsets/{adsetId}': {
    name: 'ad_manager_facebook_ad_set_delete',
    title: 'Delete a Facebook ad set',
    summary:
      'Deletes an ad set with its ads for good, at Facebook too. To stop spending only: ad_manager_facebook_ad_set_pause.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    hints: { adsetId: ownIdHint },
    words: ['meta', 'remove'],
  },
  'POST /ad-publishing/facebook/ads/{adId}/pause': {
    name: 'ad_manager_facebook_ad_pause',
    title: 'Pause a Facebook ad',
    summary: 'Stops one ad; its ad set spends the same budget on the ads that remain.',
    risk: 'write',
    idempotent: true,
    openWorld: true,
    hints: { adId: ownIdHint },
    words: ['meta', 'stop', 'turn off', 'creative'],
  },
  'POST /ad-publishing/facebook/ads/{adId}/resume': {
    name: 'ad_manager_facebook_ad_resume',
    title: 'Resume a Facebook ad',
    summary: 'Restarts a paused ad: people see it and it spends again, provided its ad set and campaign run.',
    notes: ['The status may come back as IN_REVIEW until Facebook has approved the ad.'],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    hints: { adId: ownIdHint },
    words: ['meta', 'restart', 'turn on', 'creative'],
  },
  'POST /ad-publishing/facebook/ads/{adId}/duplicate': {
    name: 'ad_manager_facebook_ad_duplicate',
    title: 'Duplicate a Facebook ad',
    summary:
      'Copies one Facebook ad within its ad set, one more on each call. Whether the copy runs is undocumented: check its status.',
    risk: 'high-impact',
    openWorld: true,
    findOut: { looks: [], check: 'ad_manager_facebook_campaign_get of its campaign shows whether the copy is there.' },
    hints: { adId: ownIdHint },
    words: ['meta', 'copy', 'clone', 'variant', 'split test'],
  },
  'DELETE /ad-publishing/facebook/ads/{adId}': {
    name: 'ad_manager_facebook_ad_delete',
    title: 'Delete a Facebook ad',
    summary: 'Deletes one ad for good, at Facebook too. To stop showing it only: ad_manager_facebook_ad_pause.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    hints: { adId: ownIdHint },
    words: ['meta', 'remove', 'creative'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
