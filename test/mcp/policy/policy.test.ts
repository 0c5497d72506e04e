/** The operator's rules: which hold against what, and that nothing gets around them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createCatalogue, type OperationRow } from '../../../src/catalogue/catalogue.ts';
import { addServerOptions, readRuleFlags, readRuleVariables, type ServerOptions } from '../../../src/cli/options.ts';
import type { HighLevelClient } from '../../../src/highlevel/client.ts';
import { loadPolicy } from '../../../src/mcp/policy/load.ts';
import { createPolicy, type Policy } from '../../../src/mcp/policy/policy.ts';
import type { PolicyRules } from '../../../src/mcp/policy/rules.ts';
import { weighCall } from '../../../src/mcp/policy/weigh.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { parseToolResult } from '../../support/mcp-clients.ts';
import { createFolder } from '../../support/run.ts';

const catalogue = createCatalogue();
const offered = catalogue.rows.filter((row) => row.guided && row.withheld === undefined);

function getRow(name: string): OperationRow {
  const row = catalogue.findByName(name);
  if (row === undefined) throw new Error(name);
  return row;
}

const refuses = (rules: PolicyRules, name: string): boolean =>
  createPolicy(rules).refuseOperation(getRow(name)) !== undefined;

describe('operations', () => {
  it('without rules all may be called', () => {
    expect(offered.every((row) => createPolicy().refuseOperation(row) === undefined)).toBe(true);
  });

  it.each<[string, PolicyRules, string, boolean]>([
    ['denied by name', { deny: ['contacts_contact_delete'] }, 'contacts_contact_delete', true],
    ['denied by pattern', { deny: ['*_delete'] }, 'contacts_contact_delete', true],
    ['a pattern is anchored', { deny: ['contact_delete'] }, 'contacts_contact_delete', false],
    ['a dot is a dot', { deny: ['contacts.contact_delete'] }, 'contacts_contact_delete', false],
    ['deny wins over allow', { allow: ['contacts_*'], deny: ['*_delete'] }, 'contacts_contact_delete', true],
    ['what is not allowed', { allow: ['contacts_*'] }, 'calendars_calendar_list', true],
    ['what is allowed', { allow: ['contacts_*'] }, 'contacts_contact_get', false],
    ['an empty allow list allows nothing', { allow: [] }, 'contacts_contact_get', true],
    ['another class', { classes: ['read'] }, 'contacts_contact_create', true],
    ['the class itself', { classes: ['read', 'write'] }, 'contacts_contact_create', false],
  ])('%s', (_what, rules, name, isRefused) => {
    expect(refuses(rules, name)).toBe(isRefused);
  });

  it('a refusal says which rule', () => {
    const refusal = createPolicy({ deny: ['contacts_*_delete'] }).refuseOperation(getRow('contacts_contact_delete'));
    expect(refusal?.message).toContain('rule deny: contacts_*_delete');
    expect(refusal?.kind).toBe('not_permitted');
  });

  it.each<[keyof PolicyRules, PolicyRules, string]>([
    ['deny', { deny: ['*'] }, 'HIGHLEVEL_DENY'],
    ['allow', { allow: [] }, 'HIGHLEVEL_ALLOW'],
    ['classes', { classes: ['read'] }, 'HIGHLEVEL_CLASSES'],
  ])('a refusal says by which setting it is lifted: %s', (_rule, rules, setting) => {
    expect(createPolicy(rules).refuseOperation(getRow('contacts_contact_delete'))?.advice).toContain(setting);
  });

  describe('whatever the rules are', () => {
    const names = offered.map(({ name }) => name);
    const pattern = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom(...names).map((name) => `${name.split('_')[0]}_*`),
      fc.constantFrom('*', '*_delete', '*_list'),
    );
    const rules = fc.record(
      {
        allow: fc.array(pattern, { maxLength: 4 }),
        deny: fc.array(pattern, { maxLength: 4 }),
        classes: fc.subarray(['read', 'write', 'high-impact'] as const),
      },
      { requiredKeys: [] },
    );

    it('one set of rules never widens another', () => {
      fc.assert(
        fc.property(rules, rules, fc.constantFrom(...offered), (file, flags, row) => {
          const both = createPolicy(file, flags).refuseOperation(row) === undefined;
          const each = [file, flags].every((one) => createPolicy(one).refuseOperation(row) === undefined);
          expect(both).toBe(each);
        }),
      );
    });

    it('what is denied anywhere is never allowed', () => {
      fc.assert(
        fc.property(rules, rules, fc.constantFrom(...offered), (one, other, row) => {
          const denying = { ...one, deny: [...(one.deny ?? []), row.name] };
          expect(createPolicy(denying, other).refuseOperation(row)).toBeDefined();
          expect(createPolicy(other, denying).refuseOperation(row)).toBeDefined();
        }),
      );
    });
  });
});

describe('calls', () => {
  const send = getRow('conversations_message_send');
  const weight = { messages: 1, deletes: 0, money: undefined, moments: [] };
  const ask = (rules: PolicyRules, args: object, now = '2026-11-27T12:00:00Z', row = send) =>
    createPolicy(rules).refuseCall({ row, args: { ...args }, locationId: 'L1', weight, now: new Date(now) });

  it('touch an allowed location only, at any depth', () => {
    expect(ask({ locations: ['L1'] }, {})).toBeUndefined();
    expect(ask({ locations: ['L2'] }, {})?.message).toContain('rule locations');
    expect(ask({ locations: ['L1'] }, { body: [{ locationId: 'L9' }] })?.message).toContain('L9');
    expect(ask({ locations: ['L1'] }, { altType: 'location', altId: 'L9' })?.message).toContain('L9');
  });

  it.each([
    ['custom_menus_menu_create', { locations: ['L1', 'L9'] }, 'L9'],
    ['custom_menus_menu_create', { showToAllLocations: true }, 'location *'],
    ['snapshots_share_link_create', { share_location_id: 'L9' }, 'L9'],
    ['saas_api_bulk_mode_old_disable', { locationIds: ['L1', 'L9'] }, 'L9'],
  ])('%s %j names a location that is not allowed', (name, args, named) => {
    expect(ask({ locations: ['L1'] }, args, undefined, getRow(name))?.message).toContain(named);
  });

  it('of the agency or by an id name no location, and pass', () => {
    const call = { row: getRow('contacts_contact_get'), args: { contactId: 'c' }, locationId: undefined, weight };
    expect(createPolicy({ locations: ['L1'] }).refuseCall({ ...call, now: new Date() })).toBeUndefined();
  });

  const night = { from: '21:00', to: '08:00', timeZone: 'America/New_York' };
  it.each([
    ['2026-11-28T01:59:00Z', false],
    ['2026-11-28T02:00:00Z', true],
    ['2026-11-28T12:59:00Z', true],
    ['2026-11-28T13:00:00Z', false],
    // Summer time: the same clock, an hour earlier.
    ['2026-07-01T01:00:00Z', true],
    ['2026-07-01T12:00:00Z', false],
    // The night when the clock is set back.
    ['2026-11-01T05:30:00Z', true],
    ['2026-11-01T06:30:00Z', true],
    // The night when it is set forward: 3 follows 1:59.
    ['2026-03-08T06:59:00Z', true],
    ['2026-03-08T07:00:00Z', true],
    ['2026-03-08T11:59:00Z', true],
    ['2026-03-08T12:00:00Z', false],
  ])('%s: quiet in New York: %s', (now, isQuiet) => {
    expect(ask({ quietHours: night }, {}, now) !== undefined).toBe(isQuiet);
  });

  /** What a call is refused for while the hours are quiet from nine at night to eight in New York, at noon there. */
  const askPlanned = async (name: string, args: Record<string, unknown>): Promise<string | undefined> => {
    const row = getRow(name);
    const { operation, guide } = await catalogue.loadOperation(row);
    const call = { row, args, locationId: 'L1', weight: weighCall(operation, guide, args) };
    return createPolicy({ quietHours: night }).refuseCall({ ...call, now: new Date('2026-11-27T17:00:00Z') })?.message;
  };
  const epoch = (time: string): number => Date.parse(time) / 1000;
  const campaign = (sendAt: string, timeZone = 'America/New_York') => ({ timeZone, scheduleConfig: { sendAt } });

  it.each<[string, Record<string, unknown>, string | undefined]>([
    [send.name, {}, undefined],
    [send.name, { scheduledTimestamp: epoch('2026-11-28T13:00:00Z') }, undefined],
    [send.name, { scheduledTimestamp: epoch('2026-11-28T12:59:00Z') }, 'planned'],
    [send.name, { scheduledTimestamp: String(epoch('2026-11-28T12:59:00Z')) }, 'planned'],
    // Long ago: it goes out at once.
    [send.name, { scheduledTimestamp: epoch('2026-11-25T04:00:00Z') }, undefined],
    [send.name, { scheduledTimestamp: 'tonight' }, 'cannot be read'],
    ['emails_campaign_schedule', campaign('2026-11-28 08:00 AM'), undefined],
    ['emails_campaign_schedule', campaign('2026-11-28 07:59 AM'), 'planned'],
    ['emails_campaign_schedule', campaign('2026-11-27 09:00 PM'), 'planned'],
    ['emails_campaign_schedule', campaign('2026-11-28 02:00 PM', 'Europe/Berlin'), undefined],
    ['emails_campaign_schedule', campaign('2026-11-28 01:59 PM', 'Europe/Berlin'), 'planned'],
    ['emails_campaign_schedule', campaign('2026-11-28 12:00 AM'), 'planned'],
    ['emails_campaign_schedule', campaign('2026-11-28 12:00 PM'), undefined],
    // By the clock of summer.
    ['emails_campaign_schedule', campaign('2027-07-01 07:59 AM'), 'planned'],
    ['emails_campaign_schedule', campaign('2027-07-01 08:00 AM'), undefined],
    ['emails_campaign_schedule', campaign('2026-11-28T08:00:00-05:00'), undefined],
    ['emails_campaign_schedule', campaign('2026-11-28 08:00 AM', 'Mars'), 'cannot be read'],
    ['social_media_posting_post_create', { scheduleDate: '2026-11-28T12:59:00.000Z' }, 'planned'],
    ['social_media_posting_post_create', { scheduleDate: '2026-11-28T12:59:00' }, 'planned'],
    ['social_media_posting_post_create', { scheduleDate: '2026-11-28T13:00:00Z' }, undefined],
    ['blogs_post_create', { publishedAt: '2026-11-28T03:00:00Z' }, 'planned'],
  ])('%s %j: %s', async (name, args, why) => {
    const message = await askPlanned(name, args);
    if (why === undefined) expect(message).toBeUndefined();
    else expect(message).toMatch(new RegExp(`${why}.*rule quietHours`));
  });

  it('quiet hours do not hold up what reaches nobody', () => {
    const rules = { quietHours: { from: '00:00', to: '00:00', timeZone: 'UTC' } };
    expect(ask(rules, {})?.message).toContain('rule quietHours');
    expect(ask(rules, {}, undefined, getRow('contacts_contact_get'))).toBeUndefined();
    expect(ask(rules, {}, undefined, getRow('contacts_contact_delete'))).toBeUndefined();
  });
});

