/** The line and the departures of one bucket. */
import { CancelledError, RateLimitedError } from '../errors/index.ts';
import type { Clock } from './clock.ts';
import type { AcquireOptions, Slot } from './limiter.ts';

interface Waiter {
  readonly grant: (slot: Slot) => void;
}

export interface WindowQueueOptions {
  readonly limit: number;
  /** How long a departure counts. */
  readonly spanMs: number;
  readonly clock: Clock;
}

export class WindowQueue {
  readonly #options: WindowQueueOptions;
  /** Times of departure that still count, oldest first. Never more than the limit. */
  readonly #departures: number[] = [];
  /** Slots that were granted and have not departed: they count, without a time at which they stop. */
  #held = 0;
  /** A set keeps the order of arrival and forgets a withdrawn waiter at once. */
  readonly #waiters = new Set<Waiter>();
  #cancelTimer: (() => void) | undefined;

  constructor(options: WindowQueueOptions) {
    this.#options = options;
  }

  async acquire({ signal, maxWaitMs }: AcquireOptions): Promise<Slot> {
    if (signal?.aborted) throw new CancelledError('no');
    this.#forgetOldDepartures();
    const waitMs = this.#estimateWaitMs();
    if (maxWaitMs !== undefined && waitMs > maxWaitMs) throw createTooLong(waitMs);
    return new Promise((resolve, reject) => {
      const stop = (error: Error) => {
        this.#waiters.delete(waiter);
        settle();
        this.#pump();
        reject(error);
      };
      const onAbort = () => stop(new CancelledError('no'));
      const onDeadline = () => {
        // A slot that comes at this very moment is still in time.
        this.#pump();
        if (this.#waiters.has(waiter)) stop(createTooLong(this.#estimateWaitMs()));
      };
      const cancelDeadline =
        maxWaitMs === undefined || waitMs === 0 ? undefined : this.#options.clock.schedule(onDeadline, maxWaitMs);
      const settle = () => {
        signal?.removeEventListener('abort', onAbort);
        cancelDeadline?.();
      };
      const waiter: Waiter = {
        grant: (slot) => {
          settle();
          resolve(slot);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiters.add(waiter);
      this.#pump();
    });
  }

  /** Lets in whoever may go, and sees to it that the next one is let in when the oldest departure ages out. */
  #pump(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#forgetOldDepartures();
    const { limit, spanMs, clock } = this.#options;
    for (const waiter of this.#waiters) {
      if (this.#held + this.#departures.length >= limit) break;
      this.#waiters.delete(waiter);
      this.#held += 1;
      waiter.grant(this.#createSlot());
    }
    const [oldest] = this.#departures;
    if (this.#waiters.size === 0 || oldest === undefined) return;
    this.#cancelTimer = clock.schedule(() => this.#pump(), Math.max(1, Math.ceil(oldest + spanMs - clock.now())));
  }

  #createSlot(): Slot {
    let isHeld = true;
    const end = (departed: boolean) => {
      if (!isHeld) return;
      isHeld = false;
      this.#held -= 1;
      if (departed) this.#departures.push(this.#options.clock.now());
      this.#pump();
    };
    return { depart: () => end(true), release: () => end(false) };
  }

  #forgetOldDepartures(): void {
    const horizon = this.#options.clock.now() - this.#options.spanMs;
    const alive = this.#departures.findIndex((time) => time > horizon);
    this.#departures.splice(0, alive === -1 ? this.#departures.length : alive);
  }

  /** The least a newcomer has to wait: a held slot is taken to depart now, a freed one to be taken at once. */
  #estimateWaitMs(): number {
    const { limit, spanMs, clock } = this.#options;
    const free = limit - this.#held - this.#departures.length;
    const ahead = this.#waiters.size - Math.max(0, free);
    if (ahead < 0) return 0;
    const freed = this.#departures[ahead % limit] ?? clock.now();
    return freed + spanMs * (1 + Math.floor(ahead / limit)) - clock.now();
  }
}

function createTooLong(waitMs: number): RateLimitedError {
  const retryAfterMs = Math.ceil(waitMs);
  return new RateLimitedError('Too many calls are waiting for the rate limit of HighLevel. Nothing was sent.', {
    sent: 'no',
    outcome: 'not-done',
    advice: `Call again in ${Math.ceil(retryAfterMs / 1000)} s, or make fewer calls at once.`,
    retryAfterMs,
  });
}
