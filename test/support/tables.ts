/** Tables of `query`, as a reader takes them. */

// biome-ignore lint/suspicious/noExplicitAny: looked into field by field
type Row = Readonly<Record<string, any>>;

interface Table {
  readonly columns?: readonly string[];
  readonly rows: readonly unknown[];
}

/** Each row by the names of its columns, whether the table repeats these in each row or not. */
export function readRows<R = Row>({ columns, rows }: Table): R[] {
  if (columns === undefined) return rows as R[];
  const name = (row: unknown) => columns.map((column, index) => [column, (row as unknown[])[index]]);
  return rows.map((row) => Object.fromEntries(name(row)));
}
