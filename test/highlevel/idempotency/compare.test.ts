import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecord, getAt } from '../../../src/highlevel/idempotency/compare.ts';

/** One field of a record against one argument. */
function compareOne(found: unknown, wanted: unknown): string {
  return compareRecord({ field: found }, { argument: wanted }, { field: 'argument' });
}

describe('a value that comes back in another spelling is the same', () => {
  it.each<[string, unknown, unknown]>([
    ['case', 'ada@example.com', 'Ada@Example.COM'],
    ['white space', 'Ada  Lovelace', ' Ada Lovelace\n'],
    ['composed accents', 'Zo\u00eb', 'Zoe\u0308'],
    ['a number as text', '5', 5],
    ['a text as number', 10.5, '10.50'],
    ['a truth as text', 'true', true],
    ['an instant', '2026-03-01T12:00:00.000Z', '2026-03-01T14:00:00+02:00'],
    ['a time without a zone', '2026-03-01T12:00:00.000', '2026-03-01 12:00:00'],
    ['a day', '2026-03-01T00:00:00.000Z', '2026-03-01'],
    ['a phone number', '+12025550147', '(202) 555-0147'],
    ['a phone number with its zero', '+493023125123', '030 23125123'],
    ['a phone number with two zeros', '+493023125123', '0049 30 23125123'],
    ['a list in another order, with more', ['c', 'B', 'a'], ['a', 'b']],
    ['an object with more', { a: 1, b: 2, c: 3 }, { b: 2, a: '1' }],
    ['an object that gave null', { a: 1 }, { a: 1, b: null }],
  ])('%s', (_, found, wanted) => {
    expect(compareOne(found, wanted)).toBe('same');
  });
});

describe('another value is different', () => {
  it.each<[string, unknown, unknown]>([
    ['a text', 'Ada', 'Ida'],
    ['a part of it', 'Ada Lovelace', 'Ada'],
    ['a code', '007', '7'],
    ['nothing and zero', '', 0],
    ['an instant', '2026-03-01T12:00:00Z', '2026-03-01T12:00:00+02:00'],
    ['a day that is far away', '2026-03-04T00:00:00.000Z', '2026-03-01'],
    ['a phone number', '+12025550148', '(202) 555-0147'],
    ['numbers of an account, not phones', '1234567890', '4567890'],
    ['a short number', '+123', '23'],
    ['a list without one', ['a'], ['a', 'b']],
    ['a text for a list', 'a', ['a']],
    ['an object without one', { a: 1 }, { a: 1, b: 2 }],
    ['an object for a text', { a: 1 }, 'a'],
  ])('%s', (_, found, wanted) => {
    expect(compareOne(found, wanted)).toBe('different');
  });
});

describe('neither can be said', () => {
  it.each<[string, unknown, unknown]>([
    ['where it is missing', undefined, 'x'],
    ['where it is null', null, 'x'],
    ['where the write gave nothing', 'x', undefined],
    ['where the write gave null', 'x', null],
    ['where the write gave an empty list', ['x'], []],
    ['where the write gave an empty object', { x: 1 }, {}],
    ['of a day that begins elsewhere', '2026-02-28T23:00:00.000Z', '2026-03-01'],
    ['of a time without its zone', '2026-03-01T18:00:00.000Z', '2026-03-01T12:00:00'],
  ])('%s', (_, found, wanted) => {
    expect(compareOne(found, wanted)).toBe('unclear');
  });

  it('where nothing is compared, whatever the record', () => {
    for (const record of [{}, null, 'text', [], undefined]) expect(compareRecord(record, { a: 1 }, {})).toBe('unclear');
  });
});

it('times are compared alike wherever this machine stands', () => {
  const before = process.env.TZ;
  try {
    for (const zone of ['UTC', 'America/New_York', 'Asia/Kolkata']) {
      process.env.TZ = zone;
      expect(compareOne('2026-03-01T12:00:00Z', '2026-03-01T12:00:00')).toBe('same');
      expect(compareOne('2026-03-01T12:00:00Z', '2026-03-01T17:30:00')).toBe('unclear');
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

it('paths lead through objects and lists, and nowhere else', () => {
  const value = { a: [{ b: 'x' }], length: 1 };
  expect(getAt(value, '')).toBe(value);
  expect(getAt(value, 'a.0.b')).toBe('x');
  for (const path of ['a.1.b', 'a.0.b.0', 'a.0.c', 'toString', '__proto__.x', 'a.length.x', 'a.map']) {
    expect(getAt(value, path), path).toBeUndefined();
  }
});

const anyLeaf = fc.oneof(
  // Texts that no reading takes for a number, a time or a phone number.
  fc.string({ unit: 'grapheme' }).map((text) => `text ${text}`),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }).map((date) => date.toISOString()),
);
const anyValue = fc.oneof(
  anyLeaf,
  fc.array(anyLeaf, { minLength: 1, maxLength: 4 }),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), anyLeaf, { minKeys: 1, maxKeys: 4 }),
);
/** Arguments, each under a name, and the record field that repeats it. */
const anyArguments = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), anyValue, { minKeys: 1, maxKeys: 6 });

function mirror(args: Readonly<Record<string, unknown>>) {
  const names = Object.keys(args);
  const match = Object.fromEntries(names.map((name) => [`inner.${name}Field`, name]));
  const makeRecord = (values: Readonly<Record<string, unknown>>) => {
    const fields = Object.entries(values).map(([name, value]) => [`${name}Field`, value] as const);
    return { id: 'r', inner: Object.fromEntries(fields) };
  };
  return { names, match, makeRecord };
}

describe('whatever the arguments', () => {
  it('a record made of them is the same, also after a trip through JSON', () => {
    fc.assert(
      fc.property(anyArguments, (args) => {
        const { match, makeRecord } = mirror(args);
        const record: unknown = JSON.parse(JSON.stringify(makeRecord(args)));
        expect(compareRecord(record, args, match)).toBe('same');
      }),
    );
  });

  it('one value that is another makes it different', () => {
    fc.assert(
      fc.property(anyArguments, fc.nat(), (args, index) => {
        const { names, match, makeRecord } = mirror(args);
        const name = names[index % names.length] ?? '';
        const record = makeRecord({ ...args, [name]: 'another value altogether' });
        expect(compareRecord(record, args, match)).toBe('different');
      }),
    );
  });

  it('one value that is missing makes it unclear', () => {
    fc.assert(
      fc.property(anyArguments, fc.nat(), fc.constantFrom(undefined, null), (args, index, nothing) => {
        const { names, match, makeRecord } = mirror(args);
        const name = names[index % names.length] ?? '';
        expect(compareRecord(makeRecord({ ...args, [name]: nothing }), args, match)).toBe('unclear');
      }),
    );
  });

  it('what the write left out does not matter', () => {
    fc.assert(
      fc.property(anyArguments, anyArguments, (args, others) => {
        const given = Object.fromEntries(Object.entries(others).filter(([name]) => !Object.hasOwn(args, name)));
        const { match, makeRecord } = mirror({ ...args, ...given });
        expect(compareRecord(makeRecord({ ...args, ...given }), args, match)).toBe('same');
      }),
    );
  });
});
