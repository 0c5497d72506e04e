/** The stores that the contract is held against, each made anew for a test. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRedisState } from '../../src/state/redis/state.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import type { State } from '../../src/state/state.ts';
import type { RedisServer } from '../support/redis.ts';

/** A folder that goes with the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'highlevel-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Closed when the test ends. */
export function closing<T extends Pick<State, 'close'>>(state: T): T {
  onTestFinished(() => state.close());
  return state;
}

export const stores: Readonly<Record<string, (redis: RedisServer | undefined) => State>> = {
  memory: () => closing(createSqliteState()),
  file: () => closing(createSqliteState({ path: join(makeFolder(), 'state.sqlite') })),
  redis: (redis) => closing(createRedisState(redis?.url ?? '')),
};

/** A name that no other test uses. */
export function uniqueName(): string {
  return randomUUID();
}
