/** The store behind the journal fails, at the worst moments. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StateError } from '../../../src/state/error.ts';
import type { Records } from '../../../src/state/state.ts';
import { catchError } from '../support.ts';
import {
  args,
  createThing,
  makeStateFile,
  nameEntries,
  readEntries,
  repeatable,
  single,
  startClient,
  startThings,
} from './support.ts';

const withKey = { idempotencyKey: 'k' };

function fail(): never {
  throw new StateError('full', 'The state has no room left.', 'The operator frees space.');
}

/** Records that fail to put what the test says. */
function failPuts(isFailing: (key: string, value: string) => boolean) {
  return (records: Records): Records => ({
    ...records,
    async put(key, value, options) {
      return isFailing(key, value) ? fail() : records.put(key, value, options);
    },
  });
}

const refused = { kind: 'state_unavailable', sent: 'no', outcome: 'not-done' } as const;

describe('a store that cannot be reached', () => {
  function makeUnreachable(): string {
    const file = makeStateFile();
    writeFileSync(file, '');
    return join(file, 'below-a-file', 'state.sqlite');
  }

  it('stops what must not happen twice, and what has a key', async () => {
    const server = await startThings();
    const { write } = startClient(server.url, { path: makeUnreachable() });
    for (const call of [write(single), write(single, args, withKey), write(repeatable, args, withKey)]) {
      const error = await catchError(call);
      expect(error).toMatchObject(refused);
      expect(error.advice).toContain('HIGHLEVEL_STATE');
    }
    expect(server.countWrites()).toBe(0);
  });

  it('does not stop reads, nor what may be repeated', async () => {
    const server = await startThings();
    const { write, client } = startClient(server.url, { path: makeUnreachable() });
    expect(await write(repeatable)).toMatchObject({ status: 201 });
    const read = { ...createThing, method: 'GET', places: {}, body: 'none', context: {} } as const;
    expect(await client.execute(read, {})).toMatchObject({ status: 200 });
  });
});

describe('a store that can be read and not written', () => {
  it.each<[string, (key: string, value: string) => boolean]>([
    ['at all', () => true],
    ['when the sign of life is written', (key) => key.startsWith('owner:')],
    ['when the claim is written', (_, value) => value.includes('"claimed"')],
    ['when the intent is written', (_, value) => value.includes('"sent"')],
  ])('%s stops the write before it leaves', async (_, isFailing) => {
    const server = await startThings();
    const { write } = startClient(server.url, { wrap: failPuts(isFailing) });
    expect(await catchError(write(single))).toMatchObject(refused);
    expect(server.countWrites()).toBe(0);
  });

  it('and recovers: the next call is sent, and nothing is left of the first', async () => {
    const server = await startThings();
    let isFailing = true;
    const { write } = startClient(server.url, { wrap: failPuts(() => isFailing) });
    expect(await catchError(write(single))).toMatchObject(refused);
    isFailing = false;
    expect(await write(single)).not.toHaveProperty('replay');
    expect(await write(single)).toHaveProperty('replay');
    expect(server.countWrites()).toBe(1);
  });
});

it('a claim that was written though the store said otherwise does not stand in the way', async () => {
  const server = await startThings();
  let isLying = true;
  const wrap = (records: Records): Records => ({
    ...records,
    async put(key, value, options) {
      const version = await records.put(key, value, options);
      if (isLying && value.includes('"sent"')) fail();
      return version;
    },
  });
  const path = makeStateFile();
  const { write } = startClient(server.url, { wrap, path });
  expect(await catchError(write(single))).toMatchObject(refused);
  expect(readEntries(path)).toEqual([]);
  isLying = false;
  expect(await write(single)).toMatchObject({ status: 201 });
});

