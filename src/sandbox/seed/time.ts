/** Days as people in a timezone see them. */

const dayMs = 86_400_000;

/** Epoch milliseconds of local midnight, `daysFromToday` from the local day of `now`. */
export function getStartOfDay(now: number, daysFromToday: number, timezone: string): number {
  const midnightUtc = Math.floor((now + getOffsetMs(now, timezone)) / dayMs) * dayMs + daysFromToday * dayMs;
  // The offset at the midnight itself, which a change of the clocks may have moved.
  const guess = midnightUtc - getOffsetMs(midnightUtc, timezone);
  return midnightUtc - getOffsetMs(guess, timezone);
}

/** How far local time is ahead of UTC at this moment, in milliseconds. */
function getOffsetMs(epochMs: number, timezone: string): number {
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  const name = formatter.formatToParts(epochMs).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (hours === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
