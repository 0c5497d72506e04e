/** The sandbox's file: records and counters in SQLite, written once per request, before its answer leaves. */
import { DatabaseSync } from 'node:sqlite';

export interface StoredRow {
  readonly collection: string;
  readonly id: string;
  readonly sequence: number;
  /** The record as JSON; absent: deleted. */
  readonly json?: string;
}

/** What goes on counting after the file is opened again. */
export interface Counters {
  readonly seed: number;
  readonly randomState: number;
  readonly sequence: number;
}

export interface WorldFile {
  /** Undefined for a new file. */
  readonly counters: Counters | undefined;
  rows(): Required<StoredRow>[];
  /** All or nothing; on disk when it returns, so a killed process loses no request that was answered. */
  save(rows: readonly StoredRow[], counters: Counters): void;
  close(): void;
}

/** Opens or creates the file, for this process alone. Throws when another sandbox holds it. */
export function openWorldFile(path: string): WorldFile {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    database.exec(`
      CREATE TABLE IF NOT EXISTS records (
        collection TEXT NOT NULL, id TEXT NOT NULL, sequence INTEGER NOT NULL, json TEXT NOT NULL,
        PRIMARY KEY (collection, id)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS counters (
        only INTEGER PRIMARY KEY CHECK (only = 1), seed INTEGER, random_state INTEGER, sequence INTEGER
      )`);
  } catch (cause) {
    database.close();
    throw new Error(`The sandbox file ${path} is in use by another sandbox, or is not a sandbox file.`, { cause });
  }
  const put = database.prepare('INSERT OR REPLACE INTO records (collection, id, sequence, json) VALUES (?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM records WHERE collection = ? AND id = ?');
  const count = database.prepare(
    'INSERT OR REPLACE INTO counters (only, seed, random_state, sequence) VALUES (1, ?, ?, ?)',
  );
  const found = database.prepare('SELECT seed, random_state AS randomState, sequence FROM counters').get();
  return {
    counters: found as Counters | undefined,
    rows: () =>
      database
        .prepare('SELECT collection, id, sequence, json FROM records ORDER BY sequence')
        .all() as unknown as Required<StoredRow>[],
    save(rows, { seed, randomState, sequence }) {
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const row of rows) {
          if (row.json === undefined) remove.run(row.collection, row.id);
          else put.run(row.collection, row.id, row.sequence, row.json);
        }
        count.run(seed, randomState, sequence);
        database.exec('COMMIT');
      } catch (cause) {
        database.exec('ROLLBACK');
        throw cause;
      }
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}
