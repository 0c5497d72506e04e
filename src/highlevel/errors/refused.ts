/** What HighLevel answered with a status of failure, other than about the token. */
import { type ErrorFacts, HighLevelError } from './base.ts';

/**
 * HighLevel understood and said no (4xx).
 * Not 401 and 403 about the token (`TokenError`), not 429 (`RateLimitedError`), not 5xx (`ServerError`).
 */
export class RefusedError extends HighLevelError {
  override readonly name: string = 'RefusedError';
  readonly kind: 'refused' | 'duplicate' = 'refused';
}

/**
 * HighLevel refused because the record exists already, and said which one it is.
 * Not every refusal that mentions duplicates: without an id there is nothing to go on with.
 */
export class DuplicateError extends RefusedError {
  override readonly name = 'DuplicateError';
  override readonly kind = 'duplicate';
  readonly existingId: string;

  constructor(message: string, facts: ErrorFacts & { existingId: string }) {
    super(message, facts);
    this.existingId = facts.existingId;
  }

  protected override extras(): Readonly<Record<string, unknown>> {
    return { existingId: this.existingId };
  }
}

/**
 * Too many calls: HighLevel said so (429), or the wait for a free slot would pass the deadline.
 * Not a slow answer. Nothing was carried out.
 */
export class RateLimitedError extends HighLevelError {
  override readonly name = 'RateLimitedError';
  readonly kind = 'rate_limited';
  readonly retryAfterMs: number;
  /** True when the budget of the day is spent, so that waiting seconds does not help. */
  readonly daily: boolean;

  constructor(message: string, facts: ErrorFacts & { retryAfterMs: number; daily?: boolean }) {
    super(message, facts);
    this.retryAfterMs = facts.retryAfterMs;
    this.daily = facts.daily ?? false;
  }

  protected override extras(): Readonly<Record<string, unknown>> {
    return { retryAfterMs: this.retryAfterMs, ...(this.daily && { daily: true }) };
  }
}

/**
 * HighLevel, or a gateway before it, failed (5xx). HighLevel also answers 500 to some bad input.
 * Not a lost connection: an answer came, it just does not say what was done.
 */
export class ServerError extends HighLevelError {
  override readonly name = 'ServerError';
  readonly kind = 'highlevel_failed';
}
