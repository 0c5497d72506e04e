/** Tables over whole lists on the sandbox, against the same computed by hand from every page. */

import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../src/highlevel/client.ts';
import { createQuery } from '../../src/mcp/fixed/query.ts';
import { createPolicy } from '../../src/mcp/policy/policy.ts';
import type { Progress } from '../../src/mcp/session.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { connectInMemory } from '../support/in-memory.ts';
import { parseToolResult, type ToolResult } from '../support/mcp-clients.ts';
import { readRows } from '../support/tables.ts';

// biome-ignore lint/suspicious/noExplicitAny: records of many operations, looked into field by field
type Any = any;

const catalogue = createCatalogue();
const sandbox = createSandbox({ rateLimit: { max: 10_000 }, logSize: Number.POSITIVE_INFINITY });
const { url: baseUrl } = await sandbox.listen();
const highlevel = createHighLevelClient({ token: sandbox.tokens.location, baseUrl });
const [locationId = ''] = sandbox.world.locationIds;
const pins = { locationId };
const surface = createSurface(catalogue, { tools: ['minimal'], readOnly: true, pins });
const dependencies = {
  catalogue,
  surface,
  pins,
  readOnly: true,
  policy: createPolicy(),
  confirmation: { mode: 'off' as const },
  connect: async () => highlevel,
};
const client = await connectInMemory(dependencies);

afterAll(async () => {
  await client.close();
  await highlevel.close();
  await sandbox.close();
});

async function query(args: Record<string, unknown>): Promise<ToolResult> {
  return parseToolResult(await client.callTool({ name: 'query', arguments: args }));
}

async function table(args: Record<string, unknown>): Promise<Any> {
  const { isError, body } = await query(args);
  expect(isError, JSON.stringify(body)).toBe(false);
  const { columns: _, ...rest } = body.result;
  return { ...rest, rows: readRows(body.result) };
}

/** By hand: page after page of the search, by page number. */
async function readAll(operation: string, items: string): Promise<Any[]> {
  const loaded = await catalogue.loadOperation(catalogue.findByName(operation) as Any);
  const all: Any[] = [];
  for (let page = 1; ; page += 1) {
    const sizeName = loaded.guide.paging?.size ?? 'limit';
    const answer = await highlevel.execute(loaded.operation, { locationId, page, [sizeName]: 100 }, { locationId });
    const found = (answer.data as Any)[items];
    all.push(...found);
    if (found.length < 100) return all;
  }
}

const opportunities = await readAll('opportunities_opportunity_search', 'opportunities');
const contacts = await readAll('contacts_contact_search', 'contacts');

function sumBy(records: Any[], key: (record: Any) => unknown, value: (record: Any) => number): Map<unknown, number> {
  const sums = new Map<unknown, number>();
  for (const record of records) sums.set(key(record), (sums.get(key(record)) ?? 0) + value(record));
  return sums;
}

function toMap(rows: Any[], key: string, value: string): Map<unknown, number> {
  return new Map(rows.map((row) => [row[key], row[value]]));
}

