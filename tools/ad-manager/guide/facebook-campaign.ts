/** Facebook ads from draft to delivery: a campaign holds ad sets (audience, budget), an ad set holds ads. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { budgetHints, budgetNote, lookAtPublished, originHints, ownIdHint } from './hints.ts';

const upsertNote =
  'Without id each call makes another draft: keep the id of the answer, no call lists drafts for sure. With the id of something published the change is kept as unpublished until the campaign is published again, as far as the documents tell.';

const adHints = {
  id: 'only to change one',
  cta: 'e.g. LEARN_MORE, SIGN_UP; depends on objective',
  mediaType: 'SINGLE: one image or video',
  'media[].src': 'public URL',
  'media[].thumbnailUrl': 'for video',
  'media[].selectedPoster': 'for video, poster index',
  destinationLink: 'website URL',
  destinationFormId: 'lead form id, with conversionLocation on_ad',
  conversationFormId: 'for message ads',
} as const;

const adExampleArgs = {
  locationId: 've9EPM428h8vShlRW1KT',
  campaignId: '64f0c2a91b7e4d0012ab34cd',
  adsetId: '64f0c2a91b7e4d0012ab34ce',
  name: 'Roof check, photo',
  primaryText: 'Storm damage? We check your roof for free this month.',
  headline: 'Free roof check',
  mediaType: 'SINGLE',
  media: [{ type: 'image', src: 'https://example.com/roof.jpg' }],
  cta: 'SIGN_UP',
  destinationFormId: '1203456789012345',
} as const;

const lookAtCampaign = (campaignId: string) =>
  ({
    steps: [{ ask: 'GET /ad-publishing/facebook/campaign/{campaignId}', with: { campaignId } }],
    records: '',
  }) as const;

/** Ads are seen inside of their campaign, by the place of their ad set. */
const lookAtAds = (adSet: number) =>
  ({
    ...lookAtCampaign('$campaignId'),
    records: `adsets.${adSet}.ads`,
    match: { id: 'id', adsetId: 'adsetId', name: 'name', primaryText: 'primaryText', headline: 'headline' },
    needs: ['name'],
    created: 'updatedAt',
  }) as const;

const adFindOut = {
  looks: [lookAtAds(0), lookAtAds(1), lookAtAds(2)],
  check: 'ad_manager_facebook_campaign_get shows the ads in their ad sets.',
} as const;

