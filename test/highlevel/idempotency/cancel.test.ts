/** Writes that are called off. */
import { getEventListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createRateLimiter } from '../../../src/highlevel/rate-limit/limiter.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import { FakeClock, settle } from '../fake-clock.ts';
import { catchError, startTcpServer } from '../support.ts';
import {
  args,
  findable,
  listThings,
  makeStateFile,
  readEntries,
  repeatable,
  single,
  startClient,
  startThings,
} from './support.ts';

const withKey = { idempotencyKey: 'k' };

describe('a write that is called off on its way', () => {
  it('is heard out, and its outcome kept for whoever asks next', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const controller = new AbortController();
    const arrived = Promise.withResolvers<ServerResponse>();
    server.fates.push((response) => {
      arrived.resolve(response);
      controller.abort();
    });
    const error = await catchError(write(single, args, { ...withKey, signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'cancelled', sent: 'unknown', outcome: 'unknown' });
    const waiting = write(single, args, withKey);
    (await arrived.promise).writeHead(201, { 'content-type': 'application/json' }).end('{"id":"x"}');
    expect(await waiting).toMatchObject({ data: { id: 'x' }, replay: { by: 'key', isOwn: false } });
    expect(server.countWrites()).toBe(1);
  });

  it('and loses its answer is unknown afterwards, and looked for', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const controller = new AbortController();
    server.fates.push((response) => {
      server.add();
      controller.abort();
      setImmediate(() => response.destroy());
    });
    const error = await catchError(write(findable(), args, { ...withKey, signal: controller.signal }));
    expect(error.sent).not.toBe('no');
    expect(error.outcome).toBe('unknown');
    expect(await write(findable(), args, withKey)).toMatchObject({ data: server.things[0], replay: { isFound: true } });
    expect(server.countWrites()).toBe(1);
  });

  it('between two tries does not claim that nothing was sent, and is not tried again', async () => {
    const server = await startThings();
    const { write, client } = startClient(server.url, { options: { deadlineMs: 30_000 } });
    const controller = new AbortController();
    server.fates.push((response) => {
      response.on('close', () => setImmediate(() => controller.abort()));
      response.destroy();
    });
    const error = await catchError(write(repeatable, args, { signal: controller.signal }));
    expect(error.sent).not.toBe('no');
    expect(error.outcome).toBe('unknown');
    await client.close();
    expect(server.countWrites()).toBe(1);
  });
});

describe('a write that is called off before it leaves', () => {
  it('sends nothing and leaves nothing, wherever it is just then', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const { write, client } = startClient(server.url, { path, options: { deadlineMs: 30_000 } });
    for (let turns = 0; turns < 40; turns++) {
      const controller = new AbortController();
      const context = { signal: controller.signal, idempotencyKey: `k${turns}` };
      const call = write(single, { ...args, name: `n${turns}` }, context).then(
        () => 'done',
        (error: { sent?: string }) => error.sent,
      );
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      controller.abort();
      const sent = await call;
      if (sent === 'no') expect(server.things.map(({ name }) => name)).not.toContain(`n${turns}`);
    }
    await client.close();
    const claimed = readEntries(path).filter(({ state }) => state === 'claimed' || state === 'sent');
    expect(claimed).toEqual([]);
  });

  it('while it connects, too', async () => {
    const controller = new AbortController();
    const server = await startTcpServer(() => controller.abort());
    const path = makeStateFile();
    const { write } = startClient(server.url.replace('http:', 'https:'), { path });
    const error = await catchError(write(single, args, { ...withKey, signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'cancelled', sent: 'no', outcome: 'not-done' });
    expect(readEntries(path)).toEqual([]);
  });

  it('while it waits for the limit, too', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const limits = { rule: { limit: 1, intervalMs: 60_000, dailyLimit: 10 } };
    const { write } = startClient(server.url, { path, options: { limits, deadlineMs: 600_000 } });
    await write(single, { ...args, name: 'first' });
    const controller = new AbortController();
    const waiting = catchError(write(single, args, { ...withKey, signal: controller.signal }));
    await settle();
    controller.abort();
    expect(await waiting).toMatchObject({ kind: 'cancelled', sent: 'no', outcome: 'not-done' });
    expect(readEntries(path)).toHaveLength(1);
    expect(server.countWrites()).toBe(1);
  });
});

it('leave that comes just when the call is called off is given back', async () => {
  for (let turns = 0; turns < 30; turns++) {
    const clock = new FakeClock();
    const now = () => clock.now();
    const { windows } = createSqliteState({ clock: { monotonicMs: now, wallMs: now, boot: 'test' } });
    const limiter = createRateLimiter({ windows, clock });
    const controller = new AbortController();
    const call = limiter.acquire('b', { signal: controller.signal, maxWaitMs: 1_000 }).then(
      (slot) => slot.release(),
      () => {},
    );
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    controller.abort();
    await call;
    await settle();
    expect(clock.hasTimers, `after ${turns} turns`).toBe(false);
    expect((await limiter.peek('b')).used, `after ${turns} turns`).toBe(0);
  }
});

it('calls leave nobody listening to a signal that outlives them', async () => {
  const server = await startThings();
  const { write, client } = startClient(server.url, { options: { deadlineMs: 30_000 } });
  const { signal } = new AbortController();
  server.fates.push('create', 'refuse', 'limit', 'lose');
  const calls = Array.from({ length: 12 }, (_, n) => write(single, { ...args, size: n % 6 }, { signal }));
  calls.push(client.execute(listThings, {}, { signal }), write(repeatable, args, { signal }));
  await Promise.allSettled(calls);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
