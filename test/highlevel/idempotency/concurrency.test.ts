import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createPrivateIntegrationTokens } from '../../../src/highlevel/auth/private-integration.ts';
import { createSeal } from '../../../src/highlevel/idempotency/seal.ts';
import type { Records } from '../../../src/state/state.ts';
import { catchError, token } from '../support.ts';
import {
  args,
  findable,
  makeStateFile,
  nameEntries,
  plantEntry,
  plantLife,
  single,
  startClient,
  startThings,
  TestStateClock,
} from './support.ts';

const withKey = { idempotencyKey: 'k' };

/** A fate that holds the answer back until it is told. */
function holdAnswer() {
  const arrived = Promise.withResolvers<ServerResponse>();
  return { fate: (response: ServerResponse) => arrived.resolve(response), arrived: arrived.promise };
}

function accept(response: ServerResponse): void {
  response.writeHead(201, { 'content-type': 'application/json' }).end('{"thing":{"id":"held"}}');
}

function refuse(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'application/json' }).end('{"message":"name is bad"}');
}

/** Resolves when somebody has found an entry under way, so that it waits. */
function watchReads(name: string, count: number) {
  const seen = Promise.withResolvers<void>();
  let left = count;
  const wrap = (records: Records): Records => ({
    ...records,
    async get(key) {
      const found = await records.get(key);
      if (key === name && found?.value.includes('"sent"')) left -= 1;
      if (left <= 0) seen.resolve();
      return found;
    },
  });
  return { wrap, seen: seen.promise };
}

describe('many calls at once', () => {
  it.each([
    ['a key', withKey],
    ['no key', {}],
  ])('of one client with %s are one request, and all get its outcome', async (_, context) => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const results = await Promise.all(Array.from({ length: 50 }, () => write(single, args, context)));
    expect(server.countWrites()).toBe(1);
    expect(new Set(results.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(results.filter(({ replay }) => replay === undefined)).toHaveLength(1);
  });

  it('of two clients on one state are one request too', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const clients = [startClient(server.url, { path }), startClient(server.url, { path })];
    const calls = Array.from({ length: 40 }, (_, index) => clients[index % 2]?.write(single, args, withKey));
    const results = await Promise.all(calls);
    expect(server.countWrites()).toBe(1);
    expect(results.every((result) => result?.status === 201)).toBe(true);
    expect(results.filter((result) => result?.replay === undefined)).toHaveLength(1);
  });

  it('with other keys do not wait for each other', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const { fate, arrived } = holdAnswer();
    server.fates.push(fate);
    const slow = write(single, args, { idempotencyKey: 'slow' });
    const held = await arrived;
    expect(await write(single, args, { idempotencyKey: 'quick' })).toMatchObject({ status: 201 });
    accept(held);
    await slow;
  });

  it('with the key of a call under way and other arguments are refused at once', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const { fate, arrived } = holdAnswer();
    server.fates.push(fate);
    const first = write(single, args, withKey);
    const held = await arrived;
    expect((await catchError(write(single, { ...args, name: 'table' }, withKey))).kind).toBe('key_reused');
    accept(held);
    await first;
  });
});

describe('who waits for another call', () => {
  it.each(['of its own client', 'of another client'])('%s gets its refusal and sends nothing', async (where) => {
    const server = await startThings();
    const path = makeStateFile();
    const { byKey = '' } = await nameEntries('k');
    const { wrap, seen } = watchReads(byKey, 2);
    const own = startClient(server.url, { path, wrap });
    const other = where === 'of its own client' ? own : startClient(server.url, { path });
    const { fate, arrived } = holdAnswer();
    server.fates.push(fate);
    const first = catchError(other.write(single, args, withKey));
    const held = await arrived;
    const waiting = [1, 2].map(() => catchError(own.write(single, args, withKey)));
    await seen;
    refuse(held);
    const facts = { kind: 'refused', sent: 'yes', outcome: 'not-done', status: 400, messages: ['name is bad'] };
    for (const error of await Promise.all([first, ...waiting])) expect(error).toMatchObject(facts);
    expect(server.countWrites()).toBe(1);
  });

  it('sends itself when the other one left nothing behind', async () => {
    const server = await startThings();
    const { byKey = '' } = await nameEntries('k');
    const state = new TestStateClock();
    const { write, records } = startClient(server.url, { clock: state });
    await plantLife(records);
    await plantEntry(records, { state: 'claimed' }, 'k');
    const waiting = write(single, args, withKey);
    const claim = await records.get(byKey);
    await records.remove(byKey, claim?.version ?? '');
    expect(await waiting).not.toHaveProperty('replay');
  });

  it('stops waiting when it is called off, and the other call goes on', async () => {
    const server = await startThings();
    const { byKey = '' } = await nameEntries('k');
    const { wrap, seen } = watchReads(byKey, 1);
    const { write } = startClient(server.url, { wrap });
    const { fate, arrived } = holdAnswer();
    server.fates.push(fate);
    const first = write(single, args, withKey);
    const held = await arrived;
    const controller = new AbortController();
    const waiting = catchError(write(single, args, { ...withKey, signal: controller.signal }));
    await seen;
    controller.abort();
    expect((await waiting).kind).toBe('cancelled');
    accept(held);
    expect(await first).toMatchObject({ status: 201 });
  });

  it('is told that it is under way when its own time is over', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const { fate, arrived } = holdAnswer();
    server.fates.push(fate);
    const first = write(single, args, withKey);
    const held = await arrived;
    const error = await catchError(write(single, args, { ...withKey, deadlineMs: 1 }));
    expect(error).toMatchObject({ kind: 'under_way', sent: 'no', outcome: 'unknown' });
    expect(error.advice).toContain('Repeat it unchanged');
    accept(held);
    await first;
    expect((await write(single, args, withKey)).data).toEqual({ thing: { id: 'held' } });
  });
});

