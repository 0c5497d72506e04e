/** A call that was made with a key, and is repeated without it: an agent that forgot, or a person who tries again. */
import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { catchError } from '../support.ts';
import { args, findable, repeatable, single, startClient, startThings, TestStateClock } from './support.ts';

const withKey = { idempotencyKey: 'k' };

it('is answered from memory while the guard lasts, and is a new call afterwards', async () => {
  const server = await startThings();
  const clock = new TestStateClock();
  const { write } = startClient(server.url, { clock });
  await write(single, args, withKey);
  expect(await write(single, args)).toMatchObject({ replay: { by: 'content', isOwn: false } });
  expect(server.countWrites()).toBe(1);
  clock.advance(3_600_000);
  expect(await write(single, args)).not.toHaveProperty('replay');
  expect(server.countWrites()).toBe(2);
});

it('is not sent while nobody knows what became of the first', async () => {
  const server = await startThings();
  const clock = new TestStateClock();
  const { write } = startClient(server.url, { clock });
  server.fates.push('lose');
  await catchError(write(single, args, withKey));
  clock.advance(3_600_000);
  expect(await catchError(write(single, args))).toMatchObject({ kind: 'outcome_unknown', sent: 'unknown' });
  expect(server.countWrites()).toBe(1);
});

it('finds what the first has made', async () => {
  const server = await startThings();
  const { write } = startClient(server.url);
  server.fates.push('create-and-lose');
  await write(findable(), args, withKey).catch(() => {});
  const { data } = await write(findable(), args);
  expect(JSON.stringify(data)).toContain('thing1');
  expect(server.things).toHaveLength(1);
});

it('waits for the first, and gets its outcome', async () => {
  const server = await startThings();
  const { write } = startClient(server.url);
  const arrived = Promise.withResolvers<ServerResponse>();
  server.fates.push((response) => arrived.resolve(response));
  const first = write(single, args, withKey);
  const response = await arrived.promise;
  const second = write(single, args);
  response.writeHead(201, { 'content-type': 'application/json' }).end('{"thing":{"id":"held"}}');
  expect((await first).data).toEqual((await second).data);
  expect(server.countWrites()).toBe(1);
});

it('is sent where the first was refused, and where its content is another', async () => {
  const server = await startThings();
  const { write } = startClient(server.url);
  server.fates.push('refuse');
  await catchError(write(single, args, withKey));
  expect(await write(single, args)).toMatchObject({ status: 201 });
  expect(await write(single, { ...args, name: 'another' })).toMatchObject({ status: 201 });
  expect(server.countWrites()).toBe(3);
});

it('is sent where a new key says so, and where a repetition does no harm', async () => {
  const server = await startThings();
  const { write } = startClient(server.url);
  await write(single, args, withKey);
  await write(single, args, { idempotencyKey: 'new' });
  await write(repeatable, args, withKey).catch(() => {});
  await write(repeatable, args);
  expect(server.countWrites()).toBe(3);
});
