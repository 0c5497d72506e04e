/** CSV as RFC 4180 has it, with line feeds, safe to open in a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import type { TableRow } from '../table.ts';
import type { RowFormat } from './format.ts';

/** What spreadsheets take for the start of a formula: OWASP's list, and its full-width forms. */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/** Names of fields that are kept for the note: nobody reads more. */
const MAX_LEFT_OUT = 20;

/** @param given The columns; else the fields of the first rows are, in the order in which they turn up. */
export function createCsv(given: readonly string[] | undefined): RowFormat {
  let columns = given;
  const leftOut = new Set<string>();
  const formatLines = (lines: readonly (readonly unknown[])[]) =>
    // A line of one empty cell would be an empty line, which readers skip.
    stringify(
      lines.map((cells) => cells.map(formatCell)),
      { quoted_empty: columns?.length === 1 },
    );

  return {
    format(rows) {
      if (given !== undefined) return rows.length === 0 ? formatLines([given]) : formatLines(pick(rows, given));
      if (rows.length === 0) return '';
      if (columns === undefined) {
        columns = [...new Set(rows.flatMap(Object.keys))];
        return formatLines([columns, ...pick(rows, columns)]);
      }
      noteLeftOut(leftOut, rows, columns);
      return formatLines(pick(rows, columns));
    },
    listLeftOut: () => [...leftOut],
  };
}

function pick(rows: readonly TableRow[], columns: readonly string[]): unknown[][] {
  return rows.map((row) => columns.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined)));
}

function noteLeftOut(leftOut: Set<string>, rows: readonly TableRow[], columns: readonly string[]): void {
  const known = new Set(columns);
  for (const name of rows.flatMap(Object.keys)) {
    if (leftOut.size >= MAX_LEFT_OUT) return;
    if (!known.has(name)) leftOut.add(name);
  }
}

/** Text that a spreadsheet would run gets an apostrophe in front. Numbers are left alone, in texts (+14155550100) too. */
function formatCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}
