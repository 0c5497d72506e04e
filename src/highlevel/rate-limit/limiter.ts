/** How the client asks for leave to send, and what it learns from answers. */
import type { WindowLesson, WindowRule, WindowStatus, Windows } from '../../state/state.ts';
import { type Clock, monotonicClock } from './clock.ts';
import { createLane, type Lane, type LineOptions } from './lane.ts';
import type { LimiterNotice } from './notice.ts';
import type { Slot } from './slot.ts';
import { type Headers, parseRateLimitHeaders, type RateLimitStatus } from './status.ts';

/** HighLevel's documented limits, for a bucket of which nothing is known yet (behaviour notes, section 2). */
export const documentedRule: WindowRule = { limit: 100, intervalMs: 10_000, dailyLimit: 200_000 };

export interface RateLimiterOptions {
  /** Where calls are counted. */
  readonly windows: Windows;
  readonly clock?: Clock | undefined;
  /** Until HighLevel's headers say otherwise. Default: the documented limits. */
  readonly rule?: WindowRule | undefined;
  /**
   * Added to the interval, as a share of it, for what counting from the answers does not cover: answers that never
   * came, and clocks of different pace. Default 0.01, which is 100 ms of 10 s and 1 % of the rate.
   */
  readonly margin?: number | undefined;
  /** The share of the day's budget that background calls leave to people. Default 0.1. */
  readonly reserve?: number | undefined;
  /** Calls that may wait in one bucket. Default 5000: more than any deadline lets through. */
  readonly maxWaiting?: number | undefined;
  readonly onNotice?: ((notice: LimiterNotice) => void) | undefined;
}

export interface AnswerHead {
  readonly status: number;
  readonly headers: Headers;
}

export interface RateLimiter {
  /**
   * Waits in line for leave to send: people before background work, first come first served among equals.
   *
   * @throws RateLimitedError when leave cannot come before the deadline; nothing was sent.
   * @throws CancelledError when the signal aborts first.
   */
  acquire(bucket: string, options?: LineOptions): Promise<Slot>;
  /** Takes over what an answer says about the limits: HighLevel's count rules. Undefined when it says nothing. */
  observe(bucket: string, answer: AnswerHead): Promise<RateLimitStatus | undefined>;
  /** What HighLevel last said, by bucket. */
  readonly statuses: ReadonlyMap<string, RateLimitStatus>;
  /** What is counted in a bucket now, over everybody who shares the windows. */
  peek(bucket: string): Promise<WindowStatus>;
  /** Calls of this process that wait for their turn in a bucket. */
  countWaiting(bucket: string): number;
}

const BUDGET_WARNING_SHARE = 0.8;
const RESET_TOLERANCE_MS = 60_000;

/** @throws RangeError for limits that cannot work */
export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const { windows, rule = documentedRule, margin = 0.01, reserve = 0.1, maxWaiting = 5_000, onNotice } = options;
  const { clock = monotonicClock } = options;
  assertRule(rule, margin, reserve);
  const lanes = new Map<string, Lane>();
  const statuses = new Map<string, RateLimitStatus>();
  const counts = new Map<string, WindowStatus>();
  const warned = new Set<string>();

  function note(bucket: string, count: WindowStatus): void {
    counts.set(bucket, count);
    const isHigh = count.dailyUsed >= count.dailyLimit * BUDGET_WARNING_SHARE;
    if (!isHigh) warned.delete(bucket);
    if (!isHigh || warned.has(bucket)) return;
    warned.add(bucket);
    const { dailyUsed, dailyLimit, dailyResetMs } = count;
    onNotice?.({ kind: 'daily-budget', bucket, dailyUsed, dailyLimit, dailyResetMs });
  }

  function getLane(bucket: string): Lane {
    let lane = lanes.get(bucket);
    if (lane === undefined) {
      lane = createLane({ bucket, windows, clock, rule, margin, reserve, maxWaiting, onCount: note });
      lanes.set(bucket, lane);
    }
    return lane;
  }

  return {
    statuses,
    peek: (bucket) => windows.learn(bucket, {}, { rule, margin, reserve: 0 }),
    countWaiting: (bucket) => lanes.get(bucket)?.waiting ?? 0,
    acquire: (bucket, line = {}) => getLane(bucket).enter(line),
    async observe(bucket, { status: code, headers }) {
      const status = parseRateLimitHeaders(headers);
      if (status !== undefined) statuses.set(bucket, status);
      const lesson = drawLesson(code, status ?? {}, rule);
      if (isNews(lesson, counts.get(bucket), rule)) {
        if (lesson.pauseMs !== undefined) onNotice?.({ kind: 'refused', bucket, pauseMs: lesson.pauseMs });
        note(bucket, await windows.learn(bucket, lesson, { rule, margin, reserve: 0 }));
      }
      return status;
    },
  };
}

function assertRule({ limit, intervalMs, dailyLimit }: WindowRule, margin: number, reserve: number): void {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('limit must be a positive integer');
  if (!(intervalMs > 0)) throw new RangeError('intervalMs must be a positive time');
  if (!(dailyLimit >= 1)) throw new RangeError('dailyLimit must be positive');
  if (!(margin >= 0 && margin < 1)) throw new RangeError('margin must be a share from 0 to 1');
  if (!(reserve >= 0 && reserve < 1)) throw new RangeError('reserve must be a share from 0 to 1');
}

/** A limit or interval of zero makes no sense, so it is taken as not said. */
function drawLesson(code: number, status: RateLimitStatus, rule: WindowRule): WindowLesson {
  const limit = positive(status.limit);
  const intervalMs = positive(status.intervalMs);
  const isSpent = code === 429 && status.dailyRemaining === 0;
  const { dailyLimit = isSpent ? rule.dailyLimit : undefined, dailyRemaining, remaining } = status;
  return {
    limit,
    intervalMs,
    dailyLimit: positive(dailyLimit),
    used: limit === undefined || remaining === undefined ? undefined : Math.max(0, limit - remaining),
    dailyUsed:
      dailyLimit === undefined || dailyRemaining === undefined ? undefined : Math.max(0, dailyLimit - dailyRemaining),
    dailyResetMs: status.dailyResetMs,
    pauseMs: code === 429 && !isSpent ? (status.retryAfterMs ?? intervalMs ?? rule.intervalMs) : undefined,
  };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

/** Most answers say what is known already; only the others cost a write. */
function isNews(lesson: WindowLesson, count: WindowStatus | undefined, rule: WindowRule): boolean {
  const known = count ?? { ...rule, used: 0, dailyUsed: 0, dailyResetMs: 0 };
  const { limit = known.limit, intervalMs = known.intervalMs, dailyLimit = known.dailyLimit } = lesson;
  const { used = 0, dailyUsed = 0, dailyResetMs = known.dailyResetMs } = lesson;
  return (
    lesson.pauseMs !== undefined ||
    limit !== known.limit ||
    intervalMs !== known.intervalMs ||
    dailyLimit !== known.dailyLimit ||
    used > known.used ||
    dailyUsed > known.dailyUsed ||
    Math.abs(dailyResetMs - known.dailyResetMs) > RESET_TOLERANCE_MS
  );
}