export const facebookCampaignGuides = {
  'GET /ad-publishing/facebook/entity': {
    name: 'ad_manager_facebook_entity_list',
    title: 'List Facebook campaigns, ad sets or ads',
    summary:
      'Facebook campaigns, ad sets or ads with status and Facebook ids. Drafts are not in it. Costs and results: ad_manager_facebook_report_list.',
    notes: [
      'The id is called campaignId, adSetId or adId; ad sets carry effectiveStatus only, ads status only.',
      'There are no ids of HighLevel in it: those are the _id of campaigns in ad_manager_facebook_report_list.',
    ],
    risk: 'read',
    paging: { style: 'cursor', items: 'data', next: { next: 'next' } },
    hints: {
      ...originHints,
      campaignId: 'needed for ADSET; for AD this or adSetId',
      next: 'next of the page before',
      fetchAll: '"true" for all at once',
      selectedAdAccountId: 'with prefix, e.g. act_123',
    },
    words: ['meta', 'instagram', 'running ads', 'active campaigns'],
    examples: [
      {
        ask: 'Which Facebook campaigns are running?',
        args: { locationId: 've9EPM428h8vShlRW1KT', type: 'INTEGRATION', entityType: 'CAMPAIGN' },
      },
    ],
  },
  'GET /ad-publishing/facebook/campaign/{campaignId}': {
    name: 'ad_manager_facebook_campaign_get',
    title: 'Get a Facebook campaign',
    summary:
      'A campaign made in HighLevel with its ad sets and ads, drafts included: budgets, targeting, texts, publishing errors. Read it before publishing.',
    notes: ['fbError may be a mere notice, such as that an ad set is paused.'],
    risk: 'read',
    hints: { campaignId: 'HighLevel id of the campaign', fields: 'adsets,ads' },
    words: ['meta', 'instagram', 'review draft'],
  },
  'GET /ad-publishing/facebook/targeting/search': {
    name: 'ad_manager_facebook_targeting_search',
    title: 'Search Facebook targeting',
    summary:
      'Finds places, interests or languages with the ids and keys that ad_manager_facebook_ad_set_upsert takes in audience.',
    notes: ['interest also finds behaviours and demographics, largest audience first.'],
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { type: 'geolocation, interest or language', searchType: 'e.g. adgeolocation' },
    words: ['meta', 'audience', 'city', 'hobby', 'behaviour'],
    examples: [
      {
        ask: 'Find Austin for ad targeting',
        args: { locationId: 've9EPM428h8vShlRW1KT', type: 'geolocation', query: 'Austin' },
      },
    ],
  },
  'PUT /ad-publishing/facebook/campaigns': {
    name: 'ad_manager_facebook_campaign_upsert',
    title: 'Draft or change a Facebook campaign',
    summary:
      'Step 1 of 4: drafts a Facebook campaign, or changes it when id is sent; nothing runs yet. Next: ad_manager_facebook_ad_set_upsert.',
    notes: [
      'The steps after it: ad_manager_facebook_ad_set_upsert, ad_manager_facebook_ad_upsert, ad_manager_facebook_campaign_publish.',
      upsertNote,
      'Ads on housing, jobs, credit, finance or politics must declare their special category, or Facebook rejects them.',
    ],
    risk: 'write',
    openWorld: true,
    findOut: {
      looks: [
        {
          // Drafts are not listed, so only a change can be seen.
          ...lookAtCampaign('$id'),
          match: { name: 'name', objective: 'objective', specialAdCategories: 'specialAdCategories' },
          created: 'updatedAt',
          complete: true,
        },
      ],
      check: 'ad_manager_facebook_campaign_get shows a changed one; a new one is a draft, which no tool lists.',
    },
    hints: {
      id: 'only to change one',
      source: 'leave out',
      specialAdCategories: 'NONE unless housing, jobs, credit …',
    },
    words: ['meta', 'instagram', 'new ads', 'advertise'],
    examples: [
      {
        ask: 'Draft a Facebook lead campaign for our free roof check',
        args: { locationId: 've9EPM428h8vShlRW1KT', name: 'Roof check 2026', objective: 'OUTCOME_LEADS' },
      },
    ],
  },
  'PUT /ad-publishing/facebook/adsets': {
    name: 'ad_manager_facebook_ad_set_upsert',
    title: 'Draft or change a Facebook ad set',
    summary:
      'Step 2 of 4: audience, schedule and budget of a Facebook campaign; with id it can change running spending. Next: ad_manager_facebook_ad_upsert.',
    notes: [
      'Places and interests for audience: ad_manager_facebook_targeting_search.',
      budgetNote,
      upsertNote,
      'For leads conversionLocation is on_ad, website or website_and_lead_form; for sales website or messaging.',
      'customEventType needs conversionLocation website and a pixelId.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          ...lookAtCampaign('$campaignId'),
          records: 'adsets',
          match: { id: 'id', name: 'name', pageId: 'pageId', conversionLocation: 'conversionLocation' },
          needs: ['name'],
          created: 'updatedAt',
        },
      ],
      check: 'ad_manager_facebook_campaign_get shows the ad sets of the campaign.',
    },
    hints: {
      ...budgetHints,
      id: 'only to change one',
      campaignId: 'HighLevel id of the campaign',
      'budget.budgetType': 'LIFETIME needs scheduleEndDate',
      'budget.scheduleStartDate': 'YYYY-MM-DD',
      'budget.scheduleEndDate': 'YYYY-MM-DD; without it spending never ends',
      conversionLocation: 'e.g. on_ad, website, messaging',
      customEventType: 'e.g. LEAD, PURCHASE; needs pixelId',
      instagramActorId: 'from ad_manager_facebook_instagram_list',
      'audience.genders': '1 male, 2 female',
      'audience.retargeting': 'custom audiences',
      'audience.placements': 'with placementType manual',
      'audience.geo_locations[].key': 'country code or key from search',
    },
    words: ['meta', 'instagram', 'targeting', 'daily budget', 'audience', 'placements'],
    examples: [
      {
        ask: 'Target homeowners within 25 miles of Austin aged 30 to 65, 20 dollars a day until the end of June',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          campaignId: '64f0c2a91b7e4d0012ab34cd',
          name: 'Austin 30-65',
          pageId: '103456789012345',
          conversionLocation: 'on_ad',
          audience: {
            geo_locations: [
              {
                key: '2421836',
                name: 'Austin',
                type: 'city',
                selectionType: 'include',
                radius: 25,
                radiusUnit: 'mi',
              },
            ],
            age_min: 30,
            age_max: 65,
            placementType: 'auto',
          },
          budget: {
            budgetType: 'DAILY',
            amount: 20,
            scheduleStartDate: '2026-06-01',
            scheduleEndDate: '2026-06-30',
          },
        },
      },
    ],
  },
  'PUT /ad-publishing/facebook/ads-v2': {
    name: 'ad_manager_facebook_ad_upsert',
    title: 'Draft or change a Facebook ad',
    summary:
      'Step 3 of 4: text, picture, button and target of a Facebook ad; with id it changes that ad. Next: ad_manager_facebook_campaign_publish.',
    notes: [
      upsertNote,
      'cta and destination must fit the objective; HighLevel does not check, Facebook refuses at publishing.',
    ],
    risk: 'write',
    openWorld: true,
    findOut: adFindOut,
    hints: adHints,
    words: ['meta', 'instagram', 'creative', 'ad copy', 'carousel'],
    examples: [{ ask: 'Add a photo ad that opens our lead form to this ad set', args: adExampleArgs }],
  },
  'PUT /ad-publishing/facebook/ads': {
    name: 'ad_manager_facebook_ad_v3_upsert',
    title: 'Draft or change a Facebook ad (v3 path)',
    summary:
      'The same as ad_manager_facebook_ad_upsert under its v3 path; use it only when HighLevel answers that the older endpoint was removed.',
    notes: [upsertNote],
    risk: 'write',
    openWorld: true,
    findOut: adFindOut,
    hints: adHints,
    words: ['meta', 'instagram', 'creative', 'ad copy', 'carousel'],
    examples: [
      {
        ask: 'Change the headline of this ad; the older endpoint was refused',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          campaignId: '64f0c2a91b7e4d0012ab34cd',
          adsetId: '64f0c2a91b7e4d0012ab34ce',
          name: 'Roof check, photo',
          primaryText: 'Storm damage? We check your roof for free this month.',
          headline: 'Free roof check until Friday',
          mediaType: 'SINGLE',
          media: [{ type: 'image', src: 'https://example.com/roof.jpg' }],
          cta: 'SIGN_UP',
          destinationFormId: '1203456789012345',
          id: '64f0c2a91b7e4d0012ab34cf',
        },
      },
    ],
  },
  'POST /ad-publishing/facebook/campaigns/{campaignId}/publish': {
    name: 'ad_manager_facebook_campaign_publish',
    title: 'Publish a Facebook campaign',
    summary:
      'Step 4 of 4: puts a Facebook campaign with all its ads live; money is spent from then on. Check ad_manager_facebook_campaign_get first.',
    notes: [
      'Progress: ad_manager_facebook_publish_progress_get.',
      'It answers before Facebook has accepted anything: an ad can still fail or be rejected in review.',
      'Never call it again while publishing is in progress.',
      'ad_manager_facebook_campaign_pause stops the spending.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: lookAtPublished(lookAtCampaign('$campaignId').steps, 'campaignId'),
      check: 'ad_manager_facebook_publish_progress_get shows how far it is.',
    },
    hints: { campaignId: ownIdHint },
    words: ['meta', 'instagram', 'go live', 'launch', 'start ads'],
  },
  'GET /ad-publishing/facebook/campaigns/{campaignId}/publishing-progress': {
    name: 'ad_manager_facebook_publish_progress_get',
    title: 'Check the publishing of a Facebook campaign',
    summary:
      'How far publishing a Facebook campaign has come: isComplete, hasFailed. Why it failed: ad_manager_facebook_campaign_get.',
    notes: ['isComplete is also true when publishing failed: look at hasFailed.'],
    risk: 'read',
    hints: { campaignId: ownIdHint, isDraft: 'leave out' },
    words: ['meta', 'launch', 'status', 'stuck'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
