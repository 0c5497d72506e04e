/** What the list operations of invoices, payments and products have in common: paging, dates, words, comma lists. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { Collection, SandboxRecord } from '../../world.ts';

export interface PageQuery {
  /** The documents type it as a string for invoices, as a number elsewhere. */
  readonly limit?: string | number;
  readonly offset?: string | number;
}

/** The largest page; HighLevel documents none for these resources. */
const largestPage = 100;

function parseCount(value: string | number | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(String(value))) throw unprocessable([`${name} must be a number string`]);
  return Number(value);
}

/**
 * The page that limit and offset name. The documented default of `limit` is 0 for products: as many as a page holds.
 * Throws a 422 for what is not a whole number.
 */
export function takePage<T>(items: readonly T[], query: PageQuery, defaultLimit: number): T[] {
  const limit = parseCount(query.limit, 'limit') ?? defaultLimit;
  const offset = parseCount(query.offset, 'offset') ?? 0;
  const size = limit === 0 ? largestPage : Math.min(limit, largestPage);
  return items.slice(offset, offset + size);
}

export interface DateRangeQuery {
  readonly startAt?: string;
  readonly endAt?: string;
}

function parseDay(value: string, name: string): string {
  if (Number.isNaN(Date.parse(value))) throw unprocessable([`${name} must be a valid ISO 8601 date string`]);
  return value;
}

/** Is the time (ISO, or `YYYY-MM-DD`) within the days that the query names, both included? No bound: always. */
export function isWithinDays(time: string, { startAt, endAt }: DateRangeQuery): boolean {
  const day = time.slice(0, 10);
  if (startAt !== undefined && day < parseDay(startAt, 'startAt').slice(0, 10)) return false;
  return endAt === undefined || day <= parseDay(endAt, 'endAt').slice(0, 10);
}

/** Does one of the texts contain the search, whatever the case? No search: always. */
export function hasWords(search: string | undefined, texts: readonly (string | undefined)[]): boolean {
  if (search === undefined || search.trim() === '') return true;
  const wanted = search.trim().toLowerCase();
  return texts.some((text) => text?.toLowerCase().includes(wanted));
}

/** `live` and `test` select by mode; `default` or nothing selects both. */
export function isOfMode(liveMode: boolean, paymentMode: string | undefined): boolean {
  return paymentMode === 'live' ? liveMode : paymentMode === 'test' ? !liveMode : true;
}

/** The parts of a comma list; undefined for an absent or empty one. */
export function splitList(list: string | undefined): readonly string[] | undefined {
  const parts = list?.split(',').flatMap((part) => part.trim() || []);
  return parts === undefined || parts.length === 0 ? undefined : parts;
}

/** Newest first by `createdAt`; equal times stay in order of insertion, the last one first. */
export function newestFirst<T extends { readonly createdAt: string }>(items: readonly T[]): T[] {
  return items.toReversed().toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}

/**
 * The record of that id in the request's location. Throws a 400 with the message, as these resources answer an
 * unknown id ("Order not found", "Product not found"). Requests that name no location find it by id alone.
 */
export function findRecord<T extends SandboxRecord>(
  collection: Collection<T>,
  id: string,
  request: SandboxRequest,
  message: string,
): T {
  const record = collection.get(id);
  if (record === undefined) throw badRequest(message);
  if (request.locationId !== '' && record.locationId !== request.locationId) throw badRequest(message);
  return record;
}

/** Replaces all fields: what the new record does not have is gone, as a PUT of HighLevel does (issue #206). */
export function replaceRecord<T extends SandboxRecord>(collection: Collection<T>, before: T, after: T): T {
  const gone = Object.fromEntries(Object.keys(before).map((field) => [field, undefined]));
  return collection.update(before.id, { ...gone, ...after } as Partial<T>);
}

/** The named fields of a body that are there. */
export function pickFields(body: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));
}

function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([name, inner]) => [name, dropNulls(inner)]));
}

/** The handlers, for which a null in a body is a field that is not there: the gate lets it pass as one. */
export function treatNullAsAbsent(handlers: Handlers): Handlers {
  const wrap =
    (handler: Handler): Handler =>
    (request, world) =>
      handler({ ...request, body: dropNulls(request.body) }, world);
  const entries = Object.entries(handlers).flatMap(([key, handler]) =>
    handler ? [[key, wrap(handler)] as const] : [],
  );
  return Object.fromEntries(entries);
}
