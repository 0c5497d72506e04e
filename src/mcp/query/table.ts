/** The rows that are shown, of however many records. */
import { CallRefusal } from '../pipeline/refusal.ts';
import { dropEmpty } from '../results/compact.ts';
import { getValue, orderValues } from './values.ts';

export type TableRow = Readonly<Record<string, unknown>>;

/** Takes records one by one and keeps no more of them than it shows. */
export interface Table {
  /** The fields it looks at. */
  readonly paths: readonly string[];
  /** How much it keeps. */
  size(): number;
  add(record: unknown): void;
  /** `of` is how many rows there are with those not shown; `currencies` those of all amounts that were added up. */
  finish(): { readonly rows: readonly TableRow[]; readonly of: number; readonly currencies?: readonly string[] };
}

interface Kept {
  readonly key: unknown;
  readonly row: TableRow;
}

interface TableOptions {
  readonly select: readonly string[] | undefined;
  readonly sort: string | undefined;
  readonly limit: number;
}

/** The first records, or the first in the order of `sort`. */
export function createTable({ select, sort, limit }: TableOptions): Table {
  const isDescending = sort?.startsWith('-') ?? false;
  const sortPath = isDescending ? sort?.slice(1) : sort;
  let kept: Kept[] = [];
  let of = 0;

  const cut = () => {
    // The sort is stable: of equal records those read first stay first.
    if (sortPath !== undefined) kept.sort((a, b) => orderValues(a.key, b.key, isDescending));
    kept = kept.slice(0, limit);
  };

  return {
    paths: [...(select ?? []), ...(sortPath === undefined ? [] : [sortPath])],
    size: () => kept.length,
    add(record) {
      of += 1;
      if (sortPath === undefined && kept.length >= limit) return;
      const key = sortPath === undefined ? undefined : getValue(record, sortPath);
      kept.push({ key, row: dropEmpty(chooseFields(record, select), 1) as TableRow });
      if (kept.length >= limit * 2) cut();
    },
    finish() {
      cut();
      return { rows: kept.map(({ row }) => row), of };
    },
  };
}

/** A record as a row: what stands at the paths, or all of it. */
export function chooseFields(record: unknown, select: readonly string[] | undefined): TableRow {
  const chosen =
    select === undefined ? record : Object.fromEntries(select.map((path) => [path, getValue(record, path)]));
  const isRow = typeof chosen === 'object' && chosen !== null && !Array.isArray(chosen);
  return isRow ? (chosen as TableRow) : { value: chosen };
}

/** Rows that all have the same columns, without repeating the names of these. */
export function layOut(columns: readonly string[], rows: readonly TableRow[]) {
  return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
}

/** @throws CallRefusal always */
export function throwUnsortable(name: string, names: readonly string[]): never {
  throw new CallRefusal('invalid_arguments', 'query was called with arguments it cannot take.', {
    advice: `Groups are sorted by one of ${names.slice(0, 20).join(', ')}.`,
    problems: [`sort: ${name.slice(0, 100)} is not in the table`],
  });
}
