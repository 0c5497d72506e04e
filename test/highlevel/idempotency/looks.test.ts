/** A write whose answer was lost, where the record can be looked for. */
import { describe, expect, it } from 'vitest';
import type { Look } from '../../../src/catalogue/find-out.ts';
import { catchError } from '../support.ts';
import {
  args,
  findable,
  makeStateFile,
  readEntries,
  startClient,
  startThings,
  TestStateClock,
  thingLook,
} from './support.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const withKey = { idempotencyKey: 'k' };

describe('the record is there', () => {
  it('the call that lost its answer finds it itself, and so does its repetition', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const { write } = startClient(server.url, { path });
    server.fates.push('create-and-lose');
    expect(await write(findable(), args, withKey)).toMatchObject({
      status: 200,
      data: server.things[0],
      replay: { isOwn: true, isFound: true, by: 'key' },
    });
    expect(readEntries(path)).toMatchObject([{ state: 'done', isFound: true }]);
    expect((await write(findable(), args, withKey)).replay).toMatchObject({ isOwn: false, isFound: true });
    expect(server.countWrites()).toBe(1);
  });

  it('a repetition without a key finds it too', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    server.fates.push('lose');
    await catchError(write(findable()));
    const thing = server.add();
    expect(await write(findable())).toMatchObject({
      data: thing,
      replay: { isOwn: false, isFound: true, by: 'content' },
    });
    expect(server.countWrites()).toBe(1);
  });

  it.each([-hourMs, hourMs])('even if the local clock is off by %d ms', async (offMs) => {
    const server = await startThings();
    const { write } = startClient(server.url);
    server.now = Date.now() + offMs;
    server.fates.push('create-and-lose');
    expect(await write(findable())).toMatchObject({ data: server.things[0], replay: { isFound: true } });
  });

  it('but it is older than the write, so it is another one', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    server.add();
    server.now += 10_000;
    server.fates.push('lose');
    expect(await catchError(write(findable()))).toMatchObject({ kind: 'outcome_unknown', candidates: [] });
    clock.advance(minuteMs);
    server.now += minuteMs;
    expect(await write(findable())).toMatchObject({ status: 201, data: { thing: { id: 'thing2' } } });
  });

  it('but another call is known to have made it', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    await write(findable(), args, { idempotencyKey: 'first' });
    server.fates.push('lose');
    const error = await catchError(write(findable(), args, { idempotencyKey: 'second' }));
    expect(error).toMatchObject({ kind: 'outcome_unknown', candidates: [] });
  });

  it('but another call made it after this one had left', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    server.fates.push('lose');
    await catchError(write(findable(), args, { idempotencyKey: 'lost' }));
    await write(findable(), args, { idempotencyKey: 'made' });
    const error = await catchError(write(findable(), args, { idempotencyKey: 'lost' }));
    expect(error).toMatchObject({ kind: 'outcome_unknown', candidates: [] });
    expect(server.countWrites()).toBe(2);
  });

  it('but what identifies it is missing, so it is a candidate', async () => {
    const server = await startThings();
    const { write } = startClient(server.url, { options: { idempotency: { settleMs: 0 } } });
    const look: Look = { ...thingLook, match: { name: 'name', size: 'size' } };
    server.fates.push('create-and-lose');
    const error = await catchError(write(findable({ looks: [look] }), { ...args, size: 'L' }));
    expect(error).toMatchObject({ kind: 'outcome_unknown', candidates: ['thing1'] });
    expect(error.toAgent()).toMatchObject({ candidates: ['thing1'], sent: 'unknown' });
    expect(server.countWrites()).toBe(1);
  });

  it('but its time cannot be read, so it is a candidate', async () => {
    const server = await startThings();
    const { write } = startClient(server.url, { options: { idempotency: { settleMs: 0 } } });
    server.fates.push('lose');
    server.add({ dateAdded: 'yesterday' });
    expect(await catchError(write(findable()))).toMatchObject({ candidates: ['thing1'] });
  });
});

