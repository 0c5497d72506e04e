/** What the tests on the audit log share. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Call } from '../../src/audit/entry.ts';
import { type AuditLog, type AuditLogOptions, createAuditLog } from '../../src/audit/log.ts';
import { type Verification, verifyLog } from '../../src/audit/verify.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import type { Records } from '../../src/state/state.ts';
import { createTestClock, type TestClock } from '../state/clock.ts';
import { createFolder } from '../support/run.ts';

export const DAY_MS = 86_400_000;

/** A store in memory and a folder. */
export interface Place {
  readonly folder: string;
  readonly records: Records;
  /** Another process's log, for all that the log knows. */
  open(options?: Partial<AuditLogOptions>): AuditLog;
  verify(): Promise<Verification>;
  /** Names of the files, oldest first. */
  list(): string[];
  /** Everything in them. */
  read(): string;
}

export function createPlace(clock: TestClock = createTestClock()): Place {
  const root = createFolder('audit');
  const folder = join(root, 'audit');
  const state = createSqliteState({ clock });
  onTestFinished(() => state.close());
  return placeIn(folder, state.records);
}

export function placeIn(folder: string, records: Records): Place {
  const list = () => readdirSync(folder).sort();
  return {
    folder,
    records,
    open: (options = {}) =>
      createAuditLog({ folder, records: async () => records, keptDays: 90, version: '1.2.3', ...options }),
    verify: () => verifyLog({ folder, records }),
    list,
    read: () =>
      list()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join(''),
  };
}

let made = 0;

/** A line that can be told from others. */
export function createCall(more: Partial<Call> = {}): Call {
  made += 1;
  return {
    kind: 'call',
    time: '2026-11-29T18:00:00.000Z',
    durationMs: made,
    outcome: 'done',
    sent: 'yes',
    operation: 'contacts_note_create',
    ...more,
  };
}

export const faultsOf = ({ findings }: Verification): string[] =>
  findings.filter(({ severity }) => severity === 'fault').map(({ message }) => message);

export const notesOf = ({ findings }: Verification): string[] =>
  findings.filter(({ severity }) => severity === 'note').map(({ message }) => message);
