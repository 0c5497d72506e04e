/** What only a store in a file can do wrong. */
import { fork } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { StateError } from '../../src/state/error.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import type { State } from '../../src/state/state.ts';
import { closing, makeFolder } from './stores.ts';

const keepMs = 60_000;

function openFile(path: string, maxBytes?: number): State {
  return closing(createSqliteState({ path, maxBytes }));
}

const put = (state: State, key: string, value = 'value') =>
  state.records.put(key, value, { expected: 'absent', keepMs });

async function catchStateError(work: Promise<unknown>): Promise<StateError> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (error instanceof StateError) return error;
  throw new Error('expected a StateError', { cause: error });
}

/** Runs test/state/worker.ts and gives its one message. */
function runWorker<T>(task: string, path: string, count = 0): Promise<T> {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [task, path, String(count)]);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
}

describe('its files', () => {
  it('are for their owner alone, in a folder for their owner alone', async () => {
    const path = join(makeFolder(), 'new', 'state.sqlite');
    await put(openFile(path), 'key');
    const folder = dirname(path);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(['state.sqlite', 'state.sqlite-wal']));
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
  });

  it('are made so where they were not', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    writeFileSync(path, '', { mode: 0o644 });
    chmodSync(path, 0o644);
    await put(openFile(path), 'key');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('keep what was written, for those who open them later', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    const first = createSqliteState({ path });
    const version = await put(first, 'key', 'kept');
    await first.close();
    expect(await openFile(path).records.get('key')).toMatchObject({ value: 'kept', version });
  });

  it('are made anew when somebody deletes them', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    const state = openFile(path);
    await put(state, 'key');
    for (const file of readdirSync(dirname(path))) rmSync(join(dirname(path), file));
    await vi.waitFor(async () => expect(await state.records.get('key')).toBeUndefined(), { timeout: 5_000 });
    await put(state, 'key');
    expect(statSync(path).size).toBeGreaterThan(0);
  });
});

describe('several processes', () => {
  it('that claim the same 2,000 keys win each key once', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    const [one, two] = await Promise.all([
      runWorker<number[]>('race', path, 2_000),
      runWorker<number[]>('race', path, 2_000),
    ]);
    expect([...one, ...two].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2_000 }, (_, key) => key));
  });

  it('never take more than the limit in any window', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    const shares = await Promise.all([1, 2, 3].map(() => runWorker<number[]>('take', path, 1_500)));
    const times = shares.flat().toSorted((a, b) => a - b);
    expect(times.length).toBeGreaterThan(60);
    // Each time was read before the permit was counted, so that two windows can only look closer than they are.
    times.forEach((time, index) => {
      const limitLater = times[index + 21];
      if (limitLater !== undefined) expect(limitLater - time).toBeGreaterThanOrEqual(190);
    });
  });

  it('open a new file together', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    const opened = await Promise.all([1, 2, 3, 4].map(() => runWorker<boolean>('open', path)));
    expect(opened).toEqual([true, true, true, true]);
  });

  it('that are killed in the middle of writing lose nothing that was confirmed', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    for (let round = 0; round < 3; round += 1) {
      const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), ['write', path]);
      let confirmed = -1;
      child.on('message', (key) => {
        confirmed = Number(key);
        if (confirmed === 50 + round) child.kill('SIGKILL');
      });
      await new Promise((resolve) => child.once('exit', resolve));
      const state = createSqliteState({ path });
      for (let key = 0; key <= confirmed; key += 1) expect(await state.records.get(`write ${key}`)).toBeDefined();
      await state.close();
      rmSync(path);
      rmSync(`${path}-wal`, { force: true });
    }
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['is no database', (path: string) => writeFileSync(path, 'not a database, but long enough to be one'.repeat(100))],
    ['is cut short', (path: string) => truncateSync(path, 6_000)],
    [
      'has garbage in its pages',
      (path: string) => {
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.fill(0xa5, 4_096));
      },
    ],
  ])('because it %s, is reported as damaged and left alone', async (_, damage) => {
    const path = join(makeFolder(), 'state.sqlite');
    const sound = createSqliteState({ path });
    for (let key = 0; key < 100; key += 1) await put(sound, `key ${key}`, 'x'.repeat(300));
    await sound.close();
    damage(path);
    const before = readFileSync(path);
    const state = openFile(path);
    for (const work of [() => put(state, 'new'), () => state.records.get('key 1')]) {
      const error = await catchStateError(work());
      expect(error.problem).toBe('damaged');
      expect(error.advice).toContain('moves the file aside');
    }
    // SQLite counts its openings in the first page.
    expect(readFileSync(path).subarray(4_096)).toEqual(before.subarray(4_096));
  });

  it('because a later version has written it, says so', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect((await catchStateError(put(openFile(path), 'key'))).problem).toBe('newer');
  });

  it('because its folder is a file, says so, and works once it is a folder', async () => {
    const folder = join(makeFolder(), 'folder');
    writeFileSync(folder, '');
    const state = openFile(join(folder, 'state.sqlite'));
    expect((await catchStateError(put(state, 'key'))).problem).toBe('unreachable');
    rmSync(folder);
    mkdirSync(folder);
    expect(await put(state, 'key')).toBeDefined();
  });

  it('because it has reached its bound, takes new records once old ones have expired', async () => {
    const state = openFile(join(makeFolder(), 'state.sqlite'), 256 * 1024);
    let written = 0;
    const fill = async () => {
      for (; ; written += 1) {
        await state.records.put(`key ${written}`, 'x'.repeat(4_000), { expected: 'absent', keepMs: 1, flush: false });
      }
    };
    expect((await catchStateError(fill())).problem).toBe('full');
    expect(written).toBeGreaterThan(20);
    await vi.waitFor(async () => expect(await put(state, `after ${Math.random()}`)).toBeDefined(), { timeout: 10_000 });
  });

  it('gives room back to the disk', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    const state = openFile(path);
    for (let key = 0; key < 1_000; key += 1) {
      await state.records.put(`key ${key}`, 'x'.repeat(2_000), { expected: 'absent', keepMs: 1, flush: false });
    }
    for (let key = 0; key < 2_000; key += 1) {
      await state.records.put(`later ${key}`, '', { expected: 'absent', keepMs, flush: false });
    }
    await state.close();
    const copy = `${path}.copy`;
    copyFileSync(path, copy);
    expect(statSync(copy).size).toBeLessThan(1_500_000);
  });
});
