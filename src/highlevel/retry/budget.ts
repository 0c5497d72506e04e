/** Bounds retries to a share of calls, so that a struggling HighLevel is not asked many times over. */

/** Retries that are allowed before any call earned one. */
const INITIAL = 10;
/** One retry for so many calls. */
const CALLS_PER_RETRY = 5;
/** What a quiet hour can save up. */
const MAXIMUM = 100;

export interface RetryBudget {
  /** A call has begun. */
  earn(): void;
  /** @returns false when the budget is spent; the retry must then not be made. */
  spend(): boolean;
}

export function createRetryBudget(): RetryBudget {
  let balance = INITIAL;
  return {
    earn() {
      balance = Math.min(MAXIMUM, balance + 1 / CALLS_PER_RETRY);
    },
    spend() {
      if (balance < 1) return false;
      balance -= 1;
      return true;
    },
  };
}
