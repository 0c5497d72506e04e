/** Too many at once, and the end: what runs is finished, what comes is told to try again. */
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { createBearerToken, hashBearerToken } from '../../../src/http/clients/bearer-token.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { createGate } from '../../support/gate.ts';
import { buildCall, type HttpProcess, sendRaw, startHttpProcess } from '../../support/http-process.ts';
import { createFolder } from '../../support/run.ts';

const sandbox = createSandbox({});
const gate = await createGate((await sandbox.listen()).url);
const [location = ''] = sandbox.world.locationIds;
const folder = createFolder('http-stopping');
const started: HttpProcess[] = [];
const environment = {
  HIGHLEVEL_BASE_URL: gate.url,
  HIGHLEVEL_TOKEN: sandbox.tokens.location,
  HIGHLEVEL_LOCATION_ID: location,
};

async function start(args: readonly string[], variables: Record<string, string> = environment): Promise<HttpProcess> {
  const server = await startHttpProcess(args, variables);
  started.push(server);
  return server;
}

beforeEach(() => gate.shut());
afterEach(async () => {
  gate.open();
  for (const server of started.splice(0)) {
    server.child.kill('SIGKILL');
    await server.ended;
  }
});
afterAll(async () => {
  await gate.close();
  await sandbox.close();
});

const create = (email: string) =>
  buildCall('call_write', { operation: 'contacts_contact_create', arguments: { email } });
const look = buildCall('lookup', { kind: 'pipeline' });

it('SIGTERM: no longer ready, nothing new, and the call that runs has its answer before the end', async () => {
  const server = await start([]);
  const running = sendRaw(server.url, create('last@example.org'));
  await gate.whenWaiting(1);
  server.child.kill('SIGTERM');
  await server.whenLogged({ msg: 'stopping' });
  const ready = await sendRaw(new URL('/readyz', server.url).href);
  expect(ready.status).toBe(503);
  expect((await sendRaw(new URL('/healthz', server.url).href)).status).toBe(200);
  const late = await sendRaw(server.url, look);
  expect(late.status).toBe(503);
  expect(late.headers['retry-after']).toBe('1');
  gate.open();
  expect((await running).body).toContain('last@example.org');
  expect(await server.ended).toBe(0);
});

it('a call that outlasts its time is cut, but a write that has left is heard out', async () => {
  const server = await start(['--drain-seconds', '0']);
  const running = sendRaw(server.url, create('heard@example.org')).catch((error: unknown) => error);
  await gate.whenWaiting(1);
  server.child.kill('SIGTERM');
  expect(await running).toBeInstanceOf(Error);
  gate.open();
  expect(await server.ended).toBe(0);
  expect(sandbox.requests.some(({ key }) => key === 'POST /contacts/')).toBe(true);
  expect(server.lines.at(-1)?.msg).toBe('stopped');
});

it('more requests than places: 503, at once, and none once there is a place again', async () => {
  const server = await start(['--max-requests', '1']);
  const running = sendRaw(server.url, look);
  await gate.whenWaiting(1);
  const refused = await sendRaw(server.url, look);
  expect(refused.status).toBe(503);
  expect(refused.headers['retry-after']).toBe('1');
  gate.open();
  expect((await running).status).toBe(200);
  await server.whenLogged({ msg: 'request answered', status: 200 });
  expect((await sendRaw(server.url, look)).status).toBe(200);
});

it('one account leaves places to the others', async () => {
  const tokens = { greedy: createBearerToken(), modest: createBearerToken() };
  const file = join(folder, 'clients.json');
  const account = { token: { environment: 'HIGHLEVEL_TOKEN' }, location };
  const clients = Object.entries(tokens).map(([name, token]) => ({
    name,
    sha256: [hashBearerToken(token).toString('hex')],
    account: name,
  }));
  writeFileSync(file, JSON.stringify({ accounts: { greedy: account, modest: account }, clients }));
  const server = await start(['--clients', file, '--max-requests', '4'], {
    HIGHLEVEL_BASE_URL: gate.url,
    HIGHLEVEL_TOKEN: sandbox.tokens.location,
  });
  const send = (token: string, call = look) =>
    sendRaw(server.url, { ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } });
  const running = [1, 2, 3].map((n) => send(tokens.greedy, create(`greedy${n}@example.org`)));
  await gate.whenWaiting(3);
  expect((await send(tokens.greedy)).status).toBe(503);
  const other = send(tokens.modest);
  await gate.whenWaiting(4);
  gate.open();
  for (const answer of await Promise.all([...running, other])) expect(answer.status).toBe(200);
});

it('a client that leaves frees its place, and calls off what it waited for', async () => {
  const server = await start(['--max-requests', '1']);
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const { headers, body } = look;
  const lines = Object.entries({ ...headers, host: `localhost:${port}`, 'content-length': String(body.length) });
  socket.write(`POST /mcp HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`);
  await gate.whenWaiting(1);
  socket.destroy();
  await server.whenLogged({ msg: 'request answered' });
  gate.open();
  expect((await sendRaw(server.url, look)).status).toBe(200);
});

it.each([
  ['off loopback without clients', ['--host', '0.0.0.0'], 'name a clients file'],
  ['off loopback without names', ['--host', '0.0.0.0', '--clients', 'x.json'], '--allowed-host'],
  ['with a clients file that is not there', ['--clients', 'absent.json'], 'cannot be read (ENOENT)'],
  ['with clients and a sandbox', ['--clients', 'x.json', '--sandbox'], 'leave out --sandbox'],
  ['with clients and a pin beside them', ['--clients', 'x.json', '--location', 'abc'], 'leave out --location'],
  ['with clients and a common folder', ['--clients', 'x.json', '--export-folder', '.'], 'no folders'],
])('does not start %s', async (_, args, message) => {
  await expect(startHttpProcess(args)).rejects.toThrow(message);
});
