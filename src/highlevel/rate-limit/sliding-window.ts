/** A limiter for one process that keeps the limit in every window of time, not only in fixed ones. */

import { type Clock, monotonicClock } from './clock.ts';
import type { AcquireOptions, RateLimiter, Slot } from './limiter.ts';
import { type Headers, parseRateLimitHeaders, type RateLimitStatus } from './status.ts';
import { WindowQueue } from './window-queue.ts';

export interface SlidingWindowOptions {
  /** Requests in any window. Default 100, HighLevel's documented burst limit. */
  readonly limit?: number | undefined;
  /** Default 10 000. */
  readonly windowMs?: number | undefined;
  /**
   * Added to the window. HighLevel counts arrivals, this counts departures: if one request travels longer
   * than a later one, they arrive closer together than they left. Differences up to this are covered.
   * Default 250, which costs 2.4 % of the rate.
   */
  readonly marginMs?: number | undefined;
  readonly clock?: Clock | undefined;
}

export class SlidingWindowLimiter implements RateLimiter {
  readonly #limit: number;
  readonly #spanMs: number;
  readonly #clock: Clock;
  readonly #queues = new Map<string, WindowQueue>();
  readonly #statuses = new Map<string, RateLimitStatus>();

  constructor(options: SlidingWindowOptions = {}) {
    this.#limit = options.limit ?? 100;
    this.#spanMs = (options.windowMs ?? 10_000) + (options.marginMs ?? 250);
    this.#clock = options.clock ?? monotonicClock;
    if (!Number.isInteger(this.#limit) || this.#limit < 1) throw new RangeError('limit must be a positive integer');
    if (!(this.#spanMs > 0)) throw new RangeError('windowMs and marginMs must add up to a positive time');
  }

  get statuses(): ReadonlyMap<string, RateLimitStatus> {
    return this.#statuses;
  }

  acquire(bucket: string, options: AcquireOptions = {}): Promise<Slot> {
    let queue = this.#queues.get(bucket);
    if (queue === undefined) {
      queue = new WindowQueue({ limit: this.#limit, spanMs: this.#spanMs, clock: this.#clock });
      this.#queues.set(bucket, queue);
    }
    return queue.acquire(options);
  }

  observe(bucket: string, headers: Headers): RateLimitStatus | undefined {
    const status = parseRateLimitHeaders(headers);
    if (status !== undefined) this.#statuses.set(bucket, status);
    return status;
  }
}
