/** The token endpoint: V2 writes snake_case, v3 camelCase, the rules are the same. */
import type { SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { users } from '../users/records.ts';
import {
  accessTokenSeconds,
  createBareToken,
  redeemCode,
  redeemRefreshToken,
  refuseGrant,
  type TokenPair,
} from './grants.ts';
import { type AppGrant, sandboxApp } from './records.ts';
import { appScopes } from './scopes.ts';

/** A field in either spelling. */
function readField(body: SandboxRequest['body'], snake: string): string | undefined {
  const camel = snake.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return body[snake] ?? body[camel];
}

/** Throws 400 when neither spelling is there. */
function requireField(body: SandboxRequest['body'], snake: string): string {
  const value = readField(body, snake);
  if (value) return value;
  const camel = snake.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  throw refuseGrant('invalid_request', `Missing parameter: ${isCamel(body) ? camel : snake}`);
}

export const isCamel = (body: SandboxRequest['body']): boolean => 'clientId' in body || 'grantType' in body;

/** The agency itself, for `client_credentials`: nobody consented, so its first user stands in. */
function buildAgencyGrant(world: World): AppGrant {
  const owner = users(world)
    .all()
    .find((user) => user.roles.type === 'agency');
  return { userType: 'Company', userId: owner?.id ?? '', clientId: sandboxApp.clientId };
}

/** Checks the app and redeems what it brought. Throws 400 in OAuth's words. */
export function grantTokens(body: SandboxRequest['body'], world: World): TokenPair {
  const [clientId, clientSecret] = [requireField(body, 'client_id'), requireField(body, 'client_secret')];
  if (clientId !== sandboxApp.clientId || clientSecret !== sandboxApp.clientSecret)
    throw refuseGrant('invalid_client', 'Invalid client: client is invalid');
  const pair = redeem(requireField(body, 'grant_type'), body, world);
  const { grantedLocationId } = pair.grant;
  if (grantedLocationId !== undefined && !locations(world).get(grantedLocationId))
    throw refuseGrant('invalid_grant', 'Location is not active');
  return pair;
}

function redeem(grantType: string, body: SandboxRequest['body'], world: World): TokenPair {
  switch (grantType) {
    case 'authorization_code':
      return redeemCode(world, requireField(body, 'code'));
    case 'refresh_token':
      return redeemRefreshToken(world, requireField(body, 'refresh_token'));
    case 'client_credentials':
      return createBareToken(world, buildAgencyGrant(world));
    default:
      throw refuseGrant('unsupported_grant_type', `Invalid parameter: ${isCamel(body) ? 'grantType' : 'grant_type'}`);
  }
}

const snakeNames = ['access_token', 'token_type', 'expires_in', 'refresh_token'] as const;
const camelNames = ['accessToken', 'tokenType', 'expiresIn', 'refreshToken'] as const;

/** What every kind of token answer carries; the spelling of four fields is up to the version. */
export function formatTokens(
  { grant, accessToken, refresh }: TokenPair,
  world: World,
  inCamelCase: boolean,
): Record<string, unknown> {
  const { userType, grantedLocationId, userId, scopes = appScopes } = grant;
  const shared = {
    ...(refresh && { refreshTokenId: refresh.refreshTokenId }),
    scope: scopes.join(' '),
    userType,
    companyId: world.companyId,
    userId,
    isBulkInstallation: userType === 'Company',
    ...(grantedLocationId !== undefined && { locationId: grantedLocationId }),
    ...(userType === 'Company' && {
      approvedLocations: locations(world)
        .all()
        .map(({ id }) => id),
      approveAllLocations: true,
      installToFutureLocations: true,
    }),
  };
  const [access, type, expiry, next] = inCamelCase ? camelNames : snakeNames;
  return {
    [access]: accessToken,
    [type]: 'Bearer',
    [expiry]: accessTokenSeconds,
    ...(refresh && { [next]: refresh.id }),
    ...shared,
  };
}
