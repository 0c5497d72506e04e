import type { Clock } from '../../src/highlevel/rate-limit/clock.ts';

interface Timer {
  readonly dueAt: number;
  readonly callback: () => void;
}

/** A clock that goes only when told, and calls timers back in the order in which they are due. */
export class FakeClock implements Clock {
  #now = 1_000_000;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  schedule(callback: () => void, delayMs: number): () => void {
    const timer = { dueAt: this.#now + delayMs, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  get hasTimers(): boolean {
    return this.#timers.size > 0;
  }

  /** Goes to the next timer, at most to `limit`; answers whether one was called. */
  async runNext(limit = Number.POSITIVE_INFINITY): Promise<boolean> {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (next === undefined || timer.dueAt < next.dueAt) next = timer;
    if (next === undefined || next.dueAt > limit) return false;
    this.#timers.delete(next);
    this.#now = Math.max(this.#now, next.dueAt);
    next.callback();
    await settle();
    return true;
  }

  async advance(ms: number): Promise<void> {
    const target = this.#now + ms;
    while (await this.runNext(target));
    this.#now = target;
    await settle();
  }
}

/** Lets promises that are already decided run their callbacks. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
