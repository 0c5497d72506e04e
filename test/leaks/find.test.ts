/** That the look through a run's files finds what it looks for, however it is written, and shows none of it. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLeakFinder } from './find.ts';

const find = createLeakFinder({ secrets: ['correct horse battery', 'q9/Zk+w0=='] });
const findIn = (text: string) => find(Buffer.from(text));

const address = 'lena.ort@example.com';
const number = '+12025550147';
const token = 'pit-00000000-0000-4000-8000-000000000009';
const jwt = [{ alg: 'none' }, { sub: 'somebody' }].map((part) =>
  Buffer.from(JSON.stringify(part)).toString('base64url'),
);

const leaks: readonly [string, string][] = [
  ['a private integration token', token],
  ['a JWT', `${jwt.join('.')}.c2lnbmF0dXJl`],
  ['a bearer token', 'Authorization: Bearer 0123456789abcdef'],
  ['a token of a client of ours', `hlmcp_${'Ab0_-'.repeat(8)}x`],
  ['a refresh token of the sandbox', 'sandbox-refresh-0123456789abcdef01234567'],
  ['the client secret of the sandbox', 'sandbox-client-secret'],
  ['a secret without a shape', 'correct horse battery'],
  ['one in a URL', 'correct%20horse%20battery'],
  ['one that is base64 itself', 'q9/Zk+w0=='],
  ['an e-mail address', address],
  ['one in capitals', 'LENA@EXAMPLE.COM'],
  ['one of one letter', 'b@example.com'],
  ['one with a subdomain', 'kim@harbor-dental.example.org'],
  ['one in a URL', 'lena.ort%40example.com'],
  ['one as JSON may escape it', 'lena\\u0040example.com'],
  ['a telephone number', number],
  ['one as people write it', '+1 (202) 555-0147'],
  ['one in a URL', '%2B12025550147'],
  ['one as Americans write it', '(202) 555-0147'],
  ['one with dashes', '202-555-0147'],
];

describe('is found', () => {
  it.each(leaks)('%s: %s', (_what, value) => {
    expect(findIn(`{"a":"${value}"}`)).not.toEqual([]);
  });

  it.each([0, 1, 2, 3])('in base64, of either alphabet, behind %i other bytes', (others) => {
    const behind = 'x'.repeat(others);
    for (const value of [address, number, token]) {
      for (const encoding of ['base64', 'base64url'] as const) {
        const text = Buffer.from(`${behind}{"value":"${value}"}`).toString(encoding);
        expect(findIn(`{"a":"${text}"}`).map(({ kind }) => kind)).toContainEqual(expect.stringContaining('in base64'));
      }
    }
  });

  it('in base64 of any length, wherever it stands', () => {
    for (const before of [6_100, 6_140, 100_000]) {
      const text = Buffer.from(`${'x'.repeat(before)} ${address} ${'y'.repeat(50_000)}`).toString('base64');
      expect(findIn(text)).not.toEqual([]);
    }
  });

  it('between bytes that are no text', () => {
    const noise = randomBytes(2_000);
    for (const [, value] of leaks) {
      expect(find(Buffer.concat([noise, Buffer.from([0]), Buffer.from(value), Buffer.from([0]), noise]))).not.toEqual(
        [],
      );
    }
  });

  it('each time that it is there, with what is about it and without it', () => {
    const found = findIn(`{"email":"${address}","phone":"${number}","token":"${token}"} and ${token}`);
    expect(found.map(({ class: leakClass }) => leakClass)).toEqual(['secret', 'secret', 'person', 'person']);
    for (const { excerpt } of found) expect(excerpt).not.toMatch(/lena|555|0009/);
    expect(found[2]?.excerpt).toContain('email');
  });
});

describe('is no finding', () => {
  it.each([
    ['an id of HighLevel', '{"contactId":"ocQHyuzHvysMo5N5VsXc"}'],
    ['a UUID', '00000000-0000-4000-8000-000000000001'],
    ['a time', '2026-11-29T18:00:00.000+01:00 1795993010867'],
    ['a hash', '5f4dcc3b5aa765d61d8327deb882cf99f0e1d2c3b4a5968778695a4b3c2d1e0f'],
    ['a package', 'highlevel-mcp@0.1.0 and @modelcontextprotocol/client@2.4.0'],
    ['a location of a line', 'at run (file:///srv/app/dist/chunk-47R4OX4D.js:1002:15)'],
    ['a redacted header', 'Bearer [redacted]'],
    ['a word with pit', 'cockpit-view, pit-'],
    ['an address of a server', 'redis://127.0.0.1:6379'],
  ])('%s', (_what, text) => {
    expect(findIn(text)).toEqual([]);
  });

  it('a megabyte of noise, nor in base64', () => {
    const noise = randomBytes(1_000_000);
    expect(find(noise)).toEqual([]);
    expect(findIn(noise.toString('base64'))).toEqual([]);
  });

  it('ten megabytes of one letter, which no expression chokes on', () => {
    for (const letter of ['x', '1', '-', '=']) expect(findIn(letter.repeat(10_000_000))).toEqual([]);
  });
});
