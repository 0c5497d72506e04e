/** Keeps the embedded store small. */
import { DAY_MS, DEPARTURE_KEPT_MS } from '../bounds.ts';
import type { StateClock } from '../clock.ts';
import type { Connection } from './file.ts';

/** A sweep is part of somebody's call, so it does a bounded part of the work. */
const MAX_REMOVED = 1_000;

/** Removes what has expired, some of it at a time. Called inside a transaction. */
export function sweep({ sql }: Connection, clock: StateClock): void {
  const now = clock.wallMs();
  // The wall clock may have been set forward; of what this boot has written, the other one knows better.
  sql(
    `DELETE FROM records WHERE key IN (
       SELECT key FROM records
       WHERE expires_ms < ? AND NOT (boot = ? AND ? - monotonic_ms BETWEEN 0 AND expires_ms - wall_ms)
       ORDER BY expires_ms LIMIT ?
     )`,
  ).run(now, clock.boot, clock.monotonicMs(), MAX_REMOVED);
  sql('DELETE FROM buckets WHERE daily_resets_ms < ?').run(now - DAY_MS);
  sql('DELETE FROM departures WHERE at_ms < ?').run(clock.monotonicMs() - DEPARTURE_KEPT_MS);
  sql('PRAGMA incremental_vacuum(200)').all();
}
