/** A small resource to search, with every type of field. */
import fc from 'fast-check';
import { createFieldFinder, type FieldTable, wholeValue } from '../../../src/sandbox/search/fields.ts';
import type { SearchResource } from '../../../src/sandbox/search/search.ts';

export interface Deal {
  readonly stage: string;
  readonly status: string;
}

export interface Person {
  readonly id: string;
  readonly name?: string | undefined;
  readonly mail?: string | undefined;
  readonly tags: readonly string[];
  readonly age?: number | undefined;
  readonly active?: boolean | undefined;
  readonly added: string;
  readonly owner?: string | undefined;
  readonly phone?: string | undefined;
  readonly deals: readonly Deal[];
}

const fields: FieldTable<Person> = {
  name: { type: 'text', read: (person) => person.name },
  mail: { type: 'text', read: (person) => person.mail, operators: wholeValue },
  tags: { type: 'text', read: (person) => person.tags, sortable: false },
  age: { type: 'number', read: (person) => person.age },
  active: { type: 'boolean', read: (person) => person.active },
  added: { type: 'date', read: (person) => person.added },
  owner: { type: 'keyword', read: (person) => person.owner },
  phone: { type: 'phone', read: (person) => person.phone },
  deals: {
    type: 'nested',
    read: (person) => person.deals as readonly (Deal & Record<string, unknown>)[],
    fields: {
      stage: { type: 'keyword', read: (deal) => deal.stage },
      status: { type: 'keyword', read: (deal) => deal.status },
    },
  },
};

export const findField = createFieldFinder(fields);

export const resource: SearchResource<Person> = {
  findField,
  texts: (person) => [person.name, person.mail, person.phone],
  sizeField: 'pageLimit',
  defaultSort: [{ field: 'added', direction: 'desc' }],
};

// Few values, so that filters often match and sorts often tie.
const names = ['Ada', 'ada', 'Bo', 'Bo Lund', 'Ådne', ''];
const stages = ['s1', 's2', 'S1'];
const statuses = ['open', 'won'];
export const dates = ['2026-01-01T00:00:00.000Z', '2026-01-02T12:30:00.000Z', '2026-03-01T00:00:00.000Z'];
export const texts = ['ada', 'BO', 'lund', 'o', 'none', 'vip', 'new lead', 'd'];

export const deal = fc.record({ stage: fc.constantFrom(...stages), status: fc.constantFrom(...statuses) });

const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...values);

const person = fc.record({
  name: maybe(names),
  mail: maybe(['ada@example.com', 'BO@example.com']),
  tags: fc.subarray(['vip', 'new lead', 'cold']),
  age: maybe([-1, 0, 17, 17.5, 40]),
  active: maybe([true, false]),
  added: fc.constantFrom(...dates),
  owner: maybe(['u1', 'U1', 'u2']),
  phone: maybe(['+15125550100', '+493023125123']),
  deals: fc.array(deal, { maxLength: 3 }),
});

/** People with ids of their own. */
export const people: fc.Arbitrary<Person[]> = fc
  .array(person, { maxLength: 25 })
  .map((all) => all.map((one, index) => ({ ...one, id: `p${String((index * 7) % 100).padStart(2, '0')}` })));
