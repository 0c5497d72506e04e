/** What a call leaves in the audit log: one line, of a real client's call on the sandbox, that gives nothing away. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../src/audit/entry.ts';
import { createAuditLog } from '../../../src/audit/log.ts';
import { readCalls } from '../../../src/audit/read.ts';
import { verifyLog } from '../../../src/audit/verify.ts';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import type { ConfirmationMode } from '../../../src/mcp/confirmation/modes.ts';
import { createPolicy } from '../../../src/mcp/policy/policy.ts';
import type { PolicyRules } from '../../../src/mcp/policy/rules.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import { faultsOf } from '../../audit/support.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { parseToolResult, type ToolResult } from '../../support/mcp-clients.ts';
import { createFolder } from '../../support/run.ts';

const catalogue = createCatalogue();
const sandbox = createSandbox({});
const { url: baseUrl } = await sandbox.listen();
const [locationId = ''] = sandbox.world.locationIds;
const state = createSqliteState();
const token = sandbox.tokens.location;
const highlevel = createHighLevelClient({
  token,
  baseUrl,
  state: { ...state, close: async () => {} },
  loadOperation: (key) => catalogue.loadOperationByKey(key),
});
const root = createFolder('audit');
const clients: Client[] = [];
let folder = '';
let rounds = 0;

interface StartOptions {
  readonly rules?: PolicyRules;
  readonly mode?: ConfirmationMode;
  readonly readOnly?: boolean;
  readonly isConfigured?: boolean;
  /** What happens between a call's end and its line. */
  readonly afterwards?: () => void;
  /** Of somebody who is asked. */
  readonly answer?: 'accept' | 'decline';
}

type Agent = (tool: string, args: Record<string, unknown>) => Promise<ToolResult>;

async function start(options: StartOptions = {}): Promise<Agent> {
  const { rules = {}, mode = 'off', readOnly = false, isConfigured = true, answer, afterwards = () => {} } = options;
  const pins = { locationId };
  const policy = createPolicy(rules);
  const isConfirmed = mode !== 'off';
  const surface = createSurface(catalogue, { tools: ['contacts'], readOnly, pins, policy, isConfirmed });
  const audit = createAuditLog({ folder, records: async () => state.records, keptDays: 90, version: '1.0.0' });
  const client = new Client(
    { name: 'agent', version: '7' },
    { capabilities: answer === undefined ? {} : { elicitation: {} }, versionNegotiation: { mode: 'legacy' } },
  );
  if (answer !== undefined) {
    const content = answer === 'accept' ? { confirm: true } : undefined;
    client.setRequestHandler('elicitation/create', (async () => ({ action: answer, content })) as never);
  }
  const executor = {
    ...highlevel,
    execute: (...args: Parameters<typeof highlevel.execute>) => highlevel.execute(...args).finally(afterwards),
  };
  const connect = isConfigured ? async () => executor : undefined;
  const dependencies = { catalogue, surface, pins, policy, readOnly, confirmation: { mode }, connect, audit };
  clients.push(await connectInMemory(dependencies, client));
  return async (name, args) => parseToolResult(await client.callTool({ name, arguments: args }));
}

async function readLines(): Promise<Call[]> {
  expect(faultsOf(await verifyLog({ folder, records: state.records }))).toEqual([]);
  return (await readCalls(folder)).calls.map(({ call }) => call);
}

/** The one line that there is. */
async function readLine(): Promise<Call> {
  const lines = await readLines();
  expect(lines).toHaveLength(1);
  return lines[0] as Call;
}

beforeEach(() => {
  rounds += 1;
  folder = join(root, String(rounds));
});

afterAll(async () => {
  for (const client of clients) await client.close();
  await highlevel.close();
  await state.close();
  await sandbox.close();
});

const person = () => ({ firstName: 'Lena', lastName: 'Ort', email: `lena.ort${rounds}@example.com` });

async function createContact(agent: Agent): Promise<string> {
  const { body } = await agent('contacts_contact_create', person());
  return body.result.contact.id;
}

it('a call that a ceiling has no room for leaves the rule', async () => {
  const agent = await start({ rules: { ceilings: { deletesPerDay: 1 } } });
  const contactId = await createContact(agent);
  for (const id of [contactId, 'aaaaaaaaaaaaaaaaaaaa']) await agent('contacts_contact_delete', { contactId: id });
  const last = (await readLines()).at(-1);
  expect(last).toMatchObject({
    outcome: 'refused',
    sent: 'no',
    rule: 'ceilings',
    operation: 'contacts_contact_delete',
  });
});

