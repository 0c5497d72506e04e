/** What a client reads without a tool call, on the sandbox. */
import { ResourceNotFoundError } from '@modelcontextprotocol/client';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import { createPolicy } from '../../../src/mcp/policy/policy.ts';
import type { PolicyRules } from '../../../src/mcp/policy/rules.ts';
import { createAddressMatcher } from '../../../src/mcp/resources/address.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { connectInMemory } from '../../support/in-memory.ts';

const catalogue = createCatalogue();
const sandbox = createSandbox({});
const { url: baseUrl } = await sandbox.listen();
const highlevel = createHighLevelClient({ token: sandbox.tokens.location, baseUrl });
const [locationId = '', otherLocation = ''] = sandbox.world.locationIds;

interface Setup {
  readonly isPinned?: boolean;
  readonly readOnly?: boolean;
  readonly rules?: PolicyRules;
  readonly isConfigured?: boolean;
}

async function start({ isPinned = true, readOnly = false, rules = {}, isConfigured = true }: Setup = {}) {
  const pins = isPinned ? { locationId } : {};
  const surface = createSurface(catalogue, { tools: ['minimal'], readOnly, pins });
  const client = await connectInMemory({
    catalogue,
    surface,
    pins,
    readOnly,
    policy: createPolicy(rules),
    connect: isConfigured ? async () => highlevel : undefined,
  });
  afterAll(() => client.close());
  return client;
}

type Client = Awaited<ReturnType<typeof start>>;

// biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes, looked into field by field
async function read(client: Client, uri: string): Promise<any> {
  const { contents } = await client.readResource({ uri });
  const [content] = contents;
  if (contents.length !== 1 || content === undefined || !('text' in content)) throw new Error('not one text');
  expect(content).toMatchObject({ uri, mimeType: 'application/json' });
  return JSON.parse(content.text);
}

const client = await start();
const unpinned = await start({ isPinned: false });
afterAll(async () => {
  await highlevel.close();
  await sandbox.close();
});

const lists = [
  ['pipelines', 'pipelines'],
  ['calendars', 'calendars'],
  ['custom-fields', 'customFields'],
  ['users', 'users'],
] as const;

describe('the list', () => {
  it('is fixed, and all of it can be read', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      'highlevel://account',
      'highlevel://rate-limits',
      'highlevel://pipelines',
      'highlevel://calendars',
      'highlevel://custom-fields',
      'highlevel://users',
      'highlevel://operations',
    ]);
    for (const { uri, title, description } of resources) {
      expect(title && description, uri).toBeTruthy();
      expect((await read(client, uri)).result, uri).toBeTruthy();
    }
    expect(client.getServerCapabilities()).toMatchObject({ resources: {}, prompts: {}, completions: {} });
    expect(JSON.stringify(client.getServerCapabilities())).not.toMatch(/listChanged":true|subscribe":true/);
  });

  it('has templates for any location and any operation', async () => {
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      ...lists.map(([name]) => `highlevel://locations/{locationId}/${name}`),
      'highlevel://operations/{resource}',
      'highlevel://operations/{resource}/{operation}',
    ]);
  });

  it('has no short addresses where no location is pinned', async () => {
    const { resources } = await unpinned.listResources();
    expect(resources.map(({ name }) => name)).toEqual(['account', 'rate-limits', 'operations']);
    await expect(read(unpinned, 'highlevel://pipelines')).rejects.toThrow(ResourceNotFoundError);
  });
});

describe('a location', () => {
  it.each(lists)('%s are the same under both addresses', async (name, field) => {
    const short = await read(client, `highlevel://${name}`);
    const long = await read(unpinned, `highlevel://locations/${locationId}/${name}`);
    expect(short.location).toBe(locationId);
    expect(short.result[field].length).toBeGreaterThan(0);
    expect(long.result).toEqual(short.result);
    for (const record of short.result[field]) expect(record.id && record.name, name).toBeTruthy();
  });

  it('pipelines come with their stages', async () => {
    const { result } = await read(client, 'highlevel://pipelines');
    for (const { stages } of result.pipelines) {
      expect(stages.length).toBeGreaterThan(1);
      expect(Object.keys(stages[0])).toEqual(['id', 'name']);
    }
  });

  it('is read once for all who ask within a minute, by whatever way', async () => {
    const fresh = await start();
    const before = sandbox.requests.length;
    await read(fresh, 'highlevel://pipelines');
    await read(fresh, `highlevel://locations/${locationId}/pipelines`);
    await fresh.callTool({ name: 'lookup', arguments: { kind: 'stage' } });
    expect(sandbox.requests.length).toBe(before + 1);
  });

  it('is the pinned one and no other', async () => {
    const before = sandbox.requests.length;
    for (const [name] of lists) {
      const reading = read(client, `highlevel://locations/${otherLocation}/${name}`);
      await expect(reading).rejects.toMatchObject({
        code: -32602,
        message: expect.stringContaining(`pinned to (${locationId})`),
        data: { error: { kind: 'wrong_location', sent: 'no' } },
      });
    }
    expect(sandbox.requests.length).toBe(before);
  });

  it('is bound by the policy like a call', async () => {
    const denied = await start({ rules: { deny: ['users_*'] } });
    await expect(read(denied, 'highlevel://users')).rejects.toThrow('rule deny: users_*');
    const bound = await start({ isPinned: false, rules: { locations: [otherLocation] } });
    await expect(read(bound, `highlevel://locations/${locationId}/users`)).rejects.toThrow('rule locations');
  });

  it('that HighLevel does not let the token see is refused in its words', async () => {
    const reading = read(unpinned, `highlevel://locations/${otherLocation}/calendars`);
    await expect(reading).rejects.toMatchObject({ data: { error: { sent: 'yes', advice: expect.any(String) } } });
  });
});

