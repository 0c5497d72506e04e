import type { RateLimitStatus } from '../rate-limit/status.ts';

/** What an operation answered. */
export interface Answer {
  readonly status: number;
  readonly kind: 'json' | 'text' | 'audio' | 'redirect';
  /** JSON: the value, null for an empty body. Text: a string. Audio: a `Buffer`. Redirect: the URL, not followed. */
  readonly data: unknown;
  readonly contentType?: string;
  readonly traceId?: string;
  readonly rateLimit?: RateLimitStatus;
  /** HighLevel's clock when it answered: epoch milliseconds, to the second. */
  readonly serverTimeMs?: number;
}
