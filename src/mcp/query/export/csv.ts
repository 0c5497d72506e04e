/** CSV as RFC 4180 has it, with line feeds, safe to open in a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import type { RowFormat } from './format.ts';

/** What spreadsheets take for the start of a formula: OWASP's list, and its full-width forms. */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/** Names of fields that are kept for the note: nobody reads more. */
const MAX_LEFT_OUT = 20;

export function createCsv(columns: readonly string[]): RowFormat {
  const known = new Set(columns);
  const leftOut = new Set<string>();
  const formatLines = (lines: readonly (readonly unknown[])[]) =>
    // A line of one empty cell would be an empty line, which readers skip.
    stringify(
      lines.map((cells) => cells.map(formatCell)),
      { quoted_empty: columns.length === 1 },
    );

  return {
    head: columns.length === 0 ? '' : formatLines([columns]),
    format(rows) {
      for (const name of rows.flatMap(Object.keys))
        if (!known.has(name) && leftOut.size < MAX_LEFT_OUT) leftOut.add(name);
      return formatLines(rows.map((row) => columns.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined))));
    },
    listLeftOut: () => [...leftOut],
  };
}

/** Text that a spreadsheet would run gets an apostrophe in front. Numbers are left alone, in texts (+14155550100) too. */
function formatCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}
