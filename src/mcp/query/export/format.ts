/** Rows as the text of a file. */
import type { TableRow } from '../table.ts';
import { createCsv } from './csv.ts';

export interface RowFormat {
  /** What the file begins with. */
  readonly head: string;
  format(rows: readonly TableRow[]): string;
  /** Fields of the rows that have no place in the file. */
  listLeftOut(): readonly string[];
}

export function createFormat(name: string, columns: readonly string[]): RowFormat {
  return name.endsWith('.csv') ? createCsv(columns) : ndjson;
}

const ndjson: RowFormat = {
  head: '',
  format: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  listLeftOut: () => [],
};
