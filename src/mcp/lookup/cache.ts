/** Lists that were just read, kept for a moment: an agent looks up several names in a row. */
export interface LookupCache {
  /**
   * The list under a key, read anew where it is missing or older than `maxAgeMs`. Whoever asks while it is being
   * read waits for the same answer.
   */
  get(key: string, maxAgeMs: number, read: () => Promise<readonly unknown[]>): Promise<readonly unknown[]>;
}

const MAX_LISTS = 100;

interface Kept {
  readonly readAt: number;
  readonly items: Promise<readonly unknown[]>;
}

export function createLookupCache(now: () => number = () => performance.now()): LookupCache {
  const lists = new Map<string, Kept>();
  return {
    get(key, maxAgeMs, read) {
      const known = lists.get(key);
      if (known !== undefined && now() - known.readAt < maxAgeMs) return known.items;
      const kept: Kept = { readAt: now(), items: read() };
      lists.delete(key);
      lists.set(key, kept);
      const [oldest] = lists.keys();
      if (lists.size > MAX_LISTS && oldest !== undefined) lists.delete(oldest);
      // A failure is told to those who wait for it, and to nobody after them.
      kept.items.catch(() => lists.get(key) === kept && lists.delete(key));
      return kept.items;
    },
  };
}
