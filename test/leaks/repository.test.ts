/** What is in the repository, fixtures and snapshots too: invented people at reserved addresses, and tokens that open nothing. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../support/processes.ts';
import { createLeakFinder } from './find.ts';

const root = join(import.meta.dirname, '../..');

const allowed = [
  // RFC 2606 and 6761.
  /^(@|%40|\\u0040)([\w-]+\.)*(example\.(com|net|org)|[\w-]+\.(test|invalid|example))$/i,
  // 555-0100 to 555-0199 in any area of North America; Britain's and Berlin's numbers for plays.
  /^(\+|%2B|\\u002B)?1?[ .-]?\(?\d{3}\)?[ .-]?555[ .-]?01\d\d$/i,
  /^(\+|%2B)44 ?7700 ?900/i,
  /^(\+|%2B)49 ?30 ?23125/i,
  // Words in place of a token, and numbers that nobody is given.
  /^pit-(?![\da-f]{8}-)/i,
  /^pit-(sandbox-)?(0{8}-|1{8}-2222-)/,
  /^Bearer (pit-|0123456789abcdef)/,
  // What the sandbox prints for everybody.
  /^sandbox-(client-secret|code-|refresh-0123)/,
];

const find = createLeakFinder({ allowed });

it('has no address, no number and no token of anybody', () => {
  const { stdout } = runProcess('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  // What is deleted but not yet so in the index is listed, too.
  const isFile = (path: string): boolean => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
  const files = stdout.split('\0').filter(isFile);
  expect(files.length).toBeGreaterThan(1_000);
  const leaks = files.flatMap((path) => find(readFileSync(join(root, path))).map((leak) => ({ path, ...leak })));
  expect(leaks).toEqual([]);
});

describe('such a look', () => {
  // In parts, or it would be found here.
  const at = '@';
  it.each([
    ['an address', `jane${at}acme-dental.com`],
    ['an address that only begins like a reserved one', `jane${at}example.com.acme-dental.com`],
    ['a number', `+${14_155_559_999}`],
    ['a number, as Americans write it', `(415) ${555}-9999`],
    ['a token', `pit-${'3f2a9c1e'}-7b4d-4e6f-8a90-b1c2d3e4f506`],
  ])('would find %s', (_what, value) => {
    expect(find(Buffer.from(`'${value}'`))).toHaveLength(1);
  });
});
