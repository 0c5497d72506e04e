/** One operation over many rows, by a real client on the sandbox: what is agreed to, what is sent, what is told. */
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../src/highlevel/client.ts';
import type { ConfirmationMode } from '../../src/mcp/confirmation/modes.ts';
import { createBatch } from '../../src/mcp/fixed/batch.ts';
import { createPolicy } from '../../src/mcp/policy/policy.ts';
import type { PolicyRules } from '../../src/mcp/policy/rules.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import { connectInMemory, idleSession } from '../support/in-memory.ts';
import { parseToolResult, type ToolResult } from '../support/mcp-clients.ts';

const catalogue = createCatalogue();
const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface StartOptions {
  readonly confirm?: ConfirmationMode;
  readonly rules?: PolicyRules;
  readonly readOnly?: boolean;
  readonly isPinned?: boolean;
}

async function start({ confirm = 'off', rules = {}, readOnly = false, isPinned = true }: StartOptions = {}) {
  // Lists show at once what was written, so that they can be read back.
  const sandbox = createSandbox({ indexLagMs: 0 });
  const { url: baseUrl } = await sandbox.listen();
  const [locationId = '', secondLocationId = ''] = sandbox.world.locationIds;
  const state = createSqliteState();
  const highlevel = createHighLevelClient({
    token: sandbox.tokens.location,
    baseUrl,
    state,
    loadOperation: (key) => catalogue.loadOperationByKey(key),
  });
  const pins = isPinned ? { locationId } : {};
  const policy = createPolicy(rules);
  const confirmation = { mode: confirm };
  const surface = createSurface(catalogue, { tools: ['minimal'], readOnly, pins, policy });
  const dependencies = { catalogue, surface, pins, readOnly, policy, confirmation, connect: async () => highlevel };
  const client = await connectInMemory(dependencies);
  closers.push(
    () => sandbox.close(),
    () => highlevel.close(),
    () => client.close(),
  );
  const call = async (name: string, args: Record<string, unknown>): Promise<ToolResult> =>
    parseToolResult(await client.callTool({ name, arguments: args }));
  const countSent = (method: string, path: RegExp): number =>
    sandbox.requests.filter((request) => request.method === method && path.test(request.path)).length;
  const addContacts = async (count: number): Promise<string[]> => {
    const rows = Array.from({ length: count }, (_, index) => ({
      firstName: `Row ${index}`,
      email: `row${index}@example.com`,
      phone: `+1415555${2000 + index}`,
    }));
    const { body } = await call('batch', { operation: 'contacts_contact_create', rows });
    return body.result.answers.map(({ id }: { id: string }) => id);
  };
  return { sandbox, dependencies, client, call, countSent, addContacts, locationId, secondLocationId };
}

/** For calls that leave nothing behind. */
const idle = await start();

const notes = (contactIds: readonly string[]) =>
  contactIds.map((contactId) => ({ contactId, body: `About ${contactId}` }));

