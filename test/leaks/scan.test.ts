/** A run with something planted in each place where something can be. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import { createFolder, declare } from '../support/run.ts';
import { type Declaration, openRun, type Run } from './places.ts';
import { scanRun } from './scan.ts';

const token = 'pit-00000000-0000-4000-8000-000000000009';
const address = 'lena.ort@example.com';

let run: Run;

beforeEach(() => {
  run = openRun(createFolder('scan'));
  declare({ path: run.root, holds: ['secret', 'person'], why: 'planted, to be found' });
});

const declareIn = (declaration: Declaration): void =>
  appendFileSync(run.declarations, `${JSON.stringify(declaration)}\n`);

const findPlaces = (): string[] => [...new Set(scanRun(run).leaks.map(({ path }) => path))];

describe('is found', () => {
  it.each([
    ['a log', 'logs/1.log'],
    ['an error message', 'errors/1.ndjson'],
    ['a folder of a test', 'folders/state/deep/audit.ndjson'],
    ['the home', 'home/.local/share/highlevel-mcp/vault.key'],
  ])('what stands in %s', (_what, path) => {
    const file = join(run.root, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, `first line\nsecond ${token}\n`);
    expect(findPlaces()).toEqual([path]);
  });

  it('what a state holds, in the database or its log', async () => {
    const state = createSqliteState({ path: join(run.folders, 'state.sqlite') });
    await state.records.put('k', `{"email":"${address}"}`, { expected: 'absent', keepMs: 60_000 });
    expect(findPlaces()).not.toEqual([]);
    await state.close();
    expect(findPlaces()).toEqual(['folders/state.sqlite']);
  });

  it('a secret without a shape that a process was given', () => {
    appendFileSync(run.secrets, `${JSON.stringify('correct horse battery')}\n`);
    writeFileSync(join(run.logs, '1.log'), 'the key is correct horse battery\n');
    expect(scanRun(run).leaks).toEqual([expect.objectContaining({ kind: 'known secret', path: 'logs/1.log' })]);
  });

  it('what nobody may read', () => {
    const folder = join(run.folders, 'closed');
    mkdirSync(folder);
    writeFileSync(join(folder, 'file'), address, { mode: 0o000 });
    expect(findPlaces()).toEqual(['folders/closed/file']);
  });
});

describe('a declaration', () => {
  const place = () => join(run.folders, 'exports');

  beforeEach(() => {
    mkdirSync(place());
    writeFileSync(join(place(), 'all.csv'), `email\n${address}\n`);
  });

  it('lets be what it names', () => {
    declareIn({ path: place(), holds: ['person'], why: 'an export' });
    expect(scanRun(run)).toMatchObject({ leaks: [], idle: [], declarations: 1 });
  });

  it('covers no other class, and no other place', () => {
    declareIn({ path: place(), holds: ['person'], why: 'an export' });
    writeFileSync(join(place(), 'other.csv'), token);
    writeFileSync(join(run.folders, 'beside.csv'), address);
    expect(findPlaces()).toEqual(['folders/beside.csv', 'folders/exports/other.csv']);
  });

  it('that covers nothing is told', () => {
    declareIn({ path: place(), holds: ['person'], why: 'an export' });
    declareIn({ path: join(run.folders, 'another'), holds: ['person'], why: 'an export' });
    declareIn({ path: join(run.folders, 'nothing'), holds: ['secret'], why: 'not any more' });
    expect(scanRun(run).idle).toEqual(['not any more']);
  });
});

it('says how much it has looked through', () => {
  writeFileSync(join(run.logs, '1.log'), 'a\nb\n');
  writeFileSync(join(run.errors, '1.ndjson'), '"c"\n');
  expect(scanRun(run)).toMatchObject({ files: 2, bytes: 8, logLines: 2, errorMessages: 1, leaks: [] });
});
