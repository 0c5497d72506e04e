import { describe, expect, it } from 'vitest';
import { createPrivateIntegrationTokens } from '../../../src/highlevel/auth/private-integration.ts';
import { catchError, token } from '../support.ts';
import {
  args,
  createOther,
  createThing,
  repeatable,
  single,
  startClient,
  startThings,
  TestStateClock,
} from './support.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe('with an idempotency key', () => {
  it('the same call again is answered with the first outcome, and nothing is sent', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const first = await write(single, args, { idempotencyKey: 'k' });
    const second = await write(single, args, { idempotencyKey: 'k' });
    expect(first).not.toHaveProperty('replay');
    expect(second).toMatchObject({
      status: 201,
      data: first.data,
      replay: { by: 'key', isOwn: false, isFound: false },
    });
    expect(server.countWrites()).toBe(1);
  });

  it.each(['k', '', 'ключ \u{1f511}', 'a:b"c'])('%j is a key', async (idempotencyKey) => {
    const server = await startThings();
    const { write } = startClient(server.url, { options: { idempotency: { guardMs: 0 } } });
    await write(single, args, { idempotencyKey });
    expect((await write(single, args, { idempotencyKey })).replay).toMatchObject({ by: 'key' });
  });

  it('an idempotent operation is answered from memory too, and without one it is always sent', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    await write(repeatable, args, { idempotencyKey: 'k' });
    expect((await write(repeatable, args, { idempotencyKey: 'k' })).replay).toMatchObject({ by: 'key' });
    expect(server.countWrites()).toBe(1);
    expect(await write(repeatable)).not.toHaveProperty('replay');
    expect(await write(repeatable)).not.toHaveProperty('replay');
    expect(server.countWrites()).toBe(3);
  });

  it('other arguments are refused, and so is another operation', async () => {
    const server = await startThings();
    const { write, client } = startClient(server.url);
    await write(single, args, { idempotencyKey: 'k' });
    const calls = [
      write(single, { ...args, name: 'table' }, { idempotencyKey: 'k' }),
      client.execute(createOther, args, { effect: single, idempotencyKey: 'k' }),
    ];
    for (const call of calls) {
      const error = await catchError(call);
      expect(error).toMatchObject({ kind: 'key_reused', sent: 'no', outcome: 'not-done' });
      expect(error.message).toContain('POST /things/');
    }
    expect(server.countWrites()).toBe(1);
  });

  it('a refusal frees the key, for the same call and for a corrected one', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    server.fates.push('refuse', 'refuse');
    for (const _ of [1, 2]) {
      expect((await catchError(write(single, args, { idempotencyKey: 'k' }))).kind).toBe('refused');
    }
    const corrected = await write(single, { ...args, name: 'stool' }, { idempotencyKey: 'k' });
    expect(corrected).toMatchObject({ status: 201, data: { thing: { name: 'stool' } } });
    expect(server.countWrites()).toBe(3);
  });

  it('the key stands for its call for 24 hours', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    await write(single, args, { idempotencyKey: 'k' });
    clock.advance(24 * hourMs);
    expect((await write(single, args, { idempotencyKey: 'k' })).replay).toMatchObject({ ageMs: 24 * hourMs });
    clock.advance(1);
    expect(await write(single, args, { idempotencyKey: 'k' })).not.toHaveProperty('replay');
    expect(server.countWrites()).toBe(2);
  });

  it('keys of other locations and of other tokens are other keys', async () => {
    const server = await startThings();
    const tokens = createPrivateIntegrationTokens([
      { token, level: 'agency' },
      { token: 'pit-another-one', locationId: 'L3' },
    ]);
    const { write } = startClient(server.url, { options: { tokens } });
    for (const locationId of ['L1', 'L2', 'L3']) {
      const result = await write(single, { ...args, locationId }, { idempotencyKey: 'k' });
      expect(result).not.toHaveProperty('replay');
    }
    expect(server.countWrites()).toBe(3);
  });

  it('two keys mean two calls, though their content is the same', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    await write(single, args, { idempotencyKey: 'one' });
    await write(single, args, { idempotencyKey: 'two' });
    expect(server.countWrites()).toBe(2);
    expect((await write(single, args, { idempotencyKey: 'one' })).data).toMatchObject({ thing: { id: 'thing1' } });
    expect((await write(single, args, { idempotencyKey: 'two' })).data).toMatchObject({ thing: { id: 'thing2' } });
  });
});

