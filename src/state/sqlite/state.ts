/** The embedded store: `node:sqlite`, in a file for all processes of a machine, or in the memory of one. */
import { createMachineClock, type StateClock } from '../clock.ts';
import type { State } from '../state.ts';
import { createSqliteFile, MEMORY } from './file.ts';
import { createSqliteRecords } from './records.ts';
import { createSqliteWindows } from './windows.ts';

export interface SqliteStateOptions {
  /** Left out: in memory. */
  readonly path?: string | undefined;
  /** Default 512 MiB. */
  readonly maxBytes?: number | undefined;
  readonly clock?: StateClock | undefined;
}

const MAX_BYTES = 512 * 1024 * 1024;

/** Opens nothing yet: what is wrong with the file is reported by whoever needs it first. */
export function createSqliteState(options: SqliteStateOptions = {}): State {
  const { path = MEMORY, maxBytes = MAX_BYTES, clock = createMachineClock() } = options;
  const file = createSqliteFile({ path, maxBytes });
  return {
    description: path === MEMORY ? 'memory' : path,
    isDurable: path !== MEMORY,
    records: createSqliteRecords(file, clock),
    windows: createSqliteWindows(file, clock),
    async close() {
      file.close();
    },
  };
}
