/** What the tests on the file share. */
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import { StateError } from '../../../src/state/error.ts';
import { createSqliteState, type SqliteStateOptions } from '../../../src/state/sqlite/state.ts';
import type { Records, State } from '../../../src/state/state.ts';
import { forkNode } from '../../support/processes.ts';
import type { WorkerJob } from './worker.ts';

export const isNew = { expected: 'absent', keepMs: 3_600_000 } as const;

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
  const child = forkNode(new URL('worker.ts', import.meta.url), [], { serialization: 'advanced' });
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
