/** The embedded store's file: opened when first needed, opened anew when it breaks or vanishes. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { StateError } from '../error.ts';
import { explainSqliteFailure } from './explain.ts';
import { migrate } from './migrations.ts';

/** A connection with its prepared statements. */
export interface Connection {
  /** Prepared once for each text. */
  sql(text: string): StatementSync;
}

export interface SqliteFile {
  /**
   * Runs the work as one transaction, alone among all processes.
   *
   * @param flush Whether the transaction outlives a power cut once this returns; otherwise it outlives the process.
   * @throws StateError, with nothing changed.
   */
  transact<T>(flush: boolean, work: (connection: Connection) => T): T;
  /** Reads without waiting for anybody. */
  read<T>(work: (connection: Connection) => T): T;
  close(): void;
}

export const MEMORY = ':memory:';

/** How long to wait for another process's transaction. They take less than a millisecond. */
const BUSY_TIMEOUT_MS = 5_000;
const SWITCH_PAUSE_MS = 5;
/** A file that somebody deleted is noticed after this long. */
const PRESENCE_CHECK_MS = 1_000;
const PAGE_BYTES = 4_096;
/** Larger files are opened without reading them through first. */
const MAX_CHECKED_BYTES = 32 * 1024 * 1024;

interface Open {
  /** In WAL mode a commit of this one does not wait for the disk, … */
  readonly fast: OpenConnection;
  /** … and one of this does. */
  readonly sure: OpenConnection;
  readonly inode: number;
}

interface OpenConnection extends Connection {
  readonly database: DatabaseSync;
}

function createConnection(database: DatabaseSync): OpenConnection {
  const statements = new Map<string, StatementSync>();
  return {
    database,
    sql(text) {
      let statement = statements.get(text);
      if (statement === undefined) {
        statement = database.prepare(text);
        statements.set(text, statement);
      }
      return statement;
    },
  };
}

export interface SqliteFileOptions {
  /** A file, or `MEMORY`. */
  readonly path: string;
  /** Beyond this the store is full. */
  readonly maxBytes: number;
}

export function createSqliteFile({ path, maxBytes }: SqliteFileOptions): SqliteFile {
  let open: Open | undefined;
  let checkedAt = 0;

  function connect(): Open {
    if (open !== undefined && hasVanished(open)) close();
    open ??= path === MEMORY ? openMemory(maxBytes) : openFile(path, maxBytes);
    return open;
  }

  /** Two files under one name would be two journals, each blind to the other's writes. */
  function hasVanished({ inode }: Open): boolean {
    if (path === MEMORY || performance.now() - checkedAt < PRESENCE_CHECK_MS) return false;
    checkedAt = performance.now();
    return statSync(path, { throwIfNoEntry: false })?.ino !== inode;
  }

  function close(): void {
    const closing = open;
    open = undefined;
    for (const { database } of closing === undefined ? [] : [closing.fast, closing.sure]) {
      if (database.isOpen) database.close();
    }
  }

  /** A connection that failed for good is not used again. */
  function fail(cause: unknown): StateError {
    const error = explainSqliteFailure(cause, path);
    if (error.problem !== 'busy' && error.problem !== 'full') {
      try {
        close();
      } catch {
        // What broke it has been reported.
      }
    }
    return error;
  }

  return {
    transact(flush, work) {
      try {
        const { fast, sure } = connect();
        const connection = flush ? sure : fast;
        const { database } = connection;
        database.exec('BEGIN IMMEDIATE');
        try {
          const result = work(connection);
          database.exec('COMMIT');
          return result;
        } catch (cause) {
          if (database.isTransaction) database.exec('ROLLBACK');
          throw cause;
        }
      } catch (cause) {
        throw fail(cause);
      }
    },
    read(work) {
      try {
        return work(connect().fast);
      } catch (cause) {
        throw fail(cause);
      }
    },
    close,
  };
}

function openMemory(maxBytes: number): Open {
  const connection = createConnection(new DatabaseSync(MEMORY));
  setUp(connection.database, MEMORY, maxBytes);
  return { fast: connection, sure: connection, inode: 0 };
}

function openFile(path: string, maxBytes: number): Open {
  secure(path);
  const databases: DatabaseSync[] = [];
  try {
    const { ino, size } = statSync(path);
    for (const synchronous of ['NORMAL', 'FULL']) {
      const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
      databases.push(database);
      // Before the first table, since it cannot be changed afterwards; and then only, since it writes.
      if (size === 0) database.exec('PRAGMA auto_vacuum = INCREMENTAL');
      setUp(database, path, maxBytes);
      database.exec(`PRAGMA synchronous = ${synchronous}; PRAGMA fullfsync = ON`);
    }
    const [fast, sure] = databases.map(createConnection) as [OpenConnection, OpenConnection];
    if (size <= MAX_CHECKED_BYTES) assertSound(fast);
    return { fast, sure, inode: ino };
  } catch (cause) {
    for (const database of databases) database.close();
    throw cause;
  }
}

function setUp(database: DatabaseSync, path: string, maxBytes: number): void {
  if (path !== MEMORY) {
    if (switchToWal(database, path) !== 'wal')
      throw new StateError(
        'unreachable',
        `The state in ${path} is on a disk without locks.`,
        'The operator sets HIGHLEVEL_STATE to a folder on a local disk.',
      );
  }
  database.exec(`PRAGMA max_page_count = ${Math.ceil(maxBytes / PAGE_BYTES)}`);
  migrate(database, path);
}

/** Processes that do this at the same time to a new file get in each other's way, and then SQLite does not wait. */
function switchToWal(database: DatabaseSync, path: string): unknown {
  const deadline = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      return database.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
    } catch (cause) {
      if (explainSqliteFailure(cause, path).problem !== 'busy' || performance.now() > deadline) throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SWITCH_PAUSE_MS);
    }
  }
}

/**
 * For its owner's eyes only: outcomes name people. SQLite gives its other files the mode of the first, when it makes
 * them. A folder that was there already is somebody else's affair.
 */
function secure(path: string): void {
  makeFolder(dirname(path));
  closeSync(openSync(path, 'a', 0o600));
  for (const name of [path, `${path}-wal`, `${path}-shm`]) {
    const mode = statSync(name, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) !== 0) chmodSync(name, 0o600);
  }
}

/** `recursive` would say ENOENT for whatever the system says, a full disk or a read-only one. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (cause) {
    // Another process was faster.
    if (!existsSync(path)) throw cause;
  }
}

function assertSound(connection: Connection): void {
  const [first] = connection.sql('PRAGMA quick_check(1)').all();
  if (first?.quick_check === 'ok') return;
  throw Object.assign(new Error('quick_check failed'), { errcode: 11 });
}
