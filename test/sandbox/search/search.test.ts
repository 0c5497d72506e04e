import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/sandbox/errors.ts';
import { type SearchHit, searchRecords } from '../../../src/sandbox/search/search.ts';
import { type Person, people, resource } from './people.ts';

const sortable = ['name', 'age', 'active', 'added', 'owner', 'phone'] as const;
const sort = fc.array(
  fc.record({ field: fc.constantFrom(...sortable), direction: fc.constantFrom('asc' as const, 'desc' as const) }),
  { minLength: 1, maxLength: 3 },
);

/** What a field is sorted by, said without the code under test; undefined goes last. */
function sortValue(person: Person, field: (typeof sortable)[number]): string | number | undefined {
  const value = person[field];
  if (value === undefined || value === '') return undefined;
  if (field === 'name') return String(value).toLowerCase();
  if (field === 'phone') return String(value).slice(1);
  if (field === 'added') return Date.parse(String(value));
  return typeof value === 'boolean' ? Number(value) : (value as string | number);
}

function isInOrder(
  a: Person,
  b: Person,
  rules: readonly { field: (typeof sortable)[number]; direction: string }[],
): boolean {
  for (const { field, direction } of rules) {
    const [one, two] = [sortValue(a, field), sortValue(b, field)];
    if (one === two) continue;
    if (one === undefined || two === undefined) return two === undefined;
    return one < two === (direction === 'asc');
  }
  return a.id < b.id;
}

function walk(all: readonly Person[], body: object, next: (last: SearchHit<Person>, page: number) => object): Person[] {
  const seen: Person[] = [];
  let more: object = {};
  for (let page = 1; page < 100; page += 1) {
    const { hits, total } = searchRecords(all, { ...body, ...more }, resource);
    expect(total).toBe(all.length);
    seen.push(...hits.map((hit) => hit.record));
    const last = hits.at(-1);
    if (!last) return seen;
    // A client gets the cursor as JSON and sends it back as JSON.
    more = JSON.parse(JSON.stringify(next(last, page)));
  }
  throw new Error('the walk does not end');
}

test('searchAfter walks every record once, in order, whatever the sort and the size of the page', () => {
  fc.assert(
    fc.property(people, sort, fc.integer({ min: 1, max: 10 }), (all, rules, pageLimit) => {
      const seen = walk(all, { pageLimit, sort: rules }, ({ searchAfter }) => ({ searchAfter }));
      expect(new Set(seen.map(({ id }) => id)).size).toBe(all.length);
      seen.slice(1).forEach((person, index) => {
        expect(isInOrder(seen[index] as Person, person, rules)).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
});

test('page and searchAfter walk the same way', () => {
  fc.assert(
    fc.property(people, sort, fc.integer({ min: 1, max: 10 }), (all, rules, pageLimit) => {
      const byCursor = walk(all, { pageLimit, sort: rules }, ({ searchAfter }) => ({ searchAfter }));
      const byPage = walk(all, { pageLimit, sort: rules }, (_last, page) => ({ page: page + 1 }));
      expect(byPage).toEqual(byCursor);
    }),
  );
});

test('a cursor holds its place while records come and go', () => {
  const make = (id: string, age: number): Person => ({
    id,
    age,
    tags: [],
    added: '2026-01-01T00:00:00.000Z',
    deals: [],
  });
  const body = { pageLimit: 2, sort: [{ field: 'age', direction: 'asc' }] };
  const before = [make('a', 1), make('b', 2), make('c', 3)];
  const { searchAfter } = searchRecords(before, body, resource).hits[1] as SearchHit<Person>;
  const after = [make('d', 0), make('c', 3), make('e', 4)];
  const { hits } = searchRecords(after, { ...body, searchAfter }, resource);
  expect(hits.map(({ record }) => record.id)).toEqual(['c', 'e']);
});

test('the newest come first when nothing is said', () => {
  fc.assert(
    fc.property(people, (all) => {
      const { hits } = searchRecords(all, { pageLimit: 500 }, resource);
      const added = hits.map(({ record }) => record.added);
      expect(added).toEqual([...added].sort().reverse());
    }),
  );
});

describe('the full-text query', () => {
  const ada: Person = {
    id: 'a',
    name: 'Ada Lund',
    mail: 'ada@example.com',
    phone: '+15125550100',
    tags: [],
    added: '2026-01-01',
    deals: [],
  };
  test.each([
    ['', true],
    ['ADA', true],
    ['lund ada', true],
    ['ada novak', false],
    ['@EXAMPLE', true],
    ['(512) 555-0100', true],
    ['555 0199', false],
  ])('%j', (query, found) => {
    expect(searchRecords([ada], { pageLimit: 1, query }, resource).total).toBe(found ? 1 : 0);
  });
});

describe('refuses', () => {
  const cursor = ['2026', 'a'];
  test.each([
    [{}, 422, 'pageLimit must be a number'],
    [{ pageLimit: 0 }, 422, 'pageLimit must not be less than 1'],
    [{ pageLimit: 501 }, 422, 'pageLimit must not be greater than 500'],
    [{ pageLimit: 1, page: 0 }, 422, 'page must not be less than 1'],
    [{ pageLimit: 500, page: 21 }, 422, 'page must not reach beyond 10000 records'],
    [{ pageLimit: 1, page: 1, searchAfter: cursor }, 422, 'page should not exist beside searchAfter'],
    [{ pageLimit: 1, query: 'x'.repeat(76) }, 422, 'query must be shorter than or equal to 75 characters'],
    [{ pageLimit: 1, query: 5 }, 422, 'query must be a string'],
    [{ pageLimit: 1, limit: 5 }, 422, 'property limit should not exist'],
    [{ pageLimit: 1, sort: 'name' }, 422, 'sort must be an array'],
    [{ pageLimit: 1, sort: [{ field: 'name', direction: 'up' }] }, 422, 'sort.0.direction must be one of'],
    [{ pageLimit: 1, sort: [{ field: 'tags', direction: 'asc' }] }, 400, 'Invalid field tags'],
    [{ pageLimit: 1, sort: [{ field: 'nose', direction: 'asc' }] }, 400, 'Invalid field nose'],
    [{ pageLimit: 1, searchAfter: ['a'] }, 400, 'searchAfter does not match'],
    [{ pageLimit: 1, searchAfter: [null, 'a'] }, 400, 'searchAfter does not match'],
  ])('%j', (body, status, message) => {
    const search = (): unknown => searchRecords([], body, resource);
    expect(search).toThrow(Refusal);
    expect(search).toThrow(expect.objectContaining({ status, message: expect.stringContaining(message) }));
  });

  test('nothing at the very edge of what pages reach', () => {
    expect(searchRecords([], { pageLimit: 500, page: 20 }, resource)).toEqual({ hits: [], total: 0 });
  });
});
