import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../../src/highlevel/errors/index.ts';
import { createSeal } from '../../../src/highlevel/idempotency/seal.ts';

const hexKey = 'ab'.repeat(32);
const base64Key = Buffer.from(hexKey, 'hex').toString('base64');

describe('with a key', () => {
  it('any text comes back, and none of it shows', () => {
    const seal = createSeal(hexKey);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 8 }), fc.string(), (text, name) => {
        const closed = seal.close(text, name);
        expect(seal.open(closed, name)).toBe(text);
        expect(closed).not.toContain(text);
      }),
    );
  });

  it('hex and base64 are two spellings of one key', () => {
    expect(createSeal(base64Key).open(createSeal(hexKey).close('text', 'n'), 'n')).toBe('text');
  });

  it('no text is sealed twice alike', () => {
    const seal = createSeal(hexKey);
    expect(seal.close('text', 'n')).not.toBe(seal.close('text', 'n'));
  });

  it('nothing opens under another name, with another key, or without one', () => {
    const closed = createSeal(hexKey).close('text', 'name');
    expect(createSeal(hexKey).open(closed, 'other')).toBeUndefined();
    expect(createSeal('cd'.repeat(32)).open(closed, 'name')).toBeUndefined();
    expect(createSeal(undefined).open(closed, 'name')).toBeUndefined();
  });

  it('nothing opens that was changed or cut', () => {
    const seal = createSeal(hexKey);
    const closed = seal.close('a text of some length', 'name');
    const bytes = Buffer.from(closed.slice('sealed:'.length), 'base64');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const changed = Buffer.from(bytes);
        changed[index] = (changed[index] ?? 0) ^ change;
        expect(seal.open(`sealed:${changed.toString('base64')}`, 'name')).toBeUndefined();
      }),
    );
    for (let length = 0; length < bytes.length; length++) {
      expect(seal.open(`sealed:${bytes.subarray(0, length).toString('base64')}`, 'name')).toBeUndefined();
    }
    for (const text of ['', 'sealed:', 'sealed:%%%', 'text']) expect(seal.open(text, 'name')).toBeUndefined();
  });

  it('a tag that was cut short is none, whatever its bytes', () => {
    const seal = createSeal(hexKey);
    const bytes = Buffer.from(seal.close('', 'name').slice('sealed:'.length), 'base64');
    for (const length of [12 + 4, 12 + 8, 12 + 12]) {
      expect(seal.open(`sealed:${bytes.subarray(0, length).toString('base64')}`, 'name')).toBeUndefined();
    }
  });
});

it('without a key, texts stay as they are', () => {
  const seal = createSeal(undefined);
  expect(seal.close('text', 'n')).toContain('text');
  expect(seal.open(seal.close('text', 'n'), 'n')).toBe('text');
});

it.each([
  '',
  'short',
  'ab'.repeat(31),
  `${'ab'.repeat(31)}zz`,
  'x'.repeat(32),
  Buffer.alloc(31).toString('base64'),
  Buffer.alloc(33).toString('base64'),
  `!!${base64Key}`,
  `${base64Key.slice(0, 20)} ${base64Key.slice(20)}`,
])('%j is no key', (key) => {
  expect(() => createSeal(key)).toThrow(ConfigurationError);
  expect(() => createSeal(key)).toThrow(/32 bytes/);
});

it.each([base64Key, base64Key.replace(/=+$/, ''), hexKey.toUpperCase()])('%j is a key', (key) => {
  expect(createSeal(key).open(createSeal(hexKey).close('text', 'n'), 'n')).toBe('text');
});
