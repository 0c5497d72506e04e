/** Bounds that every store keeps, however it counts. */

export const DAY_MS = 86_400_000;
/** Nothing may silence a bucket for longer: not a header, not a clock that was set. */
export const MAX_PAUSE_MS = 600_000;
/** HighLevel's "until reset" shrinks from answer to answer; a reset this much later belongs to the next day. */
export const RESET_TOLERANCE_MS = 60_000;
/** Far longer than any interval of HighLevel's limits. */
export const DEPARTURE_KEPT_MS = 3_600_000;
/** A header may claim any number of calls by others; counting them is work. */
export const MAX_UNKNOWN_CALLS = 10_000;
