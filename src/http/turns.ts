/**
 * When a request is begun. The work of one can take milliseconds, and Node would do that of all whose bytes have come
 * before it looks at anything else: a new connection, or an answer of HighLevel, waited for them all, more than once.
 */
export interface Turns {
  /** Resolves when it is the caller's turn: one in each turn of the event loop, in the order of asking. */
  take(): Promise<void>;
}

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];

  function beginOne(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(beginOne);
  }

  return {
    take: () =>
      new Promise((resolve) => {
        if (waiting.push(resolve) === 1) setImmediate(beginOne);
      }),
  };
}
