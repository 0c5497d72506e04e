/** Lists that were just read, kept for a moment: an agent looks up several names in a row. */
/** What HighLevel listed. */
export interface RawList {
  readonly items: readonly unknown[];
  /** There is more than was read. */
  readonly isCut: boolean;
}

export interface LookupCache {
  /**
   * The list under a key, read anew where it is missing or older than `maxAgeMs`. Whoever asks while it is being
   * read waits for the same answer.
   */
  get(key: string, maxAgeMs: number, read: () => Promise<RawList>): Promise<RawList>;
  /** The list as it was last read, however long ago; undefined while it is being read. */
  peek(key: string): RawList | undefined;
}

const MAX_LISTS = 100;

interface Kept {
  readonly readAt: number;
  readonly list: Promise<RawList>;
  arrived?: RawList;
}

export function createLookupCache(now: () => number = () => performance.now()): LookupCache {
  const lists = new Map<string, Kept>();
  return {
    peek: (key) => lists.get(key)?.arrived,
    get(key, maxAgeMs, read) {
      const known = lists.get(key);
      if (known !== undefined && now() - known.readAt < maxAgeMs) return known.list;
      const kept: Kept = { readAt: now(), list: read() };
      lists.delete(key);
      lists.set(key, kept);
      const [oldest] = lists.keys();
      if (lists.size > MAX_LISTS && oldest !== undefined) lists.delete(oldest);
      kept.list.then(
        (list) => {
          kept.arrived = list;
        },
        // A failure is told to those who wait for it, and to nobody after them.
        () => lists.get(key) === kept && lists.delete(key),
      );
      return kept.list;
    },
  };
}
