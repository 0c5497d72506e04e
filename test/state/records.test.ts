import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Records } from '../../src/state/state.ts';
import { storeKinds, useStore } from './stores.ts';

const keepMs = 3_600_000;
const isNew = { expected: 'absent', keepMs } as const;

describe.each(storeKinds)('records in $name', (kind) => {
  describe.skipIf(kind.isMissing)('as every store keeps them', () => {
    const store = useStore(kind);
    const { driftMs } = kind;
    let records: Records;
    beforeEach(() => {
      records = store.state.records;
    });

    it('are absent until they are written', async () => {
      expect(await records.get('k')).toBeUndefined();
      const version = await records.put('k', 'one', isNew);
      expect(await records.get('k')).toEqual({ value: 'one', version, ageMs: expect.any(Number) });
    });

    it('are not written where one is already', async () => {
      const version = await records.put('k', 'one', isNew);
      expect(await records.put('k', 'two', isNew)).toBeUndefined();
      expect(await records.get('k')).toMatchObject({ value: 'one', version });
    });

    it('are replaced in the expected version only, and get another', async () => {
      const first = String(await records.put('k', 'one', isNew));
      const second = String(await records.put('k', 'two', { expected: first, keepMs }));
      expect(second).not.toBe(first);
      expect(await records.put('k', 'three', { expected: first, keepMs })).toBeUndefined();
      expect(await records.get('k')).toMatchObject({ value: 'two', version: second });
    });

    it('are not made by replacing what is absent', async () => {
      expect(await records.put('k', 'one', { expected: randomUUID(), keepMs })).toBeUndefined();
      expect(await records.get('k')).toBeUndefined();
    });

    it('are removed in the expected version only, once', async () => {
      const version = String(await records.put('k', 'one', isNew));
      expect(await records.remove('k', randomUUID())).toBe(false);
      expect(await records.remove('k', version)).toBe(true);
      expect(await records.remove('k', version)).toBe(false);
      expect(await records.get('k')).toBeUndefined();
    });

    it('never have a version again, also when removed and made anew', async () => {
      const versions = new Set<string>();
      for (let round = 0; round < 20; round += 1) {
        const version = String(await records.put('k', 'same', isNew));
        versions.add(version);
        await records.remove('k', version);
      }
      expect(versions.size).toBe(20);
    });

    it('have one winner when many write at once', async () => {
      const race = (expected: string) =>
        Promise.all(Array.from({ length: 50 }, (_, index) => records.put('k', `${index}`, { expected, keepMs })));
      let expected = 'absent';
      for (let round = 0; round < 5; round += 1) {
        const results = await race(expected);
        const winners = results.flatMap((version, index) => (version === undefined ? [] : [{ version, index }]));
        expect(winners).toHaveLength(1);
        const found = await records.get('k');
        expect(found).toMatchObject({ value: `${winners[0]?.index}`, version: winners[0]?.version });
        expected = found?.version ?? '';
      }
    });

    it('have one winner when many remove at once', async () => {
      const version = String(await records.put('k', 'one', isNew));
      const results = await Promise.all(Array.from({ length: 50 }, () => records.remove('k', version)));
      expect(results.filter((isMine) => isMine)).toHaveLength(1);
    });

    it('are as old as their last write', async () => {
      const version = String(await records.put('k', 'one', isNew));
      await store.advance(60_000);
      const { ageMs = -1 } = (await records.get('k')) ?? {};
      expect(ageMs).toBeGreaterThanOrEqual(60_000);
      expect(ageMs).toBeLessThanOrEqual(60_000 + driftMs);
      await records.put('k', 'two', { expected: version, keepMs });
      const { ageMs: youngMs = -1 } = (await records.get('k')) ?? {};
      expect(youngMs).toBeGreaterThanOrEqual(0);
      expect(youngMs).toBeLessThanOrEqual(driftMs);
    });

    it('are kept for the time asked for, and gone some time later', async () => {
      const version = String(await records.put('short', 'one', { expected: 'absent', keepMs: 60_000 }));
      await records.put('long', 'one', { expected: 'absent', keepMs: 86_400_000 });
      await store.advance(59_000 - driftMs);
      await keepHouse();
      expect(await records.get('short')).toMatchObject({ version });
      await store.advance(1_001 + driftMs);
      await keepHouse();
      expect(await records.get('short')).toBeUndefined();
      expect(await records.get('long')).toBeDefined();
    });

    it('are kept from their last write', async () => {
      const version = String(await records.put('k', 'one', { expected: 'absent', keepMs: 60_000 }));
      await store.advance(50_000 - driftMs);
      await records.put('k', 'two', { expected: version, keepMs: 60_000 });
      await store.advance(50_000 - driftMs);
      await keepHouse();
      expect(await records.get('k')).toMatchObject({ value: 'two' });
    });

    it.each([
      ['nothing', '', ''],
      ['the word for absence', 'absent', 'absent'],
      ['braces, which mean something to a cluster', '{a}b}{', '{"a":{}}'],
      ['quotes and line ends', `'"; DROP TABLE records; --\r\n`, '\r\n+OK\r\n$-1\r\n'],
      ['every kind of letter', 'ключ 🔑 clé', '値 👩‍👩‍👧 ‏עברית'],
      ['zero bytes', 'a\0b', 'a\0b'],
      ['a megabyte', 'k', 'x'.repeat(1_048_576)],
    ])('hold %s', async (_, key, value) => {
      const version = await records.put(key, value, isNew);
      expect(await records.get(key)).toMatchObject({ value, version });
      expect(await records.get(`${key} `)).toBeUndefined();
    });

    it('take what need not be flushed under the same rules', async () => {
      const version = String(await records.put('k', 'one', { ...isNew, flush: false }));
      expect(await records.put('k', 'two', { ...isNew, flush: false })).toBeUndefined();
      expect(await records.put('k', 'two', { expected: version, keepMs, flush: false })).toBeTypeOf('string');
    });

    /** Stores may remove what has expired when others write. */
    async function keepHouse(): Promise<void> {
      for (let count = 0; count < 201; count += 1) await records.put(randomUUID(), '', { ...isNew, flush: false });
    }
  });
});
