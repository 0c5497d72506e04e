/** All rows of a query in a file of the operator's folder. */
import { sanitise, sanitiseText } from '../../results/sanitise.ts';
import { chooseFields, type TableRow } from '../table.ts';
import { createFile } from './file.ts';
import { createFormat, type RowFormat } from './format.ts';

export interface ExportTarget {
  readonly folder: string;
  /** Ends in .csv or .ndjson. */
  readonly name: string;
  /** The columns; else the fields of the first page are, in the order in which they turn up. */
  readonly select: readonly string[] | undefined;
}

export interface Exported {
  readonly rows: number;
  readonly bytes: number;
  /** Fields that turned up after the first page. */
  readonly leftOut: readonly string[];
}

/** Rows that are copied at a time: so few that copies are gone before the collector would take them for lasting. */
const SLICE = 50;

/**
 * Runs `read`, and writes what it hands over; one page is in memory at a time. The file gets its name when `read` is
 * done; when it throws, there is no file.
 *
 * @throws CallRefusal when the name is taken, before anything is read.
 * @throws ExportFailure when the disk fails.
 */
export async function exportRows<T>(
  { folder, name, select }: ExportTarget,
  read: (write: (records: readonly unknown[]) => Promise<void>) => Promise<T>,
): Promise<{ readonly result: T; readonly exported: Exported }> {
  const file = await createFile(folder, name);
  let format: RowFormat | undefined;
  let rows = 0;

  async function begin(firstPage: readonly unknown[]): Promise<RowFormat> {
    const fields = select ?? new Set(firstPage.flatMap((record) => Object.keys(chooseFields(record, undefined))));
    format = createFormat(name, [...fields].map(sanitiseText));
    await file.write(format.head);
    return format;
  }

  async function write(records: readonly unknown[]): Promise<void> {
    if (records.length === 0) return;
    const { format: formatRows } = format ?? (await begin(records));
    for (let start = 0; start < records.length; start += SLICE) {
      const slice = records.slice(start, start + SLICE);
      await file.write(formatRows(slice.map((record) => sanitise(chooseFields(record, select)) as TableRow)));
      rows += slice.length;
    }
  }

  try {
    const result = await read(write);
    const { listLeftOut } = format ?? (await begin([]));
    const bytes = await file.finish();
    return { result, exported: { rows, bytes, leftOut: listLeftOut() } };
  } catch (error) {
    await file.discard();
    throw error;
  }
}
