/** Rows as the text of a file. */
import type { TableRow } from '../table.ts';
import { createCsv } from './csv.ts';

export interface RowFormat {
  /** The text of more rows; of none, what the file begins with. */
  format(rows: readonly TableRow[]): string;
  /** Fields that have no place in the file. */
  listLeftOut(): readonly string[];
}

/** @param columns Where they are known beforehand. */
export function createFormat(name: string, columns: readonly string[] | undefined): RowFormat {
  return name.endsWith('.csv') ? createCsv(columns) : ndjson;
}

const ndjson: RowFormat = {
  format: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  listLeftOut: () => [],
};
