/** Every way of paging, over a list that answers as HighLevel does: every record once, in order, in as many calls as pages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paging } from '../../../src/catalogue/guide.ts';
import { type Page, walkPages } from '../../../src/mcp/query/pages.ts';

type Args = Readonly<Record<string, unknown>>;
interface Item {
  readonly id: string;
  readonly sort: readonly [number, string];
}

const size = { items: 'data.items', size: 'limit', maxSize: 7 } as const;
const byOffset = { ...size, offset: 'skip' } as const;
const byPage = { ...size, offset: 'page', firstPage: 1 } as const;
const byId = { ...size, next: { lastId: '$last.id' } } as const;

const styles: Record<string, Paging> = {
  'skip-limit': { style: 'skip-limit', ...byOffset },
  'offset-limit': { style: 'offset-limit', ...byOffset },
  'page-limit': { style: 'page-limit', ...byPage },
  'page-limit from 0': { style: 'page-limit', ...byPage, firstPage: 0 },
  page: { style: 'page', items: 'data.items', offset: 'page', firstPage: 1 },
  cursor: { style: 'cursor', ...size, next: { cursor: 'data.next' } },
  'last-id': { style: 'last-id', ...byId },
  'search-after': { style: 'search-after', ...byPage, next: { searchAfter: '$last.sort' } },
  'search-after without a place': { style: 'search-after', ...byPage, next: { searchAfter: '$last.missing' } },
};

const single: Record<string, Paging> = {
  none: { style: 'none', items: 'data.items' },
  'time-window': { style: 'time-window', items: 'data.items' },
};

function build(count: number): Item[] {
  return Array.from({ length: count }, (_, index) => ({ id: `r${index}`, sort: [index, `r${index}`] as const }));
}

/** Answers as the list does, and counts how often it is asked. */
function serve(items: readonly Item[], paging: Paging, withTotal: boolean) {
  const calls: Args[] = [];
  const findAfter = (id: unknown) => items.findIndex((item) => item.id === id) + 1;
  return {
    calls,
    async fetchPage(args: Args) {
      calls.push(args);
      const isSingle = paging.style === 'none' || paging.style === 'time-window';
      const limit = isSingle ? items.length : Math.min(Number(args.limit ?? 7), 7);
      let start = Number(args.skip ?? 0);
      if (args.page !== undefined) start = (Number(args.page) - (paging.firstPage ?? 1)) * limit;
      if (args.cursor !== undefined) start = findAfter(args.cursor);
      if (args.lastId !== undefined) start = findAfter(args.lastId);
      if (args.searchAfter !== undefined) start = findAfter((args.searchAfter as unknown[])[1]);
      const page = items.slice(start, start + limit);
      const next = start + limit < items.length ? page.at(-1)?.id : undefined;
      return { data: { items: page, next, ...(withTotal && { total: items.length }) } };
    },
  };
}

async function collect(walk: Parameters<typeof walkPages>[0]) {
  const pages: Page[] = [];
  for await (const page of walkPages(walk)) pages.push(page);
  return { pages, items: pages.flatMap(({ items }) => items), end: pages.at(-1)?.next };
}

describe.each(Object.entries(styles))('%s', (_, given) => {
  it.each([true, false])('reads every record once and in order (total known: %s)', async (withTotal) => {
    const paging: Paging = withTotal ? { ...given, total: 'data.total' } : given;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
        async (count, limit) => {
          const list = serve(build(count), paging, withTotal);
          const args = { kept: 'x', ...(limit !== undefined && paging.size && { limit }) };
          const { items, end, pages } = await collect({ paging, args, fetchPage: list.fetchPage });
          expect(items).toEqual(build(count));
          expect(end).toBe('end');
          expect(list.calls.length).toBe(pages.length);
          expect(list.calls.every((call) => call.kept === 'x')).toBe(true);
          const least = Math.max(1, Math.ceil(count / (args.limit ?? 7)));
          expect(list.calls.length).toBeGreaterThanOrEqual(least);
          expect(list.calls.length).toBeLessThanOrEqual(withTotal ? least : least + 1);
        },
      ),
    );
  });

  it('goes on from any of its positions', async () => {
    const list = serve(build(40), given, false);
    const { pages } = await collect({ paging: given, args: {}, fetchPage: list.fetchPage });
    for (const { position } of pages) {
      const from = JSON.parse(JSON.stringify(position));
      const { items } = await collect({ paging: given, args: {}, from, fetchPage: list.fetchPage });
      expect(items).toEqual(build(40).slice(position.before));
    }
  });

  it('ends where HighLevel gives the same page for ever', async () => {
    const list = serve(build(40), given, false);
    const first = await list.fetchPage({});
    const stuck = { data: { ...first.data, total: 1000 } };
    let calls = 0;
    const fetchPage = async () => {
      calls += 1;
      return stuck;
    };
    const { items, end } = await collect({ paging: { ...given, total: 'data.total' }, args: {}, fetchPage });
    expect(items).toHaveLength(7);
    expect(end).toBe('repeated');
    expect(calls).toBe(2);
  });
});

