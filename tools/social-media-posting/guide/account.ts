/** Connected accounts, and the sign-in as v3 has it: one set of calls for every network. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { loginId, pageHints, signInFindOut, signInHints } from './shared.ts';

export const accountGuides = {
  'GET /social-media-posting/{locationId}/accounts': {
    name: 'social_media_posting_account_list',
    title: 'List connected social accounts',
    summary:
      'Connected social accounts and groups: id is for posts, profileId for statistics. isExpired ones need a new sign-in first.',
    notes: ['An id is put together as <login>_<location>_<origin>; the login is also there as oauthId.'],
    risk: 'read',
    paging: { style: 'none', items: 'results.accounts' },
    words: ['social planner', 'pages', 'profiles', 'Facebook', 'Instagram', 'LinkedIn', 'TikTok', 'expired'],
  },
  'DELETE /social-media-posting/{locationId}/accounts/{id}': {
    name: 'social_media_posting_account_disconnect',
    title: 'Disconnect a social account',
    summary:
      'Disconnects an account from the location and its groups: planned posts no longer reach it, and only a person can sign in again.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'id from social_media_posting_account_list' },
    words: ['social planner', 'remove page', 'unlink'],
  },
  'GET /social-media-posting/oauth/{platform}/start': {
    name: 'social_media_posting_oauth_start',
    title: 'Start connecting a social account (v3)',
    summary:
      'Answers a sign-in address of any network, YouTube, Pinterest, Threads and Bluesky included, for a person to open. The call itself connects nothing.',
    notes: [
      "After the sign-in the browser window posts accountId to the page that opened it; without such a page, connecting in HighLevel's own Social Planner is easier.",
      'Then follow social_media_posting_oauth_account_list and social_media_posting_oauth_connect.',
    ],
    risk: 'write',
    openWorld: true,
    findOut: signInFindOut,
    hints: signInHints,
    words: ['connect', 'authorize', 'login', 'reconnect', 'YouTube', 'Pinterest', 'Threads', 'Bluesky'],
  },
  'GET /social-media-posting/oauth/{locationId}/{platform}/accounts/{accountId}': {
    name: 'social_media_posting_oauth_account_list',
    title: 'List accounts behind a sign-in (v3)',
    summary:
      'Pages, profiles or channels a sign-in can reach; isConnected marks those in use. Connected: social_media_posting_account_list.',
    notes: ['They stand under results.pages, results.accounts, results.profile or results.locations, by network.'],
    risk: 'read',
    paging: { style: 'none' },
    hints: { accountId: loginId, search: 'part of the name' },
    words: ['pages', 'channels', 'YouTube', 'Pinterest', 'Threads', 'Bluesky'],
  },
  'POST /social-media-posting/oauth/{locationId}/{platform}/accounts/{accountId}': {
    name: 'social_media_posting_oauth_connect',
    title: 'Connect a social account (v3)',
    summary:
      'Connects one page or profile of a sign-in to the location, on any network. Copy its fields from social_media_posting_oauth_account_list.',
    notes: [
      'Instagram needs pageId, LinkedIn urn, Google both location and account; the others type, originId, name and avatar.',
      'TikTok Business accounts are connected as platform tiktok.',
    ],
    risk: 'write',
    idempotent: true,
    openWorld: true,
    hints: {
      ...pageHints,
      pageId: 'Instagram: its Facebook page',
      urn: 'LinkedIn only',
      location: 'Google only',
      account: 'Google only',
    },
    words: ['attach', 'add page', 'YouTube', 'Pinterest', 'Threads', 'Bluesky'],
    examples: [
      {
        ask: 'Connect this Facebook page to the location',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          platform: 'facebook',
          accountId: '658a9b6833b91e0ecb8f3958',
          type: 'page',
          originId: '244405123411687',
          name: 'Example Co',
          avatar: 'https://example.com/logo.png',
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
