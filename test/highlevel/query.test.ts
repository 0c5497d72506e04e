import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../../src/highlevel/errors/index.ts';
import { buildQuery, type QueryEntry } from '../../src/highlevel/request/query.ts';
import { createTestClient, defineOperation, startRecorder } from './support.ts';

function entry(place: QueryEntry['place'], value: unknown, wireName = 'a'): QueryEntry {
  return { argument: 'argument', wireName, place, value };
}

const text = fc.string({ unit: 'grapheme' });
const scalar = fc.oneof(text, fc.integer(), fc.boolean());

describe('buildQuery', () => {
  it.each([
    ['query', 'x y&z=1', 'a=x%20y%26z%3D1'],
    ['query', 0, 'a=0'],
    ['query', false, 'a=false'],
    ['query', '', 'a='],
    ['query-repeat', ['x', 'y'], 'a=x&a=y'],
    ['query-repeat', 'x', 'a=x'],
    ['query-repeat', [], ''],
    ['query-comma', ['x', 'y z'], 'a=x,y%20z'],
    ['query-comma', 'x,y', 'a=x%2Cy'],
    ['query-comma', [], ''],
  ] as const)('%s of %j is %s', (place, value, expected) => {
    expect(buildQuery([entry(place, value)])).toBe(expected);
  });

  it.each([
    ['query', ['x']],
    ['query', null],
    ['query', { b: 1 }],
    ['query', Number.POSITIVE_INFINITY],
    ['query', '\udfff'],
    ['query-repeat', [['x']]],
    ['query-comma', ['x,y']],
    ['query-comma', ['']],
  ] as const)('%s refuses %j', (place, value) => {
    expect(() => buildQuery([entry(place, value)])).toThrow(ArgumentError);
  });

  it('is read back by any parser as what went in', () => {
    const repeated = fc.array(scalar, { minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(text, repeated), (lists) => {
        const entries = Object.entries(lists).map(([name, value]) => entry('query-repeat', value, name));
        const parsed = [...new URLSearchParams(buildQuery(entries))];
        const expected = Object.entries(lists).flatMap(([name, items]) => items.map((item) => [name, String(item)]));
        expect(parsed).toEqual(expected);
      }),
    );
  });

  it('a comma list is split back into its items', () => {
    const items = fc.array(
      text.filter((item) => item !== '' && !item.includes(',')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(items, (value) => {
        const query = buildQuery([entry('query-comma', value)]);
        expect(new URLSearchParams(query).get('a')?.split(',')).toEqual(value);
      }),
    );
  });
});

it('leaves in the order of the facts, under wire names, without what is undefined', async () => {
  const recorder = await startRecorder();
  const client = createTestClient(`${recorder.url}/prefix/`);
  const operation = defineOperation({
    places: { second: 'query', queryId: 'query', list: 'query-repeat', ids: 'query-comma', absent: 'query' },
    wireNames: { queryId: 'id' },
  });
  await client.execute(operation, { ids: ['1', '2'], list: ['p', 'q'], queryId: 'x', second: 2, absent: undefined });
  expect(recorder.requests[0]?.url).toBe('/prefix/things/?second=2&id=x&list=p&list=q&ids=1,2');
});

describe('arguments that HighLevel may not miss', () => {
  it('are sent as the facts say, unless they are given', async () => {
    const recorder = await startRecorder();
    const client = createTestClient(recorder.url);
    const list = defineOperation({
      path: '/things/',
      places: { limit: 'query', offset: 'query', search: 'query' },
      sendDefaults: { limit: 20, offset: 0 },
    });
    await client.execute(list, {});
    await client.execute(list, { limit: undefined, offset: 40, search: 'x' });
    expect(recorder.requests.map(({ url }) => url)).toEqual([
      '/things/?limit=20&offset=0',
      '/things/?limit=20&offset=40&search=x',
    ]);
  });
});
