/**
 * When a request is begun. The work of one can take milliseconds, and Node would do that of all whose bytes have come
 * before it looks at anything else: a new connection, or an answer of HighLevel, waited for them all, more than once.
 */
export interface Turns {
  /**
   * Resolves when it is the caller's turn: one in each turn of the event loop. Accounts take turns, too, so that one with a
   * hundred requests delays another one's only request by one.
   */
  take(account: string): Promise<void>;
}

export function createTurns(): Turns {
  /** Who waits, by account; the account that is next comes first. */
  const lines = new Map<string, (() => void)[]>();

  function beginOne(): void {
    for (const [account, line] of lines) {
      line.shift()?.();
      lines.delete(account);
      if (line.length > 0) lines.set(account, line);
      break;
    }
    if (lines.size > 0) setImmediate(beginOne);
  }

  return {
    take: (account) =>
      new Promise((resolve) => {
        if (lines.size === 0) setImmediate(beginOne);
        const line = lines.get(account) ?? [];
        line.push(resolve);
        lines.set(account, line);
      }),
  };
}
