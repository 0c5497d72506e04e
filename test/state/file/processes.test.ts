import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { createFolder } from '../../support/run.ts';
import { catchStateError, isNew, openStore, startWorker } from './support.ts';
import type { Grant } from './worker.ts';

it('two processes that write the same records have one winner for each', async () => {
  const path = join(createFolder('state'), 'state.sqlite');
  const keys = Array.from({ length: 2_000 }, (_, index) => `k${index}`);
  const workers = await Promise.all([startWorker(), startWorker()]);
  const won = (await Promise.all(workers.map((worker) => worker.run({ kind: 'claim', paths: [path], keys })))) as [
    string[],
    string[],
  ];
  expect(won.flat().toSorted()).toEqual(keys.toSorted());
  const { records } = openStore(path);
  for (const [index, { child }] of workers.entries()) {
    for (const key of won[index] ?? []) expect((await records.get(key))?.value).toBe(`${child.pid}`);
  }
});

it('processes that find no file, or an empty one, make its tables together', async () => {
  const folder = createFolder('state');
  const paths = Array.from({ length: 25 }, (_, index) => join(folder, `${index}`, 'state.sqlite'));
  const workers = await Promise.all([startWorker(), startWorker(), startWorker()]);
  const won = await Promise.all(workers.map((worker) => worker.run({ kind: 'claim', paths, keys: ['k'] })));
  expect(won.flat()).toHaveLength(paths.length);
});

it('two processes that share a window never go over its limit', async () => {
  const path = join(createFolder('state'), 'state.sqlite');
  const options = { rule: { limit: 25, intervalMs: 100, dailyLimit: 10_000 }, margin: 0, reserve: 0 };
  const workers = await Promise.all([startWorker(), startWorker()]);
  const grants = (
    await Promise.all(workers.map((worker) => worker.run({ kind: 'take', path, count: 200, options })))
  ).flat() as Grant[];
  expect(grants).toHaveLength(400);
  for (const { askedAt } of grants) {
    const within = grants.filter((other) => other.askedAt >= askedAt && other.givenAt < askedAt + 100);
    expect(within.length).toBeLessThanOrEqual(25);
  }
});

it('a process that is killed while it writes leaves a sound store with all that it had confirmed', async () => {
  const path = join(createFolder('state'), 'state.sqlite');
  const confirmed: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const { child } = await startWorker();
    const enough = Promise.withResolvers<void>();
    child.on('message', (key) => {
      confirmed.push(String(key));
      if (confirmed.length >= (round + 1) * 150) enough.resolve();
    });
    child.send({ kind: 'write', path, round });
    await enough.promise;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
  const { records } = openStore(path);
  const found = await Promise.all(confirmed.map((key) => records.get(key)));
  expect(found.filter((record) => record === undefined)).toEqual([]);
  const database = new DatabaseSync(path);
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  database.close();
});

it('a process that never lets go makes the others say so', async () => {
  const path = join(createFolder('state'), 'state.sqlite');
  const { records } = openStore(path);
  const version = await records.put('k', 'one', isNew);
  const holder = new DatabaseSync(path);
  holder.exec('BEGIN IMMEDIATE');
  expect(await catchStateError(records.put('k2', 'two', isNew))).toMatchObject({ problem: 'busy' });
  expect(await records.get('k')).toMatchObject({ version });
  holder.exec('ROLLBACK');
  holder.close();
  expect(await records.put('k2', 'two', isNew)).toBeTypeOf('string');
});
