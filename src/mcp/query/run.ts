/** Reads page after page into a table, until the end or a bound is reached. */
import { CancelledError, HighLevelError } from '../../highlevel/errors/index.ts';
import type { Session } from '../session.ts';
import { createDistinct } from './distinct.ts';
import { type Page, type Position, type WalkEnd, walkPages } from './pages.ts';
import type { Table } from './table.ts';
import { getValue, isNothing } from './values.ts';

/** More groups than anybody can use; whoever asks for them meant another field. */
const MAX_GROUPS = 20_000;

export interface Reading {
  readonly walk: Parameters<typeof walkPages>[0];
  readonly table: Table;
  /** Takes the wanted records of each page, before the next page is asked for. */
  write?: ((records: readonly unknown[]) => Promise<void>) | undefined;
  isWanted(record: unknown): boolean;
  /** The fields of the conditions. */
  readonly filterPaths: readonly string[];
  readonly maxRecords: number;
  readonly session: Session;
  /** Aborted when time is up; what was read until then is answered. */
  readonly timeUp: AbortSignal;
}

export interface Reached {
  readonly matched: number;
  /** Each record once. */
  readonly scanned: number;
  /** Records that came a second time, and were left out. */
  readonly repeated: number;
  readonly pages: number;
  /** Records before the first that was read. */
  readonly start: number;
  readonly total: number | undefined;
  /** What HighLevel counted at first, where that was another number. */
  readonly totalBefore: number | undefined;
  /** Where to go on, and why it stopped there. */
  readonly rest?: { readonly position: Position | undefined; readonly why: string } | undefined;
  readonly end?: WalkEnd | undefined;
  /** Fields that no record had. */
  readonly unseen: readonly string[];
}

/**
 * Memory holds one page, the table and the ids of the records, however long the list is.
 *
 * @throws CancelledError when the client called off.
 * @throws HighLevelError when not even the first page could be read.
 */
export async function readInto(reading: Reading): Promise<Reached> {
  const { walk, table, isWanted, maxRecords, session, timeUp } = reading;
  const from = walk.from;
  const unseen = { all: new Set(reading.filterPaths), matched: new Set(table.paths) };
  const leaveOutRepeated = createDistinct();
  let [matched, scanned, repeated, pages] = [0, 0, 0, 0];
  let start = (from?.before ?? 0) + (from?.skip ?? 0);
  let [firstTotal, total]: (number | undefined)[] = [];
  let next: Position | undefined = from;

  const reach = (result: Pick<Reached, 'rest' | 'end'>): Reached => {
    const missing = scanned === 0 ? [] : [...unseen.all, ...(matched === 0 ? [] : unseen.matched)];
    const totalBefore = total === undefined || firstTotal === total ? undefined : firstTotal;
    const counts = { matched, scanned, repeated, pages, start, total, totalBefore };
    return { ...counts, unseen: [...new Set(missing)], ...result };
  };

  const walker = walkPages(walk);
  for (;;) {
    const step = await readPage(walker, pages, reading);
    if (typeof step === 'string') return reach({ rest: { position: next, why: step } });
    const { position, items, next: following } = step;
    if (pages === 0) start = position.before + (position.skip ?? 0);
    pages += 1;
    total = step.total;
    firstTotal ??= total;
    const skip = position.skip ?? 0;
    const taken = items.slice(skip, skip + maxRecords - scanned - repeated);
    const fresh = leaveOutRepeated(taken);
    for (const record of fresh) noteSeen(unseen.all, record);
    const wanted = fresh.filter(isWanted);
    for (const record of wanted) {
      noteSeen(unseen.matched, record);
      table.add(record);
    }
    matched += wanted.length;
    scanned += fresh.length;
    repeated += taken.length - fresh.length;
    const done = scanned + repeated;
    const left = total === undefined ? undefined : Math.max(done, Math.min(total - start, maxRecords));
    if (!session.signal.aborted) await reading.write?.(wanted);
    session.reportProgress({ done, total: left });
    if (session.signal.aborted) throw new CancelledError('unknown', false);
    if (skip + taken.length < items.length) {
      return reach({ rest: { position: { ...position, skip: skip + taken.length }, why: 'maxRecords was reached' } });
    }
    if (typeof following === 'string') return reach({ end: following });
    next = following;
    if (done >= maxRecords) return reach({ rest: { position: next, why: 'maxRecords was reached' } });
    if (table.size() > MAX_GROUPS) return reach({ rest: { position: next, why: 'there are too many groups' } });
    if (timeUp.aborted) return reach({ rest: { position: next, why: 'time was up' } });
  }
}

/** A page, or why there is none for now: what was read is not thrown away because a later page failed. */
async function readPage(
  walker: AsyncGenerator<Page, void>,
  pagesRead: number,
  { session, timeUp }: Reading,
): Promise<Page | string> {
  try {
    const { value } = await walker.next();
    if (value === undefined) throw new Error('a walk ends with its last page');
    return value;
  } catch (error) {
    if (session.signal.aborted || !(error instanceof HighLevelError)) throw error;
    if (timeUp.aborted && error instanceof CancelledError) return 'time was up';
    if (pagesRead === 0) throw error;
    return `the next page failed (${error.kind})`;
  }
}

function noteSeen(unseen: Set<string>, record: unknown): void {
  for (const path of unseen) if (!isNothing(getValue(record, path))) unseen.delete(path);
}
