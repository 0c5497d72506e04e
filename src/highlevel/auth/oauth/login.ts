/** From the grant that a login brings to the account that the vault keeps. */
import type { OAuthAccount } from '../../accounts/account.ts';
import { ConfigurationError } from '../../errors/index.ts';
import type { OAuthApp } from './endpoint.ts';
import type { Grant } from './grant.ts';

/**
 * @param now Epoch milliseconds.
 * @throws ConfigurationError for a grant that cannot be kept: it names no company, or cannot be refreshed
 */
export function createAccount(app: OAuthApp, grant: Grant, now: number): OAuthAccount {
  const { accessToken, refreshToken, expiresInMs, companyId, locationId, scopes } = grant;
  const userType = grant.userType ?? (locationId === undefined ? 'Company' : 'Location');
  if (refreshToken === undefined || companyId === undefined || (userType === 'Location' && locationId === undefined)) {
    throw new ConfigurationError(
      "HighLevel's answer to the login names no company or location, or holds no refresh token.",
      'The operator logs in again; if it persists, the answer of HighLevel has changed: report it.',
    );
  }
  return {
    kind: 'oauth',
    clientId: app.clientId,
    clientSecret: app.clientSecret.reveal(),
    accessToken: accessToken.reveal(),
    refreshToken: refreshToken.reveal(),
    obtainedAt: now,
    expiresAt: now + expiresInMs,
    userType,
    companyId,
    ...(userType === 'Location' && { locationId }),
    scopes: [...scopes],
  };
}
