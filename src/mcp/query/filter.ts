/** Which records are wanted. */
import { z } from 'zod';
import { CallRefusal } from '../pipeline/refusal.ts';
import { compareValues, DAY_MS, getValue, isDay, isNothing, toNumber, toTime } from './values.ts';

export const condition = z.strictObject({
  field: z.string(),
  op: z.enum(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'contains', 'in', 'exists']),
  value: z.unknown().optional(),
});

export type Condition = z.infer<typeof condition>;

/**
 * Builds the test that a record has to pass: all conditions together.
 *
 * @throws CallRefusal for a condition that says nothing.
 */
export function createFilter(conditions: readonly Condition[]): (record: unknown) => boolean {
  for (const [index, { op, value }] of conditions.entries()) {
    const isMissing = value === undefined && op !== 'exists';
    const isNoList = op === 'in' && !Array.isArray(value);
    if (!isMissing && !isNoList) continue;
    throw new CallRefusal('invalid_arguments', 'query was called with arguments it cannot take.', {
      advice: 'Correct the arguments named in problems and call again.',
      problems: [`where[${index}].value: ${op} needs ${op === 'in' ? 'a list' : 'a value'}`],
    });
  }
  return (record) => conditions.every((one) => isMet(one, getValue(record, one.field)));
}

function isMet({ op, value }: Condition, found: unknown): boolean {
  switch (op) {
    case 'exists':
      return isNothing(found) !== (value === undefined || value === true || value === 'true');
    case 'eq':
      return isAnyEqual(found, value);
    case 'ne':
      return !isAnyEqual(found, value);
    case 'in':
      return (value as unknown[]).some((one) => isAnyEqual(found, one));
    case 'contains':
      return listValues(found).some((one) => String(one).toLowerCase().includes(String(value).toLowerCase()));
    default:
      return listValues(found).some((one) => isOrdered(op, one, value));
  }
}

/** A list has a value if one of its items is it. */
function isAnyEqual(found: unknown, value: unknown): boolean {
  if (isNothing(value)) return isNothing(found);
  return listValues(found).some((one) => isEqual(one, value));
}

function isEqual(found: unknown, value: unknown): boolean {
  if (String(found) === String(value) || isSameDay(found, value)) return true;
  // Two texts of digits may be phone numbers or ids: they are equal only as texts.
  const areDigits = typeof found === 'string' && typeof value === 'string' && toNumber(found) !== undefined;
  return !areDigits && compareValues(found, value) === 0;
}

function isSameDay(found: unknown, value: unknown): boolean {
  const time = isDay(value) ? toTime(found) : undefined;
  return time !== undefined && floorToDay(time) === toTime(value);
}

function isOrdered(op: 'gt' | 'gte' | 'lt' | 'lte', found: unknown, value: unknown): boolean {
  // A day is the whole of it: on or before the 31st includes its evening.
  const time = isDay(value) ? toTime(found) : undefined;
  const order = time === undefined ? compareValues(found, value) : floorToDay(time) - (toTime(value) ?? Number.NaN);
  if (order === undefined) return false;
  if (op === 'gt') return order > 0;
  if (op === 'gte') return order >= 0;
  return op === 'lt' ? order < 0 : order <= 0;
}

function floorToDay(time: number): number {
  return Math.floor(time / DAY_MS) * DAY_MS;
}

function listValues(found: unknown): unknown[] {
  if (isNothing(found)) return [];
  return Array.isArray(found) ? found : [found];
}
