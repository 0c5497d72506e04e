/** Processes that die in the middle of a write, and processes that end. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { startNode } from '../../support/processes.ts';
import { catchError } from '../support.ts';
import { args, findable, makeStateFile, readEntries, single, startClient, startThings } from './support.ts';

const writer = fileURLToPath(new URL('./writer-process.ts', import.meta.url));
const withKey = { idempotencyKey: 'k' };

function startWriter(url: string, path: string) {
  const child = startNode([writer, url, path, 'k'], { isHeard: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  return { child, exited, readResult: () => JSON.parse(output.replace('begun', '')) as unknown };
}

it('what a process did that was killed before it heard the answer is found', async () => {
  const server = await startThings();
  const path = makeStateFile();
  const dying = startWriter(server.url, path);
  server.fates.push(() => {
    server.add();
    dying.child.kill('SIGKILL');
  });
  await dying.exited;
  expect(readEntries(path)).toMatchObject([{ state: 'sent' }]);
  const { write } = startClient(server.url, { path });
  const result = await write(findable(), args, withKey);
  expect(result).toMatchObject({ data: server.things[0], replay: { isFound: true, isOwn: false, by: 'key' } });
  expect(server.countWrites()).toBe(1);
});

it('where nothing can be looked for, it is unknown', async () => {
  const server = await startThings();
  const path = makeStateFile();
  const dying = startWriter(server.url, path);
  server.fates.push(() => void dying.child.kill('SIGKILL'));
  await dying.exited;
  const { write } = startClient(server.url, { path });
  expect(await catchError(write(single, args, withKey))).toMatchObject({ kind: 'outcome_unknown', sent: 'unknown' });
  expect(server.countWrites()).toBe(1);
});

it('a process waits for the call of another one, gets its outcome, and ends by itself', async () => {
  const server = await startThings();
  const path = makeStateFile();
  const { write } = startClient(server.url, { path });
  let other: ReturnType<typeof startWriter> | undefined;
  server.fates.push((response) => {
    other = startWriter(server.url, path);
    // It has begun: whether it waits already or comes later, it gets this outcome.
    other.child.stdout.once('data', () => response.writeHead(201).end('{"id":"x"}'));
  });
  await write(single, args, withKey);
  await other?.exited;
  expect(other?.readResult()).toEqual({ status: 201, isReplay: true });
  expect(server.countWrites()).toBe(1);
});

it('a process that has made its call ends by itself, and its sign of life goes with it', async () => {
  const server = await startThings();
  const path = makeStateFile();
  const { exited, readResult } = startWriter(server.url, path);
  expect(await exited).toEqual([0, null]);
  expect(readResult()).toEqual({ status: 201, isReplay: false });
  const { records } = startClient(server.url, { path });
  const kept = readEntries(path);
  expect(kept.map(({ state }) => state)).toEqual(['done', 'done']);
  for (const { owner } of kept) expect(await records.get(`owner:${owner}`)).toBeUndefined();
});
