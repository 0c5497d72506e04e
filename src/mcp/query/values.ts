/** What stands in a record at a path, and how two such values compare. */
import { formatLocalDay, isDate } from '../results/local-times.ts';

/** The value at a dot path; through lists, a list of what is found in each item. Nothing there: `undefined`. */
export function getValue(record: unknown, path: string): unknown {
  return walk(record, path.split('.'), 0);
}

function walk(value: unknown, parts: readonly string[], index: number): unknown {
  const part = parts[index];
  if (part === undefined) return value;
  if (Array.isArray(value)) {
    if (/^\d+$/.test(part)) return walk(value[Number(part)], parts, index + 1);
    return value.flatMap((item) => walk(item, parts, index) ?? []);
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
  return walk((value as Readonly<Record<string, unknown>>)[part], parts, index + 1);
}

/** HighLevel leaves a field out, sets it to null or to empty text, and means the same. */
export function isNothing(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
}

/** Epoch milliseconds before 1973 are taken for plain numbers. */
const LEAST_EPOCH_MS = 100_000_000_000;
const MOST_EPOCH_MS = 8_640_000_000_000_000;

const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Epoch milliseconds of a date in ISO or epoch milliseconds; without a time zone it is UTC. */
export function toTime(value: unknown): number | undefined {
  const number = toNumber(value);
  if (number !== undefined) return number >= LEAST_EPOCH_MS && number <= MOST_EPOCH_MS ? number : undefined;
  if (typeof value !== 'string') return undefined;
  const match = isoDate.exec(value);
  if (match === null) return undefined;
  const withZone = value.length === 10 || match[1] !== undefined ? value : `${value}Z`;
  const time = Date.parse(withZone.replace(' ', 'T'));
  return Number.isNaN(time) ? undefined : time;
}

/** The day of a date or time, as `2026-11-27`: a date is its day everywhere, a time is of the day that it is in the zone. */
export function toDay(value: unknown, timeZone: string | undefined): string | undefined {
  const time = toTime(value);
  if (time === undefined) return undefined;
  return timeZone === undefined || isDate(value) ? formatUtcDay(time) : formatLocalDay(time, timeZone);
}

export function formatUtcDay(time: number): string {
  return new Date(time).toISOString().replace(/T.*/, '');
}

export const DAY_MS = 86_400_000;

export const isDay = (value: unknown): boolean =>
  typeof value === 'string' && value.length === 10 && isoDate.test(value);

/** Below, equal or above zero; `undefined` where the two have no order. */
export function compareValues(a: unknown, b: unknown): number | undefined {
  const numbers = [toNumber(a), toNumber(b)] as const;
  if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] - numbers[1];
  const times = [toTime(a), toTime(b)] as const;
  if (times[0] !== undefined && times[1] !== undefined) return times[0] - times[1];
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (typeof a !== 'string' || typeof b !== 'string') return undefined;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An order for any two values: nothing comes last, whichever way the rest is turned. */
export function orderValues(a: unknown, b: unknown, isDescending: boolean): number {
  if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b));
  const order = compareValues(a, b) ?? compareValues(asText(a), asText(b)) ?? 0;
  return isDescending ? -order : order;
}

function asText(value: unknown): string {
  // A letter in front keeps what looks like a number from being one.
  return `~${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
}
