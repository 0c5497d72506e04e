import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createHighLevelClient, type HighLevelClient } from '../../src/highlevel/client.ts';
import type { ConfirmationMode } from '../../src/mcp/confirmation/modes.ts';
import { createPolicy } from '../../src/mcp/policy/policy.ts';
import { createServer } from '../../src/mcp/server.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import type { State } from '../../src/state/state.ts';
import { createTestLog } from '../support/in-memory.ts';
import { parseToolResult, type ToolResult } from '../support/mcp-clients.ts';
import { createFolder } from '../support/run.ts';

const catalogue = createCatalogue();
const sandbox = createSandbox({});
const { url: baseUrl } = await sandbox.listen();
const [locationId = '', secondLocationId = ''] = sandbox.world.locationIds;
const state = createSqliteState();
const loadOperation = (key: Parameters<typeof catalogue.loadOperationByKey>[0]) => catalogue.loadOperationByKey(key);
const connectTo = (token: string, kept: State = state): HighLevelClient =>
  createHighLevelClient({ token, baseUrl, state: kept, loadOperation, idempotency: { guardMs: 0 } });
const highlevel = connectTo(sandbox.tokens.location);
const foreign = connectTo(sandbox.tokens.create({ locationId }));
const elsewhere = connectTo(sandbox.tokens.secondLocation);
const closers: (() => Promise<unknown>)[] = [];
let now = Date.now();

type Answer = { action: 'accept' | 'decline' | 'cancel'; content?: Record<string, boolean> };
type Era = 'modern' | 'legacy' | 'v1';

interface StartOptions {
  readonly mode?: ConfirmationMode;
  readonly era?: Era;
  readonly by?: HighLevelClient;
  readonly pin?: string;
  readonly tools?: string;
  /** Absent: a client that cannot ask. */
  readonly answer?: (question: string) => Answer | Promise<Answer>;
}

interface Agent {
  call(operation: string, args: Record<string, unknown>, own?: Record<string, unknown>): Promise<ToolResult>;
  readonly client: Client;
}

async function start(options: StartOptions = {}): Promise<Agent> {
  const { mode = 'ask', era = 'modern', by = highlevel, pin = locationId, tools = 'minimal', answer } = options;
  const pins = { locationId: pin };
  const surface = createSurface(catalogue, { tools: [tools], readOnly: false, pins, isConfirmed: mode !== 'off' });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const log = createTestLog();
  const policy = createPolicy();
  const confirmation = { mode, now: () => now };
  const connect = async () => by;
  const shared = { catalogue, surface, pins, readOnly: false, policy, version: '0', instructions: '', log };
  serveStdio(() => createServer({ ...shared, confirmation, connect }), { transport: far });
  const capabilities = answer === undefined ? {} : { elicitation: {} };
  const identity = { name: 'test', version: '1' };
  const reply = (params: { message: string }) => answer?.(params.message);
  const client =
    era === 'v1'
      ? (new OldClient(identity, { capabilities }) as unknown as Client)
      : new Client(identity, {
          capabilities,
          versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
        });
  if (answer !== undefined) {
    const kind = era === 'v1' ? ElicitRequestSchema : 'elicitation/create';
    client.setRequestHandler(
      kind as 'elicitation/create',
      (async (request: { params: { message: string } }) => reply(request.params)) as never,
    );
  }
  await client.connect(near as never);
  closers.push(() => client.close());
  return {
    client,
    call: async (operation, args, own = {}) =>
      parseToolResult(
        await client.callTool({ name: 'call_high_impact', arguments: { operation, arguments: args, ...own } }),
      ),
  };
}

afterAll(async () => {
  for (const close of closers) await close();
  for (const client of [highlevel, foreign, elsewhere]) await client.close();
  await sandbox.close();
});

/** Requests but for the one read that finds a name. */
function countWrites(): number {
  return sandbox.requests.filter((request) => request.key !== 'GET /contacts/{contactId}').length;
}

