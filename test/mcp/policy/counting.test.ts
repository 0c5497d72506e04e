/** Ceilings that add up over calls: real clients on the sandbox, which way in and which process it may be. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient, type HighLevelClient } from '../../../src/highlevel/client.ts';
import type { ConfirmationMode } from '../../../src/mcp/confirmation/modes.ts';
import { createPolicy } from '../../../src/mcp/policy/policy.ts';
import type { PolicyRules } from '../../../src/mcp/policy/rules.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import type { State } from '../../../src/state/state.ts';
import { findClosedPort } from '../../highlevel/support.ts';
import { createTestClock, type TestClock } from '../../state/clock.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { parseToolResult, type ToolResult } from '../../support/mcp-clients.ts';
import { createFolder } from '../../support/run.ts';

const HOUR_MS = 3_600_000;

const catalogue = createCatalogue();
const sandbox = createSandbox({});
const { url } = await sandbox.listen();
const [locationId = ''] = sandbox.world.locationIds;
const folder = createFolder('ceilings');
const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
  await sandbox.close();
});

let clock: TestClock;
let path = '';
beforeEach(({ task }) => {
  clock = createTestClock();
  path = join(folder, `${task.id}.sqlite`);
});

interface StartOptions {
  readonly mode?: ConfirmationMode;
  readonly baseUrl?: string;
  readonly state?: State;
  /** Default: to the first location. */
  readonly isPinned?: boolean;
}

type Call = (operation: string, args: object, own?: object) => Promise<ToolResult>;

/** A server with a state of its own on the file that all of a test share, as processes have. */
async function start(
  ceilings: PolicyRules['ceilings'],
  options: StartOptions = {},
): Promise<{ call: Call; client: Client }> {
  const { mode = 'off', baseUrl = url, state = createSqliteState({ path, clock }) } = options;
  const pins = { locationId: options.isPinned === false ? undefined : locationId };
  const highlevel: HighLevelClient = createHighLevelClient({
    token: sandbox.tokens.location,
    baseUrl,
    state,
    loadOperation: (key) => catalogue.loadOperationByKey(key),
    deadlineMs: 2_000,
  });
  const client = await connectInMemory({
    catalogue,
    surface: createSurface(catalogue, { tools: ['conversations'], readOnly: false, pins }),
    pins,
    policy: createPolicy({ ceilings }),
    confirmation: { mode },
    connect: async () => highlevel,
  });
  closers.push(
    () => client.close(),
    () => highlevel.close(),
  );
  const call: Call = async (operation, args, own = {}) =>
    parseToolResult(
      await client.callTool({ name: 'call_high_impact', arguments: { operation, arguments: args, ...own } }),
    );
  return { call, client };
}

const contacts = async (): Promise<string[]> => {
  const { client } = await start({});
  const args = { operation: 'contacts_contact_search', arguments: { locationId, pageLimit: 20 } };
  const { body } = parseToolResult(await client.callTool({ name: 'call_read', arguments: args }));
  return body.result.contacts
    .filter((contact: { phone?: string; dnd?: boolean }) => contact.phone && !contact.dnd)
    .map(({ id }: { id: string }) => id);
};

const send = 'conversations_message_send';
const text = (contactId: string) => ({ type: 'SMS', contactId, message: `Hello ${randomUUID()}` });
const countSends = () => sandbox.requests.filter(({ key }) => key === 'POST /conversations/messages').length;

function expectFull({ isError, body }: ToolResult, rule: string): void {
  expect(isError, JSON.stringify(body)).toBe(true);
  expect(body.error).toMatchObject({ kind: 'not_permitted', sent: 'no' });
  expect(body.error.message).toContain(`rule ceilings.${rule}`);
}

