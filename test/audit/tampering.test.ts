/** Whatever is done to the files, verifying finds it; and nothing where nothing was done. */
import { copyFileSync, cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendLink, readLine } from '../../src/audit/chain.ts';
import type { Entry, Line } from '../../src/audit/entry.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import { createFolder } from '../support/run.ts';
import { createCall, faultsOf, type Place, placeIn } from './support.ts';

const state = createSqliteState();
const root = createFolder('audit');
const original = join(root, 'original');
const folder = join(root, 'audit');
let place: Place;
let names: string[] = [];

const ROUNDS = 4;

/** Three chains, one after the other, the second by a process that also ran while the third did. */
beforeAll(async () => {
  place = placeIn(folder, state.records);
  const logs = [place.open(), place.open(), place.open()];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const log of logs.slice(0, round === 0 ? 3 : 2)) await log.append(createCall());
  }
  for (const log of logs) await log.close();
  names = place.list();
  cpSync(folder, original, { recursive: true });
});

afterAll(() => state.close());

/** Damages a fresh copy, which has to be in the same place. */
async function findFaults(damage: (path: string) => void, name: string): Promise<string[]> {
  cpSync(original, folder, { recursive: true });
  damage(join(folder, name));
  const faults = faultsOf(await place.verify());
  for (const each of place.list()) rmSync(join(folder, each));
  return faults;
}

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split(/(?<=\n)/);
const anyFile = fc.nat().map((index) => names[index % names.length] ?? '');

function parse(text: string): Line {
  const read = readLine(Buffer.from(text.trimEnd()));
  if ('fault' in read) throw new Error(read.fault);
  return read.line;
}

/** Somebody who knows how it is made, and gives a line and all after it new hashes. */
function rewrite(lines: readonly string[], change: (entries: Entry[]) => void): string {
  const entries = lines.map((text) => {
    const { seq, prev, hash, ...entry } = parse(text);
    return entry as Entry;
  });
  change(entries);
  let reached = { count: 0, hash: '0'.repeat(64) };
  let text = '';
  for (const entry of entries) {
    const link = appendLink(reached, entry);
    text += link.text;
    reached = { count: reached.count + 1, hash: link.hash };
  }
  return text;
}

describe('a log', () => {
  it('that nobody touched is whole', async () => {
    expect(await findFaults(() => {}, '')).toEqual([]);
  });

  it.each<[string, (path: string, at: number, value: number) => void]>([
    [
      'a byte is another',
      (path, at, value) => {
        const bytes = readFileSync(path);
        const index = at % bytes.length;
        bytes[index] = ((bytes[index] ?? 0) + 1 + (value % 255)) % 256;
        writeFileSync(path, bytes);
      },
    ],
    [
      'a byte is gone',
      (path, at) => {
        const bytes = readFileSync(path);
        const index = at % bytes.length;
        writeFileSync(path, Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + 1)]));
      },
    ],
    [
      'a byte is added',
      (path, at, value) => {
        const bytes = readFileSync(path);
        const index = at % (bytes.length + 1);
        writeFileSync(path, Buffer.concat([bytes.subarray(0, index), Buffer.of(value % 256), bytes.subarray(index)]));
      },
    ],
    ['the end is cut', (path, at) => truncateSync(path, at % readFileSync(path).length)],
    [
      'a line is removed',
      (path, at) => {
        const lines = linesOf(path);
        writeFileSync(path, lines.toSpliced(at % lines.length, 1).join(''));
      },
    ],
    [
      'two lines are swapped',
      (path, at) => {
        const lines = linesOf(path);
        const index = at % (lines.length - 1);
        const [first = '', second = ''] = lines.slice(index);
        writeFileSync(path, lines.toSpliced(index, 2, second, first).join(''));
      },
    ],
    [
      'a line is there twice',
      (path, at, value) => {
        const lines = linesOf(path);
        writeFileSync(path, lines.toSpliced(at % (lines.length + 1), 0, lines[value % lines.length] ?? '').join(''));
      },
    ],
    [
      'a line of another file is put in',
      (path, at, value) => {
        const lines = linesOf(path);
        const others = names.map((name) => join(folder, name)).filter((other) => other !== path);
        const foreign = others.flatMap(linesOf);
        writeFileSync(
          path,
          lines.toSpliced(at % (lines.length + 1), 0, foreign[value % foreign.length] ?? '').join(''),
        );
      },
    ],
    [
      'a line is changed, and all hashes after it made anew',
      (path, at) => {
        const lines = linesOf(path);
        const text = rewrite(lines, (entries) => {
          const index = at % entries.length;
          const entry = entries[index] as Entry;
          entries[index] =
            entry.kind === 'begin' ? { ...entry, version: '9.9.9' } : { ...entry, durationMs: entry.durationMs + 1 };
        });
        writeFileSync(path, text);
      },
    ],
    [
      'a line is removed, and all hashes after it made anew',
      (path, at) =>
        writeFileSync(
          path,
          rewrite(linesOf(path), (entries) => void entries.splice(at % entries.length, 1)),
        ),
    ],
    [
      'a well-made line is added at the end',
      (path) =>
        writeFileSync(
          path,
          rewrite(linesOf(path), (entries) => void entries.push(createCall())),
        ),
    ],
    ['the file is removed', (path) => rmSync(path)],
    ['the file is emptied', (path) => truncateSync(path, 0)],
    ['the file is renamed', (path) => renameSync(path, join(folder, '2020-01-01T000000.000Z-0123456789abcdef.ndjson'))],
    [
      'the file takes the place of another',
      (path) => {
        const other = names.map((name) => join(folder, name)).find((each) => each !== path) ?? '';
        copyFileSync(path, other);
      },
    ],
    ['a file of no log is beside it', () => writeFileSync(join(folder, 'more.ndjson'), '')],
  ])('%s', async (_what, damage) => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.nat(), fc.nat(), async (name, at, value) => {
        expect(await findFaults((path) => damage(path, at, value), name)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of which everything was removed is missed', async () => {
    rmSync(folder, { recursive: true, force: true });
    expect(faultsOf(await place.verify())).toHaveLength(names.length);
  });
});

it('says in which line the fault is', async () => {
  cpSync(original, folder, { recursive: true });
  const path = join(folder, names[0] ?? '');
  const lines = linesOf(path);
  writeFileSync(path, lines.with(2, (lines[2] ?? '').replace('"sent":"yes"', '"sent":"no"')).join(''));
  const { findings } = await place.verify();
  expect(findings).toEqual([expect.objectContaining({ severity: 'fault', file: names[0], line: 3 })]);
});
