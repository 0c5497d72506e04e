/** Whether a record is what a write would have made. */
import { isFields } from '../fields.ts';

/** `unclear`: nothing contradicts, but something that should be there is missing. */
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
    if (wanted === undefined || wanted === null) continue;
    const found = getAt(record, field);
    if (found === undefined || found === null) isComplete = false;
    else if (isAlike(found, wanted)) compared += 1;
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
  return left === right || isSameTime(found, wanted) || isSamePhone(left, right);
}

function normalizeText(value: unknown): string {
  return String(value).normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Two ISO times of one instant, or the same day where one of them has no time of day. */
function isSameTime(found: unknown, wanted: unknown): boolean {
  if (typeof found !== 'string' || typeof wanted !== 'string') return false;
  const isTime = /^\d{4}-\d\d-\d\d([T ]|$)/;
  if (!isTime.test(found) || !isTime.test(wanted)) return false;
  if (found.length === 10 || wanted.length === 10) return found.slice(0, 10) === wanted.slice(0, 10);
  return Date.parse(found) === Date.parse(wanted);
}

/** The same digits, with or without a country code before them. */
function isSamePhone(left: string, right: string): boolean {
  const isPhone = /^\+?[\d\s().-]{7,20}$/;
  if (!isPhone.test(left) || !isPhone.test(right)) return false;
  if (!left.startsWith('+') && !right.startsWith('+')) return false;
  const [a, b] = [left.replace(/\D/g, ''), right.replace(/\D/g, '')];
  return a.length >= 7 && b.length >= 7 && (a.endsWith(b) || b.endsWith(a));
}
