/** Sends again where a second send cannot do a second write. */
import { ExponentialBackoff, fullJitterGenerator, handleWhen, retry } from 'cockatiel';
import type { Repetition } from '../effect.ts';
import { ConnectionLostError, RateLimitedError, ServerError, UnreachableError } from '../errors/index.ts';
import type { RetryBudget } from './budget.ts';

export interface RetryOptions {
  readonly repetition: Repetition;
  readonly budget: RetryBudget;
  /** Sends in all. Default 4. */
  readonly maxAttempts?: number | undefined;
  /** Milliseconds left of the call's time. */
  readonly getTimeLeft: () => number;
  /** Ends waiting between two sends. */
  readonly signal?: AbortSignal | undefined;
}

const MAX_ATTEMPTS = 4;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;

/**
 * Carries out the work, and again after failures that are worth it: for every operation when HighLevel surely
 * processed nothing (429, no connection), and else for those whose repetition does nothing more. Delays grow
 * exponentially with full jitter; after a 429 the limiter holds the bucket for longer.
 *
 * @throws whatever the last attempt threw
 */
export async function withRetries<T>(options: RetryOptions, work: () => Promise<T>): Promise<T> {
  const { budget, signal, getTimeLeft, maxAttempts = MAX_ATTEMPTS } = options;
  budget.earn();
  const backoff = new ExponentialBackoff({
    generator: fullJitterGenerator,
    initialDelay: FIRST_DELAY_MS,
    maxDelay: LONGEST_DELAY_MS,
  });
  let left = maxAttempts - 1;
  const mayRetry = (error: unknown): boolean => {
    left -= 1;
    return left >= 0 && isWorthwhile(error, options) && getTimeLeft() > 0 && budget.spend();
  };
  return await retry(handleWhen(mayRetry), { maxAttempts, backoff }).execute(work, signal);
}

function isWorthwhile(error: unknown, { repetition }: RetryOptions): boolean {
  if (error instanceof UnreachableError) return true;
  // One that was refused by our own limiter has waited long enough.
  if (error instanceof RateLimitedError) return error.status === 429 && !error.daily;
  return repetition !== 'single' && (error instanceof ServerError || error instanceof ConnectionLostError);
}
