/** Days as people in a timezone see them. */
import { getOffsetMs } from '../timezone.ts';

const dayMs = 86_400_000;

/** Epoch milliseconds of local midnight, `daysFromToday` from the local day of `now`. */
export function getStartOfDay(now: number, daysFromToday: number, timezone: string): number {
  const midnightUtc = Math.floor((now + getOffsetMs(now, timezone)) / dayMs) * dayMs + daysFromToday * dayMs;
  // The offset at the midnight itself, which a change of the clocks may have moved.
  const guess = midnightUtc - getOffsetMs(midnightUtc, timezone);
  return midnightUtc - getOffsetMs(guess, timezone);
}
