/** Conditions, groups and rows on records of every shape that HighLevel has. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, createFilter } from '../../../src/mcp/query/filter.ts';
import { createGroups } from '../../../src/mcp/query/group.ts';
import { createTable, type Table } from '../../../src/mcp/query/table.ts';

function fill(table: Table, records: readonly unknown[]) {
  for (const record of records) table.add(record);
  return table.finish().rows;
}

describe('a condition', () => {
  const record = {
    status: 'open',
    value: 250,
    valueText: '250',
    at: '2024-01-31T18:30:00.000Z',
    epoch: Date.parse('2024-01-31T18:30:00.000Z'),
    tags: ['VIP', 'new'],
    empty: '',
    none: null,
    phone: '0049170',
    yes: true,
    fields: [{ id: 'a', value: 1 }],
  };
  it.each<[string, Condition['op'], unknown, boolean]>([
    ['status', 'eq', 'open', true],
    ['status', 'ne', 'open', false],
    ['missing', 'ne', 'open', true],
    ['value', 'eq', '250', true],
    ['valueText', 'gt', 99, true],
    ['value', 'lt', 1000, true],
    ['value', 'gte', 250, true],
    ['missing', 'lt', 5, false],
    ['status', 'gt', 5, false],
    ['phone', 'eq', '49170', false],
    ['at', 'eq', '2024-01-31', true],
    ['at', 'lte', '2024-01-31', true],
    ['at', 'gt', '2024-01-31', false],
    ['at', 'gt', '2024-01-31T18:00:00Z', true],
    ['at', 'gt', '2024-01-31T18:00:00+02:00', true],
    ['epoch', 'gte', '2024-01-31', true],
    ['epoch', 'lt', '2024-02-01', true],
    ['epoch', 'eq', '2024-01-31T18:30:00Z', true],
    ['tags', 'eq', 'new', true],
    ['tags', 'ne', 'new', false],
    ['tags', 'contains', 'vi', true],
    ['tags', 'in', ['x', 'VIP'], true],
    ['tags', 'in', [], false],
    ['empty', 'exists', undefined, false],
    ['empty', 'exists', false, true],
    ['none', 'eq', null, true],
    ['yes', 'eq', 'true', true],
    ['fields.value', 'eq', 1, true],
    ['fields.0.id', 'eq', 'a', true],
    ['__proto__.x', 'exists', undefined, false],
    ['constructor', 'exists', undefined, false],
  ])('%s %s %j: %j', (field, op, value, met) => {
    expect(createFilter([{ field, op, value }])(record)).toBe(met);
  });
});

describe('groups', () => {
  const group = (by: string[], aggregate: string[], records: unknown[], sort?: string) =>
    fill(createGroups(by, aggregate, { sort, limit: 50 }), records);

  it('by day, week (its Monday) and month of UTC, of ISO dates and epochs', () => {
    const at = '2024-12-31T23:30:00-02:00';
    const records = [{ at }, { at: Date.parse(at) }, { at: 'never' }, {}];
    const [first, nothing] = group(['at:day', 'at:week', 'at:month'], ['count'], records);
    expect(first).toEqual({ 'at:day': '2025-01-01', 'at:week': '2024-12-30', 'at:month': '2025-01', count: 2 });
    expect(nothing).toEqual({ 'at:day': null, 'at:week': null, 'at:month': null, count: 2 });
  });

  it('by the days of a place, but a date is its day everywhere', () => {
    const timeZone = 'America/New_York';
    const records = [{ at: '2026-03-01T02:00:00Z' }, { at: '2026-03-01' }, { at: '2026-03-01T00:00:00.000Z' }];
    const table = createGroups(['at:day', 'at:month'], ['count'], { sort: undefined, limit: 50, timeZone });
    expect(fill(table, records)).toEqual([
      { 'at:day': '2026-02-28', 'at:month': '2026-02', count: 1 },
      { 'at:day': '2026-03-01', 'at:month': '2026-03', count: 2 },
    ]);
    const isWanted = createFilter([{ field: 'at', op: 'lt', value: '2026-03-01' }], timeZone);
    expect(records.map(isWanted)).toEqual([true, false, false]);
  });

  it('know the currencies of the amounts that they add up, and of nothing else', () => {
    const records = [
      { amount: 1, currency: 'usd' },
      { amount: 2, currency: 'EUR' },
      { count: 3, currency: 'GBP' },
    ];
    const listCurrencies = (aggregate: string[], some: unknown[]) => {
      const table = createGroups([], aggregate, { sort: undefined, limit: 50 });
      for (const record of some) table.add(record);
      return table.finish().currencies;
    };
    expect(listCurrencies(['sum:amount'], records.slice(0, 2))).toEqual(['EUR', 'USD']);
    expect(listCurrencies(['sum:count'], records)).toEqual([]);
    expect(listCurrencies(['sum:lines.total'], [{ lines: { total: 1, currency: 'CHF' } }])).toEqual(['CHF']);
  });

  it('starts every week on its Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000_000, max: 4_000_000_000_000 }), (at) => {
        const [row] = group(['at:week'], ['count'], [{ at }]);
        const monday = new Date(`${row?.['at:week']}T00:00:00Z`);
        expect(monday.getUTCDay()).toBe(1);
        expect(Math.floor((at - monday.getTime()) / 86_400_000)).toBeLessThan(7);
        expect(at).toBeGreaterThanOrEqual(monday.getTime());
      }),
    );
  });

  it('sums, averages, least and most, of numbers and of dates', () => {
    const records = [{ x: 0.1, d: '2024-02-01' }, { x: '0.2', d: '2023-02-01' }, { x: null }, { x: 'no' }];
    const [row] = group([], ['sum:x', 'avg:x', 'max:d', 'min:d', 'sum:none'], records);
    expect(row).toEqual({
      'sum:x': 0.3,
      'avg:x': 0.15,
      'max:d': '2024-02-01',
      'min:d': '2023-02-01',
      'sum:none': null,
    });
  });

  it('a record counts in each of its values; nothing comes last', () => {
    const records = [{ tags: ['a', 'b', 'a'] }, { tags: ['b'] }, { tags: [] }, { tags: '' }];
    const counts = [
      { tags: 'b', count: 2 },
      { tags: 'a', count: 1 },
    ];
    expect(group(['tags'], [], records, '-tags')).toEqual([...counts, { tags: null, count: 2 }]);
  });

  it('of no records: one answer, or no groups', () => {
    expect(group([], ['count', 'sum:x'], [])).toEqual([{ count: 0, 'sum:x': null }]);
    expect(group(['x'], ['count'], [])).toEqual([]);
  });
});

it('sorted rows are those of a whole sort, though only a part is ever kept', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100)), fc.integer({ min: 1, max: 10 }), fc.boolean(), (numbers, limit, down) => {
      const table = createTable({ select: undefined, sort: down ? '-x' : 'x', limit });
      let most = 0;
      for (const [index, x] of numbers.entries()) {
        table.add({ x, index });
        most = Math.max(most, table.size());
      }
      const { rows, of } = table.finish();
      const whole = numbers.map((x, index) => ({ x, index })).sort((a, b) => (down ? b.x - a.x : a.x - b.x));
      expect(rows).toEqual(whole.slice(0, limit));
      expect(of).toBe(numbers.length);
      expect(most).toBeLessThan(limit * 2);
    }),
  );
});

it('rows show what is chosen under its path, and nothing that is empty', () => {
  const table = createTable({ select: ['contact.name', 'none', 'fields.id'], sort: undefined, limit: 5 });
  const rows = fill(table, [{ contact: { name: 'Lena' }, none: '', fields: [{ id: 1 }, { id: 2 }] }]);
  expect(rows).toEqual([{ 'contact.name': 'Lena', 'fields.id': [1, 2] }]);
});