it.each(Object.entries(single))('%s is one call', async (_, paging) => {
  const list = serve(build(30), paging, true);
  const { items, end } = await collect({ paging, args: { from: 1 }, fetchPage: list.fetchPage });
  expect(items).toEqual(build(30));
  expect(end).toBe('end');
  expect(list.calls).toEqual([{ from: 1 }]);
});

describe('what HighLevel says', () => {
  const paging: Paging = { style: 'skip-limit', ...byOffset, total: 'data.total' };

  it('an offset given by the caller is where the walk begins', async () => {
    const list = serve(build(30), paging, true);
    const { items } = await collect({ paging, args: { skip: '10' }, fetchPage: list.fetchPage });
    expect(items).toEqual(build(30).slice(10));
    expect(list.calls).toHaveLength(3);
  });

  it('a page cut shorter than asked for is not taken for the last while the total says more', async () => {
    const list = serve(build(30), paging, true);
    const { items } = await collect({ paging, args: { limit: 500 }, fetchPage: list.fetchPage });
    expect(items).toEqual(build(30));
  });

  it('nor where no most is documented', async () => {
    const loose: Paging = { style: 'skip-limit', items: 'data.items', size: 'limit', defaultSize: 7, offset: 'skip' };
    const list = serve(build(30), loose, false);
    const { items } = await collect({ paging: loose, args: { limit: 500 }, fetchPage: list.fetchPage });
    expect(items).toEqual(build(30));
  });

  it('a total that promises more than there is is told', async () => {
    const list = serve(build(5), paging, false);
    const fetchPage = async (args: Args) => {
      const { data } = await list.fetchPage(args);
      return { data: { ...data, total: 9 } };
    };
    expect((await collect({ paging, args: {}, fetchPage })).end).toBe('short-of-total');
  });

  it('a cursor that comes round again ends the walk', async () => {
    const cursored = { ...styles.cursor } as Paging;
    let calls = 0;
    const fetchPage = async () => {
      calls += 1;
      const items = Array.from({ length: 7 }, (_, index) => ({ id: `${calls}-${index}` }));
      return { data: { items, next: `c${calls % 3}` } };
    };
    const { items, end } = await collect({ paging: cursored, args: {}, fetchPage });
    expect(end).toBe('repeated');
    expect(items).toHaveLength(7 * calls);
    expect(calls).toBeLessThanOrEqual(4);
  });

  it('the only list is the list, and an answer without one is refused', async () => {
    const find = (data: unknown, at?: string) =>
      collect({
        paging: { style: 'none', ...(at !== undefined && { items: at }) },
        args: {},
        fetchPage: async () => data,
      });
    expect((await find({ things: [1, 2], count: 2 })).items).toEqual([1, 2]);
    expect((await find([1, 2], '')).items).toEqual([1, 2]);
    expect((await find({ things: null }, 'things')).items).toEqual([]);
    expect((await find({ renamed: [1] }, 'things')).items).toEqual([1]);
    await expect(find({ contact: { tags: ['a'] } })).rejects.toThrow('does not answer with a list');
    await expect(find({ a: [], b: [] })).rejects.toThrow('does not answer with a list');
  });
});
