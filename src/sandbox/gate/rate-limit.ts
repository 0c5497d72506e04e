/** The two limits of HighLevel: a short window and a day, per app and location (behaviour.md, section 2). */

export interface RateLimitOptions {
  readonly max: number;
  readonly intervalMs: number;
  readonly daily: number;
  /** `sliding`: any interval of that length. `fixed`: intervals one after the other, each with a full allowance. */
  readonly window: 'sliding' | 'fixed';
  /** Whether a 429 carries Retry-After: HighLevel's documents are silent. */
  readonly retryAfter: boolean;
}

export interface RateLimiter {
  /** Counts a request; false: it is over the limit, and does not count. */
  take(bucket: string): boolean;
  /** The six headers that every answer carries; a request without a bucket is told the full allowance. */
  getHeaders(bucket: string | undefined): Record<string, string>;
  /** Whole seconds until the bucket takes a request again, for Retry-After; undefined when that is off. */
  getRetryAfterSeconds(bucket: string): number | undefined;
}

interface Bucket {
  /** When each counted request of the current window came, oldest first. */
  recent: number[];
  dayStart: number;
  dayCount: number;
}

const dayMs = 86_400_000;

export const defaultRateLimit: RateLimitOptions = {
  max: 100,
  intervalMs: 10_000,
  daily: 200_000,
  window: 'sliding',
  retryAfter: false,
};

export function createRateLimiter(options: RateLimitOptions, now: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();

  function getCurrent(name: string): Bucket {
    const time = now();
    const bucket = buckets.get(name) ?? { recent: [], dayStart: time, dayCount: 0 };
    buckets.set(name, bucket);
    const windowStart = options.window === 'fixed' ? time - (time % options.intervalMs) - 1 : time - options.intervalMs;
    const firstInside = bucket.recent.findIndex((at) => at > windowStart);
    if (firstInside !== 0) bucket.recent.splice(0, firstInside === -1 ? bucket.recent.length : firstInside);
    if (time - bucket.dayStart >= dayMs) Object.assign(bucket, { dayStart: time, dayCount: 0 });
    return bucket;
  }

  return {
    take(name) {
      const bucket = getCurrent(name);
      if (bucket.recent.length >= options.max || bucket.dayCount >= options.daily) return false;
      bucket.recent.push(now());
      bucket.dayCount += 1;
      return true;
    },
    getHeaders(name) {
      const bucket = name === undefined ? { recent: [], dayStart: now(), dayCount: 0 } : getCurrent(name);
      return {
        'X-RateLimit-Limit-Daily': String(options.daily),
        'X-RateLimit-Daily-Remaining': String(options.daily - bucket.dayCount),
        'X-RateLimit-Interval-Milliseconds': String(options.intervalMs),
        'X-RateLimit-Max': String(options.max),
        'X-RateLimit-Remaining': String(options.max - bucket.recent.length),
        'X-RateLimit-Daily-Reset': String(bucket.dayStart + dayMs - now()),
      };
    },
    getRetryAfterSeconds(name) {
      if (!options.retryAfter) return undefined;
      const { recent, dayStart, dayCount } = getCurrent(name);
      const time = now();
      if (dayCount >= options.daily) return Math.ceil((dayStart + dayMs - time) / 1000);
      const opensAt =
        options.window === 'fixed'
          ? time - (time % options.intervalMs) + options.intervalMs
          : (recent[0] ?? time - options.intervalMs) + options.intervalMs;
      return Math.max(1, Math.ceil((opensAt - time) / 1000));
    },
  };
}
