/**
 * Times as people in a location read them. HighLevel answers in UTC; agents would have to convert, and do it wrong. A time
 * stays what it is: the same instant in ISO 8601, written with the location's offset.
 */

/** That is how HighLevel writes dates (birthdays, days on which bills are due): they are the same everywhere. */
const midnight = /^\d{4}-\d{2}-\d{2}(?:T00:00:00(?:\.0+)?(?:Z|\+00:?00))?$/;
const utcTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|\+00:?00)$/;

/** Fields that hold epoch milliseconds. Their numbers are needed as they are, for paging; the time is put beside. */
const timeField = /(?:date|time|timestamp|at|on)$/i;
const LEAST_EPOCH_MS = 1_000_000_000_000;
const MOST_EPOCH_MS = 4_000_000_000_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether there is anything to convert. */
export function holdsTimes(value: unknown): boolean {
  if (typeof value === 'string') return isUtcTime(value);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.entries(value).some(([key, item]) => isEpochTime(key, item) || holdsTimes(item));
}

/**
 * A copy with every time in UTC written in the zone.
 *
 * @param timeZone An IANA name that the runtime knows.
 */
export function localiseTimes(value: unknown, timeZone: string): unknown {
  if (typeof value === 'string') return isUtcTime(value) ? localiseText(value, timeZone) : value;
  if (Array.isArray(value)) return value.map((item) => localiseTimes(item, timeZone));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    if (!isEpochTime(key, item)) return [[key, localiseTimes(item, timeZone)]];
    const beside = `${key}Local`;
    return beside in value
      ? [[key, item]]
      : [
          [key, item],
          [beside, formatTime(new Date(item), timeZone)],
        ];
  });
  return Object.fromEntries(entries);
}

/** Whether a value is a date without a time. */
export function isDate(value: unknown): boolean {
  return typeof value === 'string' && midnight.test(value);
}

/** The day that it is in the zone at a time in epoch milliseconds, as `2026-11-27`. */
export function formatLocalDay(time: number, timeZone: string): string {
  return formatTime(new Date(time), timeZone).slice(0, 10);
}

function isUtcTime(text: string): boolean {
  return utcTime.test(text) && !midnight.test(text);
}

/** Whether the runtime knows a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    getFormatter(name);
    return true;
  } catch {
    return false;
  }
}

function isEpochTime(key: string, value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isInteger(value)) return false;
  return value >= LEAST_EPOCH_MS && value < MOST_EPOCH_MS && timeField.test(key);
}

/** What looks like a time and is none (a thirteenth month) stays as it is. */
function localiseText(text: string, timeZone: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : formatTime(time, timeZone);
}

/** `2026-11-27T05:00:00-05:00`; what is finer than a second only where there is something. */
function formatTime(time: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    getFormatter(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second, fractionalSecond, timeZoneName = '' } = parts;
  const fraction = fractionalSecond === '000' ? '' : `.${fractionalSecond}`;
  const offset = timeZoneName.replace('GMT', '') || '+00:00';
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${offset}`;
}

function getFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    timeZoneName: 'longOffset',
  });
  formatters.set(timeZone, made);
  return made;
}