it('a store that fails while the look at the other owner is taken says so', async () => {
  const server = await startThings();
  const path = makeStateFile();
  const { byContent } = await nameEntries();
  const wrap = (records: Records): Records => ({
    ...records,
    get: async (key) => (key.startsWith('owner:other') ? fail() : records.get(key)),
  });
  const { write, records } = startClient(server.url, { wrap, path });
  const { args: hash } = await nameEntries();
  const entry = { state: 'sent', operation: 'POST /things/', args: hash, attempt: 'a', owner: 'other' };
  await records.put(byContent, JSON.stringify(entry), { expected: 'absent', keepMs: 60_000 });
  expect(await catchError(write(single))).toMatchObject(refused);
});

describe('a store that fails between departure and outcome', () => {
  it('does not keep the answer from the caller, who hears that it is unrecorded', async () => {
    const server = await startThings();
    const { write } = startClient(server.url, { wrap: failPuts((_, value) => value.includes('"done"')) });
    expect(await write(single)).toMatchObject({ status: 201, isUnrecorded: true });
    expect((await catchError(write(single))).kind).toBe('outcome_unknown');
    expect(server.countWrites()).toBe(1);
  });

  it('does not turn a loss into anything else', async () => {
    const server = await startThings();
    const { write } = startClient(server.url, { wrap: failPuts((_, value) => /"(unknown|done)"/.test(value)) });
    server.fates.push('lose');
    expect(await catchError(write(single))).toMatchObject({ kind: 'connection_lost', sent: 'unknown' });
    expect((await catchError(write(single))).kind).toBe('outcome_unknown');
    expect(server.countWrites()).toBe(1);
  });

  it('does not turn a refusal into anything else, and the refused call is not sent blindly', async () => {
    const server = await startThings();
    const { write } = startClient(server.url, { wrap: failPuts((_, value) => value.includes('"refused"')) });
    server.fates.push('refuse');
    expect(await catchError(write(single))).toMatchObject({ kind: 'refused', sent: 'yes', outcome: 'not-done' });
  });

  it('does not turn a 429 into a claim that nothing was sent', async () => {
    const server = await startThings();
    let isFailing = false;
    const { write } = startClient(server.url, { wrap: failPuts(() => isFailing) });
    server.fates.push((response) => {
      isFailing = true;
      response.writeHead(429, { 'x-ratelimit-daily-remaining': '0' }).end('{}');
    });
    expect(await catchError(write(single))).toMatchObject({ kind: 'rate_limited', sent: 'yes', outcome: 'not-done' });
  });

  it('and lost all it knew: the outcome is written anew', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const { byKey = '' } = await nameEntries('k');
    const { write, records } = startClient(server.url, { path });
    server.fates.push((response) => {
      void records
        .get(byKey)
        .then((found) => records.remove(byKey, found?.version ?? ''))
        .then(() => response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"x"}'));
    });
    await write(single, args, withKey);
    expect(await write(single, args, withKey)).toMatchObject({ data: { id: 'x' }, replay: { by: 'key' } });
    expect(server.countWrites()).toBe(1);
  });
});

it('an entry that makes no sense stops the call, and a new key goes on', async () => {
  const server = await startThings();
  const { byContent } = await nameEntries();
  const { write, records } = startClient(server.url);
  await records.put(byContent, '{"state":"later version"}', { expected: 'absent', keepMs: 60_000 });
  const error = await catchError(write(single));
  expect(error).toMatchObject(refused);
  expect(error.advice).toContain('new idempotencyKey');
});

it('an outcome that makes no sense is no reason to fail, nor to send again', async () => {
  const server = await startThings();
  const { byContent } = await nameEntries();
  const { write, records } = startClient(server.url);
  await write(single);
  const kept = await records.get(byContent);
  const broken = { ...JSON.parse(kept?.value ?? ''), outcome: 'plain:{"status":' };
  await records.put(byContent, JSON.stringify(broken), { expected: kept?.version ?? '', keepMs: 60_000 });
  expect(await write(single)).toMatchObject({ replay: { by: 'content' } });
  expect(await write(single, args, withKey)).toMatchObject({ status: 201 });
  expect(server.countWrites()).toBe(2);
});
