import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { OAuthAccount } from '../../src/highlevel/accounts/account.ts';
import { createVault, type Vault } from '../../src/highlevel/accounts/vault.ts';
import { createBearerToken, hashBearerToken } from '../../src/http/clients/bearer-token.ts';
import { sandboxApp, sandboxCodes } from '../../src/sandbox/domains/oauth/records.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { openState } from '../../src/state/open.ts';
import { connectHttp, startHttpProcess } from '../support/http-process.ts';
import { connect, serverScript } from '../support/mcp-clients.ts';
import { startNode } from '../support/processes.ts';
import { createFolder } from '../support/run.ts';

const key = Buffer.alloc(32, 9);

async function startWorld() {
  const sandbox = createSandbox();
  const { url } = await sandbox.listen();
  const folder = createFolder('accounts');
  onTestFinished(() => sandbox.close());
  const environment = {
    HIGHLEVEL_BASE_URL: url,
    HIGHLEVEL_STATE: folder,
    HIGHLEVEL_VAULT_KEY: key.toString('base64'),
    HIGHLEVEL_AUDIT: join(folder, 'audit'),
    HIGHLEVEL_CLIENT_ID: sandboxApp.clientId,
    HIGHLEVEL_CLIENT_SECRET: sandboxApp.clientSecret,
    HIGHLEVEL_AUTHORIZE_URL: `${url}/v2/oauth/chooselocation`,
  };

  function start(args: readonly string[], input?: string) {
    const child = startNode([serverScript, ...args], { environment });
    const output = { text: '', errors: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.errors += chunk.toString()));
    if (input !== undefined) child.stdin.end(`${input}\n`);
    const ended = once(child, 'close').then(([code]) => ({ code, ...output }));
    return { child, ended };
  }

  return {
    sandbox,
    folder,
    environment,
    start,
    run: (args: readonly string[], input = '') => start(args, input).ended,
  };
}

async function withVault<T>(folder: string, use: (vault: Vault) => Promise<T>): Promise<T> {
  const state = await openState(folder);
  try {
    return await use(createVault(state.records, key));
  } finally {
    await state.close();
  }
}

async function readAccount(vault: Vault, name: string): Promise<OAuthAccount> {
  const stored = await vault.read(name);
  if (stored?.account.kind !== 'oauth') throw new Error('no account');
  return stored.account;
}

/** As if a day had passed. Gives the account as it was. */
function letExpire(folder: string, name: string): Promise<OAuthAccount> {
  return withVault(folder, async (vault) => {
    const account = await readAccount(vault, name);
    await vault.replace(name, { ...account, obtainedAt: 0, expiresAt: 1 });
    return account;
  });
}

test('login by browser, calls, an expired token, locations, logout', async () => {
  const { sandbox, folder, environment, start, run } = await startWorld();
  const [first, second] = sandbox.world.locationIds;
  const { child, ended } = start(['login', 'agency', '--redirect-uri', 'http://localhost:18920/callback']);
  let shown = '';
  for await (const chunk of child.stdout) {
    shown += chunk;
    if (/^http\S+\n/m.test(shown)) break;
  }
  const address = /^http\S+/m.exec(shown)?.[0] ?? '';
  const forged = await fetch('http://127.0.0.1:18920/callback?code=stolen&state=guess');
  expect(forged.status).toBe(400);
  expect((await fetch(`${address}&choice=company`)).status).toBe(200);
  expect(await ended).toMatchObject({ code: 0 });

  const listed = await run(['accounts']);
  expect(listed.text).toMatch(/^agency {2}kind=OAuth, company {2}company=\S+ {2}expires=\S+\n$/);
  expect((await run(['accounts', '--locations', 'agency'])).text).toMatch(new RegExp(`^${first} .*\n${second} .*\n$`));

  const stored = await letExpire(folder, 'agency');
  const server = await connect({ args: ['--account', 'agency', '--tools', 'all'], environment });
  const { isError } = await server.call('locations_tag_list', { locationId: second });
  expect(isError).toBe(false);
  await server.close();
  const { accessToken, refreshToken } = await withVault(folder, (vault) => readAccount(vault, 'agency'));
  expect(accessToken).not.toBe(stored.accessToken);

  const everything = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .concat(shown, listed.text, listed.errors)
    .join('\n');
  for (const secret of [accessToken, refreshToken, stored.refreshToken, sandboxApp.clientSecret]) {
    expect(everything).not.toContain(secret);
  }

  expect((await run(['logout', 'agency'])).code).toBe(0);
  expect(await run(['logout', 'agency'])).toMatchObject({ code: 1, errors: expect.stringContaining('no account') });
  expect((await run(['accounts'])).text).toBe('');
});

