/** Time as the limiter sees it: injectable, so that tests never wait. */
export interface Clock {
  /** Milliseconds that never go backwards. */
  now(): number;
  /** Calls back once, not before `delayMs` have passed. Answers how to call it off. */
  schedule(callback: () => void, delayMs: number): () => void;
}

/** A wall clock may be set back, and a limit counted by it would then let too much through. */
export const monotonicClock: Clock = {
  now: () => performance.now(),
  schedule(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