describe('a write', () => {
  it('that was done: who, what, where, with which ids, and how it ended', async () => {
    const contactId = await createContact(await start());
    expect(await readLine()).toMatchObject({
      outcome: 'done',
      sent: 'yes',
      operation: 'contacts_contact_create',
      class: 'write',
      location: locationId,
      client: 'agent 7',
      token: expect.stringMatching(/^[\w-]+$/),
      args: expect.stringMatching(/^[0-9a-f]{16}$/),
      result: [contactId],
      status: 201,
      traceId: expect.stringMatching(/^[\w-]+$/),
    });
  });

  it('through call_write: one line as well', async () => {
    const agent = await start();
    const args = { operation: 'contacts_contact_create', arguments: person(), idempotencyKey: 'Lena, once' };
    await agent('call_write', args);
    await agent('call_write', args);
    const [done, replayed, ...more] = await readLines();
    expect(more).toEqual([]);
    expect(done).toMatchObject({ outcome: 'done', key: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(replayed).toMatchObject({ outcome: 'replayed', sent: 'no', key: done?.key, args: done?.args });
    expect(replayed?.result).toEqual(done?.result);
  });

  it('that HighLevel refused, as a duplicate or otherwise', async () => {
    const agent = await start();
    const contactId = await createContact(agent);
    await agent('contacts_contact_create', { ...person(), firstName: 'Another' });
    await agent('contacts_contact_update', { contactId: 'nobody1234567890abcd', firstName: 'Lena' });
    const [, exists, rejected] = await readLines();
    expect(exists).toMatchObject({ outcome: 'exists', sent: 'yes', result: [contactId] });
    expect(rejected).toMatchObject({ outcome: 'rejected', sent: 'yes', reason: 'refused', status: expect.any(Number) });
    expect(rejected?.ids).toEqual({ contactId: ['nobody1234567890abcd'] });
  });

  it('of which nobody knows the outcome', async () => {
    const agent = await start();
    const contactId = await createContact(agent);
    sandbox.faults.next('500', { method: 'POST', path: /tags/ });
    sandbox.faults.next('500', { method: 'POST', path: /tags/ });
    sandbox.faults.next('500', { method: 'POST', path: /tags/ });
    sandbox.faults.next('500', { method: 'POST', path: /tags/ });
    const { body } = await agent('contacts_tag_add', { contactId, tags: ['new'] });
    const [, line] = await readLines();
    expect(body.error).toMatchObject({ outcome: 'unknown' });
    expect(line).toMatchObject({ outcome: 'unknown', reason: 'highlevel_failed', status: 500 });
  });

  it('that was only shown', async () => {
    const agent = await start();
    await agent('call_write', { operation: 'contacts_contact_create', arguments: person(), dryRun: true });
    expect(await readLine()).toMatchObject({ outcome: 'dry_run', sent: 'no' });
  });
});

describe('a batch', () => {
  it('leaves a line for each row that is sent, and one for a plan', async () => {
    const contactId = await createContact(await start());
    const rows = ['one', 'two', 'three'].map((body) => ({ contactId, body }));
    await (await start())('batch', { operation: 'contacts_note_create', rows });
    const planned = await start({ mode: 'plan' });
    await planned('batch', { operation: 'contacts_contact_delete', rows: [{ contactId }] });
    await planned('batch', { operation: 'contacts_contact_delete', rows: [{ contactId, nonsense: 1 }] });
    const [, ...lines] = await readLines();
    expect(lines.map(({ outcome, operation, ids }) => [outcome, operation, ids?.contactId])).toEqual([
      ...rows.map(() => ['done', 'contacts_note_create', [contactId]]),
      ['plan_shown', 'contacts_contact_delete', [contactId]],
      ['refused', 'contacts_contact_delete', [contactId]],
    ]);
    expect(new Set(lines.slice(0, 3).map(({ key }) => key)).size).toBe(3);
  });
});

describe('a read', () => {
  it('leaves no line', async () => {
    const agent = await start();
    await agent('lookup', { kind: 'pipeline' });
    await agent('call_read', { operation: 'contacts_contact_get', arguments: { contactId: 'nobody1234567890abcd' } });
    expect(await readLines()).toEqual([]);
  });
});

describe('a refusal', () => {
  const contact = { contactId: 'abcdefgh12345678abcd' };

  it.each<[string, StartOptions, string, Record<string, unknown>, Partial<Call>]>([
    [
      'of a read by the policy',
      { rules: { deny: ['contacts_contact_get'] } },
      'call_read',
      { operation: 'contacts_contact_get', arguments: contact },
      { reason: 'not_permitted', rule: 'deny', class: 'read', location: locationId },
    ],
    [
      'of another location',
      {},
      'contacts_contact_create',
      { firstName: 'Lena', locationId: 'other1234567890abcde' },
      { reason: 'wrong_location', ids: { locationId: ['other1234567890abcde'] }, location: locationId },
    ],
    ['of arguments', {}, 'contacts_contact_create', { nonsense: 'x' }, { reason: 'invalid_arguments' }],
    [
      'of a write while read-only',
      { readOnly: true },
      'contacts_contact_create',
      { firstName: 'Lena' },
      { reason: 'not_permitted', rule: 'read-only', class: 'write' },
    ],
    [
      'of the wrong tool',
      {},
      'call_read',
      { operation: 'contacts_contact_delete', arguments: contact },
      {
        reason: 'not_permitted',
        tool: 'call_read',
        operation: 'contacts_contact_delete',
        class: 'high-impact',
        ids: { contactId: [contact.contactId] },
      },
    ],
    [
      'of an operation that there is not',
      {},
      'call_write',
      { operation: 'contacts_contact_befriend' },
      { reason: 'unknown_operation', tool: 'call_write', operation: 'contacts_contact_befriend' },
    ],
    [
      'of what query does not call',
      {},
      'query',
      { operation: 'contacts_contact_delete' },
      { reason: 'not_permitted', tool: 'query', class: 'high-impact' },
    ],
    [
      'of a page that query wants',
      { rules: { deny: ['contacts_*'] } },
      'query',
      { operation: 'contacts_contact_search' },
      { reason: 'not_permitted', rule: 'deny', operation: 'contacts_contact_search' },
    ],
    ['without a token', { isConfigured: false }, 'contacts_contact_create', person(), { reason: 'not_configured' }],
    [
      'of an operation that is not listed',
      {},
      'calendars_calendar_list',
      {},
      { reason: 'not_permitted', tool: 'calendars_calendar_list', class: 'read' },
    ],
  ])('%s leaves one line', async (_what, options, tool, args, expected) => {
    const { isError } = await (await start(options))(tool, args);
    expect(isError).toBe(true);
    expect(await readLine()).toMatchObject({ outcome: 'refused', sent: 'no', client: 'agent 7', ...expected });
  });
});

it('a resource that the policy refuses leaves a line as well', async () => {
  await start({ rules: { deny: ['*'] } });
  const uri = `highlevel://locations/${locationId}/pipelines`;
  await expect(clients.at(-1)?.readResource({ uri })).rejects.toThrow(/policy/);
  expect(await readLine()).toMatchObject({ outcome: 'refused', tool: 'resource', rule: 'deny', client: 'agent 7' });
});

describe('a confirmation', () => {
  it('by plan: shown, redeemed, and refused the second time', async () => {
    const contactId = await createContact(await start());
    const agent = await start({ mode: 'plan' });
    const call = { operation: 'contacts_contact_delete', arguments: { contactId } };
    const { body } = await agent('call_high_impact', call);
    await agent('call_high_impact', { ...call, plan: body.plan.id });
    await agent('call_high_impact', { ...call, plan: body.plan.id });
    const [, shown, done, refused, ...more] = await readLines();
    expect(more).toEqual([]);
    expect(shown).toMatchObject({ outcome: 'plan_shown', sent: 'no', class: 'high-impact' });
    expect(done).toMatchObject({ outcome: 'done', confirmedBy: 'plan' });
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'plan_refused' });
    expect(refused?.confirmedBy).toBeUndefined();
  });

  it('by a person who says yes, or no', async () => {
    const contactId = await createContact(await start());
    const call = { operation: 'contacts_contact_delete', arguments: { contactId } };
    await (await start({ mode: 'ask', answer: 'decline' }))('call_high_impact', call);
    await (await start({ mode: 'ask', answer: 'accept' }))('call_high_impact', call);
    const [, ...lines] = await readLines();
    expect(lines.map(({ outcome, reason, confirmedBy }) => [outcome, reason, confirmedBy])).toEqual([
      ['person_asked', undefined, undefined],
      ['refused', 'declined', undefined],
      ['person_asked', undefined, undefined],
      ['done', undefined, 'person'],
    ]);
  });
});