describe('messages in an hour', async () => {
  const [contactId = ''] = await contacts();

  it('are kept by several processes together, by every way in, and slide', async () => {
    const [one, other] = [await start({ messagesPerHour: 3 }), await start({ messagesPerHour: 3 })];
    const before = countSends();
    expect((await one.call(send, text(contactId))).isError).toBe(false);
    clock.advance(HOUR_MS / 2);
    expect((await other.call('POST /conversations/messages', text(contactId))).isError).toBe(false);
    const named = await one.client.callTool({ name: send, arguments: text(contactId) });
    expect(named.isError).toBeFalsy();
    for (const { call, client } of [one, other]) {
      const full = await call(send, text(contactId));
      expectFull(full, 'messagesPerHour: 3');
      expect(full.body.error.advice).toContain('in about 30 min');
      expectFull(await call('POST /conversations/messages', text(contactId)), 'messagesPerHour');
      expectFull(parseToolResult(await client.callTool({ name: send, arguments: text(contactId) })), 'messagesPerHour');
    }
    expect(countSends()).toBe(before + 3);
    clock.advance(HOUR_MS / 2);
    expect((await other.call(send, text(contactId))).isError).toBe(false);
    expectFull(await one.call(send, text(contactId)), 'messagesPerHour');
  });

  it('that are asked for at once never pass it', async () => {
    const servers = [await start({ messagesPerHour: 4 }), await start({ messagesPerHour: 4 })];
    const before = countSends();
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, index) => servers[index % 2]?.call(send, text(contactId))),
    );
    expect(all.filter((answer) => answer?.isError === false)).toHaveLength(4);
    expect(countSends()).toBe(before + 4);
  });

  it('each copy of an email is one', async () => {
    const { call } = await start({ messagesPerHour: 3 });
    const email = { type: 'Email', contactId, subject: 'Hi', html: 'Hi', emailCc: ['a@example.com', 'b@example.com'] };
    const more = { ...email, emailBcc: ['c@example.com'] };
    expectFull(await call(send, more), 'messagesPerHour: 3');
    await call(send, text(contactId));
    const full = await call(send, email);
    expectFull(full, 'messagesPerHour');
    expect(full.body.error.message).toContain('2 of them are left and this call makes 3');
    // What there was no room for has taken none.
    expect((await call(send, text(contactId))).isError).toBe(false);
    expect((await call(send, text(contactId))).isError).toBe(false);
  });

  it('what is only shown or replayed is none', async () => {
    const { call } = await start({ messagesPerHour: 2 });
    for (let shown = 0; shown < 3; shown += 1) await call(send, text(contactId), { dryRun: true });
    const once = text(contactId);
    expect((await call(send, once)).isError).toBe(false);
    for (let repeated = 0; repeated < 3; repeated += 1) expect((await call(send, once)).body.replayed).toBe(true);
    expect((await call(send, text(contactId))).isError).toBe(false);
    expectFull(await call(send, text(contactId)), 'messagesPerHour');
    // Where no place is left, what was done is still told.
    expect((await call(send, once)).body.replayed).toBe(true);
  });

  it('a plan is one when it is redeemed', async () => {
    const { call } = await start({ messagesPerHour: 1 }, { mode: 'plan' });
    const [first, second] = [text(contactId), text(contactId)];
    const plans = [await call(send, first), await call(send, second)].map(({ body }) => body.plan.id);
    expect((await call(send, first, { plan: 'made up' })).body.error.kind).toBe('plan_refused');
    expect((await call(send, first, { plan: plans[0] })).isError).toBe(false);
    expectFull(await call(send, second, { plan: plans[1] }), 'messagesPerHour');
  });

  it('what could not leave is none', async () => {
    const away = await start({ messagesPerHour: 1 }, { baseUrl: `http://127.0.0.1:${await findClosedPort()}` });
    const { body } = await away.call(send, text(contactId));
    expect(body.error.sent).toBe('no');
    const { call } = await start({ messagesPerHour: 1 });
    expect((await call(send, text(contactId))).isError).toBe(false);
    expectFull(await away.call(send, text(contactId)), 'messagesPerHour');
  });

  it('a call that names a location has no count of its own', async () => {
    const { call } = await start({ deletesPerDay: 1 }, { isPinned: false });
    await call('contacts_contact_delete', { contactId: 'unknown' });
    const named = { locationId, id: 'unknown' };
    expectFull(await call('locations_custom_field_delete', named), 'deletesPerDay');
  });

  it('zero permits none, not even to be shown', async () => {
    const { call } = await start({ messagesPerHour: 0 });
    expectFull(await call(send, text(contactId)), 'messagesPerHour: 0');
    expectFull(await call(send, text(contactId), { dryRun: true }), 'messagesPerHour: 0');
  });

  it('are refused while nobody can count; what is not counted goes on', async () => {
    const state = createSqliteState({ path: join(folder, 'no', 'such', '\0') });
    const { call, client } = await start({ messagesPerHour: 5, deletesPerDay: 5 }, { state });
    const before = sandbox.requests.length;
    expect((await call(send, text(contactId))).body.error).toMatchObject({ kind: 'state_unavailable', sent: 'no' });
    // One that the journal need not keep.
    const { body } = await call('contacts_contact_delete', { contactId: 'unknown' });
    expect(body.error).toMatchObject({ kind: 'state_unavailable', sent: 'no' });
    expect(body.error.message).toContain('ceilings cannot be kept');
    expect(sandbox.requests.length).toBe(before);
    const read = { operation: 'contacts_contact_get', arguments: { contactId } };
    expect((await client.callTool({ name: 'call_read', arguments: read })).isError).toBeFalsy();
  });
});

