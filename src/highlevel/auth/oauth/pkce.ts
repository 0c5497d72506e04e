/** Proof that a code is redeemed by whoever asked for it (PKCE, RFC 7636, with S256). */
import { createHash, randomBytes } from 'node:crypto';
import { Secret } from '../secret.ts';

export interface Pkce {
  /** Goes to the chooser. */
  readonly challenge: string;
  /** Goes with the code. */
  readonly verifier: Secret;
}

const VERIFIER_BYTES = 32;

export function createPkce(): Pkce {
  const verifier = randomBytes(VERIFIER_BYTES).toString('base64url');
  return { challenge: createHash('sha256').update(verifier).digest('base64url'), verifier: new Secret(verifier) };
}
