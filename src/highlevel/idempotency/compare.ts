/** Whether a record is what a write would have made. */
import { isFields } from '../fields.ts';

/** `unclear`: nothing contradicts, but something that should be there is missing or can be read in two ways. */
export type Likeness = 'same' | 'different' | 'unclear';

/**
 * @param match Field of the record → argument of the write, both dot paths.
 */
export function compareRecord(
  record: unknown,
  args: Readonly<Record<string, unknown>>,
  match: Readonly<Record<string, string>>,
): Likeness {
  let compared = 0;
  let isComplete = true;
  for (const [field, argument] of Object.entries(match)) {
    const wanted = getAt(args, argument);
    if (wanted === undefined || wanted === null || isEmpty(wanted)) continue;
    const found = getAt(record, field);
    if (found === undefined || found === null) isComplete = false;
    else if (isAlike(found, wanted)) compared += 1;
    else if (mayBeSameTime(found, wanted)) isComplete = false;
    else return 'different';
  }
  return compared > 0 && isComplete ? 'same' : 'unclear';
}

/** The value at a dot path; numbers index into lists. Undefined where the path leads nowhere. */
export function getAt(value: unknown, path: string): unknown {
  let current = value;
  for (const part of path === '' ? [] : path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[part];
  }
  return current;
}

/** An empty list or object is alike to every other one, so it tells nothing. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((item) => item === null);
}

/** HighLevel gives texts, numbers, times and phone numbers back in other spellings than it took. */
function isAlike(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(found) && wanted.every((item) => found.some((other) => isAlike(other, item)));
  }
  if (isFields(wanted)) {
    return (
      isFields(found) && Object.entries(wanted).every(([name, item]) => item === null || isAlike(found[name], item))
    );
  }
  if (found === undefined || found === null || typeof found === 'object') return false;
  const [left, right] = [normalizeText(found), normalizeText(wanted)];
  return left === right || isSameNumber(found, wanted) || isSameTime(found, wanted) || isSamePhone(left, right);
}

function normalizeText(value: unknown): string {
  return String(value).normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A number and its text, such as 10.5 and "10.50". Two texts are compared as texts: "007" is a code. */
function isSameNumber(found: unknown, wanted: unknown): boolean {
  if (typeof found !== 'number' && typeof wanted !== 'number') return false;
  return String(found).trim() !== '' && String(wanted).trim() !== '' && Number(found) === Number(wanted);
}

const timePattern = /^\d{4}-\d\d-\d\d([T ]|$)/;
const zonePattern = /[T ].*(Z|[+-]\d\d:?\d\d)$/i;

function isTime(value: unknown): value is string {
  return typeof value === 'string' && timePattern.test(value);
}

/** Two ISO times of one instant, or the same day where one of them has no time of day. */
function isSameTime(found: unknown, wanted: unknown): boolean {
  if (!isTime(found) || !isTime(wanted)) return false;
  if (found.length === 10 || wanted.length === 10) return found.slice(0, 10) === wanted.slice(0, 10);
  return readTime(found) === readTime(wanted);
}

/** Clocks on earth show up to 26 hours between them, and a day has 24. */
const MAX_ZONE_MS = 50 * 3_600_000;

/** A time without a zone is one of the location's, which is not known here: another one nearby may be the same. */
function mayBeSameTime(found: unknown, wanted: unknown): boolean {
  if (!isTime(found) || !isTime(wanted)) return false;
  if (zonePattern.test(found) && zonePattern.test(wanted)) return false;
  return Math.abs(readTime(found) - readTime(wanted)) <= MAX_ZONE_MS;
}

/** Without a zone, as if in UTC: never by the zone of this machine. */
function readTime(time: string): number {
  return Date.parse(time.length === 10 || zonePattern.test(time) ? time : `${time.replace(' ', 'T')}Z`);
}

/** The same digits, with or without a country code before them; a national number may begin with a zero instead. */
function isSamePhone(left: string, right: string): boolean {
  const isPhone = /^\+?[\d\s().-]{7,20}$/;
  if (!isPhone.test(left) || !isPhone.test(right)) return false;
  if (!left.startsWith('+') && !right.startsWith('+')) return false;
  const [a = '', b = ''] = [left, right].map((text) => text.replace(/\D/g, '').replace(/^0+/, ''));
  return a.length >= 7 && b.length >= 7 && (a.endsWith(b) || b.endsWith(a));
}
