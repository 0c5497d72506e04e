import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { createFolder } from '../../support/run.ts';
import { createTestClock } from '../clock.ts';
import { catchStateError, fill, isNew, openStore } from './support.ts';

/** A store of about 150 pages, closed again. */
async function createFilled(): Promise<string> {
  const path = join(createFolder('state'), 'state.sqlite');
  const { records, close } = openStore(path);
  for (let index = 0; index < 120; index += 1) await records.put(`k${index}`, 'x'.repeat(4_000), isNew);
  await close();
  return path;
}

describe('a damaged file', () => {
  it.each([
    ['random bytes', (path: string) => overwrite(path, 0, randomBytes(600_000))],
    ['a header cut short', (path: string) => truncateSync(path, 10)],
    ['a header alone', (path: string) => truncateSync(path, 100)],
    ['a first page alone', (path: string) => truncateSync(path, 4_096)],
    ['half a file', (path: string) => truncateSync(path, 4_096 * 60)],
    ['garbage after the header', (path: string) => overwrite(path, 4_096, randomBytes(4_096 * 100))],
    ['garbage in the middle', (path: string) => overwrite(path, 4_096 * 40 + 7, randomBytes(4_096 * 20))],
  ])('of %s is told and left as it is', async (_, damage) => {
    const path = await createFilled();
    damage(path);
    const bytes = readFileSync(path);
    const { records, windows } = openStore(path);
    const options = { rule: { limit: 1, intervalMs: 1, dailyLimit: 1 }, margin: 0, reserve: 0 };
    for (const use of [() => records.get('k1'), () => records.put('k', 'v', isNew), () => windows.take('b', options)]) {
      expect(await catchStateError(use())).toMatchObject({ problem: 'damaged' });
    }
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  function overwrite(path: string, position: number, bytes: Uint8Array): void {
    const file = openSync(path, 'r+');
    writeSync(file, bytes, 0, bytes.length, position);
    closeSync(file);
  }
});

it('a file of a later version is told and left as it is', async () => {
  const path = await createFilled();
  const database = new DatabaseSync(path);
  database.exec('PRAGMA user_version = 99');
  database.close();
  const bytes = readFileSync(path);
  const error = await catchStateError(openStore(path).records.get('k1'));
  expect(error).toMatchObject({ problem: 'newer', message: expect.stringContaining(path) });
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

describe('a file that is gone while it is open', () => {
  it.each([
    ['with its companions', ['', '-wal', '-shm']],
    ['without them', ['']],
  ])('%s is replaced by a new one', async (_, endings) => {
    const path = join(createFolder('state'), 'state.sqlite');
    const { records } = openStore(path);
    await records.put('k', 'one', isNew);
    for (const ending of endings) rmSync(path + ending);
    await vi.waitFor(async () => expect(await records.get('k')).toBeUndefined(), { timeout: 10_000 });
    const version = await records.put('k', 'two', isNew);
    expect(existsSync(path)).toBe(true);
    expect(await openStore(path).records.get('k')).toMatchObject({ value: 'two', version });
  });

  it('is left for another that was put in its place', async () => {
    const [path, other] = [await createFilled(), await createFilled()];
    const { records } = openStore(path);
    await records.get('k1');
    const elsewhere = openStore(other);
    await elsewhere.records.put('mark', 'of the other', isNew);
    await elsewhere.close();
    renameSync(other, path);
    await vi.waitFor(async () => expect(await records.get('mark')).toBeDefined(), { timeout: 10_000 });
  });

  it('is noticed by two stores, of which none spoils what the other has made', async () => {
    const path = join(createFolder('state'), 'state.sqlite');
    const [one, two] = [openStore(path), openStore(path)];
    await one.records.put('k', 'one', isNew);
    await two.records.get('k');
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending);
    await vi.waitFor(async () => expect(await one.records.get('k')).toBeUndefined(), { timeout: 10_000 });
    const version = await one.records.put('k', 'new', isNew);
    await vi.waitFor(async () => expect(await two.records.get('k')).toMatchObject({ version }), { timeout: 10_000 });
    expect(await two.records.put('k', 'newer', { ...isNew, expected: String(version) })).toBeTypeOf('string');
    expect(await one.records.get('k')).toMatchObject({ value: 'newer' });
  });
});

describe('a store with a bound', () => {
  it('is full beyond it, and has room again when records expire', async () => {
    const clock = createTestClock();
    const path = join(createFolder('state'), 'state.sqlite');
    const { records } = openStore(path, { maxBytes: 256 * 1024, clock });
    await records.put('kept', 'one', { expected: 'absent', keepMs: 86_400_000 });
    expect(await fill(records, { keepMs: 60_000, bytes: 3_000 })).toMatchObject({ problem: 'full' });
    expect(await records.get('kept')).toMatchObject({ value: 'one' });
    expect(await catchStateError(records.put('k', 'x'.repeat(9_000), isNew))).toMatchObject({ problem: 'full' });
    clock.advance(60_001);
    expect(await records.put('k', 'x'.repeat(9_000), isNew)).toBeTypeOf('string');
    expect(await records.get('kept')).toMatchObject({ value: 'one' });
  });

  it('gives space back to the disk', async () => {
    const clock = createTestClock();
    const path = join(createFolder('state'), 'state.sqlite');
    const { records, close } = openStore(path, { clock });
    for (let index = 0; index < 600; index += 1) {
      await records.put(`k${index}`, 'x'.repeat(4_000), { expected: 'absent', keepMs: 1_000, flush: false });
    }
    await close();
    const { length } = readFileSync(path);
    clock.advance(1_001);
    for (let index = 0; index < 2_000; index += 1) await records.put(`n${index % 3}`, '', { ...isNew, flush: false });
    await close();
    expect(length).toBeGreaterThan(2_000_000);
    expect(readFileSync(path).length).toBeLessThan(200_000);
  });
});
