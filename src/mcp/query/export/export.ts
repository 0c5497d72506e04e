/** All rows of a query in a file of the operator's folder. */
import { sanitise, sanitiseText } from '../../results/sanitise.ts';
import { chooseFields, type TableRow } from '../table.ts';
import { createFile } from './file.ts';
import { createFormat } from './format.ts';

export interface ExportTarget {
  readonly folder: string;
  /** Ends in .csv or .ndjson. */
  readonly name: string;
  readonly select: readonly string[] | undefined;
}

export interface Exported {
  readonly rows: number;
  readonly bytes: number;
  /** Fields that turned up when the columns were fixed. */
  readonly leftOut: readonly string[];
}

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
  const format = createFormat(name, select?.map(sanitiseText));
  const file = await createFile(folder, name);
  let rows = 0;
  try {
    await file.write(format.format([]));
    const result = await read(async (records) => {
      if (records.length === 0) return;
      await file.write(format.format(records.map((record) => sanitise(chooseFields(record, select)) as TableRow)));
      rows += records.length;
    });
    const bytes = await file.finish();
    return { result, exported: { rows, bytes, leftOut: format.listLeftOut() } };
  } catch (error) {
    await file.discard();
    throw error;
  }
}
