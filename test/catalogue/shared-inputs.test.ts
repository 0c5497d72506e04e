/** The hand-written schemas that generated operations share. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations as contacts } from '../../tools/contacts/operations.gen.ts';
import { fileInput } from '../../tools/file-input.ts';
import { numberText } from '../../tools/number-text.ts';
import { oneOfMany } from '../../tools/one-of-many.ts';
import { searchFilters, searchSort } from '../../tools/search-filters.ts';

const filters = searchFilters({ nested: true });
const condition = { field: 'email', operator: 'eq', value: 'jane@example.com' };

function listMessages(schema: z.ZodType, value: unknown): string[] {
  return (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('filters', () => {
  it.each<[unknown]>([
    [[]],
    [[condition]],
    [[{ field: 'tags', operator: 'eq', value: ['vip', 'lead'] }]],
    [[{ field: 'dnd', operator: 'not_eq', value: true }]],
    [[{ field: 'phone', operator: 'exists' }]],
    [[{ field: 'dateAdded', operator: 'range', value: { gte: '2026-01-01', lt: 1767225600000 } }]],
    [[{ field: 'opportunities', operator: 'nested', value: [{ field: 'status', operator: 'eq', value: 'open' }] }]],
    [[condition, { group: 'OR', filters: [condition, { group: 'AND', filters: [condition, condition] }] }]],
  ])('accept %j', (value) => {
    expect(listMessages(filters, value)).toEqual([]);
  });

  it.each<[unknown, RegExp]>([
    [[{ ...condition, operator: 'like' }], /^0\.operator: Invalid option/],
    [[{ field: 'email' }], /^0: a condition needs field and operator/],
    [[{}], /^0: a condition needs field and operator/],
    [[{ field: 'phone', operator: 'exists', value: true }], /^0\.value: exists takes no value/],
    [[{ field: 'email', operator: 'eq' }], /^0\.value: eq takes/],
    [[{ field: 'tags', operator: 'eq', value: [] }], /^0\.value: eq takes/],
    [[{ field: 'name', operator: 'contains', value: 'a'.repeat(76) }], /^0\.value: contains takes a text of 1 to 75/],
    [[{ field: 'name', operator: 'contains', value: ['a'] }], /^0\.value: contains/],
    [[{ field: 'dateAdded', operator: 'range', value: {} }], /^0\.value: range takes/],
    [[{ field: 'dateAdded', operator: 'range', value: { from: 1 } }], /^0\.value: range takes/],
    [[{ field: 'opportunities', operator: 'nested', value: condition }], /^0\.value: nested takes an array/],
    [[{ group: 'OR' }], /^0\.filters: a group needs filters/],
    [[{ filters: [condition] }], /^0\.group: a group needs AND or OR/],
    [[{ group: 'OR', filters: [] }], /^0\.filters: /],
    [[{ ...condition, group: 'OR', filters: [condition] }], /^0: a filter is either a group or a condition/],
    [
      [{ group: 'OR', filters: [{ ...condition, operator: 'exists' }] }],
      /^0\.filters\.0\.value: exists takes no value/,
    ],
    [[{ ...condition, colour: 'red' }], /Unrecognized key/],
  ])('refuse %j', (value, message) => {
    expect(listMessages(filters, value).join('\n')).toMatch(message);
  });

  it('know nested only where a resource has such fields', () => {
    const nested = [{ field: 'opportunities', operator: 'nested', value: [condition] }];
    expect(searchFilters({ nested: false }).safeParse(nested).success).toBe(false);
  });

  it('never throw, whatever an agent sends', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(() => filters.safeParse(value)).not.toThrow();
        expect(() => filters.safeParse([value, { group: 'AND', filters: [value] }])).not.toThrow();
      }),
    );
  });

  it('are small in a list of tools', () => {
    expect(JSON.stringify(z.toJSONSchema(filters, { io: 'input' })).length).toBeLessThan(1500);
  });
});

describe('a search', () => {
  const search = contacts['POST /contacts/search'].input();
  const base = { locationId: 'l', pageLimit: 100 };

  it.each<[object]>([[{ page: 100 }], [{ searchAfter: [1767225600000, 'abc'] }], [{ query: 'jane' }]])(
    'accepts %j',
    (more) => {
      expect(search.safeParse({ ...base, ...more }).success).toBe(true);
    },
  );

  it.each<[object, RegExp]>([
    [{ page: 1, searchAfter: ['a'] }, /leave page out/],
    [{ page: 101 }, /pages end at 10,000 records/],
    [{ page: 0 }, /Too small/],
    [{ pageLimit: 501 }, /Too big/],
    [{ query: 'a'.repeat(76) }, /Too big/],
    [{ sort: [{ field: 'dateAdded', direction: 'down' }] }, /Invalid option/],
  ])('refuses %j', (more, message) => {
    expect(listMessages(search, { ...base, ...more }).join('\n')).toMatch(message);
  });

  it('sorts by field and direction', () => {
    expect(searchSort().safeParse([{ field: 'dateAdded', direction: 'desc' }]).success).toBe(true);
  });
});

describe('a file', () => {
  it.each<[unknown, boolean]>([
    [{ path: 'a.pdf' }, true],
    [{ base64: 'SGk=', filename: 'a.txt', contentType: 'text/plain' }, true],
    [{ base64: 'not base64!' }, false],
    [{ path: 'a.pdf', base64: 'SGk=' }, false],
    [{ filename: 'a.pdf' }, false],
    [{ path: '' }, false],
    ['a.pdf', false],
  ])('given as %j', (value, accepted) => {
    expect(fileInput().safeParse(value).success).toBe(accepted);
  });
});

describe('a number that travels as text', () => {
  it('is text after parsing, and nothing but digits', () => {
    fc.assert(fc.property(fc.nat(), (count) => numberText().parse(count) === String(count)));
    for (const wrong of [-1, 1.5, 'ten', '', null, undefined, {}]) {
      expect(numberText().safeParse(wrong).success).toBe(false);
    }
    expect(z.toJSONSchema(numberText(), { io: 'input' })).toMatchObject({
      anyOf: [{ type: 'string' }, { type: 'integer', minimum: 0 }],
    });
  });
});

describe('one of many values', () => {
  const country = oneOfMany(['US', 'CA', 'UA']);
  const scope = oneOfMany(['contacts.write', 'calendars.write', 'users.write']);

  it('takes what is in the list and nothing else', () => {
    expect(country.safeParse('CA').success).toBe(true);
    for (const wrong of ['XX', 'us', 'USA', '', 1, null]) expect(country.safeParse(wrong).success).toBe(false);
  });

  it('names the values that start like the wrong one, or all', () => {
    const listMessages = (value: unknown) => scope.safeParse(value).error?.issues.map(({ message }) => message);
    expect(listMessages('Contact.write')).toEqual(['expected one of contacts.write, calendars.write']);
    expect(listMessages('x')).toEqual(['expected one of contacts.write, calendars.write, users.write']);
  });

  it('is a short text to an agent', () => {
    expect(z.toJSONSchema(country, { io: 'input' })).toMatchObject({
      type: 'string',
      pattern: '^[A-Z]{2}$',
      examples: ['US', 'CA'],
    });
    expect(z.toJSONSchema(scope, { io: 'input' })).not.toHaveProperty('pattern');
  });
});
