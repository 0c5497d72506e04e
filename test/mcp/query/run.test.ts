/** Lists that change while they are read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paging } from '../../../src/catalogue/guide.ts';
import { describeReach } from '../../../src/mcp/query/note.ts';
import { type Reached, readInto } from '../../../src/mcp/query/run.ts';
import { createTable } from '../../../src/mcp/query/table.ts';
import { idleSession } from '../../support/in-memory.ts';

const paging: Paging = {
  style: 'skip-limit',
  items: 'items',
  total: 'total',
  size: 'limit',
  maxSize: 5,
  offset: 'skip',
};

type Item = Readonly<Record<string, unknown>>;

/** Reads by offset; `change` is applied after each page. */
async function read(items: Item[], change: (items: Item[], page: number) => void, maxRecords = 1_000) {
  const written: Item[] = [];
  const table = createTable({ select: undefined, sort: undefined, limit: 1_000 });
  let pages = 0;
  const reached = await readInto({
    walk: {
      paging,
      args: {},
      async fetchPage({ skip, limit }) {
        const start = Number(skip);
        const page = { items: items.slice(start, start + Number(limit)), total: items.length };
        change(items, pages++);
        return page;
      },
    },
    table,
    write: async (records) => void written.push(...(records as Item[])),
    isWanted: () => true,
    filterPaths: [],
    maxRecords,
    session: idleSession,
    timeUp: new AbortController().signal,
  });
  return { reached, rows: table.finish().rows, written };
}

const build = (count: number, idName = 'id'): Item[] =>
  Array.from({ length: count }, (_, index) => ({ [idName]: `r${index}`, index }));

function describeOf(reached: Reached): string {
  const shown = { shown: 1, of: 1, isGrouped: false, isSorted: false, exported: undefined, currencies: [] };
  return describeReach(reached, shown);
}

describe('records that move to a later page', () => {
  it.each(['id', '_id'])('count once, by their %s, whatever is put in front of them', async (idName) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(4)), async (count, arrivals) => {
        const before = build(count, idName);
        let total = 0;
        const { reached, rows, written } = await read([...before], (items, page) => {
          // They stop coming at some time, or there would be no end.
          const arrived = Array.from({ length: arrivals[page] ?? 0 }, (_, n) => ({ [idName]: `new ${page}-${n}` }));
          items.unshift(...arrived);
          total = items.length;
        });
        expect(rows).toEqual(before);
        expect(written).toEqual(before);
        expect(reached).toMatchObject({ scanned: count, matched: count });
        expect(reached.repeated).toBeLessThanOrEqual(total - count);
      }),
    );
  });

  it('are told of, and so is the count that changed', async () => {
    const { reached } = await read(build(12), (items, page) => page === 0 && items.unshift({ id: 'new' }));
    expect(reached).toMatchObject({ scanned: 12, repeated: 1, total: 13, totalBefore: 12, end: 'end' });
    expect(describeOf(reached)).toMatch(/^1 record came a second time.* from 12 to 13/);
  });

  it('use up maxRecords, so that the cursor goes on where the list was left', async () => {
    const { reached } = await read(build(20), (items, page) => page === 0 && items.unshift({ id: 'new' }), 7);
    expect(reached).toMatchObject({ scanned: 6, repeated: 1, rest: { position: { before: 5, skip: 2 } } });
    expect(describeOf(reached)).toContain('records 1 to 7 of 21');
  });
});

it('records that vanish in front of the others are told by the count', async () => {
  const { reached } = await read(build(12), (items, page) => page === 0 && items.shift());
  expect(reached).toMatchObject({ scanned: 11, repeated: 0 });
  expect(describeOf(reached)).toContain('from 12 to 11 meanwhile, so some records may be missing');
});

it.each([
  ['have no id', (index: number) => ({ index })],
  ['share the id of something else', (index: number) => ({ id: `campaign ${index % 3}`, index })],
])('records that %s are all kept', async (_, create) => {
  const items = Array.from({ length: 23 }, (__, index) => create(index));
  const { reached, rows } = await read([...items], () => {});
  expect(rows).toEqual(items);
  expect(reached).toMatchObject({ scanned: 23, repeated: 0, totalBefore: undefined });
});
