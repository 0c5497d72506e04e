/** Sends again where a second send cannot do a second write. */
import { ExponentialBackoff, fullJitterGenerator, type IBackoff } from 'cockatiel';
import type { Repetition } from '../effect.ts';
import { ConnectionLostError, RateLimitedError, ServerError, UnreachableError } from '../errors/index.ts';
import { pause } from '../idempotency/pause.ts';
import { type Clock, monotonicClock } from '../rate-limit/clock.ts';
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
  readonly clock?: Clock | undefined;
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
 * @throws CancelledError when the signal aborts between two attempts
 */
export async function withRetries<T>(options: RetryOptions, work: () => Promise<T>): Promise<T> {
  const { budget, signal, getTimeLeft, maxAttempts = MAX_ATTEMPTS, clock = monotonicClock } = options;
  budget.earn();
  let backoff: IBackoff<unknown> = new ExponentialBackoff({
    generator: fullJitterGenerator,
    initialDelay: FIRST_DELAY_MS,
    maxDelay: LONGEST_DELAY_MS,
  }).next();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const delayMs = backoff.duration;
      backoff = backoff.next(undefined);
      const isLast = attempt >= maxAttempts || !isWorthwhile(error, options);
      if (isLast || signal?.aborted || getTimeLeft() <= delayMs || !budget.spend()) throw error;
      await pause(clock, delayMs, signal);
    }
  }
}

function isWorthwhile(error: unknown, { repetition }: RetryOptions): boolean {
  if (error instanceof UnreachableError) return true;
  // One that was refused by our own limiter has waited long enough.
  if (error instanceof RateLimitedError) return error.status === 429 && !error.daily;
  return repetition !== 'single' && (error instanceof ServerError || error instanceof ConnectionLostError);
}
