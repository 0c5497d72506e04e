import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { startNode } from '../../support/processes.ts';
import { createFolder, declare } from '../../support/run.ts';
import type { Thing } from './fixture.ts';
import { closeSandbox, createClock, openFullSandbox, openSandbox } from './harness.ts';

const locationId = 'sandboxLocation00001';
let folder: string;
let file: string;

beforeEach(() => {
  folder = createFolder('sandbox');
  declare({
    path: folder,
    holds: ['secret', 'person'],
    why: 'the HighLevel that is simulated keeps its tokens and records',
  });
  file = join(folder, 'world.sqlite');
});

function readRows(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('SELECT * FROM records ORDER BY collection, id').all();
  const counters = database.prepare('SELECT * FROM counters').all();
  database.close();
  return [...rows, ...counters];
}

describe('a file', () => {
  it('brings back the world, and goes on where it stopped', async () => {
    const options = { seed: 3, clock: createClock().now };
    const whole = await openSandbox(options);
    const first = await openSandbox({ ...options, file });
    const json = (name: string): object => ({ json: { locationId, name } });
    for (const { send } of [whole, first]) {
      for (const name of ['Ada', 'Bea', 'Cleo']) await send('POST', '/contacts/', json(name));
    }
    const things = first.sandbox.world.collection<Thing>('things');
    things.delete(things.inLocation(locationId)[1]?.id ?? '');
    await first.send('POST', '/contacts/', json('Dora'));
    await whole.send('POST', '/contacts/', json('Dora'));
    const before = things.all();
    await closeSandbox(first.sandbox);

    const second = await openSandbox({ ...options, seed: 99, file });
    expect(second.sandbox.world.collection<Thing>('things').all()).toEqual(before);
    const [continued, uninterrupted] = await Promise.all([
      second.send('POST', '/contacts/', json('Eve')),
      whole.send('POST', '/contacts/', json('Eve')),
    ]);
    expect(continued.body.contact.id).toBe(uninterrupted.body.contact.id);
  });

  it('keeps the tokens that were minted', async () => {
    const first = await openSandbox({ file });
    const token = first.sandbox.tokens.create({ scopes: ['contacts.readonly'] });
    await closeSandbox(first.sandbox);
    const second = await openSandbox({ file });
    expect((await second.send('GET', '/contacts/abc', { token })).status).toBe(200);
    expect((await second.send('POST', '/contacts/', { token, json: { locationId, name: 'x' } })).status).toBe(401);
  });

  it('serves one sandbox at a time', async () => {
    await openSandbox({ file });
    await expect(openSandbox({ file })).rejects.toThrow(/in use by another sandbox/);
    writeFileSync(join(folder, 'letter.txt'), 'Dear Ada, this is not a database, and longer than its header would be.');
    await expect(openSandbox({ file: join(folder, 'letter.txt') })).rejects.toThrow(/not a sandbox file/);
  });

  it('is seeded once', async () => {
    const first = await openFullSandbox({ file });
    await closeSandbox(first.sandbox);
    const rows = readRows(file);
    const second = await openFullSandbox({ file });
    await closeSandbox(second.sandbox);
    expect(readRows(file)).toEqual(rows);
  });

  it('holds after kill -9 what was answered, and at most the one request that was not', async () => {
    const server = startNode([join(import.meta.dirname, 'serve.ts'), file], { isHeard: true });
    const [url] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    const exited = once(server, 'exit');
    const answered: string[] = [];
    let wasKilled = false;
    for (let index = 0; !wasKilled; index += 1) {
      const sent = fetch(`${url}/contacts/`, {
        method: 'POST',
        headers: {
          authorization: 'Bearer pit-00000000-0000-4000-8000-000000000001',
          version: '2021-07-28',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ locationId, name: `thing ${index}` }),
      });
      if (index === 25) server.kill('SIGKILL');
      const response = await sent.then((answer) => answer.json()).catch(() => undefined);
      if (response === undefined) wasKilled = true;
      else answered.push((response as { contact: Thing }).contact.name);
    }
    await exited;
    const { sandbox } = await openSandbox({ file });
    const names = sandbox.world.collection<Thing>('things').all();
    const kept = names.map(({ name }) => name);
    expect(answered.length).toBeGreaterThanOrEqual(25);
    expect(kept.slice(0, answered.length)).toEqual(answered);
    expect(kept.length - answered.length).toBeLessThanOrEqual(1);
  });
});

describe('determinism', () => {
  it('gives the same agency for the same seed and clock', async () => {
    const build = async (seed: number): Promise<unknown[]> => {
      const path = join(folder, `${seed}-${Math.random()}.sqlite`);
      const { sandbox } = await openFullSandbox({ seed, file: path });
      await closeSandbox(sandbox);
      return readRows(path);
    };
    const [first, again, other] = [await build(11), await build(11), await build(12)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('gives the same answers, traces included', async () => {
    const run = async (): Promise<unknown[]> => {
      const { send } = await openSandbox({ seed: 4 });
      return [
        (await send('POST', '/contacts/', { json: { locationId, name: 'Ada' } })).body,
        (await send('GET', '/contacts/abc')).body,
        (await send('GET', '/nowhere')).body,
      ];
    };
    expect(await run()).toEqual(await run());
  });
});
