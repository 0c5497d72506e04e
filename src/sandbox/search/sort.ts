/** Order of search results, and the cursor that goes with it. */
import { badRequest, unprocessable } from '../errors.ts';
import type { FieldFinder, ValueField } from './fields.ts';
import { type Comparable, extractComparables } from './values.ts';

export interface SortRule<T> {
  readonly field: ValueField<T>;
  readonly direction: 'asc' | 'desc';
}

/** What `searchAfter` holds: the values sorted by, then the id. */
export type Cursor = readonly (string | number)[];

/** Parses `sort`; several rules are applied in order. Throws 400 for unknown fields, 422 for a wrong form. */
export function parseSort<T>(sort: unknown, findField: FieldFinder<T>): SortRule<T>[] {
  if (!Array.isArray(sort)) throw unprocessable(['sort must be an array']);
  return sort.map((rule: unknown, index) => {
    const { field: name, direction } = (rule ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string') throw unprocessable([`sort.${index}.field must be a string`]);
    if (direction !== 'asc' && direction !== 'desc') {
      throw unprocessable([`sort.${index}.direction must be one of the following values: asc, desc`]);
    }
    const field = findField(name);
    if (field === undefined || field.type === 'nested' || field.sortable === false) {
      throw badRequest(`Invalid field ${name}`);
    }
    return { field, direction };
  });
}

/** The place of a record in the order: no two records share one. */
export function buildCursor<T extends { readonly id: string }>(record: T, rules: readonly SortRule<T>[]): Cursor {
  return [...rules.map((rule) => buildSortValue(extractComparables(rule.field, record)[0], rule)), record.id];
}

/** A cursor as a client sent it back. Throws 400 when it does not fit the sort it is used with. */
export function parseCursor(searchAfter: unknown, rules: readonly unknown[]): Cursor {
  const isCursor =
    Array.isArray(searchAfter) &&
    searchAfter.length === rules.length + 1 &&
    searchAfter.every((one) => typeof one === 'string' || typeof one === 'number');
  if (!isCursor) throw badRequest('searchAfter does not match the sort of this search');
  return searchAfter;
}

/** Compares two places; the id settles what is equal. */
export function compareCursors(a: Cursor, b: Cursor, rules: readonly SortRule<never>[]): number {
  for (const [index, { direction }] of rules.entries()) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return direction === 'asc' ? order : -order;
  }
  return compareValues(a[rules.length], b[rules.length]);
}

/**
 * Text or number, as Elasticsearch has it: booleans count as 0 and 1, and what is missing takes the extreme that
 * puts it last, whatever the direction.
 */
function buildSortValue(value: Comparable | undefined, { field, direction }: SortRule<never>): string | number {
  const isAscending = direction === 'asc';
  if (value !== undefined) return typeof value === 'boolean' ? Number(value) : value;
  if (['number', 'date', 'boolean'].includes(field.type)) {
    return isAscending ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
  }
  return isAscending ? '\uffff' : '';
}

function compareValues(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b || a === undefined || b === undefined) return 0;
  return a < b ? -1 : 1;
}