describe('a log that cannot be written', () => {
  it('refuses writes before anything is sent, and lets reads go on', async () => {
    writeFileSync(folder, '');
    const agent = await start();
    const before = sandbox.requests.length;
    const { body } = await agent('contacts_contact_create', person());
    expect(body.error).toMatchObject({
      kind: 'audit_unavailable',
      sent: 'no',
      advice: expect.stringMatching(/operator/),
    });
    expect(sandbox.requests.length).toBe(before);
    expect((await agent('lookup', { kind: 'pipeline' })).isError).toBe(false);
    rmSync(folder);
    await createContact(agent);
    expect((await readLines()).map(({ outcome, reason }) => reason ?? outcome)).toEqual(['audit_unavailable', 'done']);
  });

  it('after a write was sent: its result says so, and the next is refused until there is room', async () => {
    let isBroken = false;
    const agent = await start({
      afterwards() {
        if (!isBroken) return;
        rmSync(folder, { recursive: true, force: true });
        writeFileSync(folder, '');
      },
    });
    const contactId = await createContact(agent);
    isBroken = true;
    const { isError, body } = await agent('contacts_note_create', { contactId, body: 'First' });
    expect(isError).toBe(false);
    expect(body.note).toMatch(/not in the audit log yet/);
    const refused = await agent('contacts_note_create', { contactId, body: 'Second' });
    expect(refused.body.error.kind).toBe('audit_unavailable');
    rmSync(folder);
    isBroken = false;
    expect((await agent('contacts_note_create', { contactId, body: 'Third' })).body.note).toBeUndefined();
    const { calls } = await readCalls(folder);
    expect(calls.map(({ call }) => call.reason ?? call.outcome)).toEqual(['done', 'audit_unavailable', 'done']);
  });
});

