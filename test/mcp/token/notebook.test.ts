/** One token's lessons in the store: shared, written seldom, and nobody's trouble when the store is. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { MAX_LESSONS } from '../../../src/mcp/token/lessons.ts';
import { createNotebook } from '../../../src/mcp/token/notebook.ts';
import { StateError } from '../../../src/state/error.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import type { PutOptions, Records } from '../../../src/state/state.ts';

const name = 'token:t:';

/** A store that is counted, can be made to fail, and lets another one be faster. */
function openStore() {
  const state = createSqliteState();
  onTestFinished(() => state.close());
  const seen = { gets: 0, puts: 0, isDown: false, beforePut: async () => {} };
  const fail = () => {
    if (seen.isDown) throw new StateError('unreachable', 'It is down.', 'Mend it.');
  };
  const records: Pick<Records, 'get' | 'put'> = {
    async get(key) {
      seen.gets += 1;
      fail();
      return await state.records.get(key);
    },
    async put(key: string, value: string, options: PutOptions) {
      seen.puts += 1;
      fail();
      const before = seen.beforePut;
      seen.beforePut = async () => {};
      await before();
      return await state.records.put(key, value, options);
    },
  };
  return { state, records, seen };
}

async function listAnswers(notebook: ReturnType<typeof createNotebook>) {
  return Object.fromEntries([...(await notebook.read())].map(([operation, { isOpen }]) => [operation, isOpen]));
}

describe('a notebook', () => {
  it('is read by all who share the store, and outlives whoever wrote it', async () => {
    const { records } = openStore();
    const first = createNotebook({ records, name });
    first.note('a', false);
    first.note('b', true);
    await first.read();
    expect(await listAnswers(createNotebook({ records, name }))).toEqual({ a: false, b: true });
    expect(await listAnswers(createNotebook({ records, name: 'token:other' }))).toEqual({});
  });

  it('is written when something is learnt, and not for each call', async () => {
    const { records, seen } = openStore();
    const notebook = createNotebook({ records, name });
    for (let call = 0; call < 100; call += 1) notebook.note('a', true);
    await notebook.read();
    for (let call = 0; call < 100; call += 1) notebook.note('a', true);
    expect(seen.puts).toBe(1);
    const { gets } = seen;
    const other = createNotebook({ records, name });
    other.note('a', true);
    await other.read();
    expect([seen.puts, seen.gets > gets]).toEqual([1, true]);
  });

  it('loses nothing when another one is faster', async () => {
    const { records, seen } = openStore();
    const other = createNotebook({ records, name });
    seen.beforePut = async () => {
      other.note('b', false);
      await other.read();
    };
    const notebook = createNotebook({ records, name });
    notebook.note('a', false);
    await notebook.read();
    expect(await listAnswers(createNotebook({ records, name }))).toEqual({ a: false, b: false });
  });

  it('hears what another process has learnt, and heals it by a success of its own', async () => {
    const { records } = openStore();
    let time = 1_800_000_000_000;
    const now = () => time;
    const ours = createNotebook({ records, name, now });
    ours.note('a', true);
    await ours.read();
    time += 60_000;
    const other = createNotebook({ records, name, now });
    other.note('a', false);
    expect(await listAnswers(other)).toEqual({ a: false });
    time += 60_000;
    // Known here already, so only a look at the store tells that it is news.
    ours.note('a', true);
    expect(await listAnswers(ours)).toEqual({ a: true });
    expect(await listAnswers(other)).toEqual({ a: true });
  });

  it('knows what it was told while the store is down, and writes it when it is back', async () => {
    const { records, seen } = openStore();
    const notebook = createNotebook({ records, name });
    seen.isDown = true;
    notebook.note('a', false);
    expect(await listAnswers(notebook)).toEqual({ a: false });
    seen.isDown = false;
    await notebook.read();
    expect(await listAnswers(createNotebook({ records, name }))).toEqual({ a: false });
  });

  it('begins anew where its record makes no sense', async () => {
    const { records, state } = openStore();
    await state.records.put(name, 'nonsense', { expected: 'absent', keepMs: 1_000_000 });
    const notebook = createNotebook({ records, name });
    expect(await listAnswers(notebook)).toEqual({});
    notebook.note('a', false);
    await notebook.read();
    expect(await listAnswers(createNotebook({ records, name }))).toEqual({ a: false });
  });

  it('is bounded, in memory and in the store', async () => {
    const { records, state } = openStore();
    const notebook = createNotebook({ records, name });
    for (let index = 0; index < 3 * MAX_LESSONS; index += 1) notebook.note(`operation_number_${index}`, false);
    expect((await notebook.read()).size).toBe(MAX_LESSONS);
    expect((await state.records.get(name))?.value.length).toBeLessThan(MAX_LESSONS * 100);
  });
});
