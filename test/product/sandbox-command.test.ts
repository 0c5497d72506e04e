/** `highlevel-mcp sandbox`: an HTTP server for anything that speaks HighLevel's API. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serverScript } from '../support/mcp-clients.ts';
import { startNode } from '../support/processes.ts';
import { createFolder, declare } from '../support/run.ts';

const folder = createFolder('mcp');

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  readonly location: string;
  readonly token: string;
}

/** Starts it and reads what it prints for its user: address, location ids, tokens. */
async function start(...args: string[]): Promise<Running> {
  const child = startNode([serverScript, 'sandbox', '--port', '0', ...args]);
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    const found = /on (\S+?),[\s\S]*?location (\S+)\s+token (\S+)[\s\S]*?company/.exec(printed);
    if (found !== null) return { process: child, url: found[1] ?? '', location: found[2] ?? '', token: found[3] ?? '' };
  }
  throw new Error(`ended after: ${printed}`);
}

function send(to: Running, path: string, body?: object): Promise<Response> {
  return fetch(to.url + path, {
    headers: { authorization: `Bearer ${to.token}`, version: '2021-07-28', 'content-type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
}

function stop(running: Running, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    running.process.once('exit', () => resolve());
    running.process.kill(signal);
  });
}

it('serves, keeps its state in a file through a kill, and ends on a signal', async () => {
  const file = join(folder, 'sandbox.db');
  declare({
    path: file,
    holds: ['secret', 'person'],
    why: 'the HighLevel that is simulated keeps its tokens and records',
  });
  const first = await start('--file', file);
  const created = await send(first, '/contacts/', { locationId: first.location, firstName: 'Kept' });
  const { contact } = (await created.json()) as { contact: { id: string } };
  await stop(first, 'SIGKILL');

  const second = await start('--file', file);
  const read = await send(second, `/contacts/${contact.id}`);
  expect(await read.json()).toMatchObject({ contact: { firstName: 'Kept' } });
  await stop(second, 'SIGTERM');
  expect(second.process.exitCode).toBe(0);
});

it('another seed invents another agency', async () => {
  const names = async (...args: string[]): Promise<unknown> => {
    const running = await start(...args);
    const answer = await send(running, '/contacts/search', { locationId: running.location, pageLimit: 5 });
    const { contacts } = (await answer.json()) as { contacts: { contactName: string }[] };
    await stop(running, 'SIGTERM');
    return contacts.map((contact) => contact.contactName);
  };
  const [one, again, other] = [await names(), await names('--seed', '1'), await names('--seed', '2')];
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

it('makes calls fail at the rate that was asked for', async () => {
  const running = await start('--fault', '500=1');
  expect((await send(running, '/contacts/', { locationId: running.location, firstName: 'x' })).status).toBe(500);
  await stop(running, 'SIGTERM');
});