describe('secrets', () => {
  const secrets = {
    name: 'Wilhelmine',
    email: 'wilhelmine@example.com',
    phone: '+12025550147',
    text: 'Meet me behind the old mill at nine',
    key: 'my key for Wilhelmine',
    token,
  };

  it('are in no line, wherever an agent puts them', async () => {
    const agent = await start({ rules: { deny: ['contacts_contact_delete'] } });
    const contactId = await createContact(agent);
    const { name, email, phone, text, key } = secrets;
    const writes: [string, Record<string, unknown>][] = [
      ['contacts_contact_create', { firstName: name, email, phone, idempotencyKey: key }],
      ['contacts_note_create', { contactId, body: `${text} ${token}` }],
      ['contacts_contact_update', { contactId: 'nobody1234567890abcd', firstName: name, phone }],
      ['conversations_message_send', { type: 'SMS', contactId, message: text }],
      ...Object.values(secrets).flatMap((secret): [string, Record<string, unknown>][] => [
        ['contacts_note_create', { contactId: secret, body: secret, idempotencyKey: secret }],
        ['contacts_contact_delete', { contactId: secret }],
        ['call_write', { operation: secret, arguments: { id: secret, [secret]: secret } }],
        ['call_read', { operation: 'contacts_contact_get', arguments: { contactId: secret, locationId: secret } }],
        ['lookup', { kind: secret, name: secret }],
      ]),
    ];
    for (const [tool, args] of writes) await agent(tool, args).catch(() => {});
    const lines = await readLines();
    expect(lines.length).toBeGreaterThan(20);
    const written = lines.map((line) => JSON.stringify(line)).join('\n');
    for (const secret of Object.values(secrets)) expect(written).not.toContain(secret);
    for (const part of ['Wilhelm', '2025550147', 'old mill', token.slice(4, 16)]) expect(written).not.toContain(part);
  });

  it('of any shape', async () => {
    const agent = await start();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 5 }),
        fc.constantFrom('body', 'title'),
        async (text, field) => {
          const secret = `§${text}§`;
          await agent('contacts_note_create', { contactId: secret, [field]: secret, idempotencyKey: secret });
          await agent('call_write', { operation: secret, arguments: { [secret]: secret, xId: secret } });
          expect(JSON.stringify(await readLines())).not.toContain('§');
        },
      ),
      { numRuns: 25 },
    );
  });
});