describe('the record is not there', () => {
  it('before HighLevel’s lists have settled it is not sent again, and the caller hears when to repeat', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    server.fates.push('lose');
    await catchError(write(findable()));
    clock.advance(30_000);
    const error = await catchError(write(findable()));
    expect(error).toMatchObject({ kind: 'outcome_unknown', sent: 'unknown', outcome: 'unknown' });
    const { retryAfterMs } = error.toAgent();
    expect(retryAfterMs).toBeGreaterThan(20_000);
    expect(retryAfterMs).toBeLessThanOrEqual(30_000);
    expect(error.advice).toContain('it looks again before anything is sent');
    expect(server.countWrites()).toBe(1);
  });

  it('afterwards it is sent again, once', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    server.fates.push('lose');
    await catchError(write(findable()));
    clock.advance(minuteMs);
    const results = await Promise.all([1, 2, 3].map(() => write(findable())));
    expect(results.filter(({ replay }) => replay === undefined)).toHaveLength(1);
    expect(server.countWrites()).toBe(2);
    expect(server.things).toHaveLength(1);
  });

  it('what cannot be undone is never sent again', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    server.fates.push('lose');
    await catchError(write(findable({}, true)));
    clock.advance(hourMs);
    const error = await catchError(write(findable({}, true)));
    expect(error).toMatchObject({ kind: 'outcome_unknown', sent: 'unknown' });
    expect(error.message).toContain('no proof');
    expect(server.countWrites()).toBe(1);
  });

  it('a list that does not reach every record proves nothing', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    const { complete: _, ...partial } = thingLook;
    server.fates.push('lose');
    await catchError(write(findable({ looks: [partial] })));
    clock.advance(hourMs);
    expect((await catchError(write(findable({ looks: [partial] })))).kind).toBe('outcome_unknown');
    expect(server.countWrites()).toBe(1);
  });

  it('a call never sends the same thing again and again by itself', async () => {
    const server = await startThings();
    const options = { idempotency: { settleMs: 0 }, deadlineMs: 5_000 };
    const { write } = startClient(server.url, { options });
    server.fates.push(...Array(20).fill('lose'));
    expect(await catchError(write(findable()))).toMatchObject({ kind: 'outcome_unknown', outcome: 'unknown' });
    expect(server.countWrites()).toBeLessThanOrEqual(2);
  });
});

describe('looking itself', () => {
  it('that HighLevel refuses shows nothing', async () => {
    const server = await startThings((response) => void response.writeHead(404).end());
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    server.fates.push('create-and-lose');
    await catchError(write(findable()));
    clock.advance(hourMs);
    expect((await catchError(write(findable()))).kind).toBe('outcome_unknown');
    expect(server.countWrites()).toBe(1);
  });

  it.each([
    ['is denied', 401, 'needs another token'],
    ['is too much for the day', 429, 'the rate limit'],
  ])('that %s says why it failed', async (_, status, why) => {
    const headers = { 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-limit-daily': '200000' };
    const server = await startThings((response) => void response.writeHead(status, headers).end('{}'));
    const { write } = startClient(server.url);
    server.fates.push('lose');
    const error = await catchError(write(findable()));
    expect(error).toMatchObject({ kind: 'outcome_unknown', sent: 'unknown', outcome: 'unknown' });
    expect(error.message).toContain(why);
    expect(server.countWrites()).toBe(1);
  });

  it('whose answer has another shape shows nothing', async () => {
    const server = await startThings((response) => void response.end('{"items":[]}'));
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    server.fates.push('lose');
    await catchError(write(findable()));
    clock.advance(hourMs);
    expect((await catchError(write(findable()))).kind).toBe('outcome_unknown');
    expect(server.countWrites()).toBe(1);
  });
});

describe('a refusal that may have done it all the same', () => {
  const doubtful = findable({ doubtfulStatuses: [422] });

  it('did it: the record is the answer', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    server.fates.push('create-and-doubtful');
    expect(await write(doubtful)).toMatchObject({ data: server.things[0], replay: { isOwn: true, isFound: true } });
  });

  it('left no trace: it is a refusal with a warning, and its repetition looks first', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    server.fates.push('doubtful');
    const error = await catchError(write(doubtful));
    expect(error).toMatchObject({ kind: 'refused', status: 422, sent: 'yes', outcome: 'unknown' });
    expect(error.advice).toContain('use things_list');
    expect(error.messages).toEqual(['name is doubtful']);
    const thing = server.add();
    expect(await write(doubtful)).toMatchObject({ data: thing, replay: { isOwn: false, isFound: true } });
    expect(server.countWrites()).toBe(1);
  });

  it.each([
    ['there is nothing to look for', findable({ looks: [], doubtfulStatuses: [422] })],
    ['the look fits no such call', findable({ looks: [{ ...thingLook, needs: ['size'] }], doubtfulStatuses: [422] })],
  ])('is still a refusal where %s', async (_, effect) => {
    const server = await startThings();
    const { write } = startClient(server.url);
    server.fates.push('doubtful');
    const error = await catchError(write(effect));
    expect(error).toMatchObject({ kind: 'refused', status: 422, sent: 'yes', outcome: 'unknown' });
  });

  it('is still a refusal where looking fails', async () => {
    const server = await startThings((response) => void response.writeHead(401).end('{}'));
    const { write } = startClient(server.url);
    server.fates.push('doubtful');
    const error = await catchError(write(doubtful));
    expect(error).toMatchObject({ kind: 'refused', status: 422, sent: 'yes', outcome: 'unknown' });
  });

  it('other refusals are what they are, and a duplicate is answered with its record', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const record = { ask: 'GET /things/{id}', id: 'id' } as const;
    server.fates.push('refuse', 'duplicate');
    expect(await catchError(write(doubtful))).toMatchObject({ kind: 'refused', outcome: 'not-done' });
    const there = server.add({ name: 'stool' });
    const dupe = findable({ doubtfulStatuses: [400], record });
    expect(await write(dupe)).toMatchObject({ existingId: there.id, data: there });
  });
});
