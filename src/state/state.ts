/**
 * The durable store behind limits and journal, as its users see it. Two kinds of thing are kept: records that change
 * by compare-and-swap, and the windows in which calls are counted. Who keeps them (a file, memory, Redis) is decided
 * in `open.ts`; the promises are the same.
 */

/** A record as it was read. */
export interface StoredRecord {
  readonly value: string;
  /** Changes with every write, also when a record is removed and made anew. */
  readonly version: string;
  /** Since the last write, by a clock that does not jump while the machine (or the Redis server) stays up. */
  readonly ageMs: number;
}

export interface PutOptions {
  /** The version that must be there, or `absent`. */
  readonly expected: string | 'absent';
  /** How long the record is kept at least; afterwards it may be removed. */
  readonly keepMs: number;
  /**
   * Whether it must outlive a power cut once the promise resolves. Otherwise it outlives the process. Default true.
   * Flushing one write flushes all that went before it.
   */
  readonly flush?: boolean;
}

/** Records by key. Every method throws `StateError` when the store cannot be reached or used. */
export interface Records {
  get(key: string): Promise<StoredRecord | undefined>;
  /** @returns the new version, or undefined when the record was not as expected: somebody else was faster. */
  put(key: string, value: string, options: PutOptions): Promise<string | undefined>;
  /** @returns whether the record was there in that version and is gone now. */
  remove(key: string, version: string): Promise<boolean>;
}

/** What is allowed in a bucket until HighLevel's headers say otherwise. */
export interface WindowRule {
  /** Calls in any interval. */
  readonly limit: number;
  readonly intervalMs: number;
  /** Calls in a day. */
  readonly dailyLimit: number;
}

export interface TakeOptions {
  readonly rule: WindowRule;
  /** Added to the interval, as a share of it. */
  readonly margin: number;
  /** Calls of the day's budget that this one must leave untouched. */
  readonly reserve: number;
}

/** A bucket as it is after what was asked of it. */
export interface WindowStatus extends WindowRule {
  /** Calls counted in the current interval. */
  readonly used: number;
  readonly dailyUsed: number;
  /** Until the day's budget is renewed. */
  readonly dailyResetMs: number;
}

/**
 * `granted`: go. The call counts from now on, so one that leaves later is stamped anew. `wait`: the interval is full, or the bucket is paused; ask again
 * then. `spent`: the day's budget is used up (or down to the reserve).
 */
export type Taken =
  | { readonly kind: 'granted'; readonly permit: string; readonly status: WindowStatus }
  | { readonly kind: 'wait'; readonly waitMs: number; readonly status: WindowStatus }
  | { readonly kind: 'spent'; readonly waitMs: number; readonly status: WindowStatus };

/** What an answer of HighLevel taught about a bucket. Absent fields were not said. */
export interface WindowLesson {
  readonly limit?: number | undefined;
  readonly intervalMs?: number | undefined;
  /** Calls that HighLevel has counted in its interval. More than we know of are somebody else's. */
  readonly used?: number | undefined;
  readonly dailyLimit?: number | undefined;
  readonly dailyUsed?: number | undefined;
  readonly dailyResetMs?: number | undefined;
  /** HighLevel refused (429): nobody sends in this bucket for so long. */
  readonly pauseMs?: number | undefined;
}

/**
 * Calls counted in sliding intervals, by bucket (token and location), over everybody who shares the store. Every
 * method throws `StateError` when the store cannot be reached or used.
 */
export interface Windows {
  take(bucket: string, options: TakeOptions): Promise<Taken>;
  /** Counts the call of this permit from now: it leaves, or it is still about to. */
  stamp(bucket: string, permit: string): Promise<void>;
  /** The call of this permit never left, so it does not count, neither in the interval nor in the day. */
  giveBack(bucket: string, permit: string): Promise<void>;
  learn(bucket: string, lesson: WindowLesson, options: TakeOptions): Promise<WindowStatus>;
}

export interface State {
  /** For people: where it is kept, without secrets. */
  readonly description: string;
  /** Whether it outlives this process. */
  readonly isDurable: boolean;
  readonly records: Records;
  readonly windows: Windows;
  close(): Promise<void>;
}