describe('without a key', () => {
  it.each<[string, object, object]>([
    [
      'the order of fields',
      { locationId: 'L1', name: 'x', size: { a: 1, b: 2 } },
      { size: { b: 2, a: 1 }, name: 'x', locationId: 'L1' },
    ],
    ['how accents are composed', { ...args, name: 'Zo\u00eb' }, { ...args, name: 'Zoe\u0308' }],
    ['a field that is undefined', args, { ...args, size: undefined }],
    ['half a character', { ...args, name: 'x\ud83d' }, { ...args, name: 'x\ud83d' }],
  ])('an identical call is a repetition, whatever %s', async (_, one, other) => {
    const server = await startThings();
    const { write } = startClient(server.url);
    await write(single, { ...one });
    expect((await write(single, { ...other })).replay).toMatchObject({ by: 'content', isOwn: false });
    expect(server.countWrites()).toBe(1);
  });

  it.each<[string, object, object]>([
    ['a value', args, { ...args, name: 'table' }],
    ['the order of a list', { ...args, tags: ['a', 'b'] }, { ...args, tags: ['b', 'a'] }],
    ['text and number', { ...args, size: '1' }, { ...args, size: 1 }],
    ['null and nothing', { ...args, size: null }, args],
    ['the location', args, { ...args, locationId: 'L2' }],
  ])('calls that differ by %s are two', async (_, one, other) => {
    const server = await startThings();
    const { write } = startClient(server.url);
    await write(single, { ...one });
    expect(await write(single, { ...other })).not.toHaveProperty('replay');
    expect(server.countWrites()).toBe(2);
  });

  it('another operation with the same arguments is another call', async () => {
    const server = await startThings();
    const { write, client } = startClient(server.url);
    await write(single);
    await client.execute(createOther, args, { effect: single });
    expect(server.countWrites()).toBe(2);
  });

  it('another token is another caller', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const [one, other] = ['pit-one', 'pit-other'].map((token) =>
      startClient(server.url, { clock, options: { token } }),
    );
    await one?.write(single);
    await other?.write(single);
    expect(server.countWrites()).toBe(2);
  });

  it('the guard lasts as long as was set', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock, options: { idempotency: { guardMs: 5_000 } } });
    await write(single);
    clock.advance(4_999);
    expect((await write(single)).replay).toMatchObject({ by: 'content', ageMs: 4_999 });
    clock.advance(2);
    expect(await write(single)).not.toHaveProperty('replay');
    expect(server.countWrites()).toBe(2);
  });

  it('by default it lasts two minutes', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    await write(single);
    clock.advance(2 * minuteMs - 1);
    expect(await write(single)).toHaveProperty('replay');
    clock.advance(2);
    expect(await write(single)).not.toHaveProperty('replay');
  });

  it('a guard of 0 guards nothing, not even within the same millisecond', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock, options: { idempotency: { guardMs: 0 } } });
    expect(await write(single)).not.toHaveProperty('replay');
    expect(await write(single)).not.toHaveProperty('replay');
    expect(server.countWrites()).toBe(2);
  });

  it('a call that was just made with a key is known again', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const first = await write(single, args, { idempotencyKey: 'k' });
    expect(await write(single)).toMatchObject({ data: first.data, replay: { by: 'content' } });
    expect(server.countWrites()).toBe(1);
  });

  it('a key afterwards says that it is meant anew', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    await write(single);
    expect(await write(single, args, { idempotencyKey: 'k' })).not.toHaveProperty('replay');
    expect(server.countWrites()).toBe(2);
  });

  it('reads are never answered from memory', async () => {
    const server = await startThings();
    const { client } = startClient(server.url);
    const read = { ...createThing, method: 'GET', places: {}, body: 'none', context: {} } as const;
    for (const idempotencyKey of ['k', 'k']) await client.execute(read, {}, { idempotencyKey });
    expect(server.countReads()).toBe(2);
  });
});

describe('what HighLevel refuses because it exists', () => {
  it('is answered with the record that was there, every time', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const there = server.add({ name: 'old chair' });
    const record = { ask: 'GET /things/{id}', id: 'id' } as const;
    const effect = { ...single, findOut: { looks: [], check: 'look.', record } };
    server.fates.push('duplicate', 'duplicate');
    for (const _ of [1, 2]) {
      expect(await write(effect)).toMatchObject({ existingId: there.id, data: there, kind: 'json' });
    }
    expect(server.things).toHaveLength(1);
  });

  it('is an error with its id where the record cannot be read', async () => {
    const server = await startThings((response) => response.writeHead(404).end());
    const { write } = startClient(server.url);
    const { id } = server.add();
    const record = { ask: 'GET /things/{id}', id: 'id' } as const;
    for (const effect of [single, { ...single, findOut: { looks: [], check: 'look.', record } }]) {
      server.fates.push('duplicate');
      const error = await catchError(write(effect));
      expect(error).toMatchObject({ kind: 'duplicate', sent: 'yes', outcome: 'not-done', existingId: id });
    }
  });
});
