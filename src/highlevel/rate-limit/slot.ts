/** Leave to send one request. */
import type { Windows } from '../../state/state.ts';
import type { Clock } from './clock.ts';

/** It counts against the limit until it has aged out, or is given back unused. */
export interface Slot {
  /** The request leaves now. */
  depart(): void;
  /** The answer is there, or the request never left: then the leave is given back. Always called. */
  release(): void;
}

export interface SlotContext {
  readonly windows: Windows;
  readonly clock: Clock;
  readonly bucket: string;
  readonly permit: string;
  /** When leave was asked for: it counts from then at the earliest. */
  readonly askedAt: number;
  /** The window in which it counts, in milliseconds. */
  readonly intervalMs: number;
}

/** A change of less than this is not worth a write: the margin covers it. */
const PROMPT_MS = 10;
/** A leave that is still to be used is counted anew before it ages out. */
const RENEWAL_SHARE = 0.2;
/** An answer that takes longer than this share of the window was long in the making, not long on its way. */
export const TRAVEL_SHARE = 0.1;

/**
 * HighLevel counts a request when it arrives, which is some time between departure and answer: so it is counted here
 * from its answer, or from departure and the longest time of travel where the answer takes longer. Then a later one
 * cannot arrive within the same window, however long either was on its way.
 */
export function createSlot({ windows, clock, bucket, permit, askedAt, intervalMs }: SlotContext): Slot {
  let countedAt = askedAt;
  let departedAt: number | undefined;
  let hasEnded = false;
  let cancelTimer = () => {};

  // A count that cannot be corrected stays as it is, which is close.
  function count(): void {
    if (clock.now() - countedAt <= PROMPT_MS) return;
    countedAt = clock.now();
    void windows.stamp(bucket, permit).catch(() => {});
  }

  function schedule(delayMs: number): void {
    cancelTimer = clock.schedule(() => {
      count();
      if (departedAt === undefined) schedule(intervalMs * RENEWAL_SHARE);
      else hasEnded = true;
    }, delayMs);
  }

  schedule(intervalMs * RENEWAL_SHARE);
  return {
    depart() {
      if (hasEnded || departedAt !== undefined) return;
      departedAt = clock.now();
      cancelTimer();
      count();
      schedule(intervalMs * TRAVEL_SHARE);
    },
    release() {
      if (hasEnded) return;
      hasEnded = true;
      cancelTimer();
      if (departedAt !== undefined) count();
      else void windows.giveBack(bucket, permit).catch(() => {});
    },
  };
}