describe('query', () => {
  it('costs less than 330 tokens in a list', async () => {
    const tool = (await client.listTools()).tools.find(({ name }) => name === 'query') as Any;
    const { name, description, inputSchema } = tool;
    expect(countTokens(JSON.stringify({ name, description, inputSchema }))).toBeLessThan(330);
  });

  it.each([
    ['pipelineStageId', (record: Any) => record.pipelineStageId ?? null],
    ['assignedTo', (record: Any) => record.assignedTo || null],
  ])('sums the value of opportunities by %s as it is by hand', async (field, key) => {
    const { rows, records, complete } = await table({
      operation: 'opportunities_opportunity_search',
      groupBy: [field],
      aggregate: ['sum:monetaryValue', 'count'],
      limit: 500,
    });
    expect(complete).toBe(true);
    expect(records).toBe(opportunities.length);
    expect(toMap(rows, field, 'count')).toEqual(sumBy(opportunities, key, () => 1));
    expect(toMap(rows, field, 'sum:monetaryValue')).toEqual(sumBy(opportunities, key, (one) => one.monetaryValue ?? 0));
    const sums = rows.map((row: Any) => row['sum:monetaryValue']);
    expect(sums).toEqual(sums.toSorted((a: number, b: number) => b - a));
  });

  it('counts contacts by month, forward', async () => {
    const { rows } = await table({ operation: 'contacts_contact_search', groupBy: ['dateAdded:month'], limit: 500 });
    const byHand = sumBy(
      contacts,
      ({ dateAdded }) => new Date(dateAdded).toISOString().slice(0, 7),
      () => 1,
    );
    expect(toMap(rows, 'dateAdded:month', 'count')).toEqual(byHand);
    const months = rows.map((row: Any) => row['dateAdded:month']);
    expect(months).toEqual(months.toSorted());
  });

  it('filters, chooses and sorts', async () => {
    const { rows, records, scanned } = await table({
      operation: 'opportunities_opportunity_search',
      where: [
        { field: 'status', op: 'in', value: ['open', 'won'] },
        { field: 'monetaryValue', op: 'gt', value: 1000 },
      ],
      select: ['id', 'monetaryValue'],
      sort: '-monetaryValue',
      limit: 5,
    });
    const wanted = opportunities.filter(
      ({ status, monetaryValue }) => ['open', 'won'].includes(status) && monetaryValue > 1000,
    );
    const values = wanted.map(({ monetaryValue }) => monetaryValue).toSorted((a, b) => b - a);
    expect(rows.map((row: Any) => row.monetaryValue)).toEqual(values.slice(0, 5));
    expect(Object.keys(rows[0])).toEqual(['id', 'monetaryValue']);
    expect({ records, scanned }).toEqual({ records: wanted.length, scanned: opportunities.length });
  });

  it.each([
    ['opportunities_opportunity_search', {}],
    ['opportunities_opportunity_list', { limit: 20 }],
    ['contacts_contact_search', { pageLimit: 20 }],
    ['contacts_contact_list', { limit: 20 }],
    ['conversations_conversation_search', { limit: 20 }],
    ['forms_submission_list', {}],
    ['invoices_invoice_list', {}],
    ['calendars_calendar_list', {}],
  ])('reads %s once, in as many requests as pages', async (operation, args) => {
    const before = sandbox.requests.length;
    const result = await table({ operation, arguments: args, groupBy: ['id'], limit: 500 });
    expect(sandbox.requests.length - before).toBe(result.pages);
    expect(result.complete).toBe(true);
    expect(result.records).toBe(result.scanned);
    for (const { id, count } of result.rows) if (id !== null) expect(count, id).toBe(1);
    if (operation.startsWith('contacts_')) expect(result.scanned).toBe(contacts.length);
    if (operation.startsWith('opportunities_')) expect(result.scanned).toBe(opportunities.length);
  });

  it('goes on after maxRecords without loss or repetition', async () => {
    const args = { operation: 'contacts_contact_list', select: ['id'], arguments: { limit: 20 }, limit: 500 };
    const ids: string[] = [];
    let cursor: string | undefined;
    let parts = 0;
    do {
      const part = await table({ ...args, maxRecords: 33, ...(cursor && { cursor }) });
      expect(part.scanned).toBeLessThanOrEqual(33);
      if (part.cursor) expect(part).toMatchObject({ complete: false, note: expect.stringContaining('only records') });
      ids.push(...part.rows.map(({ id }: Any) => id));
      cursor = part.cursor;
      parts += 1;
    } while (cursor !== undefined);
    expect(parts).toBe(Math.ceil(contacts.length / 33));
    expect(ids.toSorted()).toEqual(contacts.map(({ id }) => id).toSorted());
  });

  it('says when a grouped answer is a part', async () => {
    const part = await table({ operation: 'contacts_contact_search', aggregate: ['count'], maxRecords: 10 });
    expect(part).toMatchObject({ rows: [{ count: 10 }], complete: false, cursor: expect.any(String) });
    expect(part.note).toContain('records 1 to 10');
  });

  it('takes no cursor but its own', async () => {
    const args = { operation: 'contacts_contact_search', maxRecords: 10, limit: 1 };
    const { cursor } = await table(args);
    const content = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    content.position.skip = 3;
    const altered = Buffer.from(JSON.stringify(content)).toString('base64url');
    const before = sandbox.requests.length;
    for (const wrong of [
      { ...args, cursor: altered },
      { ...args, cursor: 'nonsense' },
      { ...args, cursor, where: [{ field: 'id', op: 'exists' }] },
      { ...args, cursor, operation: 'opportunities_opportunity_search' },
    ]) {
      const { isError, body } = await query(wrong);
      expect(isError).toBe(true);
      expect(body.error).toMatchObject({ kind: 'invalid_arguments', sent: 'no' });
    }
    expect(sandbox.requests.length).toBe(before);
    expect((await query({ ...args, cursor })).isError).toBe(false);
  });

  it.each(['contacts_contact_create', 'contacts_contact_delete', 'conversations_message_send'])(
    'refuses %s, which does not read',
    async (operation) => {
      const before = sandbox.requests.length;
      const { body } = await query({ operation });
      expect(body.error).toMatchObject({ kind: 'not_permitted', sent: 'no' });
      expect(sandbox.requests.length).toBe(before);
    },
  );

  it.each([
    [{ operation: 'contacts_contact_search', where: [{ field: 'x', op: 'gt' }] }],
    [{ operation: 'contacts_contact_search', aggregate: ['median:x'] }],
    [{ operation: 'contacts_contact_search', groupBy: ['source'], sort: 'city' }],
    [{ operation: 'contacts_contact_search', limit: 5000 }],
  ])('refuses before anything is sent: %j', async (args) => {
    const before = sandbox.requests.length;
    expect((await query(args)).body.error).toMatchObject({ kind: 'invalid_arguments', sent: 'no' });
    expect(sandbox.requests.length).toBe(before);
  });

  it('names fields that no record has', async () => {
    const { note } = await table({ operation: 'opportunities_opportunity_search', aggregate: ['sum:monetryValue'] });
    expect(note).toContain('monetryValue');
  });

  it('stops when it is called off, and tells how far it has come', async () => {
    const controller = new AbortController();
    const heard: Progress[] = [];
    const session = {
      signal: controller.signal,
      reportProgress(progress: Progress) {
        heard.push(progress);
        if (heard.length === 2) controller.abort();
      },
    };
    const before = sandbox.requests.length;
    const tool = createQuery(dependencies);
    const args = { operation: 'contacts_contact_list', arguments: { limit: 5 } };
    await expect(tool.run(args, session)).rejects.toMatchObject({ kind: 'cancelled' });
    expect(sandbox.requests.length - before).toBe(2);
    expect(heard).toEqual([
      { done: 5, total: contacts.length },
      { done: 10, total: contacts.length },
    ]);
  });

  it('answers what it has when time is up, and goes on from there', async () => {
    const session = { signal: new AbortController().signal, reportProgress() {} };
    const args = { operation: 'contacts_contact_list', arguments: { limit: 5 }, select: ['id'], limit: 500 };
    const part = (await createQuery(dependencies, { deadlineMs: 30 }).run(args, session)).data as Any;
    expect(part.complete).toBe(false);
    expect(part.note).toContain('time was up');
    const rest = await table({ ...args, ...(part.cursor && { cursor: part.cursor }) });
    const ids = [...part.rows, ...rest.rows].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(contacts.map(({ id }) => id).toSorted());
  });
});