test('login by paste, and with a private token that is not shown', async () => {
  const { sandbox, environment, run } = await startWorld();
  const wrong = await run(['login', '--paste'], 'http://localhost:8920/callback?code=x&state=guess');
  expect(wrong).toMatchObject({ code: 1, errors: expect.stringContaining('does not belong to the login') });
  expect((await run(['login', 'clinic', '--paste'], sandboxCodes.location)).code).toBe(0);
  const typed = await run(['login', 'desk', '--token'], sandbox.tokens.location);
  expect(typed.code).toBe(0);
  expect(typed.text + typed.errors).not.toContain(sandbox.tokens.location);
  expect((await run(['accounts'])).text).toMatch(/^clinic {2}kind=OAuth, location .*\ndesk {2}kind=private token\n$/);

  const server = await connect({ args: ['--account', 'clinic', '--tools', 'all'], environment });
  // The location is the account's, so it is asked for no more.
  const tools = await server.listTools();
  const tool = tools.find(({ name }) => name === 'locations_tag_list');
  expect(tool?.inputSchema.properties).not.toHaveProperty('locationId');
  expect((await server.call('locations_tag_list')).isError).toBe(false);
  const { token } = (await server.call('account')).body.result;
  expect(token).toMatchObject({ kind: 'OAuth app', of: 'a location' });
  expect(token.scopes.consented).toContain('contacts.readonly');
  await server.close();
});

test('an agency over stdio: locations by name, also where the operation has no argument for them', async () => {
  const { sandbox, environment, run } = await startWorld();
  expect((await run(['login', 'agency', '--paste'], sandboxCodes.company)).code).toBe(0);
  const [, second = ''] = sandbox.world.locationIds;
  const [contact] = sandbox.world.collection<{ id: string; locationId: string }>('contacts').inLocation(second);
  const server = await connect({ args: ['--account', 'agency'], environment });
  const get = (locationId?: string) => server.call('contacts_contact_get', { contactId: contact?.id, locationId });
  expect((await get()).body.error).toMatchObject({ kind: 'location_needed', sent: 'no' });
  const { body } = await get('summit ridge fitness');
  expect(body).toMatchObject({ location: second, result: { contact: { id: contact?.id } } });
  await server.close();
});

test('a name that no account has is answered with those there are, a slip with the one that is meant', async () => {
  const { sandbox, run } = await startWorld();
  for (const name of ['clinic', 'office']) await run(['login', name, '--token'], sandbox.tokens.location);
  const { code, errors } = await run(['--account', 'clinc']);
  expect(code).toBe(1);
  expect(errors).toContain('There is no account "clinc". There are: clinic, office. Is "clinic" meant?');
  expect((await run(['logout', 'somebody'])).errors).toContain('highlevel-mcp login somebody');
  expect((await run(['accounts', '--locations', 'ofice'])).errors).toContain('Is "office" meant?');
});

test.each([
  [[], { HIGHLEVEL_LOCATION_ID: 'Acme Dental' }],
  [['--location', 'Acme Dental'], {}],
  [['doctor', '--location', 'Acme Dental'], {}],
  [['install', 'cursor', '--print', '--location', 'Acme Dental'], {}],
  [['login', 'clinic', '--token', '--location', 'Acme Dental'], {}],
] as const)('a location is pinned by its id: %j %j', async (args, more) => {
  const { run, environment } = await startWorld();
  Object.assign(environment, more);
  const { code, text, errors } = await run(args);
  expect(code).toBe(1);
  expect(text + errors).toContain('it takes no name');
  expect(text + errors).not.toContain('Acme Dental');
});