describe('an entry of another process', () => {
  it.each(['claimed', 'sent'] as const)('that lives and has %s is waited for until the deadline', async (state) => {
    const server = await startThings();
    const { write, records } = startClient(server.url);
    await plantLife(records);
    await plantEntry(records, { state }, 'k');
    const error = await catchError(write(single, args, { ...withKey, deadlineMs: 100 }));
    expect(error).toMatchObject({ kind: 'under_way', sent: 'no', outcome: 'unknown' });
    expect(server.countWrites()).toBe(0);
  });

  it('that died before it sent is taken over', async () => {
    const server = await startThings();
    const { write, records } = startClient(server.url);
    await plantEntry(records, { state: 'claimed' }, 'k');
    expect(await write(single, args, withKey)).toMatchObject({ status: 201 });
    expect(server.countWrites()).toBe(1);
  });

  it('that died after it sent is looked for', async () => {
    const server = await startThings();
    const { write, records } = startClient(server.url);
    await plantEntry(records, { state: 'sent' }, 'k');
    const { id } = server.add();
    expect(await write(findable(), args, withKey)).toMatchObject({
      data: { id },
      replay: { isFound: true, isOwn: false },
    });
    expect(server.countWrites()).toBe(0);
  });

  it('that has not been heard of for longer than its lease counts as dead', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write, records } = startClient(server.url, { clock });
    await plantLife(records);
    await plantEntry(records, { state: 'claimed' }, 'k');
    clock.advance(10_001);
    expect(await write(single, args, withKey)).toMatchObject({ status: 201 });
  });

  it('whose sign of life makes no sense counts as dead', async () => {
    const server = await startThings();
    const { write, records } = startClient(server.url);
    await records.put('owner:other', 'what?', { expected: 'absent', keepMs: 1_000 });
    await plantEntry(records, { state: 'claimed' }, 'k');
    expect(await write(single, args, withKey)).toMatchObject({ status: 201 });
  });
});

it('whoever is overtaken between its claim and its departure sends nothing and gets the other one’s outcome', async () => {
  const server = await startThings();
  const { byKey = '' } = await nameEntries('k');
  let isOvertaken = false;
  /** Somebody who takes this process for dead makes the same call just before it leaves. */
  const wrap = (records: Records): Records => ({
    ...records,
    async put(key, value, options) {
      if (key === byKey && value.includes('"sent"') && !isOvertaken) {
        isOvertaken = true;
        const seal = createSeal(createPrivateIntegrationTokens([{ token }]).deriveKey('journal'));
        const outcome = seal.close('{"status":201,"kind":"json","data":{"thing":{"id":"theirs"}}}', key);
        await plantEntry(records, { state: 'done', outcome }, 'k');
      }
      return records.put(key, value, options);
    },
  });
  const { write } = startClient(server.url, { wrap });
  const result = await write(single, args, withKey);
  expect(result).toMatchObject({ data: { thing: { id: 'theirs' } }, replay: { by: 'key', isOwn: false } });
  expect(server.countWrites()).toBe(0);
});

it('calls that begin while the first sign of life is being written wait for it', async () => {
  const server = await startThings();
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const wrap = (records: Records): Records => ({
    ...records,
    async put(key, value, options) {
      if (key.startsWith('owner:')) await gate.promise;
      order.push(key.split(':')[0] ?? '');
      return records.put(key, value, options);
    },
  });
  const { write } = startClient(server.url, { wrap });
  const calls = ['one', 'two'].map((name) => write(single, { ...args, name }));
  setImmediate(() => gate.resolve());
  await Promise.all(calls);
  expect(order[0]).toBe('owner');
});
