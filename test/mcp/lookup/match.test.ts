import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLookupCache } from '../../../src/mcp/lookup/cache.ts';
import type { LookupEntry } from '../../../src/mcp/lookup/entry.ts';
import { matchName } from '../../../src/mcp/lookup/match.ts';

const entry = (id: string, name: string, aliases: string[] = []): LookupEntry => ({
  id,
  name,
  aliases,
  view: { id, name },
});

describe('which record a name means', () => {
  const entries = [
    entry('1', 'New Patients'),
    entry('2', 'Café Zürich', ['contact.cafe']),
    entry('3', 'Follow-up'),
    entry('4', 'Twin'),
    entry('5', 'twin'),
    entry('6', 'Patients lost'),
  ];
  it.each([
    ['1', '1'],
    ['New Patients', '1'],
    ['  new   PATIENTS ', '1'],
    ['cafe zurich', '2'],
    ['contact.cafe', '2'],
    ['follow up', '3'],
    ['Twin', '4'],
  ])('%j is %s', (wanted, id) => {
    expect(matchName(wanted, entries).sure?.id).toBe(id);
  });

  it.each([
    ['TWIN', ['4', '5']],
    ['patients', ['1', '6']],
    ['New Pateints', ['1']],
    ['something else entirely', []],
  ])('%j is nothing to be sure of', (wanted, ids) => {
    const { sure, candidates } = matchName(wanted, entries);
    expect(sure).toBeUndefined();
    expect(candidates.map(({ id }) => id)).toEqual(ids);
  });

  it('is never guessed: what is sure has that id, or that name in some spelling and nobody else has', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', ' ', '-', 'é'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, (names, wanted) => {
        const all = names.map((name, index) => entry(`id${index}`, name));
        const { sure } = matchName(wanted, all);
        const exact = all.filter(({ name }) => name === wanted);
        if (exact.length === 1) expect(sure).toBe(exact[0]);
        if (exact.length > 1) expect(sure).toBeUndefined();
      }),
    );
  });
});

describe('the cache', () => {
  it('reads once for all who ask at once, and anew when it is too old', async () => {
    let now = 0;
    let reads = 0;
    const cache = createLookupCache(() => now);
    const read = async () => {
      reads += 1;
      return { items: [{ id: '1', name: 'one' }], isCut: false };
    };
    await Promise.all([cache.get('k', 100, read), cache.get('k', 100, read)]);
    expect(reads).toBe(1);
    now = 100;
    await cache.get('k', 100, read);
    expect(reads).toBe(2);
  });

  it('keeps no failure', async () => {
    const cache = createLookupCache(() => 0);
    await expect(cache.get('k', 100, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const empty = { items: [], isCut: false };
    expect(await cache.get('k', 100, async () => empty)).toBe(empty);
  });
});