describe('names in place of ids', () => {
  it('say which stage and whose deals', async () => {
    const { rows } = await table({
      operation: 'opportunities_opportunity_search',
      groupBy: ['pipelineStageId:name', 'assignedTo:name'],
      limit: 500,
    });
    const { rows: byId } = await table({
      operation: 'opportunities_opportunity_search',
      groupBy: ['pipelineStageId', 'assignedTo'],
      limit: 500,
    });
    expect(rows.map(({ count }: Any) => count).toSorted()).toEqual(byId.map(({ count }: Any) => count).toSorted());
    const { body } = parseToolResult(await client.callTool({ name: 'lookup', arguments: { kind: 'stage' } }));
    const stages = new Set(body.result.all.map(({ name }: Any) => name));
    for (const row of rows) {
      const stage = row['pipelineStageId:name'].replace(/ \(\w+\)$/, '');
      expect(stages).toContain(stage);
    }
    expect(new Set(rows.map((row: Any) => row['pipelineStageId:name'])).size).toBe(
      new Set(byId.map((row: Any) => row.pipelineStageId)).size,
    );
  });

  it('are refused for what has none', async () => {
    const { isError, body } = await query({ operation: 'opportunities_opportunity_search', groupBy: ['status:name'] });
    expect(isError).toBe(true);
    expect(body.error.problems[0]).toContain('status:name');
  });
});
