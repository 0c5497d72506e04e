/** Tokens by which clients are known to this server. It keeps their hashes only. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Lets scanners of secrets recognise one that has leaked. */
const PREFIX = 'hlmcp_';
/** Too long to be guessed, so a plain hash is as good as a slow one. */
const BYTES = 32;

export function createBearerToken(): string {
  return PREFIX + randomBytes(BYTES).toString('base64url');
}

export function hashBearerToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** What is known by any of several hashes. */
export interface Holder<T> {
  readonly hashes: readonly Buffer[];
  readonly holder: T;
}

/** Compares with every hash, so that the time taken tells nothing. */
export function findHolder<T>(token: string, holders: readonly Holder<T>[]): T | undefined {
  const hash = hashBearerToken(token);
  let found: T | undefined;
  for (const { hashes, holder } of holders) {
    for (const known of hashes) if (timingSafeEqual(hash, known)) found = holder;
  }
  return found;
}

const MAX_LENGTH = 16_384;

/** The token of an Authorization header (RFC 6750, section 2.1); undefined where there is none that could be one. */
export function parseBearer(header: string | undefined): string | undefined {
  if (header === undefined || header.length > MAX_LENGTH) return undefined;
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
}