let contactId = '';
let writes = 0;
let made = 0;

beforeEach(async () => {
  made += 1;
  now = Date.now();
  const { operation } = await catalogue.loadOperation(catalogue.findByName('contacts_contact_create') as never);
  const contact = {
    firstName: 'Lena',
    lastName: 'Ort',
    phone: `+1555010${1000 + made}`,
    email: `lena${made}@example.com`,
  };
  const { data } = await highlevel.execute(operation, { ...contact, locationId }, { locationId });
  contactId = (data as { contact: { id: string } }).contact.id;
  writes = countWrites();
});

const remove = 'contacts_contact_delete';
const send = 'conversations_message_send';

describe.each<Era>(['modern', 'legacy', 'v1'])('a client that can ask (%s)', (era) => {
  it('is asked in plain words, and a yes sends once', async () => {
    const questions: string[] = [];
    const agent = await start({
      era,
      answer: (question) => {
        questions.push(question);
        expect(countWrites()).toBe(writes);
        return { action: 'accept', content: { confirm: true } };
      },
    });
    const { isError, body } = await agent.call(send, {
      type: 'SMS',
      contactId,
      message: 'See you\n\nContact: "the boss"\u202e at ten',
    });
    expect(isError, JSON.stringify(body)).toBe(false);
    expect(countWrites()).toBe(writes + 1);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.split('\n')).toEqual([
      `Send a message in location ${locationId}.`,
      `Contact: "Lena Ort", phone …${String(1000 + made).slice(-3)}, email l…@example.com, id ${contactId}`,
      'type: "SMS"',
      'message: "See you Contact: \\"the boss\\" at ten"',
    ]);
  });

  it.each<[string, Answer]>([
    ['a no', { action: 'decline' }],
    ['no answer', { action: 'cancel' }],
    ['a form left as it was', { action: 'accept', content: { confirm: false } }],
  ])('%s sends nothing', async (_what, answer) => {
    const agent = await start({ era, answer: () => answer });
    const { isError, body } = await agent.call(remove, { contactId });
    expect(isError).toBe(true);
    expect(body.error).toMatchObject({ kind: 'declined', sent: 'no' });
    expect(countWrites()).toBe(writes);
  });

  it('an answer that comes too late sends nothing', async () => {
    const answer = (): Answer => {
      now += 601_000;
      return { action: 'accept', content: { confirm: true } };
    };
    const agent = await start({ era, answer });
    const { body } = await agent.call(remove, { contactId });
    expect(body.error).toMatchObject({ kind: 'plan_refused', sent: 'no' });
    expect(countWrites()).toBe(writes);
  });

  it('a plan does not stand in for the person', async () => {
    const plain = await start({ era });
    const { body } = await plain.call(remove, { contactId });
    const agent = await start({ era, answer: () => ({ action: 'decline' }) });
    const refused = await agent.call(remove, { contactId }, { plan: body.plan.id });
    expect(refused.body.error).toMatchObject({ kind: 'declined' });
    expect(countWrites()).toBe(writes);
  });
});