describe('a batch', async () => {
  const [contactId = ''] = await contacts();
  const run = async (client: Client, args: object): Promise<ToolResult> =>
    parseToolResult(await client.callTool({ name: 'batch', arguments: { operation: send, ...args } }));

  it('counts each row, and goes on with its key when there is room', async () => {
    const { client } = await start({ messagesPerHour: 3 });
    const rows = Array.from({ length: 5 }, () => text(contactId));
    const before = countSends();
    await run(client, { rows, dryRun: true });
    const first = await run(client, { rows });
    expect(first.body.result).toMatchObject({ rows: 5, done: 3, failed: 2 });
    expect(JSON.stringify(first.body.result.problems)).toContain('rule ceilings.messagesPerHour: 3');
    expect(countSends()).toBe(before + 3);
    clock.advance(HOUR_MS);
    const { idempotencyKey } = first.body.result;
    const rest = await run(client, { rows, idempotencyKey });
    expect(rest.body.result).toMatchObject({ rows: 5, replayed: 3, done: 2 });
    expect(countSends()).toBe(before + 5);
  });

  it('with a row above a ceiling sends none', async () => {
    const { client } = await start({ messagesPerHour: 2 });
    const cc = { type: 'Email', contactId, subject: 'Hi', html: 'Hi', emailCc: ['a@example.com', 'b@example.com'] };
    const before = countSends();
    const { body } = await run(client, { rows: [text(contactId), cc] });
    expect(body.error.kind).toBe('not_permitted');
    expect(body.error.problems[0]).toContain('row 2');
    expect(countSends()).toBe(before);
  });
});

describe('deletions in a day', () => {
  it('count each record, and begin anew after 24 hours', async () => {
    const [one, other] = [await start({ deletesPerDay: 3 }), await start({ deletesPerDay: 3 })];
    const files = (...ids: string[]) => ({ filesToBeDeleted: ids.map((_id) => ({ _id })), status: 'trashed' });
    const bulk = 'medias_bulk_file_delete';
    expectFull(await one.call(bulk, files('a', 'b', 'c', 'd')), 'deletesPerDay: 3');
    expectFull(
      await one.call(bulk, { ...files(), filesToBeDeleted: JSON.stringify(files(...'abcd').filesToBeDeleted) }),
      'deletesPerDay',
    );
    expect((await one.call(bulk, files('a', 'b'))).body.error?.kind).not.toBe('not_permitted');
    expectFull(await other.call(bulk, files('c', 'd')), 'deletesPerDay');
    await other.call('contacts_contact_delete', { contactId: 'unknown' });
    const full = await one.call('DELETE /contacts/{contactId}', { contactId: 'unknown' });
    expectFull(full, 'deletesPerDay: 3');
    expect(full.body.error.advice).toMatch(/in about 14[34]\d min/);
    clock.advance(25 * HOUR_MS);
    expect((await one.call('contacts_contact_delete', { contactId: 'unknown' })).body.error.kind).not.toBe(
      'not_permitted',
    );
  });
});
