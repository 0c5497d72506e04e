/** Lists that were just read, kept for a moment: an agent looks up several names in a row. */
import type { LookupEntry } from './entry.ts';

export interface LookupCache {
  /**
   * The list under a key, read anew where it is missing or older than `maxAgeMs`. Whoever asks while it is being
   * read waits for the same answer.
   */
  get(key: string, maxAgeMs: number, read: () => Promise<readonly LookupEntry[]>): Promise<readonly LookupEntry[]>;
  /** The list as it was last read, however long ago; undefined while it is being read. */
  peek(key: string): readonly LookupEntry[] | undefined;
}

const MAX_LISTS = 100;

interface Kept {
  readonly readAt: number;
  readonly entries: Promise<readonly LookupEntry[]>;
  arrived?: readonly LookupEntry[];
}

export function createLookupCache(now: () => number = () => performance.now()): LookupCache {
  const lists = new Map<string, Kept>();
  return {
    peek: (key) => lists.get(key)?.arrived,
    get(key, maxAgeMs, read) {
      const known = lists.get(key);
      if (known !== undefined && now() - known.readAt < maxAgeMs) return known.entries;
      const kept: Kept = { readAt: now(), entries: read() };
      lists.delete(key);
      lists.set(key, kept);
      const [oldest] = lists.keys();
      if (lists.size > MAX_LISTS && oldest !== undefined) lists.delete(oldest);
      kept.entries.then(
        (entries) => {
          kept.arrived = entries;
        },
        // A failure is told to those who wait for it, and to nobody after them.
        () => lists.get(key) === kept && lists.delete(key),
      );
      return kept.entries;
    },
  };
}
