/** For whom a server acts and what it may do, as a client hears it: without a call, unless it asks for some. */

import { join } from 'node:path';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../src/highlevel/client.ts';
import { probes } from '../../src/mcp/account/probes.ts';
import type { ConfirmationMode } from '../../src/mcp/confirmation/modes.ts';
import { createPolicy } from '../../src/mcp/policy/policy.ts';
import type { PolicyRules } from '../../src/mcp/policy/rules.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import type { State } from '../../src/state/state.ts';
import { connectInMemory } from '../support/in-memory.ts';
import { parseToolResult } from '../support/mcp-clients.ts';
import { createFolder } from '../support/run.ts';

const catalogue = createCatalogue();
const sandbox = createSandbox({});
const { url: baseUrl } = await sandbox.listen();
const [locationId = ''] = sandbox.world.locationIds;
const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
  await sandbox.close();
});

interface StartOptions {
  readonly token?: string;
  readonly rules?: readonly PolicyRules[];
  readonly readOnly?: boolean;
  readonly mode?: ConfirmationMode;
  readonly isPinned?: boolean;
  readonly isConfigured?: boolean;
  readonly state?: State;
}

async function start(options: StartOptions = {}) {
  const { token = sandbox.tokens.location, rules = [], readOnly = false, mode = 'off', state } = options;
  const pins = { locationId: options.isPinned === false ? undefined : locationId };
  const policy = createPolicy(...rules);
  const highlevel = createHighLevelClient({ token, baseUrl, ...(state && { state }) });
  const surface = createSurface(catalogue, { tools: ['minimal'], readOnly, pins, policy });
  const connect = options.isConfigured === false ? undefined : async () => highlevel;
  const confirmation = { mode };
  const client: Client = await connectInMemory({ catalogue, surface, pins, policy, readOnly, confirmation, connect });
  closers.push(
    () => client.close(),
    () => highlevel.close(),
  );
  const call = async (name: string, args: Record<string, unknown> = {}) =>
    parseToolResult(await client.callTool({ name, arguments: args })).body;
  const ask = async (args: Record<string, unknown> = {}) => (await call('account', args)).result;
  return { client, call, ask };
}

const read = (operation: string, args: object = {}) => ({ operation, arguments: args });

describe('account', () => {
  it('knows what is configured, and sends nothing to say it', async () => {
    const before = sandbox.requests.length;
    const { ask, client } = await start();
    const account = await ask();
    expect(account).toMatchObject({
      configured: true,
      access: 'read and write',
      pinned: { locationId },
      token: {
        kind: 'private integration',
        of: expect.stringContaining('does not tell'),
        scopes: { granted: [], refused: [] },
      },
      locations: { only: locationId },
      limits: { now: { left: 100, of: 100 } },
      policy: { rules: ['high-impact calls are not confirmed by this server'] },
      journal: { keptIn: 'memory', outlivesRestart: false },
    });
    expect(JSON.stringify(account)).not.toContain(sandbox.tokens.location);
    const resource = await client.readResource({ uri: 'highlevel://account' });
    expect(JSON.parse((resource.contents[0] as { text: string }).text).result).toEqual(account);
    expect(sandbox.requests.length).toBe(before);
  });

  it('tells the policy before a token is there', async () => {
    const { ask } = await start({ isConfigured: false, readOnly: true, rules: [{ ceilings: { deletesPerDay: 3 } }] });
    expect(await ask({ probe: true })).toEqual({
      configured: false,
      toConfigure: expect.any(String),
      access: 'read-only',
      pinned: { locationId },
      policy: {
        rules: [
          'nothing is written: read-only',
          'at most 3 deletions in a day',
          'high-impact calls are not confirmed by this server',
        ],
      },
    });
  });
});