describe('operations', () => {
  it('are counted by resource and risk, without those that may not be called', async () => {
    const { result, untrusted } = await read(client, 'highlevel://operations');
    expect(untrusted).toBeUndefined();
    const withheld = catalogue.rows.filter((row) => row.withheld !== undefined).length;
    const sum = result.resources.reduce((all: number, { operations }: { operations: number }) => all + operations, 0);
    expect(sum).toBe(catalogue.rows.length - withheld);
    for (const one of result.resources) expect(one.read + one.write + one.highImpact).toBe(one.operations);
  });

  it('every resource of the index lists as many as it says, and each of them can be read', async () => {
    const { result } = await read(client, 'highlevel://operations');
    for (const { resource, operations } of result.resources) {
      const list = (await read(client, `highlevel://operations/${resource}`)).result;
      expect(list.operations).toHaveLength(operations);
      const [first] = list.operations;
      expect(first.summary).toBeTruthy();
      const whole = (await read(client, `highlevel://operations/${resource}/${first.name}`)).result;
      expect(whole).toMatchObject({ risk: first.risk, summary: first.summary, inputSchema: { type: 'object' } });
    }
  });

  it('are described as describe_operation does', async () => {
    const { result } = await read(client, 'highlevel://operations/contacts/contacts_contact_upsert');
    expect(result).toMatchObject({ risk: 'write', callWith: 'call_write' });
    expect(Object.keys(result.inputSchema.properties)).not.toContain('locationId');
  });

  it('that write are not in the index of a read-only server', async () => {
    const reader = await start({ readOnly: true });
    const { result } = await read(reader, 'highlevel://operations/contacts');
    expect(new Set(result.operations.map(({ risk }: { risk: string }) => risk))).toEqual(new Set(['read']));
    await expect(read(reader, 'highlevel://operations/contacts/contacts_contact_create')).rejects.toThrow('read-only');
  });

  it('that the policy denies are not in the index, and the rule is named', async () => {
    const bound = await start({ rules: { deny: ['contacts_*'] } });
    const { result } = await read(bound, 'highlevel://operations');
    expect(JSON.stringify(result)).not.toContain('"contacts"');
    await expect(read(bound, 'highlevel://operations/contacts')).rejects.toThrow(ResourceNotFoundError);
    const one = read(bound, 'highlevel://operations/contacts/contacts_contact_get');
    await expect(one).rejects.toThrow('rule deny: contacts_*');
  });

  it('that are withheld are described to nobody', async () => {
    const withheld = catalogue.rows.find((row) => row.withheld !== undefined);
    const reading = read(client, `highlevel://operations/${withheld?.resource}/${withheld?.name}`);
    await expect(reading).rejects.toThrow('not offered to agents');
  });
});

describe('without a token', () => {
  it('lists and the index are there, and what would be read is refused with what to do', async () => {
    const before = sandbox.requests.length;
    const bare = await start({ isConfigured: false });
    expect((await bare.listResources()).resources).toHaveLength(7);
    expect((await read(bare, 'highlevel://account')).result.configured).toBe(false);
    expect((await read(bare, 'highlevel://operations')).result.resources.length).toBeGreaterThan(30);
    const reading = read(bare, 'highlevel://pipelines');
    await expect(reading).rejects.toMatchObject({
      code: -32603,
      message: expect.stringContaining('The operator sets HIGHLEVEL_TOKEN'),
      data: { error: { kind: 'not_configured', sent: 'no' } },
    });
    expect(sandbox.requests.length).toBe(before);
  });
});

describe('an address that is none', () => {
  it.each([
    'highlevel://Account',
    'HIGHLEVEL://account',
    'highlevel:///account',
    'highlevel://account/',
    'highlevel://account?x=1',
    'highlevel://account#x',
    'highlevel://nothing',
    'highlevel://locations/{locationId}/pipelines',
    'highlevel://locations//pipelines',
    'highlevel://locations/./pipelines',
    'highlevel://locations/../pipelines',
    `highlevel://locations/${locationId}/../users`,
    `highlevel://locations/${locationId}%2F..%2Fx/pipelines`,
    `highlevel://locations/${locationId}/pipelines/x`,
    `highlevel://locations/${locationId}/contacts`,
    `highlevel://locations/${locationId}\n/pipelines`,
    `highlevel://locations/${'x'.repeat(101)}/pipelines`,
    'highlevel://operations/Contacts',
    'highlevel://operations/__proto__',
    'highlevel://operations/contacts/invoices_invoice_get',
    'highlevel://operations/contacts/Contacts_Contact_Get',
    'highlevel://operations/contacts/constructor',
    'file:///etc/passwd',
    'https://services.leadconnectorhq.com/contacts/',
    '',
  ])('%j is not found, and nothing is sent', async (uri) => {
    const before = sandbox.requests.length;
    await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32602, data: { uri } });
    expect(sandbox.requests.length).toBe(before);
  });

  it('a variable takes what an id consists of, and nothing else', () => {
    const match = createAddressMatcher('highlevel://locations/{locationId}/users');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (id) => {
        const found = match(`highlevel://locations/${id}/users`);
        expect(found?.locationId).toBe(/^[\w-]+$/.test(id) ? id : undefined);
      }),
      { numRuns: 1000 },
    );
  });
});
