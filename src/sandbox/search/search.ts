/**
 * Advanced search, as contacts, opportunities and object records share it (behaviour.md, section 4): a resource
 * brings its fields, this brings filters, sorting, the two ways of paging, and the refusals.
 */
import { unprocessable } from '../errors.ts';
import type { FieldFinder } from './fields.ts';
import { maxTextLength, parseFilters } from './filter.ts';
import { buildTextQuery } from './query.ts';
import { buildCursor, type Cursor, compareCursors, parseCursor, parseSort } from './sort.ts';

export interface SearchResource<T> {
  readonly findField: FieldFinder<T>;
  /** What the full-text query looks at. */
  texts(record: T): readonly (string | undefined)[];
  /** Name of the page size in the body. */
  readonly sizeField: 'pageLimit' | 'limit';
  /** Order when the body names none. */
  readonly defaultSort: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
  /** Fields of the body beside the common ones. */
  readonly extraFields?: readonly string[];
}

export interface SearchHit<T> {
  readonly record: T;
  /** Hands the place after this record to the next search. */
  readonly searchAfter: Cursor;
}

export interface SearchPage<T> {
  readonly hits: readonly SearchHit<T>[];
  /** Of all pages. */
  readonly total: number;
}

/** `page` reaches this many records; `searchAfter` goes on without end. */
export const maxWindow = 10_000;
const maxPageSize = 500;

/**
 * Searches the records as the body asks.
 * Throws 422 for a body of the wrong form, 400 for fields, operators and cursors that the resource does not have.
 */
export function searchRecords<T extends { readonly id: string }>(
  records: readonly T[],
  body: unknown,
  resource: SearchResource<T>,
): SearchPage<T> {
  const { page, size, query, filters, sort, searchAfter } = parseBody(body, resource);
  const matches = parseFilters(filters, resource.findField);
  const hasQuery = buildTextQuery(query);
  const rules = parseSort(sort ?? resource.defaultSort, resource.findField);
  const after = searchAfter === undefined ? undefined : parseCursor(searchAfter, rules);

  const found = records
    .filter((record) => matches(record) && hasQuery(resource.texts(record)))
    .map((record) => ({ record, searchAfter: buildCursor(record, rules) }))
    .sort((a, b) => compareCursors(a.searchAfter, b.searchAfter, rules));
  const rest = after ? found.filter((hit) => compareCursors(hit.searchAfter, after, rules) > 0) : found;
  const offset = (page - 1) * size;
  return { hits: rest.slice(offset, offset + size), total: found.length };
}

interface SearchBody {
  readonly page: number;
  readonly size: number;
  readonly query: string;
  readonly filters: unknown;
  readonly sort: unknown;
  readonly searchAfter: unknown;
}

function parseBody<T>(body: unknown, { sizeField, extraFields = [] }: SearchResource<T>): SearchBody {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>;
  const known = ['locationId', 'page', 'query', 'filters', 'sort', 'searchAfter', sizeField, ...extraFields];
  const { page, query = '', filters } = given;
  // Clients send an empty array, or an empty sort, for "none".
  const searchAfter = isEmpty(given.searchAfter) ? undefined : given.searchAfter;
  const sort = isEmpty(given.sort) ? undefined : given.sort;
  const size = given[sizeField];
  const problems = Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => `property ${name} should not exist`);
  if (!isWithin(size, 1, maxPageSize)) problems.push(...describeSize(sizeField, size));
  if (page !== undefined && !isWithin(page, 1, Number.MAX_SAFE_INTEGER)) problems.push('page must not be less than 1');
  if (typeof query !== 'string') problems.push('query must be a string');
  else if (query.length > maxTextLength) {
    problems.push(`query must be shorter than or equal to ${maxTextLength} characters`);
  }
  if (page !== undefined && searchAfter !== undefined) problems.push('page should not exist beside searchAfter');
  const pageNumber = (page ?? 1) as number;
  if (pageNumber * (size as number) > maxWindow) problems.push(`page must not reach beyond ${maxWindow} records`);
  if (problems.length > 0) throw unprocessable(problems);
  return { page: pageNumber, size: size as number, query: query as string, filters, sort, searchAfter };
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function isWithin(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

function describeSize(name: string, size: unknown): string[] {
  if (!Number.isInteger(size)) return [`${name} must be a number conforming to the specified constraints`];
  return [(size as number) < 1 ? `${name} must not be less than 1` : `${name} must not be greater than ${maxPageSize}`];
}
