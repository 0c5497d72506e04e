/** The tables of the embedded store, version by version. A version that was released is never edited. */
import type { DatabaseSync } from 'node:sqlite';
import { StateError } from '../error.ts';

const migrations: readonly string[] = [
  `CREATE TABLE records (
     key TEXT PRIMARY KEY, value TEXT NOT NULL, version TEXT NOT NULL,
     boot TEXT NOT NULL, monotonic_ms REAL NOT NULL, wall_ms REAL NOT NULL, expires_ms REAL NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX records_by_expiry ON records (expires_ms);
   CREATE TABLE buckets (
     bucket TEXT PRIMARY KEY, boot TEXT NOT NULL,
     call_limit INTEGER, interval_ms REAL, daily_limit INTEGER,
     daily_used INTEGER NOT NULL, daily_resets_ms REAL NOT NULL, paused_until_ms REAL NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE departures (
     permit INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, at_ms REAL NOT NULL
   ) STRICT;
   CREATE INDEX departures_by_time ON departures (bucket, at_ms);`,
];

/**
 * Brings the tables to this version of the server. Safe when several processes start at once.
 *
 * @throws StateError `newer` for a file that a later version has changed.
 */
export function migrate(database: DatabaseSync, path: string): void {
  if (readVersion(database) === migrations.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = readVersion(database);
    if (version > migrations.length) {
      throw new StateError(
        'newer',
        `The state in ${path} was written by a later version of this server.`,
        'The operator updates this server, or sets HIGHLEVEL_STATE to another folder.',
      );
    }
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (cause) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw cause;
  }
}

function readVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}
