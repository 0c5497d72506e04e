/** All records of a list operation, read through the stages of a call, into whatever takes them. */
import { z } from 'zod';
import type { LoadedOperation, OperationRow } from '../../catalogue/catalogue.ts';
import { getTimeZone } from '../lookup/time-zone.ts';
import { type CallDependencies, runCall } from '../pipeline/call.ts';
import { type Arguments, placeName } from '../pipeline/context.ts';
import { findOperation } from '../pipeline/find.ts';
import { locateCall } from '../pipeline/locate.ts';
import { refuseOperation } from '../pipeline/permit.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import { type Condition, createFilter } from './filter.ts';
import { isByDate } from './group.ts';
import type { Position } from './pages.ts';
import { type Reached, readInto } from './run.ts';
import type { Table } from './table.ts';
import { isDay } from './values.ts';

export const DEFAULT_MAX_RECORDS = 20_000;

/** An operation that only reads, so that it may be asked page after page. */
export interface ListOperation {
  readonly row: OperationRow;
  readonly entry: LoadedOperation;
  /** Of every page: its location is said by id, so that no page is of another one. */
  readonly args: Arguments;
  /** Where the list will be read, as far as that is known before it is. */
  readonly locationId: string | undefined;
  readonly repairs: readonly string[];
}

/**
 * @throws CallRefusal for a name that no operation has, for an operation that changes something or is not permitted, and
 * where its location is not clear.
 */
export async function openList(name: string, given: Arguments, dependencies: CallDependencies): Promise<ListOperation> {
  const { catalogue, pins } = dependencies;
  const row = findOperation(name, catalogue);
  if (row.risk !== 'read') {
    throw new CallRefusal('not_permitted', `${row.name} is of class ${row.risk}; only lists are read page by page.`, {
      advice: 'Name an operation that lists; find_operations finds it.',
    });
  }
  const barred = refuseOperation(row, dependencies);
  if (barred !== undefined) throw barred;
  const entry = await catalogue.loadOperation(row);
  const { args, locationId: own, repairs } = await locateCall({ row, entry }, given, dependencies);
  const place = Object.entries(row.context ?? {}).find(([, role]) => role === 'location')?.[0];
  const said = own ?? (place === undefined ? undefined : args[place]);
  return {
    row,
    entry,
    args: own === undefined ? args : { ...args, [placeName]: own },
    locationId: pins.locationId ?? (typeof said === 'string' ? said : undefined),
    repairs,
  };
}

export interface Wanted {
  readonly list: ListOperation;
  readonly where: readonly Condition[];
  readonly maxRecords: number;
  /** Whose days are meant. Default: UTC. */
  readonly timeZone?: string | undefined;
  /** Default: the first page. */
  readonly from?: Position | undefined;
  readonly table: Table;
  /** Takes the wanted records of each page. */
  readonly write?: ((records: readonly unknown[]) => Promise<void>) | undefined;
  readonly session: Session;
  /** Aborted when time is up; what was read until then is given. */
  readonly timeUp: AbortSignal;
}

export interface ListReading {
  readonly reached: Reached;
  /** Of the first page: which location it was, what was mended. */
  readonly first: Outcome | undefined;
}

/** Gives and throws as `readInto` and `runCall` do. */
export async function readList(wanted: Wanted, dependencies: CallDependencies): Promise<ListReading> {
  const { list, where, maxRecords, from, table, write, session, timeUp, timeZone } = wanted;
  const { row, entry, args } = list;
  const pageSession = { ...session, signal: AbortSignal.any([session.signal, timeUp]), reportProgress() {} };
  let first: Outcome | undefined;
  async function fetchPage(pageArgs: Arguments): Promise<unknown> {
    const outcome = await runCall({ row, args: pageArgs, session: pageSession, priority: 'background' }, dependencies);
    first ??= outcome;
    return outcome.data;
  }
  const reached = await readInto({
    walk: {
      paging: entry.guide.paging,
      args,
      from,
      fetchPage,
      adapt: (argument, value) => fitArgument(entry.input, argument, value),
    },
    table,
    write,
    isWanted: createFilter(where, timeZone),
    filterPaths: where.filter(({ op }) => op !== 'exists').map(({ field }) => field),
    maxRecords,
    session,
    timeUp,
  });
  return { reached, first };
}

/** Whose days conditions and groups mean: asked for only where they mean any. Undefined: those of UTC. */
export async function findDayZone(
  { locationId }: ListOperation,
  { where, groupBy = [] }: Pick<Wanted, 'where'> & { readonly groupBy?: readonly string[] },
  dependencies: CallDependencies,
): Promise<string | undefined> {
  const hasDays = where.some(({ value }) => [value].flat().some(isDay)) || groupBy.some(isByDate);
  if (!hasDays) return undefined;
  return await getTimeZone(locationId, dependencies);
}

/** HighLevel wants some numbers as text, and some cursors without the list they came in. */
function fitArgument(schema: z.ZodObject, argument: string, value: unknown): unknown {
  const wanted = schema.shape[argument];
  if (wanted === undefined) return undefined;
  const single = Array.isArray(value) ? value[0] : value;
  const candidates = [value, single, String(single), Number(single)];
  return candidates.find((candidate) => z.safeParse(wanted, candidate).success);
}