describe('the answer of a person (2026)', () => {
  const name = 'call_high_impact';
  const accepted = { confirm: { action: 'accept', content: { confirm: true } } };

  /** Retries as a client does, with the state and arguments it likes. */
  async function retry(args: Record<string, unknown>, requestState: string | undefined): Promise<ToolResult> {
    const agent = await start({ answer: () => ({ action: 'decline' }) });
    const params = { name, arguments: args, inputResponses: accepted, ...(requestState && { requestState }) };
    return parseToolResult(await agent.client.callTool(params as never));
  }

  async function fetchState(args: Record<string, unknown>): Promise<string> {
    const agent = await start({ answer: () => ({ action: 'decline' }) });
    const asked = await agent.client.callTool({ name, arguments: args }, { allowInputRequired: true } as never);
    return (asked as unknown as { requestState: string }).requestState;
  }

  it('counts for the call it was asked about, and once', async () => {
    const args = { operation: remove, arguments: { contactId } };
    const requestState = await fetchState(args);
    const other = await retry({ operation: remove, arguments: { contactId: 'another' } }, requestState);
    expect(other.body.error).toMatchObject({ kind: 'plan_refused', sent: 'no' });
    expect(countWrites()).toBe(writes);
    expect((await retry(args, requestState)).isError).toBe(false);
    expect(countWrites()).toBe(writes + 1);
    const again = await retry(args, requestState);
    expect(again.body.error).toMatchObject({ kind: 'plan_refused' });
    expect(again.body.error.message).toContain('used already');
    expect(countWrites()).toBe(writes + 1);
  });

  it('is none without the question, and a plan is no question', async () => {
    const args = { operation: remove, arguments: { contactId } };
    const unasked = await retry(args, undefined);
    expect(unasked.body.error).toMatchObject({ kind: 'declined' });
    const plain = await start();
    const { body } = await plain.call(remove, { contactId });
    expect((await retry(args, body.plan.id)).body.error).toMatchObject({ kind: 'plan_refused' });
    expect((await retry(args, 'made up')).body.error).toMatchObject({ kind: 'plan_refused' });
    expect(countWrites()).toBe(writes);
  });
});

describe.each<[string, StartOptions]>([
  ['mode plan', { mode: 'plan', answer: () => ({ action: 'decline' }) }],
  ['mode ask, where the client cannot ask', { mode: 'ask' }],
  ['the same in 2025', { mode: 'ask', era: 'legacy' }],
])('%s', (_what, options) => {
  it('shows the call, and does it when it is called again', async () => {
    const agent = await start(options);
    const shown = await agent.call(remove, { contactId }, { fields: ['nothing'] });
    expect(shown.isError).toBe(false);
    expect(shown.body).toMatchObject({
      location: locationId,
      plan: { expiresInSeconds: 600 },
      result: { does: expect.any(String) },
    });
    expect(shown.body.result.does).toContain('"Lena Ort"');
    expect(JSON.stringify(shown.body)).not.toContain(sandbox.tokens.location);
    expect(countWrites()).toBe(writes);
    const done = await agent.call(remove, { contactId }, { plan: shown.body.plan.id, idempotencyKey: `k${made}` });
    expect(done.isError, JSON.stringify(done.body)).toBe(false);
    expect(countWrites()).toBe(writes + 1);
  });
});

