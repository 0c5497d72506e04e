/** The line of calls that wait for one bucket: a queue by priority, at whose head one call at a time asks for leave. */
import PQueue from 'p-queue';
import type { Taken, TakeOptions, WindowRule, WindowStatus, Windows } from '../../state/state.ts';
import { CancelledError, RateLimitedError } from '../errors/index.ts';
import type { Clock } from './clock.ts';
import { createSlot, type Slot } from './slot.ts';

/** `interactive`: somebody waits for the answer. `background`: an export, a batch. */
export type Priority = 'interactive' | 'background';

export interface LineOptions {
  readonly priority?: Priority | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The longest acceptable wait. Leave that cannot come in time is refused at once. */
  readonly maxWaitMs?: number | undefined;
}

export interface Lane {
  /** @throws RateLimitedError, CancelledError */
  enter(options: LineOptions): Promise<Slot>;
  /** Calls that wait for their turn. */
  readonly waiting: number;
}

export interface LaneOptions {
  readonly bucket: string;
  readonly windows: Windows;
  readonly clock: Clock;
  readonly rule: WindowRule;
  readonly margin: number;
  readonly reserve: number;
  readonly maxWaiting: number;
  readonly onCount: (bucket: string, count: WindowStatus) => void;
}

const rank: Readonly<Record<Priority, number>> = { interactive: 1, background: 0 };
/** Others may free a place earlier than foreseen, so a long wait looks again now and then. */
const LOOK_AGAIN_MS = 1_000;

export function createLane(options: LaneOptions): Lane {
  const { bucket, windows, clock, rule, margin, maxWaiting, onCount } = options;
  const queue = new PQueue({ concurrency: 1 });
  let count: WindowStatus = { ...rule, used: 0, dailyUsed: 0, dailyResetMs: 0 };
  /** When the window had a free place again, as far as was known when it was last asked; 0: it had one. */
  let freeAt = 0;

  async function take(priority: Priority): Promise<Taken> {
    const reserve = priority === 'background' ? Math.floor(count.dailyLimit * options.reserve) : 0;
    const ask: TakeOptions = { rule, margin, reserve };
    const taken = await windows.take(bucket, ask);
    count = taken.status;
    freeAt = taken.kind === 'granted' ? 0 : clock.now() + taken.waitMs;
    onCount(bucket, count);
    return taken;
  }

  async function takeInTime(priority: Priority, deadline: number, signal: AbortSignal): Promise<Slot> {
    for (;;) {
      signal.throwIfAborted();
      const askedAt = clock.now();
      const taken = await take(priority);
      if (taken.kind === 'granted') {
        const slot = createSlot({
          windows,
          clock,
          bucket,
          permit: taken.permit,
          askedAt,
          intervalMs: count.intervalMs,
        });
        // Whoever was called off does not take it: not now, nor on its way out of the queue.
        signal.addEventListener('abort', slot.release, { once: true });
        if (signal.aborted) slot.release();
        return slot;
      }
      if (clock.now() + taken.waitMs > deadline) throw createTooLong(taken.waitMs, taken.kind === 'spent');
      await sleep(clock, Math.min(Math.ceil(taken.waitMs), LOOK_AGAIN_MS), signal);
    }
  }

  /** The least a newcomer has to wait. */
  function estimateWaitMs(priority: Priority): number {
    const { limit, used, intervalMs } = count;
    const before = priority === 'background' ? queue.size : queue.sizeBy({ priority: rank.interactive });
    const headMs = Math.max(0, freeAt - clock.now());
    const ahead = before + queue.pending - (headMs > 0 ? 0 : limit - Math.min(used, limit));
    return headMs + Math.floor(Math.max(0, ahead) / limit) * intervalMs * (1 + margin);
  }

  return {
    get waiting() {
      return queue.size + queue.pending;
    },
    async enter({ priority = 'interactive', signal, maxWaitMs = Number.POSITIVE_INFINITY }) {
      if (signal?.aborted) throw new CancelledError('no');
      const waitMs = estimateWaitMs(priority);
      if (waitMs > maxWaitMs || queue.size >= maxWaiting) throw createTooLong(waitMs, false);
      const ending = new AbortController();
      const onAbort = () => ending.abort(new CancelledError('no'));
      const onDeadline = () => ending.abort(createTooLong(Math.max(1, estimateWaitMs(priority)), false));
      signal?.addEventListener('abort', onAbort, { once: true });
      const cancelDeadline = Number.isFinite(maxWaitMs) ? clock.schedule(onDeadline, maxWaitMs) : undefined;
      try {
        const deadline = clock.now() + maxWaitMs;
        const slot = await queue.add(() => takeInTime(priority, deadline, ending.signal), {
          priority: rank[priority],
          signal: ending.signal,
        });
        ending.signal.throwIfAborted();
        return slot;
      } finally {
        cancelDeadline?.();
        signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}

function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      cancel();
      reject(signal.reason as Error);
    };
    const cancel = clock.schedule(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

function createTooLong(waitMs: number, daily: boolean): RateLimitedError {
  const retryAfterMs = Math.ceil(waitMs);
  const seconds = Math.ceil(retryAfterMs / 1000);
  return daily
    ? new RateLimitedError('The budget of the day for calls to HighLevel is spent. Nothing was sent.', {
        sent: 'no',
        outcome: 'not-done',
        advice: `Try again in ${seconds} s, when the day's budget is renewed.`,
        retryAfterMs,
        daily,
      })
    : new RateLimitedError('Too many calls are waiting for the rate limit of HighLevel. Nothing was sent.', {
        sent: 'no',
        outcome: 'not-done',
        advice: `Try again in ${seconds} s, or make fewer calls at once.`,
        retryAfterMs,
      });
}