describe('the policy in force', () => {
  it('is told in plain words, every set of it', async () => {
    const file: PolicyRules = {
      allow: ['contacts_*'],
      deny: Array.from({ length: 22 }, (_, index) => `contacts_${index}`),
      classes: ['read', 'write'],
      locations: [locationId],
      quietHours: { from: '21:00', to: '08:00', timeZone: 'America/New_York' },
      ceilings: { amountPerInvoice: { USD: 1000, EUR: 900 }, amountPerCharge: {} },
    };
    const { ask } = await start({ rules: [file, { deny: ['*_delete'] }], mode: 'plan' });
    expect((await ask()).policy.rules).toEqual([
      'only these operations: contacts_*',
      expect.stringMatching(/^never these operations: contacts_0, .*, contacts_19 and 2 more$/),
      'only operations of class read, write',
      `only these locations: ${locationId}`,
      'nothing is sent to people from 21:00 to 08:00, America/New_York, now or planned for then',
      'no invoice above 1000 USD, 900 EUR, and none in another currency',
      'no charge above 0 of any currency',
      'never these operations: *_delete',
      'high-impact calls are shown first and done by a second call that names the plan',
    ]);
  });

  it('says what is left of a ceiling', async () => {
    const rules = [{ ceilings: { messagesPerHour: 5, deletesPerDay: 3 } }, { ceilings: { deletesPerDay: 2 } }];
    const { ask, call } = await start({ rules });
    expect((await ask()).policy.ceilings).toEqual({
      messagesPerHour: { left: 5, of: 5 },
      deletesPerDay: { left: 2, of: 2 },
    });
    await call('call_high_impact', read('contacts_contact_delete', { contactId: 'unknown' }));
    expect((await ask()).policy.ceilings).toMatchObject({ messagesPerHour: { left: 5 }, deletesPerDay: { left: 1 } });
  });

  it('says so where nobody can count', async () => {
    const state = createSqliteState({ path: join(createFolder('account'), 'no', 'such', '\0') });
    const { ask } = await start({ rules: [{ ceilings: { messagesPerHour: 5 } }], state });
    expect((await ask()).policy.ceilings.messagesPerHour.left).toContain('unknown');
  });
});

describe('the token', () => {
  it('is known by what calls have shown', async () => {
    const token = sandbox.tokens.create({ locationId, scopes: ['contacts.readonly', 'calendars.readonly'] });
    const { ask, call } = await start({ token });
    await call('call_read', read('contacts_contact_list'));
    await call('call_read', read('calendars_calendar_list'));
    await call('call_read', read('workflows_workflow_list'));
    // Turned down for its arguments, which says nothing of scopes.
    await call('call_read', read('contacts_contact_get', { contactId: 'unknown' }));
    expect((await ask()).token.scopes).toMatchObject({
      granted: ['calendars.readonly', 'contacts.readonly'],
      refused: ['workflows.readonly'],
    });
  });

  it('has its scopes tried where that is asked for, a dozen reads at most', async () => {
    const token = sandbox.tokens.create({ locationId, scopes: ['contacts.readonly', 'users.readonly'] });
    const { ask } = await start({ token, rules: [{ deny: ['products_*'] }] });
    const before = sandbox.requests.length;
    const { probed, token: known } = await ask({ probe: true });
    const sent = sandbox.requests.slice(before);
    expect(sent.length).toBeGreaterThan(8);
    expect(sent.length).toBeLessThanOrEqual(12);
    expect(sent.every(({ key }) => key?.startsWith('GET '))).toBe(true);
    expect(probed).toMatchObject({
      contacts_contact_list: 'open',
      users_user_list: 'open',
      calendars_calendar_list: 'missing-scope',
      products_product_list: 'not_permitted',
    });
    expect(known.scopes.granted).toEqual(['contacts.readonly', 'users.readonly']);
    expect(known.scopes.refused).toContain('calendars.readonly');
  });

  it('of an agency shows by what it opens, and its locations once they were read', async () => {
    const { ask, call } = await start({ token: sandbox.tokens.agency, isPinned: false });
    const unread = await ask();
    expect(unread.token.of).toContain('does not tell');
    expect(unread.locations.note).toContain('not read yet');
    await call('lookup', { kind: 'location' });
    const before = sandbox.requests.length;
    const { locations } = await ask();
    expect(locations.ids).toEqual(expect.arrayContaining([locationId]));
    expect(locations.of).toBe(locations.ids.length);
    expect(sandbox.requests.length).toBe(before);
    const companyId = sandbox.world.companyId;
    await call('call_read', read('snapshots_snapshot_list', { companyId }));
    expect((await ask()).token.of).toBe('an agency');
  });

  it('of an agency is not probed without a pin', async () => {
    const { ask } = await start({ token: sandbox.tokens.agency, isPinned: false });
    expect((await ask({ probe: true })).probed).toContain('no location or company is pinned');
  });
});

it('every probe is a GET of class read, a dozen in all', () => {
  const rows = Object.keys(probes).map((name) => catalogue.findByName(name));
  expect(rows.map((row) => `${row?.method} ${row?.risk}`)).toEqual(rows.map(() => 'GET read'));
  expect(rows.length).toBeLessThanOrEqual(12);
});
