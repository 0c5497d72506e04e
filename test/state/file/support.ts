/** What the tests on the file share. */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { StateError } from '../../../src/state/error.ts';
import { createSqliteState, type SqliteStateOptions } from '../../../src/state/sqlite/state.ts';
import type { Records, State } from '../../../src/state/state.ts';
import type { WorkerJob } from './worker.ts';

export const isNew = { expected: 'absent', keepMs: 3_600_000 } as const;

/** Removed when the test ends. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'highlevel-mcp-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Closed when the test ends. */
export function openStore(path: string, options: Omit<SqliteStateOptions, 'path'> = {}): State {
  const state = createSqliteState({ path, ...options });
  onTestFinished(() => state.close());
  return state;
}

export async function catchStateError(call: Promise<unknown>): Promise<StateError> {
  const error = await call.then(
    (value: unknown) => `no error but ${value}`,
    (cause: unknown) => cause,
  );
  return error instanceof StateError ? error : expect.fail(`no StateError: ${error}`);
}

/** Writes records until one fails, and gives the trouble. */
export async function fill(
  records: Records,
  { keepMs, bytes }: { keepMs: number; bytes: number },
): Promise<StateError> {
  for (let count = 0; count < 5_000; count += 1) {
    try {
      await records.put(randomUUID(), 'x'.repeat(bytes), { expected: 'absent', keepMs });
    } catch (error) {
      return error instanceof StateError ? error : expect.fail(`no StateError: ${error}`);
    }
  }
  return expect.fail('there was room for everything');
}

/** A process of its own, ready to begin. Killed when the test ends. */
export async function startWorker(): Promise<Worker> {
  const child = fork(new URL('worker.ts', import.meta.url), { serialization: 'advanced' });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return {
    child,
    async run(job) {
      child.send(job);
      const [{ answer, trouble }] = await once(child, 'message');
      return trouble === undefined ? answer : expect.fail(trouble);
    },
  };
}

export interface Worker {
  readonly child: ChildProcess;
  run(job: WorkerJob): Promise<unknown>;
}

export interface SmallDisk {
  readonly folder: string;
  /** Nothing on it may be open. */
  remount(mode: 'ro' | 'rw'): void;
}

/** Whether this process may mount. Says so once where it may not, so that nobody takes skipped for passed. */
export const mayMount = tryToMount();
if (!mayMount) console.log('Mounting is not permitted: the tests on full and read-only disks are skipped.');

/** A disk of one mebibyte, unmounted when the test ends. */
export function mountSmallDisk(): SmallDisk {
  const folder = createFolder();
  mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder);
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
  return { folder, remount: (mode) => mount('-o', `remount,${mode}`, folder) };
}

function mount(...options: string[]): void {
  const { status, stderr } = spawnSync('mount', options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount: ${stderr}`);
}

function tryToMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'highlevel-mcp-mount-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status === 0;
  if (isMounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return isMounted;
}

/** To the last byte. */
export function fillDisk(path: string): void {
  for (let bytes = 1_048_576; bytes >= 1; bytes = Math.floor(bytes / 2)) {
    try {
      for (;;) writeFileSync(path, 'x'.repeat(bytes), { flag: 'a' });
    } catch {
      // A smaller piece may fit.
    }
  }
}
