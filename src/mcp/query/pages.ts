/** The pages of a list operation, one after the other, in whichever way HighLevel pages it. */
import { createHash } from 'node:crypto';
import type { Paging } from '../../catalogue/guide.ts';
import type { Arguments } from '../pipeline/context.ts';
import { CallRefusal } from '../pipeline/refusal.ts';

/** Where a walk stands; enough to go on from there in another call. */
export interface Position {
  /** The arguments that choose the page. */
  readonly args: Arguments;
  /** How many records come before the page. */
  readonly before: number;
  /** How many of the page were dealt with already. */
  readonly skip?: number | undefined;
  /** What HighLevel said there is; kept from the first page, as later ones may count only what is left. */
  readonly total?: number | undefined;
}

/** `short-of-total`: there is no way on, and HighLevel says that there is more. */
export type WalkEnd = 'end' | 'repeated' | 'short-of-total';

export interface Page {
  readonly position: Position;
  readonly items: readonly unknown[];
  readonly total: number | undefined;
  /** The next page, or why there is none. */
  readonly next: Position | WalkEnd;
}

export interface Walk {
  /** Absent: the operation answers all at once. */
  readonly paging: Paging | undefined;
  readonly args: Arguments;
  /** Default: the first page. */
  readonly from?: Position | undefined;
  fetchPage(args: Arguments): Promise<unknown>;
  /** Gives a value the type that the argument has; `undefined` where the argument cannot take it. */
  adapt?(argument: string, value: unknown): unknown;
}

/** Asked for where nothing says how large a page is: small enough for every list of HighLevel. */
const USUAL_SIZE = 20;

/** Yields every page once. A page that repeats an earlier one ends the walk: it would never end otherwise. */
export async function* walkPages(walk: Walk): AsyncGenerator<Page, void> {
  const { paging = { style: 'none' }, args, from, fetchPage } = walk;
  const others = Object.fromEntries(Object.entries(args).filter(([key]) => !listPagingArguments(paging).includes(key)));
  const seen = new Set<string>();
  let position = from ?? getFirstPosition(paging, walk);
  for (;;) {
    seen.add(digest(position.args));
    const data = await fetchPage({ ...others, ...position.args });
    const items = extractItems(data, paging, position.before > 0);
    const content = items.length > 0 ? digest(...items) : undefined;
    if (content !== undefined && seen.has(content)) {
      yield { position, items: [], total: position.total, next: 'repeated' };
      return;
    }
    if (content !== undefined) seen.add(content);
    const total = readTotal(data, items.length, position, walk);
    const next = findNext({ data, items, total, position, paging, walk });
    const isLoop = typeof next === 'object' && seen.has(digest(next.args));
    yield { position, items, total, next: isLoop ? 'repeated' : next };
    if (typeof next === 'string' || isLoop) return;
    position = next;
  }
}

/** The arguments by which an operation is paged: nothing else belongs in a position. */
export function listPagingArguments({ size, offset, next = {} }: Paging): string[] {
  return [size, offset, ...Object.keys(next)].filter((name) => name !== undefined);
}

function getFirstPosition(paging: Paging, { args, adapt = (_, value) => value }: Walk): Position {
  const { style, size, offset, firstPage = 1 } = paging;
  const first: Record<string, unknown> = {};
  const put = (argument: string | undefined, value: unknown) => {
    if (argument === undefined || args[argument] !== undefined) return;
    const fitting = adapt(argument, value);
    if (fitting !== undefined) first[argument] = fitting;
  };
  const isSingle = style === 'none' || style === 'time-window';
  const pageSize = paging.maxSize ?? (isSingle ? undefined : (paging.defaultSize ?? USUAL_SIZE));
  if (pageSize !== undefined) put(size, pageSize);
  if (isCounted(paging)) put(offset, isByRecord(paging) ? 0 : firstPage);
  for (const name of listPagingArguments(paging)) if (args[name] !== undefined) first[name] = args[name];
  const start = offset === undefined ? undefined : readNumber(first[offset]);
  if (start === undefined) return { args: first, before: 0 };
  const before = isByRecord(paging) ? start : (start - firstPage) * (getSize(paging, first) ?? 0);
  return { args: first, before: Math.max(0, before) };
}

/** By offset or page number from the first page on. */
function isCounted({ style, offset }: Paging): boolean {
  return offset !== undefined && ['skip-limit', 'offset-limit', 'page-limit', 'page'].includes(style);
}

