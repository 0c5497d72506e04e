import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const secrets = 'takes or returns secrets; the server authenticates by itself';

export const guides = {
  'POST /oauth/token': {
    name: 'oauth_token_create',
    title: 'Get an access token',
    summary:
      'Exchanges an authorization code or a refresh token for an access token. The server does this by itself; each refresh token works once.',
    notes: ['The same refresh token sent again within 30 seconds gives the same new token.'],
    risk: 'high-impact',
    words: ['log in', 'refresh token', 'authorize', 'sign in'],
    withheld: secrets,
  },
  'POST /oauth/locationToken': {
    name: 'oauth_location_token_create',
    title: 'Get a sub-account token',
    summary:
      'Exchanges an agency OAuth token for the token of one sub-account. The server does this by itself when a call needs it.',
    risk: 'high-impact',
    words: ['location token', 'exchange', 'agency to location'],
    withheld: secrets,
  },
  'POST /oauth/location-token': {
    name: 'oauth_location_token_v3_create',
    title: 'Get a sub-account token (v3 path)',
    summary:
      'The same exchange as oauth_location_token_create under its v3 path, with camelCase names in the answer and a refresh token.',
    risk: 'high-impact',
    words: ['location token', 'exchange', 'agency to location', 'sub-account access'],
    withheld: secrets,
  },
  'GET /oauth/installedLocations': {
    name: 'oauth_installed_location_list',
    title: 'List sub-accounts with the app',
    summary:
      'Sub-accounts in which a Marketplace app is or is not installed; needs its agency OAuth token. All: locations_location_search.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'locations',
      total: 'count',
      size: 'limit',
      defaultSize: 20,
      offset: 'skip',
    },
    hints: {
      appId: 'id of the Marketplace app',
      query: "part of a sub-account's name",
      isInstalled: 'false: where it is missing',
    },
    words: ['installation', 'marketplace app', 'sub-accounts', 'connected'],
  },
  'GET /oauth/installed-locations': {
    name: 'oauth_installed_location_v3_list',
    title: 'List sub-accounts with the app (v3 path)',
    summary:
      'The same as oauth_installed_location_list under its v3 path; use it only when HighLevel answers that the older endpoint was removed.',
    risk: 'read',
    paging: {
      style: 'cursor',
      items: 'items',
      total: 'pagination.totalRecords',
      size: 'pageSize',
      defaultSize: 20,
      maxSize: 100,
      next: { pageToken: 'pagination.nextPageToken' },
    },
    hints: {
      appId: 'id of the Marketplace app',
      pageToken: 'pagination.nextPageToken of the page before',
      query: "part of a sub-account's name",
    },
    words: ['installation', 'marketplace app', 'sub-accounts', 'connected'],
  },
} as const satisfies Guides<typeof operations>;