describe('what an operator writes', () => {
  const folder = createFolder('policy');
  const write = (text: string): string => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, text);
    return file;
  };

  it.each([
    ['{', 'not JSON'],
    ['{"alow":[]}', 'alow'],
    ['{"quietHours":{"from":"9","to":"10:00","timeZone":"UTC"}}', 'HH:MM'],
    ['{"quietHours":{"from":"09:00","to":"10:00","timeZone":"Mars"}}', 'IANA'],
    ['{"deny":["contact_delete"]}', 'contacts_contact_delete'],
    ['{"ceilings":{"messagesPerDay":1}}', 'messagesPerDay'],
    ['{"ceilings":{"messagesPerHour":"20"}}', 'messagesPerHour'],
    ['{"ceilings":{"deletesPerDay":-1}}', 'deletesPerDay'],
    ['{"ceilings":{"amountPerInvoice":1000}}', 'amountPerInvoice'],
    ['{"ceilings":{"amountPerInvoice":{"usd":1000}}}', 'amountPerInvoice.usd'],
  ])('%s is refused at the start', (text, why) => {
    expect(() => loadPolicy({ file: write(text) }, catalogue)).toThrow(why);
  });

  it('a file that is not there is no empty policy', () => {
    expect(() => loadPolicy({ file: join(folder, 'none.json') }, catalogue)).toThrow('ENOENT');
  });

  it('of several sets of ceilings the lowest holds', () => {
    const high = { ceilings: { messagesPerHour: 20, deletesPerDay: 5 } };
    const { counted } = createPolicy(high, { ceilings: { messagesPerHour: 30 } }, {});
    expect(counted).toEqual({ messages: 20, deletes: 5 });
    expect(createPolicy({}).counted).toEqual({});
  });

  it('flags cannot lift what the file rules', () => {
    const policy = loadPolicy({ file: write('{"deny":["*_delete"]}'), flags: { allow: ['*'] } }, catalogue);
    expect(policy.refuseOperation(getRow('contacts_contact_delete'))).toBeDefined();
  });

  /** The policy of a command line beside an environment. */
  const start = (argv: string[], environment: NodeJS.ProcessEnv = {}): Policy => {
    const options = addServerOptions(new Command()).parse(argv, { from: 'user' }).opts<ServerOptions>();
    return loadPolicy({ environment: readRuleVariables(environment), flags: readRuleFlags(options) }, catalogue);
  };

  it.each<[string, string[], NodeJS.ProcessEnv]>([
    ['a second flag does not lift the first', ['--deny', '*_delete', '--deny', '*_list'], {}],
    ['a flag does not lift its variable', ['--deny', '*_list'], { HIGHLEVEL_DENY: '*_delete' }],
    ['classes of both', ['--classes', 'high-impact,read'], { HIGHLEVEL_CLASSES: 'read, write' }],
    ['allowed by both', ['--allow', 'contacts_*'], { HIGHLEVEL_ALLOW: 'contacts_contact_get' }],
  ])('%s', (_what, argv, environment) => {
    const policy = start(argv, environment);
    expect(policy.refuseOperation(getRow('contacts_contact_delete'))).toBeDefined();
    expect(policy.refuseOperation(getRow('contacts_contact_get'))).toBeUndefined();
  });

  it('what was left blank rules nothing', () => {
    const policy = start(['--allow', ' '], { HIGHLEVEL_ALLOW: '', HIGHLEVEL_CLASSES: ' ' });
    expect(offered.every((row) => policy.refuseOperation(row) === undefined)).toBe(true);
  });

  it('a class that does not exist is refused at the start', () => {
    expect(() => start([], { HIGHLEVEL_CLASSES: 'Read' })).toThrow('The environment');
  });
});

