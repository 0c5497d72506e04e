import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/sandbox/errors.ts';
import { parseFilters } from '../../../src/sandbox/search/filter.ts';
import { type Deal, dates, findField, type Person, people, texts } from './people.ts';

/** A filter and, beside it, what it means, said without the code under test. */
interface Case {
  readonly filter: object;
  readonly holds: (person: Person) => boolean;
}

const lower = (text: string | undefined): string[] => (text ? [text.toLowerCase()] : []);
const present = <T>(value: T | undefined): T[] => (value === undefined || value === '' ? [] : [value]);

function equality<T>(field: string, values: (person: Person) => T[], wanted: fc.Arbitrary<T>): fc.Arbitrary<Case> {
  const given = fc.oneof(
    wanted.map((one) => ({ value: one as unknown, any: [one] })),
    fc.array(wanted, { minLength: 1, maxLength: 3 }).map((all) => ({ value: all as unknown, any: all })),
  );
  return fc.tuple(fc.constantFrom('eq', 'not_eq'), given).map(([operator, { value, any }]) => ({
    filter: { field, operator, value },
    holds: (person) => values(person).some((one) => any.includes(one)) === (operator === 'eq'),
  }));
}

function containment(field: string, values: (person: Person) => string[]): fc.Arbitrary<Case> {
  return fc.tuple(fc.constantFrom('contains', 'not_contains'), fc.constantFrom(...texts)).map(([operator, value]) => ({
    filter: { field, operator, value },
    holds: (person) => values(person).some((one) => one.includes(value.toLowerCase())) === (operator === 'contains'),
  }));
}

function existence(field: string, values: (person: Person) => unknown[]): fc.Arbitrary<Case> {
  return fc.constantFrom('exists', 'not_exists').map((operator) => ({
    filter: { field, operator },
    holds: (person) => values(person).length > 0 === (operator === 'exists'),
  }));
}

function range<T>(
  field: string,
  value: (person: Person) => number | undefined,
  bound: fc.Arbitrary<T>,
  at: (given: T) => number,
): fc.Arbitrary<Case> {
  const bounds = fc.record({ gt: bound, gte: bound, lt: bound, lte: bound }, { requiredKeys: [] });
  return bounds
    .filter((given) => Object.keys(given).length > 0)
    .map((given) => ({
      filter: { field, operator: 'range', value: given },
      holds: (person) => {
        const one = value(person);
        if (one === undefined) return false;
        if (given.gt !== undefined && !(one > at(given.gt))) return false;
        if (given.gte !== undefined && !(one >= at(given.gte))) return false;
        if (given.lt !== undefined && !(one < at(given.lt))) return false;
        return given.lte === undefined || one <= at(given.lte);
      },
    }));
}

const nested: fc.Arbitrary<Case> = fc
  .record({ stage: fc.constantFrom('s1', 's2', 'S1'), status: fc.constantFrom('open', 'won') }, { requiredKeys: [] })
  .map((wanted: Partial<Deal>) => ({
    filter: {
      field: 'deals',
      operator: 'nested',
      value: Object.entries(wanted).map(([field, value]) => ({ field, operator: 'eq', value })),
    },
    holds: ({ deals }) =>
      deals.some(
        (deal) => (wanted.stage ?? deal.stage) === deal.stage && (wanted.status ?? deal.status) === deal.status,
      ),
  }));

const condition: fc.Arbitrary<Case> = fc.oneof(
  equality('name', (person) => lower(person.name), fc.constantFrom('ada', 'bo', 'bo lund', 'none')),
  equality('owner', (person) => present(person.owner), fc.constantFrom('u1', 'U1', 'nobody')),
  equality('tags', (person) => [...person.tags], fc.constantFrom('vip', 'new lead', 'hot')),
  equality('age', (person) => present(person.age), fc.constantFrom(0, 17, 17.5, 99)),
  equality('active', (person) => present(person.active), fc.boolean()),
  equality('mail', (person) => lower(person.mail), fc.constantFrom('ada@example.com', 'bo@example.com')),
  containment('name', (person) => lower(person.name)),
  containment('tags', (person) => [...person.tags]),
  existence('name', (person) => present(person.name)),
  existence('tags', (person) => [...person.tags]),
  existence('active', (person) => present(person.active)),
  range(
    'age',
    (person) => person.age,
    fc.constantFrom(-1, 0, 17, 20),
    (given) => given,
  ),
  range(
    'added',
    (person) => Date.parse(person.added),
    fc.constantFrom(...dates, '2026-02-01'),
    (given) => Date.parse(given),
  ),
  range(
    'added',
    (person) => Date.parse(person.added),
    fc.constantFrom(...dates.map((date) => Date.parse(date))),
    (given) => given,
  ),
  nested,
);

