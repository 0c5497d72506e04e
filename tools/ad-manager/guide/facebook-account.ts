/** What Facebook ads run under: the connection, ad accounts, pages and Instagram accounts. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const answersTokens =
  'the answer holds live access tokens of the connected Facebook user or pages; see the connection in HighLevel, or with ad_manager_facebook_page_list';

export const facebookAccountGuides = {
  'GET /ad-publishing/facebook/me': {
    name: 'ad_manager_facebook_user_get',
    title: 'Get the connected Facebook user',
    summary: 'Name and picture of the Facebook user whose login the ads of a location run through.',
    risk: 'read',
    words: ['meta', 'profile', 'who connected'],
  },
  'GET /ad-publishing/facebook/pages': {
    name: 'ad_manager_facebook_page_list',
    title: 'List Facebook pages',
    summary:
      'Pages of the connected Facebook user, whether each is connected to the location, the default one, and whether its lead ad terms are accepted.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    words: ['meta', 'fan page', 'is facebook connected'],
  },
  'GET /ad-publishing/facebook/page/{pageId}/instagram': {
    name: 'ad_manager_facebook_instagram_list',
    title: 'List Instagram accounts of a page',
    summary: "Instagram accounts that ads of a page can run under: an ad set's instagramActorId.",
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { pageId: 'from ad_manager_facebook_page_list' },
    words: ['meta', 'ig', 'identity'],
  },
  'PUT /ad-publishing/facebook/page/default': {
    name: 'ad_manager_facebook_default_page_set',
    title: 'Set the default Facebook page',
    summary: 'Chooses the page under which new Facebook ads appear when an ad set names none.',
    risk: 'write',
    idempotent: true,
    hints: { pageId: 'from ad_manager_facebook_page_list' },
    words: ['meta', 'main page'],
  },
  'DELETE /ad-publishing/facebook/page': {
    name: 'ad_manager_facebook_page_disconnect',
    title: 'Disconnect a Facebook page',
    summary:
      'Takes a page out of the ad integration of a location; the page itself stays at Facebook. Leads from its ads may no longer arrive.',
    risk: 'high-impact',
    idempotent: true,
    hints: { pageId: 'from ad_manager_facebook_page_list' },
    words: ['meta', 'remove page', 'unlink'],
  },
  'GET /ad-publishing/facebook/ad-accounts': {
    name: 'ad_manager_facebook_ad_account_list',
    title: 'List Facebook ad accounts',
    summary: 'Ad accounts the connected Facebook user can use, with status and currency; their act_… ids go elsewhere.',
    risk: 'read',
    paging: { style: 'cursor', items: '', size: 'limit' },
    hints: { type: 'INTEGRATION or AD_MANAGER', fetchAll: '"true" for all at once', next: 'cursor' },
    words: ['meta', 'business manager', 'billing account'],
  },
  'GET /ad-publishing/facebook/ad-accounts/{adAccountId}': {
    name: 'ad_manager_facebook_ad_account_get',
    title: 'Get a Facebook ad account',
    summary: 'One Facebook ad account with status, currency and funding. Ids: ad_manager_facebook_ad_account_list.',
    risk: 'read',
    hints: { adAccountId: 'with prefix, e.g. act_123' },
    words: ['meta', 'billing', 'payment method'],
  },
  'DELETE /ad-publishing/facebook/ad-accounts/{adAccountId}': {
    name: 'ad_manager_facebook_ad_account_disconnect',
    title: 'Disconnect a Facebook ad account',
    summary:
      'Cuts a location off from its Facebook ad account. Running ads go on spending, out of reach of these tools: pause them first.',
    risk: 'high-impact',
    idempotent: true,
    hints: { adAccountId: 'with prefix, e.g. act_123' },
    words: ['meta', 'remove account', 'unlink'],
  },
  'GET /ad-publishing/facebook/integration': {
    name: 'ad_manager_facebook_integration_get',
    title: 'Get the Facebook ad integration',
    summary: 'Connection state, ad account and pages of the Facebook ad integration, with the tokens of the pages.',
    risk: 'read',
    words: ['meta', 'is facebook connected', 'page tokens'],
    withheld: answersTokens,
  },
  'POST /ad-publishing/facebook/integration': {
    name: 'ad_manager_facebook_integration_connect',
    title: 'Choose the Facebook ad account',
    summary:
      'Binds a location to a Facebook page and the ad account that pays for its ads, replacing the present ones.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    words: ['meta', 'link page', 'link ad account'],
    withheld: answersTokens,
  },
  'DELETE /ad-publishing/facebook/integration': {
    name: 'ad_manager_facebook_integration_disconnect',
    title: 'Disconnect Facebook ads',
    summary:
      "Cuts a location's whole Facebook ad integration; only a new login restores it. Running ads go on spending: pause them first.",
    risk: 'high-impact',
    explicit: ['locationId'],
    idempotent: true,
    words: ['meta', 'instagram', 'remove integration', 'unlink'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
