import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openState } from '../../../src/state/open.ts';
import { createFolder } from '../../support/run.ts';
import { isNew, openStore } from './support.ts';

const files = (path: string) => [path, `${path}-wal`, `${path}-shm`];
const readMode = (path: string) => (statSync(path).mode & 0o777).toString(8);

it('the file and its companions are for their owner only, and so is a folder that was made for them', async () => {
  const folder = join(createFolder('state'), 'new', 'folder');
  const path = join(folder, 'state.sqlite');
  const before = process.umask(0);
  try {
    await openStore(path).records.put('k', 'one', isNew);
  } finally {
    process.umask(before);
  }
  expect(files(path).map(readMode)).toEqual(['600', '600', '600']);
  expect([folder, join(folder, '..')].map(readMode)).toEqual(['700', '700']);
});

it('modes that are too loose are tightened, but not those of a folder that was there', async () => {
  const folder = join(createFolder('state'), 'shared');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const path = join(folder, 'state.sqlite');
  const first = openStore(path);
  await first.records.put('k', 'one', isNew);
  for (const file of files(path)) chmodSync(file, 0o664);
  expect(await openStore(path).records.get('k')).toMatchObject({ value: 'one' });
  expect(files(path).map(readMode)).toEqual(['600', '600', '600']);
  expect(readMode(folder)).toBe('755');
});

it('nothing is opened before it is needed', async () => {
  const folder = join(createFolder('state'), 'later');
  const state = await openState(folder);
  expect(state).toMatchObject({ description: join(folder, 'state.sqlite'), isDurable: true });
  expect(existsSync(folder)).toBe(false);
  await state.records.get('k');
  expect(existsSync(folder)).toBe(true);
  await state.close();
});

it('a folder that cannot be one is unreachable', async () => {
  const path = join(createFolder('state'), 'file');
  writeFileSync(path, '');
  const state = await openState(join(path, 'folder'));
  await expect(state.records.get('k')).rejects.toMatchObject({ name: 'StateError', problem: 'unreachable' });
});

it('memory is not durable, and other addresses are no stores', async () => {
  expect(await openState('memory')).toMatchObject({ description: 'memory', isDurable: false });
  await expect(openState('postgres://user:secret@host')).rejects.toMatchObject({
    problem: 'unreachable',
    message: expect.not.stringContaining('secret'),
  });
});