describe('batch', () => {
  it('does each row once and tells the id of each', async () => {
    const { call, addContacts, countSent } = await start();
    const ids = await addContacts(20);
    expect(new Set(ids).size).toBe(20);
    const { body } = await call('batch', {
      operation: 'contacts_note_create',
      rows: ids.map((contactId) => ({ contactId })),
      arguments: { body: 'Met at the fair' },
    });
    expect(body.result).toMatchObject({ rows: 20, done: 20, problems: [] });
    expect(body.result.answers).toHaveLength(20);
    expect(countSent('POST', /\/notes$/)).toBe(20);
    const read = await call('call_read', { operation: 'contacts_note_list', arguments: { contactId: ids[7] } });
    expect(read.body.result.notes).toMatchObject([{ body: 'Met at the fair' }]);
  });

  it('sends nothing where a single row is wrong, and says which', async () => {
    const { call, addContacts, countSent } = await start();
    const ids = await addContacts(3);
    const rows = [...notes(ids), { contactId: ids[0] }, { contactId: ids[1], text: 'x' }];
    const { isError, body } = await call('batch', { operation: 'contacts_note_create', rows });
    expect(isError).toBe(true);
    expect(body.error).toMatchObject({ kind: 'invalid_arguments', sent: 'no' });
    expect(body.error.problems).toEqual([
      expect.stringMatching(/^row 4: .*body/),
      expect.stringMatching(/^row 5: .*text/),
    ]);
    expect(countSent('POST', /\/notes$/)).toBe(0);
  });

  it('tells rows that fail from rows that are done, and equal failures once', async () => {
    const { call, addContacts } = await start();
    const ids = await addContacts(2);
    const missing = ['aaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbb'];
    const { body, isError } = await call('batch', {
      operation: 'contacts_note_create',
      rows: notes([ids[0] ?? '', ...missing, ids[1] ?? '']),
    });
    expect(isError).toBe(false);
    expect(body.result).toMatchObject({ rows: 4, done: 2, failed: 2 });
    expect(body.result.problems).toMatchObject([{ rows: [2, 3], outcome: 'failed', error: { sent: 'yes' } }]);
    expect(body.result.answers.map(({ row }: { row: number }) => row)).toEqual([1, 4]);
  });

  it('stops where everything fails', async () => {
    const { call, countSent } = await start();
    const rows = notes(Array.from({ length: 60 }, (_, index) => `missing${String(index).padStart(13, '0')}`));
    const { body } = await call('batch', { operation: 'contacts_note_create', rows });
    expect(body.result.stopped).toContain('in a row failed');
    expect(countSent('POST', /\/notes$/)).toBeLessThanOrEqual(10);
    expect(body.result.notBegun + body.result.failed).toBe(60);
  });

  it('does a row that stands twice once', async () => {
    const { call, addContacts, countSent } = await start();
    const [id = ''] = await addContacts(1);
    const rows = [
      { contactId: id, body: 'same' },
      { body: 'same', contactId: id },
    ];
    const { body } = await call('batch', { operation: 'contacts_note_create', rows });
    expect(body.result).toMatchObject({ rows: 1, done: 1, sameAsEarlierRows: [2] });
    expect(countSent('POST', /\/notes$/)).toBe(1);
  });

  it('goes on with its key where time was up, and does nothing twice', async () => {
    const { dependencies, addContacts, countSent } = await start();
    const ids = await addContacts(30);
    const args = { operation: 'contacts_note_create', rows: notes(ids), idempotencyKey: 'july notes' };
    const hasty = createBatch(dependencies, 0);
    const first = (await hasty.run(args, idleSession)).data as Record<string, unknown>;
    expect(first).toMatchObject({ rows: 30, notBegun: 30, stopped: 'time was up' });
    const half = { ...args, rows: args.rows.slice(0, 12) };
    await createBatch(dependencies).run(half, idleSession);
    const whole = (await createBatch(dependencies).run(args, idleSession)).data as Record<string, unknown>;
    expect(whole).toMatchObject({ rows: 30, replayed: 12, done: 18 });
    expect(countSent('POST', /\/notes$/)).toBe(30);
  });

  it('tags many contacts in one call of HighLevel’s own, with the outcome of each', async () => {
    const { call, addContacts, countSent } = await start();
    const ids = await addContacts(8);
    const gone = 'aaaaaaaaaaaaaaaaaaaa';
    const args = {
      operation: 'contacts_tag_add',
      rows: [...ids, gone].map((contactId) => ({ contactId })),
      arguments: { tags: ['webinar'] },
      idempotencyKey: 'webinar',
    };
    const { body } = await call('batch', args);
    expect(body.result).toMatchObject({
      rows: 9,
      sentAs: { operation: 'contacts_bulk_tag_update', calls: 1 },
      done: 8,
      failed: 1,
      problems: [{ rows: [9], error: { message: 'contact not found' } }],
    });
    expect(countSent('POST', /\/bulk\/tags/)).toBe(1);
    expect(countSent('POST', /\/contacts\/\w+\/tags$/)).toBe(0);
    const read = await call('call_read', { operation: 'contacts_contact_get', arguments: { contactId: ids[5] } });
    expect(read.body.result.contact.tags).toEqual(['webinar']);
    expect((await call('batch', args)).body.result).toMatchObject({ rows: 9, replayed: 8 });
    expect(countSent('POST', /\/bulk\/tags/)).toBe(1);
  });

  it('makes its rows of the records of a list, and finds only what is left when it is called again', async () => {
    const { call, addContacts, countSent } = await start({ confirm: 'plan' });
    await addContacts(6);
    const args = {
      operation: 'contacts_tag_add',
      from: {
        operation: 'contacts_contact_search',
        where: [
          { field: 'email', op: 'contains', value: 'row' },
          { field: 'tags', op: 'exists', value: false },
        ],
        map: { contactId: 'id' },
      },
      arguments: { tags: ['fair'] },
    };
    const { body } = await call('batch', args);
    expect(body.result).toMatchObject({ rows: 6, done: 6 });
    const again = await call('batch', args);
    expect(again.body.error.message).toContain('No record of the list matches');
    expect(countSent('POST', /\/bulk\/tags/)).toBe(1);
  });

  it('binds the yes to the records that the list held when it was shown', async () => {
    const { call, addContacts, countSent } = await start({ confirm: 'plan' });
    await addContacts(2);
    const args = {
      operation: 'conversations_message_send',
      from: {
        operation: 'contacts_contact_search',
        where: [{ field: 'email', op: 'contains', value: 'row' }],
        map: { contactId: 'id' },
      },
      arguments: { type: 'SMS', message: 'Hello' },
    };
    const shown = await call('batch', args);
    const late = { firstName: 'Late', email: 'row-late@example.com', phone: '+14155550199' };
    await call('call_write', { operation: 'contacts_contact_create', arguments: late });
    const { body } = await call('batch', { ...args, plan: shown.body.plan.id });
    expect(body.error.kind).toBe('plan_refused');
    expect(countSent('POST', /\/conversations\/messages$/)).toBe(0);
  });

  it('is not permitted to read for its rows what may not be read, nor to take a write for a list', async () => {
    const { call } = await start({ rules: { deny: ['contacts_contact_search'] } });
    const tag = { operation: 'contacts_tag_add', arguments: { tags: ['x'] } };
    const from = { operation: 'contacts_contact_search', map: { contactId: 'id' } };
    expect((await call('batch', { ...tag, from })).body.error.kind).toBe('not_permitted');
    const write = { operation: 'contacts_contact_create', map: { contactId: 'id' } };
    expect((await call('batch', { ...tag, from: write })).body.error.kind).toBe('not_permitted');
    expect((await call('batch', tag)).body.error.kind).toBe('invalid_arguments');
    expect((await call('batch', { ...tag, from, rows: [{ contactId: 'x' }] })).body.error.kind).toBe(
      'invalid_arguments',
    );
  });

  it('keeps to single calls where the bulk operation is not permitted', async () => {
    const { call, addContacts, countSent } = await start({ rules: { deny: ['contacts_bulk_*'] } });
    const ids = await addContacts(3);
    const rows = ids.map((contactId) => ({ contactId }));
    const { body } = await call('batch', { operation: 'contacts_tag_add', rows, arguments: { tags: ['x'] } });
    expect(body.result).toMatchObject({ rows: 3, done: 3 });
    expect(countSent('POST', /\/contacts\/\w+\/tags$/)).toBe(3);
    expect(countSent('POST', /\/bulk\/tags/)).toBe(0);
  });

  it('is told how far it has come, and stops when it is called off', async () => {
    const { dependencies, addContacts, countSent } = await start();
    const ids = await addContacts(40);
    const controller = new AbortController();
    const seen: number[] = [];
    const session = {
      signal: controller.signal,
      reportProgress: ({ done }: { done: number }) => {
        seen.push(done);
        if (done === 10) controller.abort();
      },
    };
    const call = createBatch(dependencies).run({ operation: 'contacts_note_create', rows: notes(ids) }, session);
    await expect(call).rejects.toThrow();
    expect(seen.slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(countSent('POST', /\/notes$/)).toBeLessThanOrEqual(15);
  });

  it('reads many at once, with the fields that are wanted', async () => {
    const { call, addContacts } = await start();
    const ids = await addContacts(4);
    const { body } = await call('batch', {
      operation: 'contacts_contact_get',
      rows: ids.map((contactId) => ({ contactId })),
      fields: ['contact.email'],
    });
    expect(body.result.answers[3]).toEqual({ row: 4, answer: { contact: { id: ids[3], email: 'row3@example.com' } } });
    expect(body.untrusted).toBe(body.end);
    expect(body.result.idempotencyKey).toBeUndefined();
  });

  it('is agreed to once: a plan for all rows, bound to each of them', async () => {
    const { call, addContacts, countSent } = await start({ confirm: 'plan' });
    const ids = await addContacts(12);
    const args = {
      operation: 'conversations_message_send',
      rows: ids.map((contactId) => ({ contactId })),
      arguments: { type: 'SMS', message: 'Our shop moves on Friday' },
    };
    const shown = await call('batch', args);
    expect(shown.body.result.does).toMatch(/^12 times: .*\n/);
    expect(shown.body.result.does).toContain('Our shop moves on Friday');
    expect(shown.body.result.does).toContain('Row 0');
    expect(shown.body.result.does).toContain('and 4 more');
    const { id: plan } = shown.body.plan;
    const altered = await call('batch', { ...args, rows: args.rows.slice(1), plan });
    expect(altered.body.error.kind).toBe('plan_refused');
    expect(countSent('POST', /\/conversations\/messages$/)).toBe(0);
    const done = await call('batch', { ...args, plan });
    expect(done.body.result.done).toBe(12);
    expect(countSent('POST', /\/conversations\/messages$/)).toBe(12);
    expect((await call('batch', { ...args, plan })).body.error.kind).toBe('plan_refused');
  });

  it('with a plan of a single call is refused', async () => {
    const { call, addContacts } = await start({ confirm: 'plan' });
    const [contactId] = await addContacts(1);
    const message = { contactId, type: 'SMS', message: 'Hello' };
    const single = await call('call_high_impact', { operation: 'conversations_message_send', arguments: message });
    const { id: plan } = single.body.plan;
    const { body } = await call('batch', { operation: 'conversations_message_send', rows: [message], plan });
    expect(body.error.kind).toBe('plan_refused');
  });

  it('shows what it would send and sends nothing', async () => {
    const { call, countSent } = await start();
    const rows = notes(['aaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccc']);
    const { body } = await call('batch', { operation: 'contacts_note_create', rows, dryRun: true });
    expect(body.result.calls).toBe(3);
    expect(body.result.first).toHaveLength(2);
    expect(countSent('POST', /./)).toBe(0);
  });

  it.each([
    ['an operation the policy denies', { rules: { deny: ['contacts_note_*'] } }, 'rule deny'],
    ['its class', { rules: { classes: ['read'] as const } }, 'rule classes'],
    ['a write on a read-only server', { readOnly: true }, 'read-only'],
  ])('cannot get around %s', async (_what, options, reason) => {
    const { call, countSent } = await start(options as StartOptions);
    for (const operation of ['contacts_note_create', 'POST /contacts/{contactId}/notes']) {
      const { body } = await call('batch', { operation, rows: notes(['aaaaaaaaaaaaaaaaaaaa']) });
      expect(body.error.kind).toBe('not_permitted');
      expect(JSON.stringify(body.error)).toContain(reason);
    }
    expect(countSent('POST', /./)).toBe(0);
  });

  it('cannot name another location than the pinned one, nor several', async () => {
    const pinned = await start();
    const rows = [{ firstName: 'A', locationId: pinned.secondLocationId }];
    const refused = await pinned.call('batch', { operation: 'contacts_contact_create', rows });
    expect(refused.body.error.kind).toBe('wrong_location');
    const free = await start({ isPinned: false });
    const both = [
      { firstName: 'A', email: 'a@example.com', locationId: free.locationId },
      { firstName: 'B', email: 'b@example.com', locationId: free.secondLocationId },
    ];
    const mixed = await free.call('batch', { operation: 'contacts_contact_create', rows: both });
    expect(mixed.body.error).toMatchObject({ kind: 'wrong_location', sent: 'no' });
    expect(free.countSent('POST', /./)).toBe(0);
  });

  it.each([
    [{ rows: [] }],
    [{ rows: [{ contactId: 'x', body: 'y', idempotencyKey: 'own' }] }],
    [{ rows: [{ contactId: 'x', body: 'y', plan: 'own' }] }],
    [{ rows: Array.from({ length: 1001 }, () => ({})) }],
    [{ rows: 'contactId' }],
    [{}],
  ])('refuses what is no batch (%#)', async (args) => {
    const { call, countSent } = idle;
    const { isError, body } = await call('batch', { operation: 'contacts_note_create', ...args });
    expect(isError).toBe(true);
    expect(body.error.kind).toBe('invalid_arguments');
    expect(countSent('POST', /./)).toBe(0);
  });
});
