/** HighLevel's own count, from the X-RateLimit-* headers that come with every answer. */

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Absent fields were not sent, or made no sense. */
export interface RateLimitStatus {
  readonly limit?: number;
  readonly remaining?: number;
  readonly intervalMs?: number;
  readonly dailyLimit?: number;
  readonly dailyRemaining?: number;
  /** Until the budget of the day is renewed. Not documented by HighLevel, but sent. */
  readonly dailyResetMs?: number;
  readonly retryAfterMs?: number;
}

const numericHeaders = {
  limit: 'x-ratelimit-max',
  remaining: 'x-ratelimit-remaining',
  intervalMs: 'x-ratelimit-interval-milliseconds',
  dailyLimit: 'x-ratelimit-limit-daily',
  dailyRemaining: 'x-ratelimit-daily-remaining',
  dailyResetMs: 'x-ratelimit-daily-reset',
} as const satisfies Partial<Record<keyof RateLimitStatus, string>>;

/** Reads the headers (names in lower case). Undefined when none of them is there. */
export function parseRateLimitHeaders(headers: Headers): RateLimitStatus | undefined {
  const status: { -readonly [Key in keyof RateLimitStatus]: number } = {};
  for (const [field, header] of Object.entries(numericHeaders)) {
    const count = parseCount(headers[header]);
    if (count !== undefined) status[field as keyof typeof numericHeaders] = count;
  }
  const retryAfterMs = parseRetryAfter(headers['retry-after']);
  if (retryAfterMs !== undefined) status.retryAfterMs = retryAfterMs;
  return Object.keys(status).length > 0 ? status : undefined;
}

/** A count below zero means that none is left. */
function parseCount(header: Headers[string]): number | undefined {
  if (typeof header !== 'string' || !/^\s*-?\d{1,15}\s*$/.test(header)) return undefined;
  return Math.max(0, Number(header));
}

function parseRetryAfter(header: Headers[string]): number | undefined {
  const seconds = parseCount(header);
  if (seconds !== undefined) return seconds * 1000;
  const date = typeof header === 'string' ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
