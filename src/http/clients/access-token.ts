/** Access tokens of an authorization server: this one is the resource (OAuth 2.1; RFC 9068, RFC 8707). */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { OAuthSettings } from './schema.ts';

/** What a token was found to be. */
export type Verdict =
  | { readonly kind: 'valid'; readonly subject: string }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'scope-missing' }
  /** Its keys cannot be had, so nobody can tell. */
  | { readonly kind: 'unknown' };

/** With public keys only: a secret key shared with the issuer could make tokens. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const CLOCK_TOLERANCE_SECONDS = 30;
const KEYS_TIMEOUT_MS = 5_000;

/** Checks signature, issuer, audience, expiry and scopes, and reads for whom the token is. */
export function createVerifier(settings: OAuthSettings): (token: string) => Promise<Verdict> {
  const { issuer, audience = settings.resource, jwks, scopes, claim } = settings;
  const keys = createRemoteJWKSet(new URL(jwks), { timeoutDuration: KEYS_TIMEOUT_MS });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', claim],
      });
      const subject = payload[claim];
      if (typeof subject !== 'string') return { kind: 'invalid' };
      const granted = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
      if (!scopes.every((scope) => granted.includes(scope))) return { kind: 'scope-missing' };
      return { kind: 'valid', subject };
    } catch (error) {
      return { kind: isOfTheToken(error) ? 'invalid' : 'unknown' };
    }
  };
}

/** Whether it was the token that did not stand the check, and not the way to the keys. */
function isOfTheToken(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false;
  // The plain class stands for an answer of the issuer that holds no keys.
  return (
    !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) && error.code !== 'ERR_JOSE_GENERIC'
  );
}
