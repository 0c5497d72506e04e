/** A write whose answer was lost, where nothing can be looked for. */
import { describe, expect, it } from 'vitest';
import { catchError, findClosedPort } from '../support.ts';
import {
  args,
  type Fate,
  makeStateFile,
  readEntries,
  repeatable,
  single,
  startClient,
  startThings,
  TestStateClock,
} from './support.ts';

const dayMs = 86_400_000;
const withKey = { idempotencyKey: 'k' };

const torn: Fate = (response) => {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': '99' });
  response.write('{"thing"', () => response.destroy());
};
const page: Fate = (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>hi</html>');
const redirect: Fate = (response) => void response.writeHead(302, { location: 'https://example.com/' }).end();
const hugeRefusal: Fate = (response) => void response.writeHead(400).end('x'.repeat(5_000));

describe('an operation that must not happen twice', () => {
  it.each<[string, Fate]>([
    ['the connection breaks', 'lose'],
    ['HighLevel fails', 'fail'],
    ['the answer is torn', torn],
    ['a web page comes instead', page],
    ['a redirect comes instead', redirect],
    ['the answer is too large and no success', hugeRefusal],
  ])('is not sent again after %s', async (_, fate) => {
    const server = await startThings();
    const path = makeStateFile();
    const { write } = startClient(server.url, { path, options: { maxResponseBytes: 4_000 } });
    server.fates.push(fate);
    const first = await catchError(write(single));
    expect(first.outcome).toBe('unknown');
    expect(first.sent).not.toBe('no');
    expect(readEntries(path)).toMatchObject([{ state: 'unknown' }]);
    for (const context of [{}, {}]) {
      const again = await catchError(write(single, args, context));
      expect(again).toMatchObject({ kind: 'outcome_unknown', sent: 'unknown', outcome: 'unknown' });
      expect(again.advice).toContain('read the record');
      expect(again.advice).toContain('pass a new idempotencyKey');
    }
    expect(server.countWrites()).toBe(1);
  });

  it('is sent again with a new key, and only once', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    server.fates.push('lose');
    await catchError(write(single, args, withKey));
    expect((await catchError(write(single, args, withKey))).kind).toBe('outcome_unknown');
    expect(await write(single, args, { idempotencyKey: 'new' })).toMatchObject({ status: 201 });
    expect(await write(single, args, { idempotencyKey: 'new' })).toHaveProperty('replay');
    expect(server.countWrites()).toBe(2);
  });

  it('stays unknown for a day, then the key is free', async () => {
    const server = await startThings();
    const clock = new TestStateClock();
    const { write } = startClient(server.url, { clock });
    server.fates.push('lose');
    await catchError(write(single, args, withKey));
    clock.advance(dayMs);
    expect((await catchError(write(single, args, withKey))).kind).toBe('outcome_unknown');
    clock.advance(1);
    expect(await write(single, args, withKey)).toMatchObject({ status: 201 });
  });

  it('names the guide’s own way to check', async () => {
    const server = await startThings();
    const { write } = startClient(server.url);
    const effect = { ...single, findOut: { looks: [], check: 'ask the customer.' } };
    server.fates.push('lose');
    const errors = [await catchError(write(effect)), await catchError(write(effect))];
    for (const error of errors) {
      expect(error).toMatchObject({ kind: 'outcome_unknown', sent: 'unknown' });
      expect(error.advice).toContain('ask the customer');
    }
    expect(server.countWrites()).toBe(1);
  });

  it('whose success was too large to read was done, and says so again', async () => {
    const server = await startThings();
    const { write } = startClient(server.url, { options: { maxResponseBytes: 4_000 } });
    server.fates.push((response) => void response.writeHead(201).end('x'.repeat(5_000)));
    expect(await catchError(write(single))).toMatchObject({ kind: 'answer_too_large', outcome: 'done' });
    expect(await write(single)).toMatchObject({ replay: { by: 'content' } });
    expect(server.countWrites()).toBe(1);
  });
});

describe('an idempotent operation', () => {
  it.each([
    ['a key', withKey],
    ['no key', {}],
  ])('with %s is sent again by itself', async (_, context) => {
    const server = await startThings();
    const { write } = startClient(server.url, { options: { deadlineMs: 30_000 } });
    server.fates.push('create-and-lose');
    const result = await write(repeatable, args, context);
    expect(result).toMatchObject({ status: 201 });
    expect(result).not.toHaveProperty('replay');
    expect(server.countWrites()).toBe(2);
  });

  it('is not sent for ever: after its tries it ends as unknown, and the next call begins anew', async () => {
    const server = await startThings();
    const { write } = startClient(server.url, { options: { deadlineMs: 30_000 } });
    server.fates.push('fail', 'fail', 'fail', 'fail');
    const error = await catchError(write(repeatable, args, withKey));
    expect(error).toMatchObject({ kind: 'highlevel_failed', sent: 'yes', outcome: 'unknown' });
    expect(server.countWrites()).toBe(4);
    expect(await write(repeatable, args, withKey)).toMatchObject({ status: 201 });
    expect(server.countWrites()).toBe(5);
  });
});

describe('what was surely not processed', () => {
  it('a 429 is sent again in the same call', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const { write } = startClient(server.url, { path, options: { deadlineMs: 30_000 } });
    server.fates.push('limit');
    expect(await write(single, args, withKey)).toMatchObject({ status: 201 });
    expect(server.countWrites()).toBe(2);
    expect(readEntries(path).every(({ state }) => state === 'done')).toBe(true);
  });

  it('a refused connection leaves nothing behind, and the next call is sent', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const nowhere = startClient(`http://127.0.0.1:${await findClosedPort()}`, { path, options: { deadlineMs: 50 } });
    const error = await catchError(nowhere.write(single, args, withKey));
    expect(error).toMatchObject({ kind: 'unreachable', sent: 'no', outcome: 'not-done' });
    expect(readEntries(path)).toEqual([]);
    const { write } = startClient(server.url, { path });
    expect(await write(single, args, withKey)).not.toHaveProperty('replay');
  });

  it('a call that our own limiter turns away leaves nothing behind', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const rule = { limit: 1, intervalMs: 60_000, dailyLimit: 10 };
    const { write } = startClient(server.url, { path, options: { limits: { rule } } });
    await write(single, { ...args, name: 'first' });
    const error = await catchError(write(single, args, withKey));
    expect(error).toMatchObject({ kind: 'rate_limited', sent: 'no', outcome: 'not-done' });
    expect(readEntries(path).map(({ state }) => state)).toEqual(['done']);
  });
});
