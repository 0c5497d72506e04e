/** Which limit a call counts against. */
import type { AccessToken } from '../auth/token-source.ts';

export interface BucketContext {
  readonly locationId?: string | undefined;
  readonly companyId?: string | undefined;
}

/**
 * HighLevel counts per app and resource (location or company). A location's token has one resource, whether
 * the call names it or not. A token of unknown level is treated the same: one bucket too few is slow, one
 * too many is a 429. An agency's token has a bucket for each location and one for the company.
 */
export function resolveBucket(token: Pick<AccessToken, 'id' | 'level'>, context: BucketContext): string {
  if (token.level !== 'agency') return token.id;
  return `${token.id}:${context.locationId ?? context.companyId ?? 'agency'}`;
}
