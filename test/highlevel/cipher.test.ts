import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decrypt, deriveKey, encrypt, parseKey } from '../../src/highlevel/cipher.ts';

const key = Buffer.alloc(32, 0xab);
const hexKey = key.toString('hex');
const base64Key = key.toString('base64');

describe('what was encrypted', () => {
  it('comes back, any text of it, and none of it shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 8 }), fc.string(), (text, name) => {
        const closed = encrypt(text, name, key);
        expect(decrypt(closed, name, key)).toBe(text);
        expect(closed).not.toContain(text);
      }),
    );
  });

  it('is never twice alike', () => {
    expect(encrypt('text', 'n', key)).not.toBe(encrypt('text', 'n', key));
  });

  it('opens under no other name and with no other key', () => {
    const closed = encrypt('text', 'name', key);
    expect(decrypt(closed, 'other', key)).toBeUndefined();
    expect(decrypt(closed, 'name', Buffer.alloc(32, 0xcd))).toBeUndefined();
  });

  it('does not open when it was changed or cut', () => {
    const closed = encrypt('a text of some length', 'name', key);
    const bytes = Buffer.from(closed, 'base64');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const changed = Buffer.from(bytes);
        changed[index] = (changed[index] ?? 0) ^ change;
        expect(decrypt(changed.toString('base64'), 'name', key)).toBeUndefined();
      }),
    );
    for (let length = 0; length < bytes.length; length++) {
      expect(decrypt(bytes.subarray(0, length).toString('base64'), 'name', key)).toBeUndefined();
    }
    for (const text of ['', '%%%', 'text']) expect(decrypt(text, 'name', key)).toBeUndefined();
  });

  it('does not open by a tag that was cut short, whatever its bytes', () => {
    const bytes = Buffer.from(encrypt('', 'name', key), 'base64');
    for (const length of [12 + 4, 12 + 8, 12 + 12]) {
      expect(decrypt(bytes.subarray(0, length).toString('base64'), 'name', key)).toBeUndefined();
    }
  });
});

describe('a derived key', () => {
  it('is the same each time, and another one for another secret or purpose', () => {
    const derived = deriveKey('secret', 'purpose');
    expect(derived).toHaveLength(32);
    expect(deriveKey(Buffer.from('secret'), 'purpose')).toEqual(derived);
    expect(deriveKey('secret', 'other')).not.toEqual(derived);
    expect(deriveKey('other', 'purpose')).not.toEqual(derived);
  });
});

describe('the key of a configuration', () => {
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
  ])('is not %j', (text) => {
    expect(parseKey(text)).toBeUndefined();
  });

  it.each([base64Key, base64Key.replace(/=+$/, ''), hexKey, hexKey.toUpperCase()])('is %j', (text) => {
    expect(parseKey(text)).toEqual(key);
  });
});
