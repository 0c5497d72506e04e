/** Records in the embedded store. */
import { randomUUID } from 'node:crypto';
import type { StateClock } from '../clock.ts';
import { StateError } from '../error.ts';
import type { PutOptions, Records } from '../state.ts';
import type { SqliteFile } from './file.ts';
import { sweep } from './sweep.ts';

/** Expired records go when others come: so often that the store stays small, so seldom that it costs nothing. */
const WRITES_PER_SWEEP = 200;

export function createSqliteRecords(file: SqliteFile, clock: StateClock): Records {
  let writes = 0;

  function getAge(row: Record<string, unknown>): number {
    const sinceBoot = clock.monotonicMs() - Number(row.monotonic_ms);
    if (row.boot === clock.boot && sinceBoot >= 0) return sinceBoot;
    // Written before the machine started: only the wall clock knows, and it may have been set back.
    return Math.max(0, clock.wallMs() - Number(row.wall_ms));
  }

  function write(key: string, value: string, options: PutOptions, isSweeping: boolean): string | undefined {
    const { expected, keepMs, flush = true } = options;
    const version = randomUUID();
    return file.transact(flush, ({ sql }) => {
      if (isSweeping) sweep({ sql }, clock);
      const found = sql('SELECT version FROM records WHERE key = ?').get(key)?.version;
      if ((found ?? 'absent') !== expected) return undefined;
      sql('INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?, ?)').run(
        key,
        value,
        version,
        clock.boot,
        clock.monotonicMs(),
        clock.wallMs(),
        clock.wallMs() + keepMs,
      );
      return version;
    });
  }

  return {
    async get(key) {
      const row = file.read(({ sql }) => sql('SELECT * FROM records WHERE key = ?').get(key));
      return row && { value: String(row.value), version: String(row.version), ageMs: getAge(row) };
    },
    async put(key, value, options) {
      writes += 1;
      try {
        return write(key, value, options, writes % WRITES_PER_SWEEP === 1);
      } catch (cause) {
        if (!(cause instanceof StateError && cause.problem === 'full')) throw cause;
        return write(key, value, options, true);
      }
    },
    async remove(key, version) {
      return file.transact(false, ({ sql }) => {
        return sql('DELETE FROM records WHERE key = ? AND version = ?').run(key, version).changes === 1;
      });
    },
  };
}
