/** Many clients on one server: each is known by its token, and none finds what another one left. Tested by trying. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBearerToken, hashBearerToken } from '../../../src/http/clients/bearer-token.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import {
  buildCall,
  connectHttp,
  type HttpClient,
  type HttpProcess,
  sendRaw,
  startHttpProcess,
} from '../../support/http-process.ts';
import type { Generation } from '../../support/mcp-clients.ts';
import { createFolder, declare } from '../../support/run.ts';

const sandbox = createSandbox({ indexLagMs: 0 });
const folder = createFolder('http-clients');
const [first = '', second = ''] = sandbox.world.locationIds;
const names = ['anna', 'bert', 'reader', 'gateway', 'agency', 'metrics'] as const;
type Name = (typeof names)[number];
const tokens = Object.fromEntries(names.map((name) => [name, createBearerToken()])) as Record<Name, string>;
const hash = (name: Name) => [hashBearerToken(tokens[name]).toString('hex')];
let server: HttpProcess;

beforeAll(async () => {
  const { url } = await sandbox.listen();
  const tokenFile = join(folder, 'second.token');
  writeFileSync(tokenFile, `${sandbox.tokens.secondLocation}\n`);
  declare({ path: tokenFile, holds: ['secret'], why: 'an operator can keep a token in a file' });
  writeFileSync(join(folder, 'no-notes.json'), JSON.stringify({ deny: ['contacts_note_*'] }));
  const file = join(folder, 'clients.json');
  writeFileSync(
    file,
    JSON.stringify({
      accounts: {
        first: { token: { environment: 'FIRST_TOKEN' }, location: first },
        second: { token: { file: 'second.token' }, location: second },
        careful: {
          token: { environment: 'FIRST_TOKEN' },
          location: first,
          readOnly: true,
          policy: 'no-notes.json',
          tools: ['minimal'],
        },
        hosted: { token: { header: 'x-highlevel-token' } },
        agency: { token: { environment: 'AGENCY_TOKEN' } },
      },
      clients: [
        { name: 'anna', sha256: hash('anna'), account: 'first' },
        { name: 'bert', sha256: hash('bert'), account: 'second' },
        { name: 'reader', sha256: hash('reader'), account: 'careful' },
        { name: 'gateway', sha256: hash('gateway'), account: 'hosted' },
        { name: 'agency', sha256: hash('agency'), account: 'agency' },
      ],
      metrics: { sha256: hash('metrics') },
    }),
  );
  server = await startHttpProcess(['--clients', file, '--audit', join(folder, 'audit')], {
    HIGHLEVEL_BASE_URL: url,
    HIGHLEVEL_SETTLE_SECONDS: '0',
    FIRST_TOKEN: sandbox.tokens.location,
    AGENCY_TOKEN: sandbox.tokens.agency,
  });
});
afterAll(async () => {
  await server.stop();
  await sandbox.close();
});

const as = (name: Name, headers: Record<string, string> = {}) => ({
  authorization: `Bearer ${tokens[name]}`,
  ...headers,
});
const connectAs = (name: Name, headers?: Record<string, string>): Promise<HttpClient> =>
  connectHttp(server.url, { headers: as(name, headers) });

describe('who is let in', () => {
  const call = buildCall('account');
  const post = (headers: Record<string, string>) =>
    sendRaw(server.url, { ...call, headers: { ...call.headers, ...headers } });

  it.each([
    ['no token', {}, ''],
    ['another scheme', { authorization: 'Basic YTpi' }, ''],
    ['a token nobody has', { authorization: `Bearer ${createBearerToken()}` }, 'invalid_token'],
    ['a hash in place of a token', { authorization: `Bearer ${hash('anna')[0]}` }, 'invalid_token'],
    ["HighLevel's own token", { authorization: `Bearer ${sandbox.tokens.location}` }, 'invalid_token'],
    ['the token of the metrics', { authorization: `Bearer ${tokens.metrics}` }, 'invalid_token'],
    ['something like a JWT', { authorization: 'Bearer a.b.c' }, 'invalid_token'],
  ])('not %s', async (_, headers, error) => {
    const answer = await post(headers as Record<string, string>);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe(
      `Bearer realm="highlevel-mcp"${error === '' ? '' : `, error="${error}"`}`,
    );
    expect(JSON.parse(answer.body).error.code).toBe(-32000);
  });

  it('a stranger learns nothing: neither the tools nor whether a body is well-formed', async () => {
    for (const body of ['{', call.body]) expect((await sendRaw(server.url, { ...call, body })).status).toBe(401);
  });

  it.each<Generation>(['modern', 'legacy', 'v1'])('a %s client with its token', async (generation) => {
    const { client, call: callTool } = await connectHttp(server.url, { generation, headers: as('anna') });
    expect((await callTool('account')).body.result.pinned.locationId).toBe(first);
    await client.close();
  });

  it('in its own location', async () => {
    expect((await post(as('anna', { 'x-highlevel-location': second }))).status).toBe(403);
    expect((await post(as('anna', { 'x-highlevel-location': first }))).status).toBe(200);
    expect((await post(as('anna', { 'x-highlevel-token': sandbox.tokens.secondLocation }))).status).toBe(403);
  });

  it('within its own rules', async () => {
    const { client, call: callTool } = await connectAs('reader');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).not.toContain('call_write');
    expect(tools.map(({ name }) => name)).not.toContain('contacts_contact_get');
    const read = (operation: string) =>
      callTool('call_read', { operation, arguments: { contactId: 'x', locationId: first } });
    expect((await read('contacts_note_list')).body.error.kind).toBe('not_permitted');
    expect((await callTool('contacts_contact_create', { firstName: 'X' })).body.error.kind).toBe('not_permitted');
    await client.close();
  });

  it('a gateway that holds the token of each of its own', async () => {
    const token = sandbox.tokens.secondLocation;
    expect((await post(as('gateway'))).status).toBe(401);
    expect((await post(as('gateway', { 'x-highlevel-token': `"${token}"` }))).status).toBe(400);
    expect((await post({ 'x-highlevel-token': token })).status).toBe(401);
    const { client, call: callTool } = await connectAs('gateway', {
      'x-highlevel-token': token,
      'x-highlevel-location': second,
    });
    expect((await callTool('lookup', { kind: 'pipeline' })).body.location).toBe(second);
    const { tools } = await client.listTools();
    expect(JSON.stringify(tools.find(({ name }) => name === 'contacts_contact_upsert'))).not.toContain('locationId');
    await client.close();
  });

  it('a location by header, where the operator has fixed none', async () => {
    const { client, call: callTool } = await connectAs('agency', { 'x-highlevel-location': second });
    expect((await callTool('account')).body.result.pinned.locationId).toBe(second);
    const elsewhere = { operation: 'locations_location_get', arguments: { locationId: first } };
    expect((await callTool('call_read', elsewhere)).body.error.kind).toBe('wrong_location');
    const ofOther = sandbox.world.collection<{ id: string; locationId: string }>('invoices').inLocation(first)[0];
    const foreign = { operation: 'invoices_invoice_get', arguments: { invoiceId: ofOther?.id } };
    const { error } = (await callTool('call_read', foreign)).body;
    expect(error).toMatchObject({ location: second, status: 400 });
    expect(error.advice).toContain(`about location ${second}, and the record may belong to another location`);
    await client.close();
  });

  it('a location by name in an argument, never in the header', async () => {
    const name = 'Summit Ridge Fitness';
    const refused = await post(as('agency', { 'x-highlevel-location': name }));
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('names are not taken');
    const { client, call: callTool } = await connectAs('agency');
    const list = { operation: 'invoices_invoice_list', arguments: { altId: name, limit: '1', offset: '0' } };
    const { body } = await callTool('call_read', list);
    expect(body.location).toBe(second);
    expect(body.repaired).toContain(`altId: "${name}" taken for ${second}`);
    await client.close();
  });
});

describe('what one has left, another does not find', () => {
  let anna: HttpClient;
  let bert: HttpClient;
  beforeAll(async () => {
    anna = await connectAs('anna');
    bert = await connectAs('bert');
  });
  afterAll(async () => {
    await anna.client.close();
    await bert.client.close();
  });
  let contactId = '';
  let made = 0;
  beforeEach(async () => {
    made += 1;
    const { body } = await anna.call('contacts_contact_upsert', {
      email: `secret${made}@example.org`,
      lastName: 'Annas',
    });
    contactId = body.result.contact.id;
  });

  it('a record', async () => {
    const { isError, body } = await bert.call('contacts_contact_get', { contactId });
    expect(isError).toBe(true);
    expect(JSON.stringify(body)).not.toContain('secret');
    const find = { operation: 'contacts_contact_search', records: 'contacts' };
    expect(JSON.stringify((await bert.call('query', find)).body)).not.toContain('secret');
  });

  it('a plan', async () => {
    const args = { operation: 'contacts_contact_delete', arguments: { contactId } };
    const { body } = await anna.call('call_high_impact', args);
    const stolen = await bert.call('call_high_impact', { ...args, plan: body.plan.id });
    expect(stolen.body.error.kind).toBe('plan_refused');
    expect(stolen.body.error.message).toContain('another location or another token');
    expect((await anna.call('call_high_impact', { ...args, plan: body.plan.id })).isError).toBe(false);
  });

  it('an answer of the journal', async () => {
    const contact = { email: `journal${made}@example.org`, firstName: 'Jo' };
    const args = { operation: 'contacts_contact_create', arguments: contact, idempotencyKey: 'the-same-key' };
    const hers = await anna.call('call_write', args);
    expect((await anna.call('call_write', args)).body.replayed).toBe(true);
    const his = await bert.call('call_write', args);
    expect(his.isError).toBe(false);
    expect(his.body.replayed).toBeUndefined();
    expect(his.body.location).toBe(second);
    expect(his.body.result.contact.id).not.toBe(hers.body.result.contact.id);
  });

  it('a page of a query', async () => {
    const query = { operation: 'contacts_contact_list', select: ['id', 'email'], limit: 2, maxRecords: 2 };
    const { body } = await anna.call('query', query);
    const cursor = /"cursor":"([\w-]+)"/.exec(JSON.stringify(body))?.[1];
    expect(cursor).toBeDefined();
    const stolen = await bert.call('query', { ...query, cursor });
    const annas = sandbox.world.locationIds.indexOf(first);
    expect(annas).toBe(0);
    const known = await anna.call('query', { ...query, cursor });
    const ids = JSON.stringify(known.body).match(/[\w.]+@[\w.]+/g) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(JSON.stringify(stolen.body)).not.toContain(id);
  });

  it('names that were just looked up, resources and completions', async () => {
    await anna.call('call_write', { operation: 'locations_tag_create', arguments: { name: `anna-only-${made}` } });
    expect(JSON.stringify((await anna.call('lookup', { kind: 'tag' })).body)).toContain(`anna-only-${made}`);
    expect(JSON.stringify((await bert.call('lookup', { kind: 'tag' })).body)).not.toContain('anna-only');
    const hers = await anna.client.readResource({ uri: 'highlevel://pipelines' });
    const his = await bert.client.readResource({ uri: 'highlevel://pipelines' });
    const annasIds = JSON.stringify(hers.contents).match(/\w{20}/g) ?? [];
    expect(annasIds.length).toBeGreaterThan(0);
    for (const id of annasIds) expect(JSON.stringify(his.contents)).not.toContain(id);
    await expect(bert.client.readResource({ uri: `highlevel://locations/${first}/pipelines` })).rejects.toThrow(
      'pinned',
    );
    const complete = (of: HttpClient) =>
      of.client.complete({
        ref: { type: 'ref/resource', uri: 'highlevel://locations/{locationId}/pipelines' },
        argument: { name: 'locationId', value: '' },
      });
    expect((await complete(bert)).completion.values).not.toContain(first);
  });

  it('what its calls taught of the token, and its limits', async () => {
    const account = async (of: HttpClient) => (await of.call('account')).body.result;
    await anna.call('contacts_contact_get', { contactId });
    expect((await account(anna)).token.scopes.granted).toContain('contacts.readonly');
    const fresh = await connectAs('gateway', {
      'x-highlevel-token': sandbox.tokens.create({ locationId: second }),
      'x-highlevel-location': second,
    });
    const { token, limits } = await account(fresh);
    expect(token.scopes.granted).toEqual([]);
    expect(limits.now.left).toBe(limits.now.of);
    await fresh.client.close();
  });

  it('that the token of one lacks a scope, which is known to whoever has the same token', async () => {
    const limited = () => sandbox.tokens.create({ locationId: second, scopes: ['contacts.readonly'] });
    const [hers, his] = [limited(), limited()];
    const through = async (token: string, headers: Record<string, string> = {}) => {
      const { client, call } = await connectAs('gateway', { 'x-highlevel-token': token, ...headers });
      const read = { operation: 'calendars_calendar_list', arguments: { locationId: second } };
      const known = await call('describe_operation', { operation: read.operation });
      return { client, call: () => call('call_read', read), mark: known.body.result.probablyRefused };
    };
    const untaught = await through(hers);
    expect(untaught.mark).toBeUndefined();
    expect((await untaught.call()).body.error.reason).toBe('missing-scope');
    // Another tenant of the same token: pinned to a location.
    const again = await through(hers, { 'x-highlevel-location': second });
    expect(again.mark).toContain('calendars.readonly');
    const stranger = await through(his);
    expect(stranger.mark).toBeUndefined();
    for (const { client } of [untaught, again, stranger]) await client.close();
  });

  it('one account with two tokens of a gateway is two', async () => {
    const through = (token: string) => connectAs('gateway', { 'x-highlevel-token': token });
    const hers = await through(sandbox.tokens.location);
    const his = await through(sandbox.tokens.secondLocation);
    const args = (locationId: string) => ({ kind: 'pipeline', locationId });
    const list = async (of: HttpClient, id: string) => JSON.stringify((await of.call('lookup', args(id))).body);
    expect(await list(hers, first)).toContain('New Patients');
    const stolen = await his.call('lookup', args(first));
    expect(stolen.isError).toBe(true);
    expect(JSON.stringify(stolen.body)).not.toContain('New Patients');
    await hers.client.close();
    await his.client.close();
  });

  it('the metrics, which tell of all', async () => {
    const url = `${new URL(server.url).origin}/metrics`;
    expect((await sendRaw(url, { headers: as('anna') })).status).toBe(401);
    expect((await sendRaw(url, {})).status).toBe(401);
    const { status, body } = await sendRaw(url, { headers: as('metrics') });
    expect(status).toBe(200);
    expect(body).toContain('account="first"');
    for (const id of [first, second, contactId]) expect(body).not.toContain(id);
  });

  it('a line of the audit log says which of them it was', async () => {
    const find = (client: string) =>
      readdirSync(join(folder, 'audit'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ndjson'))
        .flatMap((name) =>
          readFileSync(join(folder, 'audit', name), 'utf8')
            .trim()
            .split('\n'),
        )
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter((line) => String(line.client).startsWith(`${client} (test-client`));
    expect(find('anna').length).toBeGreaterThan(0);
    expect(find('bert').length).toBeGreaterThan(0);
    expect(new Set(find('anna').map(({ location }) => location))).toEqual(new Set([first]));
  });

  it('nothing that is secret stands in the log', async () => {
    const text = JSON.stringify(server.lines);
    expect(text).toContain('"client":"anna"');
    expect(text).toContain('"account":"second"');
    const { location, secondLocation, agency } = sandbox.tokens;
    for (const secret of [...Object.values(tokens), location, secondLocation, agency])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[\w.]+@example\.org/);
  });
});
