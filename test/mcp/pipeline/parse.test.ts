import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collectBoundFaults } from '../../../src/mcp/pipeline/bounds.ts';
import { parseArguments } from '../../../src/mcp/pipeline/parse.ts';
import { CallRefusal } from '../../../src/mcp/pipeline/refusal.ts';

const input = z.strictObject({
  contactId: z.string(),
  limit: z.number().optional(),
  active: z.boolean().optional(),
  status: z.enum(['open', 'won']).optional(),
  filters: z.array(z.strictObject({ field: z.string(), value: z.unknown() })).optional(),
  address: z.strictObject({ city: z.string().optional(), postalCode: z.string().optional() }).optional(),
  value: z.union([z.string(), z.array(z.string())]).optional(),
});

function refusalOf(args: Record<string, unknown>): CallRefusal {
  try {
    parseArguments(input, args, 'contacts_contact_get');
  } catch (error) {
    if (error instanceof CallRefusal) return error;
  }
  throw new Error('was not refused');
}

describe('what cannot be taken is refused, each fault with a line', () => {
  it.each([
    [{}, 'contactId: required (string)'],
    [{ contactId: 7 }, 'contactId: must be string, got number'],
    [{ contactId: null }, 'contactId: must be string, got null'],
    [{ contactId: 'a', limt: 1 }, 'limt: unknown field; did you mean limit?'],
    [{ contactId: 'a', address: { citty: 'x' } }, 'address.citty: unknown field; did you mean city?'],
    [
      { contactId: 'a', filters: [{ feild: 'x', field: 'y', value: 1 }] },
      'filters[0].feild: unknown field; did you mean field?',
    ],
    [{ contactId: 'a', status: 'lost' }, 'status: must be one of "open", "won"'],
    [{ contactId: 'a', limit: 'ten' }, 'limit: must be number, got string'],
    [{ contactId: 'a\uFFFDb' }, 'contactId: contains U+FFFD, the mark of text damaged by a wrong encoding'],
    [{ contactId: 'a\uD800' }, 'contactId: contains half a Unicode character (a lone surrogate)'],
    [{ contactId: 'a\0' }, 'contactId: contains a NUL character'],
    [{ contactId: 'x'.repeat(5_000_000) }, 'contactId: 5000000 characters, at most 1000000 are accepted'],
  ])('%j', (args, problem) => {
    expect(refusalOf(args as Record<string, unknown>).problems).toContain(problem);
  });

  it('names every fault at once, and says that nothing was sent', () => {
    const refusal = refusalOf({ limit: 'ten', status: 'lost', extra: 1 });
    expect(refusal.kind).toBe('invalid_arguments');
    expect(refusal.problems).toHaveLength(4);
    expect(refusal.advice).not.toBe('');
  });

  it('never repeats a value, which may be personal', () => {
    const refusal = refusalOf({ contactId: 'a', address: 'Calle Mayor 1', limit: '+12025550147x' });
    expect(JSON.stringify([refusal.message, refusal.problems, refusal.advice])).not.toMatch(/Mayor|2025550147/);
  });

  it('explains the branch of a union that came nearest', () => {
    expect(refusalOf({ contactId: 'a', value: ['x', 3] }).problems.join()).toContain('[1]');
  });

  it('stops at a depth that no operation has', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 1000; level++) deep = { deep };
    expect(refusalOf({ contactId: 'a', filters: [{ field: 'x', value: deep }] }).problems[0]).toContain(
      'nested deeper',
    );
  });
});

describe('more values than a call has are not looked into', () => {
  const items = (count: number) => Array.from({ length: count }, () => ({ field: 'x', value: 'y' }));

  it.each([
    ['as they are', items(60_000)],
    ['in a text', JSON.stringify(items(25_000))],
  ])('%s', (_, filters) => {
    expect(refusalOf({ contactId: 'a', filters }).problems).toEqual([
      expect.stringMatching(/^filters\[\d+\].*more than 50000 values$/),
    ]);
  });

  it('a thousand rows of thirty fields are few enough', () => {
    const row = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`field${index}`, index]));
    expect(collectBoundFaults({ rows: Array.from({ length: 1_000 }, () => row) })).toEqual([]);
  });
});

it('what a text holds that was read as JSON is looked at too', () => {
  expect(refusalOf({ contactId: 'a', address: '{"city":"Re\\u0000no"}' }).problems).toEqual([
    'address.city: contains a NUL character',
  ]);
});

describe('slips with one reading are mended and reported', () => {
  it.each([
    [{ limit: '20' }, { limit: 20 }, 'limit: text was read as number'],
    [{ limit: '-1.5' }, { limit: -1.5 }, 'limit: text was read as number'],
    [{ active: 'true' }, { active: true }, 'active: text was read as boolean'],
    [{ address: '{"city":"Reno"}' }, { address: { city: 'Reno' } }, 'address: text was read as object'],
    [
      { filters: '[{"field":"email","value":"x"}]' },
      { filters: [{ field: 'email', value: 'x' }] },
      'filters: text was read as array',
    ],
  ])('%j', (given, expected, repair) => {
    const parsed = parseArguments(input, { contactId: 'a', ...given }, 'tool');
    expect(parsed.args).toEqual({ contactId: 'a', ...expected });
    expect(parsed.repairs).toEqual([repair]);
  });

  it('leaves the caller’s own object alone', () => {
    const given = { contactId: 'a', limit: '20' };
    parseArguments(input, given, 'tool');
    expect(given.limit).toBe('20');
  });

  it('never turns a number into text: an id or phone number would lose its zeros or plus', () => {
    expect(refusalOf({ contactId: 12_025_550_147 }).problems).toHaveLength(1);
  });

  it('reads any number that JSON can write, and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const isNumber = /^\s*-?\d{1,15}(\.\d{1,10})?\s*$/.test(text);
        try {
          const { args } = parseArguments(input, { contactId: 'a', limit: text }, 'tool');
          return isNumber && args.limit === Number(text);
        } catch (error) {
          return error instanceof CallRefusal && !isNumber;
        }
      }),
    );
  });
});

it('valid arguments pass unchanged, without a repair', () => {
  const args = { contactId: 'a', limit: 3, value: ['x'], address: { city: 'Ávila 🌄' } };
  expect(parseArguments(input, args, 'tool')).toEqual({ args, repairs: [] });
});
