import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with access tokens and installed sub-accounts. */
export const asks = {
  'POST /oauth/token': [
    'get an access token',
    'exchange authorization code for token',
    'refresh an expired token',
    'token expired, renew it',
    'log in with OAuth',
    'invalid grant on refresh token',
  ],
  'POST /oauth/locationToken': [
    'get a sub-account token from the agency token',
    'exchange company token for a location token',
    'access a client account with agency credentials',
    'location access token',
    'switch from agency to sub-account authorization',
    'act on behalf of a client account',
  ],
  'POST /oauth/location-token': [
    'v3 path for a location token',
    'new location-token endpoint',
    'sub-account token with refresh token',
    'exchange agency token by the v3 route',
    'locationToken answers removed, use newer version',
    'camelCase location token',
  ],
  'GET /oauth/installedLocations': [
    'which sub-accounts have our app',
    'list locations where the app is installed',
    'clients without our integration yet',
    'in how many accounts is the app active',
    'app adoption across clients',
    'locations the app can access',
  ],
  'GET /oauth/installed-locations': [
    'v3 path for installed locations',
    'new installed-locations endpoint',
    'installedLocations answers removed, use newer version',
    'sub-accounts with the app by the v3 route',
    'newer list of app locations',
    'installed clients, version three',
  ],
} as const satisfies Asks<typeof operations>;
