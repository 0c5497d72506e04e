/** What an agent is told of operations that its token probably cannot use: over a real client, on the sandbox. */
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import type { ConfirmationMode } from '../../../src/mcp/confirmation/modes.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { StateError } from '../../../src/state/error.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import type { State } from '../../../src/state/state.ts';
import { startLife } from '../../highlevel/accounts/oauth-life.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { parseToolResult } from '../../support/mcp-clients.ts';

const catalogue = createCatalogue();
const sandbox = createSandbox({});
const { url: baseUrl } = await sandbox.listen();
const [locationId = ''] = sandbox.world.locationIds;
afterAll(() => sandbox.close());

interface StartOptions {
  readonly token: string;
  readonly state?: State;
  readonly mode?: ConfirmationMode;
  readonly pins?: { readonly locationId?: string };
}

async function start({ token, state, mode = 'off', pins = { locationId } }: StartOptions) {
  const highlevel = createHighLevelClient({ token, baseUrl, ...(state && { state }) });
  const surface = createSurface(catalogue, { tools: ['minimal'], readOnly: false, pins });
  const connect = async () => highlevel;
  const client: Client = await connectInMemory({ catalogue, surface, pins, confirmation: { mode }, connect });
  onTestFinished(async () => {
    await client.close();
    await highlevel.close();
  });
  const call = async (name: string, args: Record<string, unknown> = {}) =>
    parseToolResult(await client.callTool({ name, arguments: args })).body;
  const find = async (query: string, limit?: number) => (await call('find_operations', { query, limit })).result;
  const describeOperation = async (operation: string) => (await call('describe_operation', { operation })).result;
  const read = (operation: string, args: object = {}) => call('call_read', { operation, arguments: args });
  return { client, call, find, describeOperation, read };
}

function createToken(...scopes: string[]): string {
  return sandbox.tokens.create({ locationId, scopes });
}

function setScopes(token: string, ...scopes: string[]): void {
  sandbox.world.collection<{ id: string; locationId: string; scopes: string[] }>('tokens').update(token, { scopes });
}

interface Hit {
  readonly operation: string;
  readonly probablyRefused?: string;
}

const getHit = (found: { operations: Hit[] }, name: string) => found.operations.find((hit) => hit.operation === name);

describe('a token that lacks a scope', () => {
  it('is spoken of after its first 401, and no longer once a call went through', async () => {
    const token = createToken('contacts.readonly');
    const { find, describeOperation, read, client } = await start({ token });
    const untaught = await find('list calendars');
    const unmarked = await describeOperation('calendars_calendar_list');
    const listed = await client.listTools();

    expect((await read('calendars_calendar_list')).error.reason).toBe('missing-scope');
    const taught = await find('list calendars');
    expect(getHit(taught, 'calendars_calendar_list')?.probablyRefused).toBe(
      'HighLevel refused this token calendars.readonly',
    );
    expect(taught.toLift).toBe(
      'The operator adds to the private integration (Settings > Private Integrations): calendars.readonly. The token stays the same.',
    );
    // Never called, and it needs the same.
    expect(await describeOperation('calendars_calendar_get')).toMatchObject({
      probablyRefused: expect.stringContaining('calendars.readonly'),
      toLift: expect.stringContaining('calendars.readonly'),
    });
    expect(await client.listTools()).toEqual(listed);

    setScopes(token, 'contacts.readonly', 'calendars.readonly');
    expect((await read('calendars_calendar_list')).result).toBeDefined();
    expect(await find('list calendars')).toEqual(untaught);
    expect(await describeOperation('calendars_calendar_list')).toEqual(unmarked);
  });

  it('is never kept from trying', async () => {
    const token = createToken('contacts.readonly');
    const { read } = await start({ token });
    await read('calendars_calendar_list');
    const before = sandbox.requests.length;
    await read('calendars_calendar_list');
    expect(sandbox.requests.length).toBe(before + 1);
  });

  it('has what it can use before what it cannot, and is still told of what was asked for', async () => {
    const token = createToken('contacts.readonly', 'contacts.write');
    const { find, read } = await start({ token });
    await read('calendars_calendar_list');
    const query = 'list calendars';
    const { operations } = await find(query, 5);
    const open = operations.findIndex((hit: Hit) => hit.probablyRefused === undefined);
    const closed = operations.findLastIndex((hit: Hit) => hit.probablyRefused !== undefined);
    expect(open).toBeGreaterThanOrEqual(0);
    expect(closed).toBeGreaterThanOrEqual(0);
    expect(operations.map((hit: Hit) => hit.operation)).toContain('calendars_calendar_list');
    expect((await find(query, 1)).operations).toHaveLength(1);
    expect((await find('calendars_calendar_list')).operations[0].operation).toBe('calendars_calendar_list');
  });

  it('is spoken of in a dry run and in a plan, before anybody agrees to it', async () => {
    const token = createToken('contacts.readonly');
    const { call } = await start({ token, mode: 'plan' });
    const send = { operation: 'contacts_contact_delete', arguments: { contactId: 'unknown' } };
    expect((await call('call_high_impact', send)).result).not.toHaveProperty('probablyRefused');
    const change = { operation: 'contacts_contact_create', arguments: { email: 'a@example.com' } };
    expect((await call('call_write', change)).error.reason).toBe('missing-scope');
    const mark = { probablyRefused: 'HighLevel refused this token contacts.write' };
    expect((await call('call_high_impact', send)).result).toMatchObject({ does: expect.any(String), ...mark });
    expect((await call('call_write', { ...change, dryRun: true })).result).toMatchObject(mark);
    const rows = [{ contactId: 'one' }, { contactId: 'two' }];
    const many = { operation: 'contacts_contact_delete', rows };
    expect((await call('batch', many)).result).toMatchObject({ does: expect.any(String), ...mark });
    expect((await call('batch', { ...many, dryRun: true })).result).toMatchObject({ calls: 2, ...mark });
  });
});

