/** The sandbox's Marketplace app, and what people and refreshes have granted it. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

/** What a code or refresh token opens: the agency, or one of its locations. */
export interface AppGrant {
  readonly userType: 'Company' | 'Location';
  /** Present for `Location` only. */
  readonly grantedLocationId?: string;
  readonly userId: string;
  readonly clientId: string;
  /** What was asked for on the consent page; absent: all that the app has. */
  readonly scopes?: readonly string[];
}

/** The id is the code. Used once, within its ten minutes. */
export interface AuthorizationCode extends SandboxRecord, AppGrant {
  readonly expiresAt: number;
  readonly isUsed: boolean;
}

/** The id is the token. Used once; its successors answer again for a short grace. */
export interface RefreshToken extends SandboxRecord, AppGrant {
  readonly refreshTokenId: string;
  readonly expiresAt: number;
  readonly usedAt?: number;
  /** What the first use answered. */
  readonly accessToken?: string;
  readonly successor?: string;
}

/** Fixed, so that instructions can print it. It opens nothing but a sandbox. */
export const sandboxApp = {
  clientId: '5e0000000000000000000001-sandbox1',
  clientSecret: 'sandbox-client-secret',
  appId: '5e0000000000000000000001',
  versionId: '5e0000000000000000000001',
} as const;

/** Codes that a new world starts with, as if somebody had just installed the app; for everything after, mint one. */
export const sandboxCodes = { company: 'sandbox-code-company', location: 'sandbox-code-location' } as const;

export const authorizationCodes = (world: World): Collection<AuthorizationCode> =>
  world.collection<AuthorizationCode>('oauth-codes');
export const refreshTokens = (world: World): Collection<RefreshToken> =>
  world.collection<RefreshToken>('oauth-refresh-tokens');