describe('a plan', () => {
  async function plan(args: Record<string, unknown> = { contactId }, operation = remove): Promise<string> {
    return (await (await start()).call(operation, args)).body.plan.id;
  }

  async function expectRefused(answer: ToolResult, reason: string): Promise<void> {
    expect(answer.isError).toBe(true);
    expect(answer.body.error).toMatchObject({ kind: 'plan_refused', sent: 'no' });
    expect(answer.body.error.message).toContain(reason);
    expect(countWrites()).toBe(writes);
  }

  it('is good for one call', async () => {
    const agent = await start();
    const id = await plan();
    expect((await agent.call(remove, { contactId }, { plan: id })).isError).toBe(false);
    writes = countWrites();
    await expectRefused(await agent.call(remove, { contactId }, { plan: id }), 'used already');
  });

  it('is good for its arguments, in any order, and refused for others without being used up', async () => {
    const agent = await start();
    const id = await plan({ type: 'SMS', contactId, message: 'at ten' }, send);
    await expectRefused(
      await agent.call(send, { type: 'SMS', contactId, message: 'at eleven' }, { plan: id }),
      'other arguments',
    );
    const done = await agent.call(send, { message: 'at ten', contactId, type: 'SMS' }, { plan: id });
    expect(done.isError).toBe(false);
  });

  it('is refused for another operation', async () => {
    const agent = await start();
    await expectRefused(await agent.call(send, { type: 'SMS', contactId }, { plan: await plan() }), 'other operation');
  });

  it('is refused for another location, and for another token of the same', async () => {
    const id = await plan();
    const there = await start({ by: elsewhere, pin: secondLocationId });
    await expectRefused(await there.call(remove, { contactId }, { plan: id }), 'another token');
    const stranger = await start({ by: foreign });
    await expectRefused(await stranger.call(remove, { contactId }, { plan: id }), 'another token');
  });

  it('is refused after ten minutes, and from a clock that is far off', async () => {
    const agent = await start();
    const id = await plan();
    now += 600_000;
    await expectRefused(await agent.call(remove, { contactId }, { plan: id }), 'expired');
    now -= 86_400_000;
    await expectRefused(await agent.call(remove, { contactId }, { plan: id }), 'expired');
  });

  it('is refused when it was forged, whichever letter was changed', async () => {
    const agent = await start();
    const id = await plan();
    for (const at of [0, 12, 17, 21, 25, 38, 59]) {
      const forged = id.slice(0, at) + (id[at] === 'A' ? 'B' : 'A') + id.slice(at + 1);
      await expectRefused(await agent.call(remove, { contactId }, { plan: forged }), 'none that this server');
    }
    for (const forged of ['x', id.slice(1), `${id}A`, 'A'.repeat(60)]) {
      await expectRefused(await agent.call(remove, { contactId }, { plan: forged }), 'none that this server');
    }
  });

  it('sends once when several use it at the same time, each with the store opened for itself', async () => {
    const folder = createFolder('confirm');
    const clients = [1, 2, 3].map(() =>
      connectTo(sandbox.tokens.location, createSqliteState({ path: join(folder, 'state.sqlite') })),
    );
    closers.push(async () => {
      for (const client of clients) await client.close();
    });
    const agents = await Promise.all(clients.map((by) => start({ by })));
    // The key is made by whoever comes first, and taken over by the others.
    const plans = await Promise.all(agents.map((agent) => agent.call(remove, { contactId })));
    const id = plans[1]?.body.plan.id;
    const answers = await Promise.all(agents.map((agent) => agent.call(remove, { contactId }, { plan: id })));
    expect(answers.filter((answer) => !answer.isError)).toHaveLength(1);
    const refused = answers.filter((answer) => answer.isError).map(({ body }) => body.error.kind);
    expect(refused).toEqual(['plan_refused', 'plan_refused']);
    expect(countWrites()).toBe(writes + 1);
  });
});

it('dryRun, reads, writes and mode off ask nobody', async () => {
  const agent = await start({ answer: () => expect.unreachable() });
  expect((await agent.call(remove, { contactId }, { dryRun: true })).body.result.wouldSend.method).toBe('DELETE');
  const read = { operation: 'contacts_contact_get', arguments: { contactId } };
  expect((await agent.client.callTool({ name: 'call_read', arguments: read })).isError).toBeFalsy();
  const write = { operation: 'contacts_contact_update', arguments: { contactId, firstName: 'Lea' } };
  expect((await agent.client.callTool({ name: 'call_write', arguments: write })).isError).toBeFalsy();
  const off = await start({ mode: 'off', answer: () => expect.unreachable() });
  expect((await off.call(remove, { contactId })).isError).toBe(false);
});

it('tools of their own take a plan as well, and show it', async () => {
  const { client } = await start({ tools: 'contacts' });
  const { tools } = await client.listTools();
  const takers = tools.filter(({ inputSchema }) => inputSchema.properties && 'plan' in inputSchema.properties);
  expect(takers.map(({ name }) => name)).toEqual(expect.arrayContaining([remove, 'call_high_impact']));
  expect(takers.every(({ annotations }) => annotations?.destructiveHint)).toBe(true);
  const shown = parseToolResult(await client.callTool({ name: remove, arguments: { contactId } }));
  const args = { contactId, plan: shown.body.plan.id };
  expect(parseToolResult(await client.callTool({ name: remove, arguments: args })).isError).toBe(false);
});
