/** What is on disk, and when. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPrivateIntegrationTokens } from '../../../src/highlevel/auth/private-integration.ts';
import { catchError, token } from '../support.ts';
import {
  args,
  createThing,
  type Fate,
  findable,
  makeStateFile,
  readEntries,
  single,
  startClient,
  startThings,
} from './support.ts';

const withKey = { idempotencyKey: 'k' };
const maxEntryBytes = 40_000;

/** Everything that the state's files hold, as text. */
function readBytes(path: string): string {
  const folder = dirname(path);
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}

function answerWith(value: unknown, status = 201): Extract<Fate, object> {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
}

describe('the intent and the outcome', () => {
  it('are on disk before the request arrives, and before the caller is told', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const { write } = startClient(server.url, { path });
    const seen: unknown[] = [];
    server.fates.push((response) => {
      seen.push(readEntries(path));
      response.writeHead(201).end('{}');
    });
    await write(single, args, withKey);
    expect(seen).toMatchObject([[{ state: 'sent', operation: 'POST /things/' }]]);
    const kept = readEntries(path);
    expect(kept.map(({ name, state }) => [name.split(':')[0], state])).toEqual([
      ['content', 'done'],
      ['key', 'done'],
    ]);
  });

  it('are known to the next process', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const before = startClient(server.url, { path });
    const first = await before.write(single, args, withKey);
    await before.client.close();
    const after = startClient(server.url, { path });
    expect(await after.write(single, args, withKey)).toMatchObject({ data: first.data, replay: { by: 'key' } });
    expect(server.countWrites()).toBe(1);
  });
});

describe('a large outcome', () => {
  it('keeps status, ids and a hash', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const { write } = startClient(server.url, { path });
    server.fates.push(answerWith({ thing: { id: 'big', text: 'y'.repeat(200_000) } }));
    await write(single, args, withKey);
    const { status, data, kind } = await write(single, args, withKey);
    expect({ status, kind }).toEqual({ status: 201, kind: 'json' });
    expect(data).toMatchObject({ ids: ['big'], sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    for (const entry of readEntries(path)) expect(JSON.stringify(entry).length).toBeLessThan(maxEntryBytes);
  });

  it('of text is told as data, not as text', async () => {
    const server = await startThings();
    const { client } = startClient(server.url);
    const exporting = { ...createThing, places: {}, body: 'none', answer: 'text', context: {} } as const;
    const call = () => client.execute(exporting, {}, { effect: single });
    server.fates.push(
      (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('z'.repeat(50_000)),
    );
    expect((await call()).kind).toBe('text');
    expect(await call()).toMatchObject({ kind: 'json', data: { bytes: 50_002 }, replay: { by: 'content' } });
  });

  it('of a refusal is bounded too', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const { write } = startClient(server.url, { path });
    const meta = { contactId: 'there', more: 'm'.repeat(300_000) };
    server.fates.push(answerWith({ message: 'duplicated', meta }, 400));
    expect(await catchError(write(single, args, withKey))).toMatchObject({ kind: 'duplicate', existingId: 'there' });
    for (const entry of readEntries(path)) expect(JSON.stringify(entry).length).toBeLessThan(maxEntryBytes);
  });

  it('with ids of many earlier calls is bounded too', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const { write } = startClient(server.url, { path });
    for (let call = 0; call < 12; call++) {
      server.fates.push(
        answerWith({ things: Array.from({ length: 50 }, (_, n) => ({ id: `${call}-${n}-${'i'.repeat(60)}` })) }),
      );
      await write(single, args, { idempotencyKey: `k${call}` });
    }
    for (const entry of readEntries(path)) expect(JSON.stringify(entry).length).toBeLessThan(maxEntryBytes);
  });
});

describe('nobody who reads the file learns', () => {
  const secrets = ['secret-name', 'secret-id-1', 'secret-message', 'secret-key'];

  it('the token, the key, or anything of arguments and outcomes', async () => {
    const server = await startThings();
    const path = makeStateFile();
    const { write } = startClient(server.url, { path });
    const secret = { ...args, name: 'secret-name' };
    const thing = { id: 'secret-id-1', name: 'secret-name', echo: `Bearer ${token}` };
    server.fates.push(answerWith({ thing }), answerWith({ thing }), answerWith({ message: 'secret-message' }, 400));
    await write(single, secret, { idempotencyKey: 'secret-key' });
    await write(single, secret, { idempotencyKey: 'secret-key-2' });
    await catchError(write(single, { ...secret, size: 1 }));
    server.fates.push('create-and-lose', 'lose');
    await write(findable(), { ...secret, size: 2 });
    await catchError(write(single, { ...secret, size: 3 }));
    const bytes = readBytes(path);
    expect(bytes).toContain('POST /things/');
    for (const secret of [token, ...secrets]) expect(bytes).not.toContain(secret);
  });
});

it('with another encryption key a call is still known, its answer is not', async () => {
  const server = await startThings();
  const path = makeStateFile();
  await startClient(server.url, { path }).write(single, args, withKey);
  const tokens = { ...createPrivateIntegrationTokens([{ token }]), deriveKey: () => Buffer.alloc(32, 7) };
  const { write } = startClient(server.url, { path, options: { token: undefined, tokens } });
  const { data, replay } = await write(single, args, withKey);
  expect(data).toEqual({ kept: 'nothing of the answer' });
  expect(replay).toMatchObject({ by: 'key' });
  expect(server.countWrites()).toBe(1);
});
