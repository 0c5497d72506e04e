/** Rows of a batch out of the records of a list. Nothing is kept between calls: the list is read anew in each. */
import { z } from 'zod';
import type { CallDependencies } from '../pipeline/call.ts';
import type { Arguments } from '../pipeline/context.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { condition } from '../query/filter.ts';
import { DEFAULT_MAX_RECORDS, findDayZone, openList, readList } from '../query/read.ts';
import type { Table } from '../query/table.ts';
import { getValue } from '../query/values.ts';
import type { Session } from '../session.ts';

/** As `query` takes it, and which field of a record becomes which argument of its call. */
export const listSource = z.strictObject({
  operation: z.string(),
  arguments: z.record(z.string(), z.unknown()).optional(),
  where: z.array(condition).optional(),
  map: z.record(z.string(), z.string().min(1)).describe('argument: field of the record'),
});

export type ListSource = z.infer<typeof listSource>;

export interface CollectedRows {
  readonly rows: readonly Arguments[];
  /** What was mended in the arguments of the list. */
  readonly repairs: readonly string[];
}

/**
 * A row for each record that is wanted, in the order of the list.
 *
 * @param most How many rows there may be.
 * @throws CallRefusal where there are none, or more than may be, or the list could not be read to its end: half of what
 * was meant is not what was meant.
 */
export async function collectRows(
  { operation, arguments: args = {}, where = [], map }: ListSource,
  { most, timeMs, session }: { readonly most: number; readonly timeMs: number; readonly session: Session },
  dependencies: CallDependencies,
): Promise<CollectedRows> {
  const list = await openList(operation, args, dependencies);
  const rows: Arguments[] = [];
  const table: Table = {
    paths: Object.values(map),
    size: () => rows.length,
    add(record) {
      if (rows.length <= most) rows.push(pickArguments(record, map));
    },
    finish: () => ({ rows: [], of: rows.length }),
  };
  const { reached } = await readList(
    {
      list,
      where,
      maxRecords: DEFAULT_MAX_RECORDS,
      timeZone: await findDayZone(list, { where }, dependencies),
      table,
      session: { ...session, reportProgress() {} },
      timeUp: AbortSignal.timeout(timeMs),
    },
    dependencies,
  );
  const { matched, rest, unseen } = reached;
  if (matched > most) throw refuse(`${matched} records match, and a batch takes ${most}.`, 'Narrow where.');
  if (rest !== undefined) {
    throw refuse(`The list could not be read to its end (${rest.why}).`, 'Narrow arguments or where, or try again.');
  }
  if (matched === 0) {
    const hint = unseen.length === 0 ? '' : ` No record has a value in: ${unseen.slice(0, 10).join(', ')}.`;
    throw refuse(`No record of the list matches.${hint}`, 'Look at the records with query first.');
  }
  return { rows, repairs: list.repairs };
}

function pickArguments(record: unknown, map: ListSource['map']): Arguments {
  const picked = Object.entries(map).map(([argument, path]) => [argument, getValue(record, path)] as const);
  return Object.fromEntries(picked.filter(([, value]) => value !== undefined));
}

function refuse(message: string, advice: string): CallRefusal {
  return new CallRefusal('invalid_arguments', `${message} Nothing was sent.`, { advice });
}
