import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../../src/highlevel/errors/index.ts';
import { buildPath, encodePathValue } from '../../src/highlevel/request/path.ts';
import { createTestClient, defineOperation, startRecorder } from './support.ts';

const operation = defineOperation({
  path: '/things/{thingId}/parts/{partId}/',
  places: { thingId: 'path', partId: 'path' },
});

/** Text with a taste for what walks a path. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '.',
      '/',
      '\\',
      '%',
      '2',
      'e',
      'E',
      'f',
      'F',
      '5',
      'c',
      ' ',
      '?',
      '#',
      ';',
      '\n',
      '\0',
      'a',
      'é',
    ),
  }),
);

function tryEncode(value: unknown): string | undefined {
  try {
    return encodePathValue('id', value);
  } catch (error) {
    if (error instanceof ArgumentError) return undefined;
    throw error;
  }
}

describe('encodePathValue', () => {
  it.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['.', 'step in a path'],
    ['..', 'step in a path'],
    ['%2e%2e', 'step in a path'],
    ['%252E.', 'step in a path'],
    [' .. ', 'step in a path'],
    ['a/b', 'separator'],
    ['..\\b', 'separator'],
    ['a%2fb', 'separator'],
    ['a%25252Fb', 'separator'],
    ['a%5c..', 'separator'],
    ['a%zz%2Fb', 'separator'],
    ['a\nb', 'control'],
    ['a%00', 'control'],
    ['\ud800', 'surrogate'],
    [null, 'null'],
    [['a'], 'a list'],
    [{}, 'object'],
    [Number.NaN, 'number'],
  ])('refuses %j', (value, problem) => {
    expect(() => encodePathValue('contactId', value)).toThrow(ArgumentError);
    expect(() => encodePathValue('contactId', value)).toThrow(problem);
  });

  it.each([
    ['ve9EPM428h8vShlRW1KT', 've9EPM428h8vShlRW1KT'],
    ['custom_objects.pet', 'custom_objects.pet'],
    ['...', '...'],
    ['100%', '100%25'],
    ['a?b#c;d', 'a%3Fb%23c%3Bd'],
    ['ü 漢', '%C3%BC%20%E6%BC%A2'],
    [42, '42'],
    [false, 'false'],
  ])('encodes %j', (value, encoded) => {
    expect(encodePathValue('id', value)).toBe(encoded);
  });

  it('does not repeat the value in its message', () => {
    expect(() => encodePathValue('email', 'someone@example.com/..')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('example.com') }),
    );
  });

  it('is one segment however often a gateway decodes it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const encoded = tryEncode(text);
        if (encoded === undefined) return;
        for (let reading = encoded; ; ) {
          expect(reading).not.toMatch(/[/\\]/);
          expect(['', '.', '..']).not.toContain(reading.trim());
          const next = reading.replace(/%[0-7][0-9a-f]/gi, (code) => decodeURIComponent(code));
          if (next === reading) return;
          reading = next;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('accepts every id without separators, dots and percent signs', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_+@:-]{1,40}$/), (text) => {
        expect(decodeURIComponent(encodePathValue('id', text))).toBe(text);
      }),
    );
  });
});

describe('buildPath', () => {
  it('keeps the template and its trailing slash', () => {
    const values = new Map([['id', { argument: 'id', value: '{id}' }]]);
    expect(buildPath('/things/{id}/notes/', values)).toBe('/things/%7Bid%7D/notes/');
  });

  it('names the value that is missing', () => {
    expect(() => buildPath('/things/{id}', new Map())).toThrow('id is missing');
  });
});

it('what a listener receives has the segments of the template and decodes to the values', async () => {
  const recorder = await startRecorder();
  const client = createTestClient(recorder.url, { deadlineMs: 1_000 });
  const accepted = fc.sample(hostileText, { numRuns: 3000, seed: 7 }).filter((text) => tryEncode(text) !== undefined);
  const sent = accepted.slice(0, 90);
  expect(sent.length).toBe(90);
  for (const text of sent) await client.execute(operation, { thingId: text, partId: text });
  recorder.requests.forEach(({ url }, index) => {
    const segments = url.split('/');
    expect(segments).toHaveLength(operation.path.split('/').length);
    expect(url).not.toContain('?');
    expect(segments.map(decodeURIComponent)).toEqual(['', 'things', sent[index], 'parts', sent[index], '']);
  });
});
