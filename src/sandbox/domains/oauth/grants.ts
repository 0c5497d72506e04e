/** The life of codes and tokens: minted, used once, refreshed with a short grace (behaviour.md, section 1). */
import { badRequest, type Refusal } from '../../errors.ts';
import { createToken } from '../../tokens.ts';
import type { World } from '../../world.ts';
import { appRemovals } from '../marketplace/records.ts';
import { type AppGrant, authorizationCodes, type RefreshToken, refreshTokens, sandboxApp } from './records.ts';
import { appScopes } from './scopes.ts';

export const accessTokenSeconds = 86_399;
const dayMs = 86_400_000;
const refreshTokenMs = 365 * dayMs;
const codeMs = 600_000;
/** A concurrent refresh within this time gets what the first one got. */
const graceMs = 30_000;

/** An access token and the refresh token that follows it. */
export interface TokenPair {
  readonly grant: AppGrant;
  readonly accessToken: string;
  readonly refresh: RefreshToken | undefined;
}

/** A refusal as OAuth writes it: the kind in `error`, the words beside it. */
export const refuseGrant = (error: string, message: string): Refusal =>
  badRequest(message, { error, error_description: message });

/** A code as the consent page would redirect with. Tests and the seed mint them. */
export function createAuthorizationCode(
  world: World,
  grant: Omit<AppGrant, 'clientId'>,
  { code = world.newId(), lifetimeMs = codeMs } = {},
): string {
  const expiresAt = world.now() + lifetimeMs;
  const full = { ...grant, clientId: sandboxApp.clientId };
  return authorizationCodes(world).insert({ id: code, locationId: '', ...full, expiresAt, isUsed: false }).id;
}

function createAccessToken(
  world: World,
  { userType, grantedLocationId, userId, scopes = appScopes }: AppGrant,
): string {
  return createToken(world, {
    class: 'oauth',
    kind: userType === 'Company' ? 'agency' : 'location',
    ...(grantedLocationId !== undefined && { locationId: grantedLocationId }),
    userId,
    scopes,
    app: sandboxApp.appId,
    expiresInMs: accessTokenSeconds * 1000,
  }).id;
}

/** Mints an access token with its refresh token. */
export function createTokenPair(world: World, grant: AppGrant): TokenPair {
  const refresh = refreshTokens(world).insert({
    id: `sandbox-refresh-${world.newObjectId()}`,
    locationId: '',
    ...grant,
    refreshTokenId: world.newObjectId(),
    expiresAt: world.now() + refreshTokenMs,
  });
  return { grant, accessToken: createAccessToken(world, grant), refresh };
}

/** An access token that cannot be refreshed. */
export function createBareToken(world: World, grant: AppGrant): TokenPair {
  return { grant, accessToken: createAccessToken(world, grant), refresh: undefined };
}

const pickGrant = ({ userType, grantedLocationId, userId, clientId, scopes }: AppGrant): AppGrant => ({
  userType,
  userId,
  clientId,
  ...(scopes !== undefined && { scopes }),
  ...(grantedLocationId !== undefined && { grantedLocationId }),
});

/** Throws 400 for a code that is unknown, used or too old. */
export function redeemCode(world: World, code: string): TokenPair {
  const known = authorizationCodes(world).get(code);
  if (!known || known.isUsed) throw refuseGrant('invalid_grant', 'Invalid grant: authorization code is invalid');
  if (known.expiresAt <= world.now())
    throw refuseGrant('invalid_grant', 'Invalid grant: authorization code has expired');
  authorizationCodes(world).update(code, { isUsed: true });
  return createTokenPair(world, pickGrant(known));
}

/** Whether the app was taken out of the location that a grant is for. */
export function isUninstalled(world: World, { grantedLocationId }: Pick<AppGrant, 'grantedLocationId'>): boolean {
  return grantedLocationId !== undefined && appRemovals(world).get(grantedLocationId) !== undefined;
}

/** Throws 400 for a token that is unknown, too old, used before the grace, or of an app that was uninstalled. */
export function redeemRefreshToken(world: World, token: string): TokenPair {
  const known = refreshTokens(world).get(token);
  const isExpired = known !== undefined && known.expiresAt <= world.now();
  if (!known || isExpired || isUninstalled(world, known))
    throw refuseGrant('invalid_grant', 'Invalid grant: refresh token is invalid');
  if (known.usedAt === undefined) {
    const pair = createTokenPair(world, pickGrant(known));
    const { accessToken, refresh } = pair;
    refreshTokens(world).update(token, { usedAt: world.now(), accessToken, ...(refresh && { successor: refresh.id }) });
    return pair;
  }
  const isWithinGrace = world.now() - known.usedAt <= graceMs;
  const successor = refreshTokens(world).get(known.successor ?? '');
  if (!isWithinGrace || !successor || known.accessToken === undefined)
    throw refuseGrant('invalid_grant', 'Invalid grant: refresh token is invalid');
  return { grant: pickGrant(known), accessToken: known.accessToken, refresh: successor };
}
