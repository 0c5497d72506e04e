/** Google campaigns from research to delivery: a campaign holds ad groups, an ad group keywords and ads. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { budgetHints, budgetNote, lookAtPublished, originHints } from './hints.ts';

const fromHighLevel = 'set by HighLevel; leave out';

const lookAtCampaign = (adId: string) =>
  ({ steps: [{ ask: 'GET /ad-publishing/google/ads/{adId}', with: { adId } }], records: '' }) as const;

export const googleCampaignGuides = {
  'GET /ad-publishing/google/entity': {
    name: 'ad_manager_google_entity_list',
    title: 'List Google campaigns, ads or ad groups',
    summary:
      'Google campaigns, ads or ad groups with status and Google ids. Costs and results: ad_manager_google_report_list.',
    risk: 'read',
    paging: { style: 'none', items: 'data' },
    hints: { ...originHints, searchId: 'comma-separated Google ids', campaignId: 'for ADGROUP and AD' },
    words: ['adwords', 'running ads', 'active campaigns'],
    examples: [
      {
        ask: 'Which Google campaigns do we have?',
        args: { locationId: 've9EPM428h8vShlRW1KT', type: 'INTEGRATION', entityType: 'CAMPAIGN' },
      },
    ],
  },
  'GET /ad-publishing/google/ads/{adId}': {
    name: 'ad_manager_google_campaign_get',
    title: 'Get a Google campaign',
    summary:
      'A Google campaign made in HighLevel with ad groups, keywords and ads, drafts included. Read it before changing or publishing it.',
    notes: ['adId is the id of the campaign.'],
    risk: 'read',
    hints: { adId: 'HighLevel id of the campaign' },
    words: ['adwords', 'review draft'],
  },
  'PUT /ad-publishing/google/ads': {
    name: 'ad_manager_google_campaign_upsert',
    title: 'Draft or change a Google campaign',
    summary:
      'Drafts a whole Google campaign, or with id replaces one, running ads and spending included. Live: ad_manager_google_campaign_publish.',
    notes: [
      'It holds budget, bidding, ad groups, keywords and ads: with id send all of it.',
      budgetNote,
      'Bids (biddingStrategy.value, maximumCpc) are documented in micros: 2000000 is 2.00.',
      'To change a campaign, read ad_manager_google_campaign_get, edit that and send it back with its id.',
      'Without id each call makes another draft: keep the id of the answer, no call lists drafts for sure.',
      'Google has no pause call here: pause campaigns in Google Ads or in HighLevel.',
      'HighLevel builds SEARCH and DEMAND_GEN campaigns only.',
      'Search ads want at least 3 headlines of up to 30 characters and 2 descriptions of up to 90.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          // Drafts are not listed, so only a change can be seen.
          ...lookAtCampaign('$id'),
          match: { name: 'name', advertisingChannelType: 'advertisingChannelType', budget: 'budget' },
          created: 'updatedAt',
        },
      ],
      check: 'ad_manager_google_campaign_get shows a changed one; a new one is a draft, which no tool lists.',
    },
    hints: {
      ...budgetHints,
      id: 'only to change one',
      advertisingChannelType: 'SEARCH or DEMAND_GEN',
      advertisingChannelSubType: 'leave out',
      'budget.scheduleStartDate': 'YYYY-MM-DD',
      'budget.scheduleEndDate': 'YYYY-MM-DD; without it spending never ends',
      'biddingStrategy.type': 'e.g. MAXIMIZE_CONVERSIONS, MAXIMIZE_CLICKS',
      'biddingStrategy.value': 'micros: 1000000 is 1.00',
      maximumCpc: 'micros: 1000000 is 1.00',
      'audience.geo_locations[].key': 'resourceName from ad_manager_google_targeting_search',
      'audience.gender[].enum': 'e.g. MALE, FEMALE',
      'audience.ageRange[].enum': 'e.g. AGE_RANGE_25_34',
      'assets.sitelinks': 'resourceName from ad_manager_google_asset_list',
      'adGroups[].keywords.positives[].matchType': 'BROAD, PHRASE or EXACT',
      'adSchedule[].from': 'HH:MM',
      'campaignGoal.value': 'from ad_manager_google_conversion_goal_list',
      isEuPoliticalAds: 'declaration; false unless political',
      publishingStatus: fromHighLevel,
      googleCampaignId: fromHighLevel,
      unpublishedChanges: fromHighLevel,
    },
    words: ['adwords', 'search ads', 'ppc', 'keywords', 'daily budget', 'demand gen', 'youtube'],
    examples: [
      {
        ask: 'Draft a Google search campaign for roof repair in Austin with 20 dollars a day until the end of June',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Roof repair Austin',
          advertisingChannelType: 'SEARCH',
          goalType: 'WEBSITE_TRAFFIC',
          isEuPoliticalAds: false,
          budget: {
            budgetType: 'DAILY',
            amount: 20,
            scheduleStartDate: '2026-06-01',
            scheduleEndDate: '2026-06-30',
          },
          networkSettings: { targetSearchNetwork: true, targetContentNetwork: false },
          biddingStrategy: { type: 'MAXIMIZE_CONVERSIONS' },
          audience: {
            geo_locations: [
              { key: 'geoTargetConstants/1026201', name: 'Austin', type: 'city', selectionType: 'include' },
            ],
            locales: [{ key: '1000', name: 'English' }],
          },
          adGroups: [
            {
              name: 'Roof repair',
              keywords: { positives: [{ keyword: 'roof repair austin', matchType: 'PHRASE' }] },
              adContent: [
                {
                  name: 'Roof repair 1',
                  headlines: ['Roof Repair in Austin', 'Free Roof Check', 'Same Week Service'],
                  descriptions: ['Storm damage? We check your roof for free.', 'Licensed and insured. Book online.'],
                  finalUrl: 'https://example.com/roof',
                },
              ],
            },
          ],
        },
      },
    ],
  },
  'POST /ad-publishing/google/ads/{adId}/publish': {
    name: 'ad_manager_google_campaign_publish',
    title: 'Publish a Google campaign',
    summary:
      'Puts a whole Google campaign live: money is spent from then on and no tool pauses it. Check ad_manager_google_campaign_get first.',
    notes: [
      'adId is the id of the campaign.',
      'It answers PUBLISHING; whether Google accepted it shows later in ad_manager_google_campaign_get as publishingStatus and errors.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: lookAtPublished(lookAtCampaign('$adId').steps, 'adId'),
      check: 'ad_manager_google_campaign_get shows its publishingStatus.',
    },
    hints: { adId: 'HighLevel id of the campaign' },
    words: ['adwords', 'go live', 'launch', 'start ads'],
  },
  'GET /ad-publishing/google/targeting/search': {
    name: 'ad_manager_google_targeting_search',
    title: 'Search Google places and languages',
    summary:
      'Finds places or languages with the resourceName that ad_manager_google_campaign_upsert takes in audience.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { type: 'geolocation or language', query: 'e.g. Austin' },
    words: ['adwords', 'city', 'region', 'locale'],
  },
  'GET /ad-publishing/google/target-interests': {
    name: 'ad_manager_google_interest_list',
    title: 'List Google interests',
    summary: 'The whole tree of affinity or in-market interests for targeting; a long answer.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { type: 'IN_MARKET: about to buy', advertisingChannelType: 'SEARCH or DEMAND_GEN' },
    words: ['adwords', 'audience', 'hobby', 'buyers'],
  },
  'POST /ad-publishing/google/keyword-ideas': {
    name: 'ad_manager_google_keyword_idea_search',
    title: 'Find keyword ideas',
    summary:
      'Keywords that Google suggests for a web page, with monthly searches, most searched first. Changes nothing.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { languageCode: 'e.g. en', locations: 'country codes, e.g. US', keywords: 'seed keywords' },
    words: ['adwords', 'keyword planner', 'search volume', 'seo'],
    examples: [
      {
        ask: 'What do people search for around roof repair?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          url: 'https://example.com/roof',
          languageCode: 'en',
          locations: ['US'],
          keywords: ['roof repair'],
        },
      },
    ],
  },
  'GET /ad-publishing/google/assets': {
    name: 'ad_manager_google_asset_list',
    title: 'List Google ad assets',
    summary: 'Call and sitelink assets of the Google Ads account with the resourceName that campaigns take.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { type: 'CALL and SITELINK surely work', advertiserOnly: 'text: "true" or "false"' },
    words: ['adwords', 'extension', 'phone number', 'sitelink'],
  },
  'POST /ad-publishing/google/assets': {
    name: 'ad_manager_google_asset_upsert',
    title: 'Create or change a Google ad asset',
    summary:
      'Creates a call, sitelink or lead form asset; with payload.resourceName it changes that one in every ad that shows it, running ones too.',
    notes: [
      'payload follows type: CALL takes phoneNumber and countryCode, SITELINK linkText and finalUrls (one URL as text).',
      'Newer documents of HighLevel no longer have LEAD_FORM.',
      'Without resourceName each call makes another asset.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          // Assets do not say when they were made.
          steps: [{ ask: 'GET /ad-publishing/google/assets', with: { type: '$type' } }],
          records: '',
          match: {
            resourceName: 'payload.resourceName',
            phoneNumber: 'payload.phoneNumber',
            linkText: 'payload.linkText',
            headline: 'payload.headline',
            businessName: 'payload.businessName',
          },
          id: 'resourceName',
        },
      ],
      check: 'ad_manager_google_asset_list with this type shows whether the asset is there.',
    },
    hints: { payload: 'fields depend on type' },
    words: ['adwords', 'extension', 'phone number', 'sitelink'],
    examples: [
      {
        ask: 'Add a sitelink to our prices',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'SITELINK',
          payload: { linkText: 'Prices', finalUrls: 'https://example.com/prices' },
        },
      },
      {
        ask: 'Show our phone number in Google ads on weekday mornings',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'CALL',
          payload: {
            phoneNumber: '+15125550123',
            countryCode: 'US',
            adScheduleTargets: [
              { dayOfWeek: 'MONDAY', startHour: 8, startMinute: 'ZERO', endHour: 12, endMinute: 'ZERO' },
            ],
          },
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
