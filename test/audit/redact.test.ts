/** Nothing that a person wrote, and no secret, has the shape of what the log takes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entrySchema } from '../../src/audit/entry.ts';
import { keepClient, keepId, keepIds, keepOperationName, keepResultIds } from '../../src/audit/redact.ts';
import { createCall, createPlace } from './support.ts';

describe('ids', () => {
  it.each(['ve9EPM428h8vShlRW1KT', '65f1a2b3c4d5e6f708192a3b', '11111111-2222-4333-8444-555555555555', 'abc123'])(
    'are kept: %s',
    (id) => expect(keepId(id)).toBe(id),
  );

  it.each([
    '+12025550147',
    '12025550147',
    '202-555-0147',
    'lena@example.com',
    'Lena Ort',
    'LenaOrt',
    'Lena-Marie_Ort',
    'pit-11111111-2222-4333-8444-555555555555',
    'sk_live_abcdefgh12345678',
    'eyJhbGciOiJIUzI1NiJ9',
    'short',
    'x'.repeat(65),
    '',
    7,
    null,
  ])('are not: %s', (text) => expect(keepId(text)).toBeUndefined());

  it('are taken by their names, at any depth', () => {
    const args = {
      contactId: 've9EPM428h8vShlRW1KT',
      body: 'abc123def456',
      paid: 'abc123def456',
      contactIds: ['abc123', 'Lena', 'def456'],
      items: [{ productId: 'prod1234', name: 'name1234' }],
    };
    expect(keepIds(args)).toEqual({
      contactId: ['ve9EPM428h8vShlRW1KT'],
      contactIds: ['abc123', 'def456'],
      productId: ['prod1234'],
    });
  });

  it('are bounded, whatever the arguments', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.array(fc.string()), fc.nat(50), (value, many, length) => {
        const name = `${'x'.repeat(length)}_ids`;
        const kept = keepIds({ value, ids: many, [name]: many.map((text) => `${text}12345678`) }) ?? {};
        expect(entrySchema.parse(createCall({ ids: kept }))).toMatchObject({ ids: kept });
        expect(Object.keys(kept).length).toBeLessThanOrEqual(20);
        expect(Object.values(kept).every((ids) => ids.length <= 20)).toBe(true);
      }),
    );
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`a${index}Id`, `value${index}`]));
    expect(Object.keys(keepIds(many) ?? {})).toHaveLength(20);
  });

  it('of a result are those of its record', () => {
    expect(keepResultIds({ contact: { id: 'abc123', ownerId: 'def456' }, traceId: 'trace123' })).toEqual(['abc123']);
    expect(keepResultIds({ id: 'abc123', locationId: 'def456' })).toEqual(['abc123']);
    expect(keepResultIds({ conversationId: 'abc123', messageId: 'def456' })).toEqual(['abc123', 'def456']);
    for (const none of [undefined, null, 'text', [], {}, { id: 'lena@example.com' }]) {
      expect(keepResultIds(none)).toBeUndefined();
    }
  });
});

describe('names', () => {
  it('of operations are kept where they look like one', () => {
    expect(keepOperationName('contacts_contact_create')).toBe('contacts_contact_create');
    for (const other of ['Lena Ort', 'lena@example.com', 'call_12025550147', 'x', 7, undefined]) {
      expect(keepOperationName(other)).toBeUndefined();
    }
  });

  it('of clients lose what no name needs', () => {
    expect(keepClient('claude-code', '2.1.0')).toBe('claude-code 2.1.0');
    expect(keepClient('lena@example.com\u001b[31m', undefined)).toBe('lena_example.com__31m');
    expect(keepClient('', '')).toBeUndefined();
  });
});

describe('fingerprints', () => {
  it('are equal for equal things, and other in another store', async () => {
    const [first, second] = [createPlace(), createPlace()];
    const log = first.open();
    const of = (value: unknown) => log.fingerprint(value);
    expect(await of({ a: 1, b: [2] })).toBe(await first.open().fingerprint({ b: [2], a: 1 }));
    expect(await of({ a: 1 })).not.toBe(await of({ a: 2 }));
    expect(await of({ a: 1 })).not.toBe(await second.open().fingerprint({ a: 1 }));
    expect(await of(undefined)).toBeUndefined();
    expect(await of({ a: '\ud800' })).toMatch(/^[0-9a-f]{16}$/);
  });
});