describe('what was taught', () => {
  it('is not by an answer of the journal', async () => {
    const token = createToken('contacts.write');
    const { call, describeOperation } = await start({ token });
    const create = (email: string) =>
      call('call_write', {
        operation: 'contacts_contact_create',
        arguments: { email },
        idempotencyKey: `key ${email}`,
      });
    expect((await create('old@example.com')).result).toBeDefined();
    setScopes(token, 'contacts.readonly');
    expect((await create('new@example.com')).error.reason).toBe('missing-scope');
    expect((await create('old@example.com')).replayed).toBe(true);
    expect(await describeOperation('contacts_contact_create')).toHaveProperty('probablyRefused');
  });

  it('reaches other servers by the state, of the same token alone', async () => {
    const state = createSqliteState();
    onTestFinished(() => state.close());
    const shared = { ...state, close: async () => {} };
    const token = createToken('contacts.readonly');
    const one = await start({ token, state: shared });
    const other = await start({ token, state: shared });
    const stranger = await start({ token: createToken('contacts.readonly'), state: shared });
    await one.call('account', { probe: true });
    // The one who learnt has written it down by the time it tells of it.
    const name = 'calendars_calendar_list';
    expect(await one.describeOperation(name)).toHaveProperty('probablyRefused');
    expect(await other.describeOperation(name)).toHaveProperty('probablyRefused');
    expect((await other.call('account')).result.token.scopes.refused).toContain('calendars.readonly');
    expect(await stranger.describeOperation(name)).not.toHaveProperty('probablyRefused');
  });

  it('is known and used where the state cannot be', async () => {
    const state = createSqliteState();
    const fail = async () => {
      throw new StateError('unreachable', 'It is down.', 'Mend it.');
    };
    onTestFinished(() => state.close());
    const broken = { ...state, records: { get: fail, put: fail, remove: fail } };
    const { read, describeOperation, find } = await start({ token: createToken('contacts.readonly'), state: broken });
    expect((await read('contacts_contact_list')).result).toBeDefined();
    expect((await read('calendars_calendar_list')).error.reason).toBe('missing-scope');
    expect(await describeOperation('calendars_calendar_list')).toHaveProperty('probablyRefused');
    expect((await find('list calendars')).operations.length).toBeGreaterThan(0);
  });

  it('delays no call where the state does not answer', async () => {
    const state = createSqliteState();
    onTestFinished(() => state.close());
    const never = () => new Promise<never>(() => {});
    const stuck = { ...state, records: { ...state.records, get: never } };
    const { read } = await start({ token: createToken('contacts.readonly'), state: stuck });
    expect((await read('contacts_contact_list')).result).toBeDefined();
    expect((await read('calendars_calendar_list')).error.reason).toBe('missing-scope');
  });
});

