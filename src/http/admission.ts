/** How many requests are answered at once, over all and by account, so that no account takes every place. */

export interface Admission {
  /** @returns what gives the place back; undefined where there is none */
  enter(): (() => void) | undefined;
  /** Within the places of one account. Gives as `enter` does. */
  enterAccount(account: string): (() => void) | undefined;
  readonly running: number;
  /** Resolves when nothing is being answered. */
  whenIdle(): Promise<void>;
}

/** @param maxRequests Over all. An account takes three quarters of them at most, one at least. */
export function createAdmission(maxRequests: number): Admission {
  const maxPerAccount = Math.max(1, Math.floor(maxRequests * 0.75));
  const byAccount = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    get running() {
      return running;
    },
    enter() {
      if (running >= maxRequests) return undefined;
      running += 1;
      return once(() => {
        running -= 1;
        if (running === 0) for (const wake of waiting.splice(0)) wake();
      });
    },
    enterAccount(account) {
      const taken = byAccount.get(account) ?? 0;
      if (taken >= maxPerAccount) return undefined;
      byAccount.set(account, taken + 1);
      return once(() => {
        const left = (byAccount.get(account) ?? 1) - 1;
        if (left === 0) byAccount.delete(account);
        else byAccount.set(account, left);
      });
    },
    async whenIdle() {
      if (running > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}
