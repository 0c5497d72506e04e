/** How the client asks for leave to send. Process-local or shared between machines: same interface. */
import type { Headers, RateLimitStatus } from './status.ts';

/** Leave to send one request. It counts against the limit until it is released or has aged out. */
export interface Slot {
  /**
   * The request leaves now. The window is counted from here, not from the moment of leave: connecting may
   * take seconds, and HighLevel counts requests when they arrive.
   */
  depart(): void;
  /** Gives the leave back if the request never left; does nothing after `depart`. Always called. */
  release(): void;
}

export interface AcquireOptions {
  readonly signal?: AbortSignal | undefined;
  /** The longest acceptable wait. Leave that cannot come in time is refused at once. */
  readonly maxWaitMs?: number | undefined;
}

export interface RateLimiter {
  /**
   * Waits in line for leave to send. First come, first served within a bucket.
   *
   * @throws RateLimitedError when leave cannot come within `maxWaitMs`.
   * @throws CancelledError when the signal aborts first.
   */
  acquire(bucket: string, options?: AcquireOptions): Promise<Slot>;
  /** Reads HighLevel's own count from an answer and keeps it; answers undefined when there is none. */
  observe(bucket: string, headers: Headers): RateLimitStatus | undefined;
  /** What HighLevel last said, by bucket. */
  readonly statuses: ReadonlyMap<string, RateLimitStatus>;
}
