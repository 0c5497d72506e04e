/** Local time in IANA time zones, daylight saving included, on the runtime's own zone data. */

const dayMs = 86_400_000;
/** Clocks change on the quarter hour at the finest, so an offset holds for the quarter it was asked in. */
const quarterMs = 900_000;
const mostRemembered = 20_000;

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  readonly offsetsMs: Map<number, number>;
}

const zones = new Map<string, Zone>();

function getZone(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    const formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    zone = { formatter, offsetsMs: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

/** Whether the runtime knows a time zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    getZone(name);
    return true;
  } catch {
    return false;
  }
}

/** How far local time is ahead of UTC at an instant. Throws a RangeError for an unknown zone. */
export function getOffsetMs(instantMs: number, timeZone: string): number {
  const { formatter, offsetsMs } = getZone(timeZone);
  const quarter = Math.floor(instantMs / quarterMs);
  let offsetMs = offsetsMs.get(quarter);
  if (offsetMs === undefined) {
    offsetMs = parseOffset(formatter, instantMs);
    if (offsetsMs.size >= mostRemembered) offsetsMs.clear();
    offsetsMs.set(quarter, offsetMs);
  }
  return offsetMs;
}

/** From `GMT-05:00`; plain `GMT` is UTC. */
function parseOffset(formatter: Intl.DateTimeFormat, instantMs: number): number {
  const name = formatter.formatToParts(instantMs).find((part) => part.type === 'timeZoneName')?.value;
  const match = /([+-])(\d{2}):(\d{2})/.exec(name ?? '');
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

/** `2026-11-24T09:00:00-05:00`: how HighLevel writes the start of a slot. */
export function formatInstant(instantMs: number, timeZone: string): string {
  const offsetMs = getOffsetMs(instantMs, timeZone);
  const minutes = Math.abs(offsetMs) / 60_000;
  const pad = (value: number): string => String(value).padStart(2, '0');
  const sign = offsetMs < 0 ? '-' : '+';
  const local = new Date(instantMs + offsetMs).toISOString().slice(0, 19);
  return `${local}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The local date, `YYYY-MM-DD`. */
export function getLocalDate(instantMs: number, timeZone: string): string {
  return new Date(instantMs + getOffsetMs(instantMs, timeZone)).toISOString().slice(0, 10);
}

/** Minutes since local midnight as the clock shows them. */
export function getMinuteOfDay(instantMs: number, timeZone: string): number {
  const local = new Date(instantMs + getOffsetMs(instantMs, timeZone));
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/**
 * The instant at which the clock of a zone shows a time. A time that the clock skips in spring is taken
 * as the same time after midnight by the old offset, so a day that opens in the gap opens when it ends.
 */
export function resolveLocalTime(date: string, minuteOfDay: number, timeZone: string): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minuteOfDay * 60_000;
  const first = asUtc - getOffsetMs(asUtc, timeZone);
  const second = asUtc - getOffsetMs(first, timeZone);
  if (getOffsetMs(second, timeZone) === getOffsetMs(first, timeZone)) return second;
  return second + getOffsetMs(second, timeZone) === asUtc ? second : Math.max(first, second);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function getWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