test('clients over HTTP work with accounts that were logged in to', async () => {
  const { sandbox, folder, environment, run } = await startWorld();
  expect((await run(['login', 'agency', '--paste'], sandboxCodes.company)).code).toBe(0);
  const [, second = ''] = sandbox.world.locationIds;
  const [token, reader] = [createBearerToken(), createBearerToken()];
  const writeClients = (account: string): string => {
    const file = join(folder, `${account}.json`);
    const sha256 = [hashBearerToken(token).toString('hex')];
    const clients = [{ name: 'anna', sha256, account: 'all' }];
    const metrics = { sha256: [hashBearerToken(reader).toString('hex')] };
    const accounts = { all: { token: { account }, location: second } };
    writeFileSync(file, JSON.stringify({ accounts, clients, metrics }));
    return file;
  };
  await expect(startHttpProcess(['--clients', writeClients('nobody')], environment)).rejects.toThrow('nobody');

  const server = await startHttpProcess(['--clients', writeClients('agency')], environment);
  const { client, call } = await connectHttp(server.url, { headers: { authorization: `Bearer ${token}` } });
  const { isError, body } = await call('call_read', { operation: 'locations_tag_list' });
  expect(isError, JSON.stringify(body)).toBe(false);
  expect(body.location).toBe(second);

  await letExpire(folder, 'agency');
  expect((await call('call_read', { operation: 'locations_custom_field_list' })).isError).toBe(false);
  const headers = { authorization: `Bearer ${reader}` };
  const metrics = await (await fetch(new URL('/metrics', server.url), { headers })).text();
  expect(metrics).toContain('highlevel_mcp_token_refreshes_total{account="all",outcome="done"} 1');
  await client.close();
  expect(await server.stop()).toBe(0);
});

test('an agency over HTTP: by name, or narrowed by a header that hides the argument', async () => {
  const { sandbox, folder, environment, run } = await startWorld();
  expect((await run(['login', 'agency', '--paste'], sandboxCodes.company)).code).toBe(0);
  expect((await run(['login', 'clinic', '--paste'], sandboxCodes.location)).code).toBe(0);
  const [first = '', second = ''] = sandbox.world.locationIds;
  const names = ['agency', 'clinic'] as const;
  const tokens = { agency: createBearerToken(), clinic: createBearerToken() };
  const file = join(folder, 'clients.json');
  const accounts = Object.fromEntries(names.map((name) => [name, { token: { account: name } }]));
  const clients = names.map((name) => ({
    name,
    sha256: [hashBearerToken(tokens[name]).toString('hex')],
    account: name,
  }));
  writeFileSync(file, JSON.stringify({ accounts, clients }));
  const server = await startHttpProcess(['--clients', file], environment);
  const connectAs = (name: (typeof names)[number], headers: Record<string, string> = {}) =>
    connectHttp(server.url, { headers: { authorization: `Bearer ${tokens[name]}`, ...headers } });
  const findShown = async ({ client }: Awaited<ReturnType<typeof connectAs>>) => {
    const { tools } = await client.listTools();
    return tools.find(({ name }) => name === 'contacts_contact_get')?.inputSchema.properties;
  };
  const [contact] = sandbox.world.collection<{ id: string; locationId: string }>('contacts').inLocation(second);
  const contactId = contact?.id;

  const free = await connectAs('agency');
  expect(await findShown(free)).toHaveProperty('locationId');
  const named = await free.call('contacts_contact_get', { contactId, locationId: 'Summit Ridge Fitness' });
  expect(named.body.location).toBe(second);
  const narrowed = await connectAs('agency', { 'x-highlevel-location': second });
  expect(await findShown(narrowed)).not.toHaveProperty('locationId');
  expect((await narrowed.call('contacts_contact_get', { contactId })).body.location).toBe(second);
  const elsewhere = await connectAs('agency', { 'x-highlevel-location': first });
  const refused = (await elsewhere.call('contacts_contact_get', { contactId })).body.error;
  expect(refused).toMatchObject({ reason: 'wrong-location', location: first });

  // An account of one location works there, and nowhere else.
  const clinic = await connectAs('clinic');
  expect((await clinic.call('lookup', { kind: 'pipeline' })).body.location).toBe(first);
  const strayed = await connectAs('clinic', { 'x-highlevel-location': second });
  const { error } = (await strayed.call('contacts_contact_get', { contactId })).body;
  expect(error).toMatchObject({ reason: 'no-token-for-location', sent: 'no' });
  for (const { client } of [free, narrowed, elsewhere, clinic, strayed]) await client.close();
  expect(await server.stop()).toBe(0);
});