describe('a client under a policy', async () => {
  const policy = createPolicy({ deny: ['contacts_contact_delete'], locations: ['L1'] });
  const surface = createSurface(catalogue, { tools: ['contacts'], readOnly: false, pins: {}, policy });
  const connect = vi.fn((): Promise<HighLevelClient> => Promise.reject(new Error('was asked for')));
  const client = await connectInMemory({ catalogue, surface, policy, connect });
  afterAll(() => client.close());

  it('does not see what is denied', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).not.toContain('contacts_contact_delete');
  });

  it.each([
    ['contacts_contact_delete', { contactId: 'c' }],
    ['call_high_impact', { operation: 'contacts_contact_delete', arguments: { contactId: 'c' } }],
    ['call_high_impact', { operation: 'DELETE /contacts/{contactId}', arguments: { contactId: 'c' } }],
    ['call_high_impact', { operation: 'CONTACTS_CONTACT_DELETE', arguments: { contactId: 'c' } }],
    ['call_high_impact', { operation: 'contacts_contact_delete', arguments: { contactId: 'c' }, dryRun: true }],
    ['call_high_impact', { operation: 'contacts_contact_delete', arguments: { contactId: 'c', idempotencyKey: 'k' } }],
    ['contacts_contact_create', { locationId: 'otherLocation0000002', firstName: 'A', idempotencyKey: 'k' }],
    [
      'call_read',
      { operation: 'contacts_contact_search', arguments: { locationId: 'otherLocation0000002', pageLimit: 1 } },
    ],
  ])('%s %j is refused before anything is opened', async (name, args) => {
    const { isError, body } = parseToolResult(await client.callTool({ name, arguments: args }));
    expect(isError).toBe(true);
    expect(body.error.sent).toBe('no');
    expect(connect).not.toHaveBeenCalled();
  });
});