describe('a token of an agency', () => {
  it('is told what belongs to locations, once that is known', async () => {
    const { companyId } = sandbox.world;
    const { read, describeOperation } = await start({ token: sandbox.tokens.agency, pins: {} });
    expect(await describeOperation('contacts_contact_list')).not.toHaveProperty('probablyRefused');
    await read('snapshots_snapshot_list', { companyId });
    expect(await describeOperation('contacts_contact_list')).toMatchObject({
      probablyRefused: 'for tokens of a location; this is an agency’s',
    });
    expect(await describeOperation('snapshots_snapshot_list')).not.toHaveProperty('probablyRefused');
  });

  it('is what a location’s token lacks for the agency’s operations', async () => {
    const { read, describeOperation } = await start({ token: sandbox.tokens.location });
    await read('contacts_contact_list');
    expect(await describeOperation('snapshots_snapshot_list')).toMatchObject({
      probablyRefused: 'for tokens of an agency; this is a location’s',
      toLift: expect.stringContaining('at agency level'),
    });
  });
});

describe('an app', () => {
  async function startApp(kind: 'location' | 'company', scopes: readonly string[]) {
    const life = await startLife(kind);
    const account = await life.read();
    await life.vault.replace('main', { ...account, scopes: [...scopes] });
    const pins = { locationId: life.sandbox.world.locationIds[0] };
    const highlevel = createHighLevelClient({ baseUrl: life.url, tokens: life.open() });
    const surface = createSurface(catalogue, { tools: ['minimal'], readOnly: false, pins });
    const client = await connectInMemory({ catalogue, surface, pins, connect: async () => highlevel });
    onTestFinished(async () => {
      await client.close();
      await highlevel.close();
    });
    const call = async (name: string, args: Record<string, unknown>) =>
      parseToolResult(await client.callTool({ name, arguments: args })).body;
    const describeOperation = async (operation: string) => (await call('describe_operation', { operation })).result;
    return { life, call, describeOperation };
  }

  it('is known by what was consented to, before its first call', async () => {
    const { life, call, describeOperation } = await startApp('location', ['contacts.readonly']);
    const before = life.sandbox.requests.length;
    expect(await describeOperation('contacts_contact_list')).not.toHaveProperty('probablyRefused');
    expect(await describeOperation('calendars_calendar_list')).toMatchObject({
      probablyRefused: 'the account did not consent to calendars.readonly',
      toLift: expect.stringContaining('logging in again'),
    });
    expect(life.sandbox.requests.length).toBe(before);
    // The sandbox's token has more scopes than the account says, and what was seen is believed before what was said.
    await call('call_read', { operation: 'calendars_calendar_list' });
    expect(await describeOperation('calendars_calendar_list')).not.toHaveProperty('probablyRefused');
  });

  it('that is given no token for a location has heard nothing of the operation', async () => {
    const { life, call, describeOperation } = await startApp('company', ['companies.readonly']);
    const { accessToken } = await life.read();
    life.sandbox.world
      .collection<{ id: string; locationId: string; scopes: string[] }>('tokens')
      .update(accessToken, { scopes: [] });
    const refused = await call('call_read', { operation: 'calendars_calendar_list' });
    expect(refused.error).toMatchObject({ reason: 'missing-scope', scopes: ['oauth.write'] });
    expect(await describeOperation('calendars_calendar_list')).not.toHaveProperty('probablyRefused');
  });

  it('of a company has other scopes in a location, which are told by its first call there', async () => {
    const { life, call, describeOperation } = await startApp('company', ['companies.readonly']);
    const before = life.sandbox.requests.length;
    expect(await describeOperation('calendars_calendar_list')).not.toHaveProperty('probablyRefused');
    expect(await describeOperation('snapshots_snapshot_list')).toMatchObject({
      probablyRefused: 'the account did not consent to snapshots.readonly',
    });
    expect(life.sandbox.requests.length).toBe(before);
    await call('call_read', { operation: 'calendars_calendar_list' });
    const { token } = (await call('account', {})).result;
    expect(token.scopes.consented).toContain('calendars.readonly');
  });
});