const { anyFilter } = fc.letrec<{ anyFilter: Case; group: Case }>((tie) => ({
  anyFilter: fc.oneof({ depthSize: 'small', withCrossShrink: true }, condition, tie('group')),
  group: fc
    .tuple(fc.constantFrom('AND', 'OR'), fc.array(tie('anyFilter'), { minLength: 1, maxLength: 3 }))
    .map(([group, cases]) => ({
      filter: { group, filters: cases.map(({ filter }) => filter) },
      holds: (person) =>
        group === 'AND' ? cases.every(({ holds }) => holds(person)) : cases.some(({ holds }) => holds(person)),
    })),
}));

test('any filter keeps exactly the records it describes', () => {
  fc.assert(
    fc.property(people, fc.array(anyFilter, { maxLength: 3 }), (all, cases) => {
      const matches = parseFilters(
        cases.map(({ filter }) => filter),
        findField,
      );
      const wanted = all.filter((person) => cases.every(({ holds }) => holds(person)));
      expect(all.filter(matches)).toEqual(wanted);
    }),
    { numRuns: 1000 },
  );
});

test('whatever JSON comes as a filter, it is understood or refused', () => {
  fc.assert(
    fc.property(fc.jsonValue(), people, (filters, all) => {
      try {
        all.filter(parseFilters(filters, findField));
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
  );
});

function refusalOf(filter: unknown): [status: number, message: string] {
  try {
    parseFilters([filter], findField);
  } catch (error) {
    if (error instanceof Refusal) return [error.status, error.message];
    throw error;
  }
  throw new Error(`${JSON.stringify(filter)} was not refused`);
}

describe('refuses', () => {
  test.each([
    [{ field: 'shoe_size', operator: 'eq', value: 1 }, 400, 'Invalid field shoe_size'],
    [{ field: 'constructor', operator: 'exists' }, 400, 'Invalid field constructor'],
    [{ field: 'mail', operator: 'contains', value: 'a' }, 400, 'Invalid operator contains for field mail'],
    [{ field: 'added', operator: 'eq', value: dates[0] }, 400, 'Invalid operator eq for field added'],
    [{ field: 'name', operator: 'nested', value: [] }, 400, 'Invalid operator nested for field name'],
    [{ field: 'deals', operator: 'eq', value: 's1' }, 400, 'Invalid operator eq for field deals'],
    [{ field: 'deals', operator: 'nested', value: [{ field: 'size', operator: 'exists' }] }, 400, 'Invalid field size'],
    [{ field: 'name', operator: 'like', value: 'a' }, 422, 'filters.0.operator must be one of'],
    [{ field: 'name', operator: 'exists', value: true }, 422, 'filters.0.value should not exist'],
    [{ field: 'name', operator: 'eq' }, 422, 'filters.0.value must be a valid text'],
    [{ field: 'name', operator: 'eq', value: [] }, 422, 'filters.0.value should not be empty'],
    [{ field: 'name', operator: 'contains', value: 'x'.repeat(76) }, 422, 'shorter than or equal to 75 characters'],
    [{ field: 'name', operator: 'contains', value: 'a*' }, 422, 'special characters'],
    [{ field: 'age', operator: 'eq', value: 'old' }, 422, 'filters.0.value must be a valid number'],
    [{ field: 'active', operator: 'eq', value: 1 }, 422, 'filters.0.value must be a valid boolean'],
    [{ field: 'age', operator: 'range', value: {} }, 422, 'filters.0.value should not be empty'],
    [{ field: 'age', operator: 'range', value: { above: 1 } }, 422, 'property above should not exist'],
    [{ field: 'added', operator: 'range', value: { gt: 'yesterday' } }, 422, 'filters.0.value.gt must be a valid date'],
    [{ group: 'XOR', filters: [] }, 422, 'filters.0.group must be one of'],
    [{ group: 'OR', filters: {} }, 422, 'filters.0.filters must be an array'],
    ['name', 422, 'filters.0 must be an object'],
  ])('%j', (filter, status, message) => {
    const [actualStatus, actualMessage] = refusalOf(filter);
    expect(actualStatus).toBe(status);
    expect(actualMessage).toContain(message);
  });

  test('groups without end', () => {
    let filter: object = { field: 'name', operator: 'exists' };
    for (let depth = 0; depth < 50; depth += 1) filter = { group: 'AND', filters: [filter] };
    expect(refusalOf(filter)).toEqual([400, 'Filters are nested too deeply']);
  });
});

test.each([
  ['+1 (512) 555-0100', 'eq', true],
  ['5125550100', 'eq', true],
  ['555-01', 'contains', true],
  ['5125550199', 'eq', false],
])('a phone number is found however it is written: %s', (value, operator, found) => {
  const matches = parseFilters([{ field: 'phone', operator, value }], findField);
  expect(matches({ id: 'p', tags: [], added: dates[0] ?? '', deals: [], phone: '+15125550100' })).toBe(found);
});
