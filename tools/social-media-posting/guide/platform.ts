/**
 * Connecting an account, one set of calls per network, as V2 has it: a sign-in in the browser, the list of
 * what it can reach, the connection. Named alike, with `tiktok_biz` where the full name would be too long.
 */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { loginId, pageHints, signInFindOut, signInHints } from './shared.ts';

const signIn = { risk: 'write', openWorld: true, findOut: signInFindOut, hints: signInHints } as const;
const signInNotes = [
  "After the sign-in the browser window posts accountId to the page that opened it; without such a page, connecting in HighLevel's own Social Planner is easier.",
] as const;

const connect = { risk: 'write', idempotent: true, openWorld: true } as const;

const xIsGone = 'HighLevel ended its support of X on 4 December 2024; the operation is still documented.';

export const platformGuides = {
  'GET /social-media-posting/oauth/google/start': {
    ...signIn,
    name: 'social_media_posting_google_oauth_start',
    title: 'Start connecting Google Business',
    summary:
      'Answers a Google sign-in address for a person to open; the call itself connects nothing. Then: social_media_posting_google_account_list.',
    notes: signInNotes,
    words: ['GMB', 'Google My Business', 'authorize', 'login', 'reconnect'],
  },
  'GET /social-media-posting/oauth/{locationId}/google/locations/{accountId}': {
    name: 'social_media_posting_google_account_list',
    title: 'List Google Business locations',
    summary:
      'Google Business profiles a sign-in can reach, each as location and account, for social_media_posting_google_connect.',
    risk: 'read',
    paging: { style: 'none', items: 'results.locations' },
    hints: { accountId: loginId },
    words: ['GMB', 'Google My Business'],
  },
  'POST /social-media-posting/oauth/{locationId}/google/locations/{accountId}': {
    ...connect,
    name: 'social_media_posting_google_connect',
    title: 'Connect a Google Business location',
    summary: 'Last of three steps: connects one Google Business profile of a sign-in, so that posts can go there.',
    hints: {
      accountId: loginId,
      location: 'as in social_media_posting_google_account_list',
      account: 'as in social_media_posting_google_account_list',
    },
    words: ['GMB', 'Google My Business', 'attach'],
    examples: [
      {
        ask: 'Connect our Google Business profile',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          accountId: '658a9b6833b91e0ecb8f3958',
          location: { name: 'locations/12345678901234567890', title: 'Example Co' },
          account: { name: 'accounts/123456789012345678', accountName: 'Example Co', type: 'LOCATION_GROUP' },
        },
      },
    ],
  },
  'GET /social-media-posting/oauth/facebook/start': {
    ...signIn,
    name: 'social_media_posting_facebook_oauth_start',
    title: 'Start connecting Facebook',
    summary:
      'Answers a Facebook sign-in address for a person to open; the call itself connects nothing. Then: social_media_posting_facebook_account_list.',
    notes: signInNotes,
    words: ['Meta', 'authorize', 'login', 'reconnect'],
  },
  'GET /social-media-posting/oauth/{locationId}/facebook/accounts/{accountId}': {
    name: 'social_media_posting_facebook_account_list',
    title: 'List Facebook pages',
    summary:
      'Facebook pages a sign-in can reach; isConnected marks those in use. For social_media_posting_facebook_connect.',
    risk: 'read',
    paging: { style: 'none', items: 'results.pages' },
    hints: { accountId: loginId },
    words: ['Meta', 'fan page'],
  },
  'POST /social-media-posting/oauth/{locationId}/facebook/accounts/{accountId}': {
    ...connect,
    name: 'social_media_posting_facebook_connect',
    title: 'Connect a Facebook page',
    summary: 'Last of three steps: connects one Facebook page of a sign-in, so that posts can go there.',
    hints: pageHints,
    words: ['Meta', 'attach', 'fan page'],
  },
  'GET /social-media-posting/oauth/instagram/start': {
    ...signIn,
    name: 'social_media_posting_instagram_oauth_start',
    title: 'Start connecting Instagram',
    summary:
      'Answers an Instagram sign-in address for a person to open; the call itself connects nothing. Then: social_media_posting_instagram_account_list.',
    notes: signInNotes,
    words: ['Meta', 'authorize', 'login', 'reconnect'],
  },
  'GET /social-media-posting/oauth/{locationId}/instagram/accounts/{accountId}': {
    name: 'social_media_posting_instagram_account_list',
    title: 'List Instagram accounts',
    summary:
      'Professional Instagram accounts a sign-in can reach, with their pageId, for social_media_posting_instagram_connect.',
    risk: 'read',
    paging: { style: 'none', items: 'results.accounts' },
    hints: { accountId: loginId },
    words: ['Meta', 'business profile'],
  },
  'POST /social-media-posting/oauth/{locationId}/instagram/accounts/{accountId}': {
    ...connect,
    name: 'social_media_posting_instagram_connect',
    title: 'Connect an Instagram account',
    summary:
      'Last of three steps: connects one professional Instagram account of a sign-in, so that posts can go there.',
    hints: { ...pageHints, pageId: 'pageId of the chosen one' },
    words: ['Meta', 'attach', 'business profile'],
  },
  'GET /social-media-posting/oauth/linkedin/start': {
    ...signIn,
    name: 'social_media_posting_linkedin_oauth_start',
    title: 'Start connecting LinkedIn',
    summary:
      'Answers a LinkedIn sign-in address for a person to open; the call itself connects nothing. Then: social_media_posting_linkedin_account_list.',
    notes: signInNotes,
    words: ['authorize', 'login', 'reconnect'],
  },
  'GET /social-media-posting/oauth/{locationId}/linkedin/accounts/{accountId}': {
    name: 'social_media_posting_linkedin_account_list',
    title: 'List LinkedIn pages and profile',
    summary:
      'Company pages (results.pages) and own profile (results.profile) a LinkedIn sign-in can reach, for social_media_posting_linkedin_connect.',
    risk: 'read',
    paging: { style: 'none', items: 'results.pages' },
    hints: { accountId: loginId },
    words: ['company page', 'organization page', 'LinkedIn profile'],
  },
  'POST /social-media-posting/oauth/{locationId}/linkedin/accounts/{accountId}': {
    ...connect,
    name: 'social_media_posting_linkedin_connect',
    title: 'Connect a LinkedIn page or profile',
    summary: 'Last of three steps: connects one LinkedIn page or the profile of a sign-in, so that posts can go there.',
    hints: { ...pageHints, type: 'page or profile', urn: 'urn of the chosen one' },
    words: ['attach', 'company page'],
  },
  'GET /social-media-posting/oauth/tiktok/start': {
    ...signIn,
    name: 'social_media_posting_tiktok_oauth_start',
    title: 'Start connecting TikTok',
    summary:
      'Answers a TikTok sign-in address for creators; connects nothing itself. Business: social_media_posting_tiktok_biz_oauth_start.',
    notes: [...signInNotes, 'Next is social_media_posting_tiktok_account_list.'],
    words: ['authorize', 'login', 'reconnect'],
  },
  'GET /social-media-posting/oauth/{locationId}/tiktok/accounts/{accountId}': {
    name: 'social_media_posting_tiktok_account_list',
    title: 'List TikTok accounts',
    summary: 'TikTok creator account a sign-in can reach, for social_media_posting_tiktok_connect.',
    risk: 'read',
    paging: { style: 'none', items: 'results.profile' },
    hints: { accountId: loginId },
    words: ['creator', 'TikTok profile', 'short videos'],
  },
  'POST /social-media-posting/oauth/{locationId}/tiktok/accounts/{accountId}': {
    ...connect,
    name: 'social_media_posting_tiktok_connect',
    title: 'Connect a TikTok account',
    summary:
      'Last of three steps: connects a TikTok account of a sign-in, creator or business, so that posts can go there.',
    hints: { ...pageHints, type: 'as in the list: profile or business' },
    words: ['attach', 'creator', 'TikTok Business'],
  },
  'GET /social-media-posting/oauth/tiktok-business/start': {
    ...signIn,
    name: 'social_media_posting_tiktok_biz_oauth_start',
    title: 'Start connecting TikTok Business',
    summary:
      'Answers a sign-in address for TikTok Business accounts; the call itself connects nothing. Then: social_media_posting_tiktok_biz_account_list.',
    notes: signInNotes,
    words: ['TikTok Business', 'authorize', 'login', 'reconnect'],
  },
  'GET /social-media-posting/oauth/{locationId}/tiktok-business/accounts/{accountId}': {
    name: 'social_media_posting_tiktok_biz_account_list',
    title: 'List TikTok Business accounts',
    summary: 'TikTok Business account a sign-in can reach; it is connected with social_media_posting_tiktok_connect.',
    risk: 'read',
    paging: { style: 'none', items: 'results.profile' },
    hints: { accountId: loginId },
    words: ['TikTok Business', 'business profile', 'short videos'],
  },
  'GET /social-media-posting/oauth/twitter/start': {
    ...signIn,
    name: 'social_media_posting_twitter_oauth_start',
    title: 'Start connecting X (ended)',
    summary: 'Do not use: HighLevel dropped X (Twitter) in December 2024, so no sign-in can succeed.',
    notes: [xIsGone],
    words: ['Twitter', 'tweet', 'X login'],
  },
  'GET /social-media-posting/oauth/{locationId}/twitter/accounts/{accountId}': {
    name: 'social_media_posting_twitter_account_list',
    title: 'List X accounts (ended)',
    summary: 'Do not use: HighLevel dropped X (Twitter) in December 2024.',
    notes: [xIsGone],
    risk: 'read',
    paging: { style: 'none', items: 'results.profile' },
    hints: { accountId: loginId },
    words: ['Twitter', 'tweet', 'X profile'],
  },
  'POST /social-media-posting/oauth/{locationId}/twitter/accounts/{accountId}': {
    ...connect,
    name: 'social_media_posting_twitter_connect',
    title: 'Connect an X account (ended)',
    summary: 'Do not use: HighLevel dropped X (Twitter) in December 2024, so posts cannot go there.',
    notes: [xIsGone],
    hints: pageHints,
    words: ['Twitter', 'tweet', 'X profile'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
