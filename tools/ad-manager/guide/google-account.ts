/** What Google ads run under and are measured by: the connection, ad accounts, conversions. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const conversionHints = { conversionId: 'from ad_manager_google_conversion_list' } as const;

export const googleAccountGuides = {
  'GET /ad-publishing/google/integration': {
    name: 'ad_manager_google_integration_get',
    title: 'Get the Google Ads connection',
    summary:
      'Whether Google Ads is connected, and to which ad account. Check it first: without a connection other calls come back empty or fail.',
    risk: 'read',
    words: ['adwords', 'is google connected'],
  },
  'POST /ad-publishing/google/integration': {
    name: 'ad_manager_google_integration_connect',
    title: 'Choose the Google Ads account',
    summary:
      'Binds a location to the Google Ads account that pays for its ads, replacing the present one. Needs a Google login made in HighLevel.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { adAccountId: 'accId from ad_manager_google_ad_account_list', mccId: 'mccId of that account' },
    words: ['adwords', 'link account', 'manager account'],
  },
  'GET /ad-publishing/google/me': {
    name: 'ad_manager_google_user_get',
    title: 'Get the connected Google user',
    summary: 'Name and picture (long base64) of the Google user whose login the ads run through.',
    risk: 'read',
    words: ['adwords', 'profile', 'who connected'],
  },
  'GET /ad-publishing/google/ad-accounts': {
    name: 'ad_manager_google_ad_account_list',
    title: 'List Google Ads accounts',
    summary: 'Google Ads accounts as accId with their manager account mccId; INTEGRATION adds name and billing status.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { type: 'INTEGRATION: all reachable; AD_MANAGER: connected ones' },
    words: ['adwords', 'mcc', 'billing'],
  },
  'GET /ad-publishing/google/ad-accounts/{adAccountId}': {
    name: 'ad_manager_google_ad_account_get',
    title: 'Get a Google Ads account',
    summary: 'Details of one Google Ads account. Ids: accId in ad_manager_google_ad_account_list.',
    risk: 'read',
    words: ['adwords', 'billing', 'currency'],
  },
  'DELETE /ad-publishing/google/ad-accounts/{adAccountId}': {
    name: 'ad_manager_google_ad_account_disconnect',
    title: 'Disconnect a Google Ads account',
    summary:
      'Cuts a location off from its Google Ads account. Running ads are not stopped: they go on spending at Google, out of reach of these tools.',
    risk: 'high-impact',
    idempotent: true,
    hints: { adAccountId: 'accId from ad_manager_google_ad_account_list' },
    words: ['adwords', 'unlink', 'remove account'],
  },
  'GET /ad-publishing/google/conversions': {
    name: 'ad_manager_google_conversion_list',
    title: 'List Google conversions',
    summary:
      'Conversion actions of the Google Ads account, with figures for a period. Send type AD_MANAGER: otherwise filters are ignored and fields are few.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: {
      type: 'AD_MANAGER, else filters are ignored',
      conversionType: 'e.g. UPLOAD_CLICKS, WEBPAGE',
      category: 'e.g. LEAD, PURCHASE',
      startDate: 'YYYY-MM-DD',
      endDate: 'YYYY-MM-DD',
    },
    words: ['adwords', 'tracking', 'goals'],
  },
  'GET /ad-publishing/google/conversions/{conversionId}': {
    name: 'ad_manager_google_conversion_get',
    title: 'Get a Google conversion',
    summary: 'One conversion action with its value, counting and attribution settings.',
    risk: 'read',
    hints: conversionHints,
    words: ['adwords', 'tracking'],
  },
  'PUT /ad-publishing/google/conversions': {
    name: 'ad_manager_google_conversion_upsert',
    title: 'Create or change a Google conversion',
    summary:
      'Creates a conversion action in Google Ads, or changes it when conversionId is sent. Changing one that campaigns optimise for changes their bidding.',
    notes: ['Use UPLOAD_CLICKS: HighLevel no longer lists the other types, so they would seem lost.'],
    risk: 'write',
    openWorld: true,
    findOut: {
      looks: [
        {
          // Google takes a name once in an account, and all that is sent is compared.
          steps: [{ ask: 'GET /ad-publishing/google/conversions', with: { type: 'AD_MANAGER' } }],
          records: '',
          match: {
            id: 'conversionId',
            name: 'name',
            type: 'type',
            category: 'category',
            valueSettings: 'valueSettings',
            countingType: 'countingType',
            'attributionModelSettings.attributionModel': 'attributionModel',
            clickThroughLookbackWindowDays: 'clickThroughWindow',
          },
          unique: true,
          id: 'resourceName',
        },
      ],
      check: 'ad_manager_google_conversion_list with type AD_MANAGER shows the conversions.',
    },
    hints: {
      conversionId: 'only to change one',
      type: 'UPLOAD_CLICKS; others are not listed again',
      category: 'e.g. IMPORTED_LEAD, SUBMIT_LEAD_FORM, PURCHASE',
      clickThroughWindow: 'days, e.g. 30',
      'valueSettings.defaultCurrencyCode': 'e.g. USD',
    },
    words: ['adwords', 'tracking', 'offline conversion'],
    examples: [
      {
        ask: 'Count every signed contract as a 500 dollar conversion in Google Ads',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Contract signed',
          type: 'UPLOAD_CLICKS',
          category: 'PURCHASE',
          valueSettings: { defaultValue: 500, defaultCurrencyCode: 'USD', alwaysUseDefaultValue: true },
          countingType: 'MANY_PER_CLICK',
          attributionModel: 'GOOGLE_ADS_LAST_CLICK',
          clickThroughWindow: 30,
        },
      },
    ],
  },
  'DELETE /ad-publishing/google/conversions/{conversionId}': {
    name: 'ad_manager_google_conversion_delete',
    title: 'Delete a Google conversion',
    summary: 'Removes a conversion action in Google Ads for good; campaigns that optimise for it lose their goal.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: conversionHints,
    words: ['adwords', 'tracking', 'remove'],
  },
  'GET /ad-publishing/google/conversion-goals': {
    name: 'ad_manager_google_conversion_goal_list',
    title: 'List Google conversion goals',
    summary:
      'Goals that a Google campaign can be optimised for: its campaignGoal. Single actions: ad_manager_google_conversion_list.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    words: ['adwords', 'bidding', 'optimisation'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