function isByRecord({ style }: Paging): boolean {
  return style === 'skip-limit' || style === 'offset-limit';
}

function getSize({ size, defaultSize }: Paging, args: Arguments): number | undefined {
  return (size === undefined ? undefined : readNumber(args[size])) ?? defaultSize;
}

interface Step {
  readonly data: unknown;
  readonly items: readonly unknown[];
  readonly total: number | undefined;
  readonly position: Position;
  readonly paging: Paging;
  readonly walk: Walk;
}

function findNext(step: Step): Position | WalkEnd {
  const { items, total, position, paging } = step;
  const before = position.before + items.length;
  const noWayOn = total !== undefined && before < total ? 'short-of-total' : 'end';
  if (items.length === 0) return noWayOn;
  if (total !== undefined && before >= total) return 'end';
  if (total === undefined && isShort(step)) return 'end';
  const args = readCursor(step) ?? countOn(step);
  if (args === undefined) return noWayOn;
  return { args, before, ...(paging.next && total !== undefined && { total }) };
}

/** Fewer than asked for. What was asked for may be more than HighLevel gives, unless its most is documented. */
function isShort({ items, paging, position }: Step): boolean {
  const asked = getSize(paging, position.args);
  if (asked === undefined) return false;
  return items.length < Math.min(asked, paging.maxSize ?? paging.defaultSize ?? asked);
}

function readCursor({ data, items, position, paging, walk }: Step): Arguments | undefined {
  if (paging.next === undefined) return undefined;
  const { adapt = (_, value) => value } = walk;
  const found: [string, unknown][] = [];
  for (const [argument, path] of Object.entries(paging.next)) {
    const last = path.startsWith('$last.') ? path.slice('$last.'.length) : undefined;
    const value = last === undefined ? readPath(data, path) : readPath(items.at(-1), last);
    if (value === undefined || value === null || value === '') continue;
    const fitting = adapt(argument, value);
    if (fitting !== undefined) found.push([argument, fitting]);
  }
  if (found.length === 0) return undefined;
  const { size } = paging;
  const kept = size === undefined || position.args[size] === undefined ? {} : { [size]: position.args[size] };
  return { ...kept, ...Object.fromEntries(found) };
}

function countOn({ items, position, paging, walk }: Step): Arguments | undefined {
  const { offset, firstPage = 1, style } = paging;
  // Once on cursors there is no page number to go on from.
  const isOnCursor = Object.keys(paging.next ?? {}).some((name) => position.args[name] !== undefined);
  if (offset === undefined || isOnCursor || !(isCounted(paging) || style === 'search-after')) return undefined;
  const current = readNumber(position.args[offset]) ?? (isByRecord(paging) ? 0 : firstPage);
  const value = current + (isByRecord(paging) ? items.length : 1);
  return { ...position.args, [offset]: walk.adapt?.(offset, value) ?? value };
}

function readTotal(data: unknown, count: number, position: Position, { paging, args }: Walk): number | undefined {
  if (position.total !== undefined) return position.total;
  // Who starts at a cursor of their own does not know how many records come before it.
  if (Object.keys(paging?.next ?? {}).some((name) => args[name] !== undefined)) return undefined;
  const total = paging?.total === undefined ? undefined : readNumber(readPath(data, paging.total));
  return total === undefined || total < count ? undefined : total;
}

function extractItems(data: unknown, paging: Paging, isLater: boolean): readonly unknown[] {
  const found = paging.items === undefined ? undefined : readPath(data, paging.items);
  if (Array.isArray(found)) return found;
  if (paging.items !== undefined && (found === null || isLater)) return [];
  if (Array.isArray(data)) return data;
  const lists = listArrays(data);
  const inner = lists.length > 0 || paging.items === undefined ? [] : Object.values(data ?? {}).flatMap(listArrays);
  const [only, another] = [...lists, ...inner];
  if (only !== undefined && another === undefined) return only;
  throw new CallRefusal('invalid_arguments', 'The operation does not answer with a list of records.', {
    advice: 'Call it through call_read, or query one that lists; find_operations finds it.',
  });
}

function listArrays(value: unknown): unknown[][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.values(value).filter((item) => Array.isArray(item));
}

function readPath(value: unknown, path: string): unknown {
  let current = value;
  for (const part of path === '' ? [] : path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[part];
  }
  return current;
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** One by one: a page as one text would be the largest thing in memory. */
function digest(...values: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const value of values) hash.update(`${JSON.stringify(value)}\n`);
  return hash.digest('base64url');
}
