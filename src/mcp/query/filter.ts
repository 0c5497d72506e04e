/** Which records are wanted. */
import { z } from 'zod';
import { CallRefusal } from '../pipeline/refusal.ts';
import { compareValues, getValue, isDay, isNothing, toDay, toNumber } from './values.ts';

export const condition = z.strictObject({
  field: z.string(),
  op: z.enum(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'contains', 'in', 'exists']),
  value: z.unknown().optional(),
});

export type Condition = z.infer<typeof condition>;

/**
 * Builds the test that a record has to pass: all conditions together.
 *
 * @param timeZone Whose days are meant where a value is a day. Default: UTC.
 * @throws CallRefusal for a condition that says nothing.
 */
export function createFilter(
  conditions: readonly Condition[],
  timeZone?: string | undefined,
): (record: unknown) => boolean {
  for (const [index, { op, value }] of conditions.entries()) {
    const isMissing = value === undefined && op !== 'exists';
    const isNoList = op === 'in' && !Array.isArray(value);
    if (!isMissing && !isNoList) continue;
    throw new CallRefusal('invalid_arguments', 'query was called with arguments it cannot take.', {
      advice: 'Correct the arguments named in problems and call again.',
      problems: [`where[${index}].value: ${op} needs ${op === 'in' ? 'a list' : 'a value'}`],
    });
  }
  return (record) => conditions.every((one) => isMet(one, getValue(record, one.field), timeZone));
}

function isMet({ op, value }: Condition, found: unknown, timeZone: string | undefined): boolean {
  switch (op) {
    case 'exists':
      return isNothing(found) !== (value === undefined || value === true || value === 'true');
    case 'eq':
      return isAnyEqual(found, value, timeZone);
    case 'ne':
      return !isAnyEqual(found, value, timeZone);
    case 'in':
      return (value as unknown[]).some((one) => isAnyEqual(found, one, timeZone));
    case 'contains':
      return listValues(found).some((one) => String(one).toLowerCase().includes(String(value).toLowerCase()));
    default:
      return listValues(found).some((one) => isOrdered(op, one, value, timeZone));
  }
}

/** A list has a value if one of its items is it. */
function isAnyEqual(found: unknown, value: unknown, timeZone: string | undefined): boolean {
  if (isNothing(value)) return isNothing(found);
  return listValues(found).some((one) => isEqual(one, value, timeZone));
}

function isEqual(found: unknown, value: unknown, timeZone: string | undefined): boolean {
  if (String(found) === String(value)) return true;
  if (isDay(value) && toDay(found, timeZone) === value) return true;
  // Two texts of digits may be phone numbers or ids: they are equal only as texts.
  const areDigits = typeof found === 'string' && typeof value === 'string' && toNumber(found) !== undefined;
  return !areDigits && compareValues(found, value) === 0;
}

function isOrdered(
  op: 'gt' | 'gte' | 'lt' | 'lte',
  found: unknown,
  value: unknown,
  timeZone: string | undefined,
): boolean {
  // A day is the whole of it: on or before the 31st includes its evening.
  const day = isDay(value) ? toDay(found, timeZone) : undefined;
  const order = compareValues(day ?? found, value);
  if (order === undefined) return false;
  if (op === 'gt') return order > 0;
  if (op === 'gte') return order >= 0;
  return op === 'lt' ? order < 0 : order <= 0;
}

function listValues(found: unknown): unknown[] {
  if (isNothing(found)) return [];
  return Array.isArray(found) ? found : [found];
}
