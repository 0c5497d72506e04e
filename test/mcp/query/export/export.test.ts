/** Rows in files of the operator's folder: whole or not at all, and nothing else of the disk is touched. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../../src/highlevel/client.ts';
import { createQuery } from '../../../../src/mcp/fixed/query.ts';
import { createPolicy } from '../../../../src/mcp/policy/policy.ts';
import type { Session } from '../../../../src/mcp/session.ts';
import { createSurface } from '../../../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../../../src/sandbox/sandbox.ts';
import { connectInMemory, createTestLog, idleSession } from '../../../support/in-memory.ts';
import { parseToolResult, type ToolResult } from '../../../support/mcp-clients.ts';
import { fillUpOpportunities } from '../../../support/opportunities.ts';
import { createFolder } from '../../../support/run.ts';
import { canMount, mountSmallDisk } from '../../../support/small-disk.ts';

// biome-ignore lint/suspicious/noExplicitAny: records of many operations, looked into field by field
type Any = any;

const root = createFolder('export');
const folder = join(root, 'exports');
const outside = join(root, 'outside.csv');
const sandbox = createSandbox({ rateLimit: { max: 10_000 }, indexLagMs: 0 });
const { url: baseUrl } = await sandbox.listen();
const highlevel = createHighLevelClient({ token: sandbox.tokens.location, baseUrl });
const [locationId] = sandbox.world.locationIds;
const opportunities = fillUpOpportunities(sandbox.world, locationId, 230);
const catalogue = createCatalogue();
const pins = { locationId };
const logged: string[] = [];
const dependencies = {
  catalogue,
  surface: createSurface(catalogue, { tools: ['minimal'], readOnly: true, pins }),
  pins,
  readOnly: true,
  policy: createPolicy(),
  confirmation: { mode: 'off' as const },
  connect: async () => highlevel,
  log: createTestLog((line) => void logged.push(line)),
};
const client = await connectInMemory({ ...dependencies, exportFolder: folder });
const tool = createQuery(dependencies, { exportFolder: folder });
const operation = 'opportunities_opportunity_search';
/** In pages of 50. */
const all = { operation, arguments: { limit: 50 } };

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  logged.length = 0;
});

afterAll(async () => {
  await client.close();
  await highlevel.close();
  await sandbox.close();
});

async function query(args: Record<string, unknown>): Promise<ToolResult> {
  return parseToolResult(await client.callTool({ name: 'query', arguments: args }));
}

async function exportRows(args: Record<string, unknown>): Promise<Any> {
  const { isError, body } = await query(args);
  expect(isError, JSON.stringify(body)).toBe(false);
  return body.result;
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const readLines = (name: string): Any[] =>
  read(name)
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const readCsv = (name: string): Record<string, string>[] => parse(read(name), { columns: true });
const idsOf = (records: readonly { readonly id?: string }[]) => records.map(({ id }) => id).toSorted();

describe('a file', () => {
  it('has every row that is wanted, and the answer a few', async () => {
    const { file, rows, records, note } = await exportRows({
      ...all,
      where: [{ field: 'status', op: 'eq', value: 'open' }],
      select: ['id', 'name', 'monetaryValue', 'contact.email'],
      export: 'open-deals.csv',
    });
    const open = opportunities.filter(({ status }) => status === 'open');
    const written = readCsv('open-deals.csv');
    expect(idsOf(written)).toEqual(idsOf(open));
    expect(Object.keys(written[0] ?? {})).toEqual(['id', 'name', 'monetaryValue', 'contact.email']);
    const { size, mode } = lstatSync(join(folder, 'open-deals.csv'));
    expect(file).toEqual({ name: 'open-deals.csv', rows: open.length, bytes: size });
    expect(mode & 0o777).toBe(0o600);
    expect({ records, shown: rows.length, note }).toEqual({ records: open.length, shown: 5, note: undefined });
    expect(readdirSync(folder)).toEqual(['open-deals.csv']);
  });

  it('of NDJSON has whole records', async () => {
    await exportRows({ ...all, export: 'all.ndjson' });
    const lines = readLines('all.ndjson');
    expect(idsOf(lines)).toEqual(idsOf(opportunities));
    expect(lines[0].contact.tags).toBeInstanceOf(Array);
  });

  it('has all groups, whatever is shown', async () => {
    const { rows, file } = await exportRows({ ...all, groupBy: ['id'], limit: 3, export: 'groups.csv' });
    expect([rows.length, file.rows]).toEqual([3, opportunities.length]);
    expect(idsOf(readCsv('groups.csv'))).toEqual(idsOf(opportunities));
  });

  it('has the part that was read, and the next part goes into another', async () => {
    const first = await exportRows({ ...all, maxRecords: 120, export: 'part-1.csv' });
    expect(first).toMatchObject({ complete: false, cursor: expect.any(String), file: { rows: 120 } });
    expect(first.note).toContain('another name');
    const taken = await query({ ...all, cursor: first.cursor, export: 'part-1.csv' });
    expect(taken.body.error).toMatchObject({ kind: 'invalid_arguments', sent: 'no' });
    await exportRows({ ...all, cursor: first.cursor, export: 'part-2.csv' });
    expect(idsOf([...readCsv('part-1.csv'), ...readCsv('part-2.csv')])).toEqual(idsOf(opportunities));
  });

  it('has what the answer tells of when a later page is refused', async () => {
    const session: Session = { ...idleSession, reportProgress: () => sandbox.faults.next('422-after') };
    const part = (await tool.run({ ...all, export: 'part-1.csv' }, session)).data as Any;
    sandbox.faults.clear();
    expect(part).toMatchObject({ complete: false, cursor: expect.any(String), file: { rows: 50 } });
    await exportRows({ ...all, cursor: part.cursor, export: 'part-2.csv' });
    expect(idsOf([...readCsv('part-1.csv'), ...readCsv('part-2.csv')])).toEqual(idsOf(opportunities));
  });

  it('has the fields of the first page as columns, and the note names those that come later', async () => {
    const deals = sandbox.world.collection<Any>('opportunities');
    const byAge = opportunities.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
    const [early = '', late = ''] = [byAge[49]?.id, byAge[50]?.id];
    deals.update(early, { early: 'on the first page' });
    deals.update(late, { late: 'on the second' });
    const { note } = await exportRows({ ...all, export: 'fields.csv' });
    const rows = readCsv('fields.csv');
    expect(rows.find(({ id }) => id === early)?.early).toBe('on the first page');
    expect(rows[0]).not.toHaveProperty('late');
    expect(note).toContain('lacks: late.');
    deals.update(early, { early: undefined });
    deals.update(late, { late: undefined });
  });

  it.each([
    ['with columns', { select: ['id', 'name'] }, 'id,name\n'],
    ['without', {}, ''],
  ])('of no rows is a file all the same, %s', async (_, more, content) => {
    const where = [{ field: 'status', op: 'eq', value: 'none' }];
    const { file } = await exportRows({ ...all, ...more, where, export: 'none.csv' });
    expect(file).toEqual({ name: 'none.csv', rows: 0, bytes: content.length });
    expect(read('none.csv')).toBe(content);
  });

  it('says that its rows are not sorted', async () => {
    const { note } = await exportRows({ ...all, sort: '-monetaryValue', export: 'sorted.csv' });
    expect(note).toContain('order of the list');
  });

  it('has no invisible characters, and no name of a log line', async () => {
    const hidden = `Deal\u202E\u200B ${String.fromCodePoint(0xe0041)}x`;
    const [one] = opportunities;
    sandbox.world.collection<Any>('opportunities').update(one?.id ?? '', { name: hidden });
    await exportRows({ ...all, export: 'clean.csv' });
    expect(readCsv('clean.csv').find(({ id }) => id === one?.id)?.name).toBe('Deal x');
    expect(logged.join('')).toContain('call done');
    expect(logged.join('')).not.toMatch(/clean|exports|Deal/);
  });
});

describe('nothing is written', () => {
  it.each([
    '../up.csv',
    'a/b.csv',
    'a\\b.csv',
    '.hidden.csv',
    '..',
    'x.txt',
    'x',
    '.csv',
    'ü.csv',
    'a b.csv',
    'a.csv\n',
  ])('under the name %j', async (name) => {
    const before = sandbox.requests.length;
    expect((await query({ ...all, export: name })).body.error).toMatchObject({ kind: 'invalid_arguments', sent: 'no' });
    expect(sandbox.requests.length).toBe(before);
    expect([...readdirSync(folder), ...readdirSync(root)]).toEqual(['exports']);
  });

  it.each(['a file', 'a link to nothing', 'a folder'])('over %s', async (kind) => {
    const path = join(folder, 'taken.csv');
    if (kind === 'a file') writeFileSync(path, 'mine');
    else if (kind === 'a folder') mkdirSync(path);
    else symlinkSync(outside, path);
    const before = sandbox.requests.length;
    const { body } = await query({ ...all, export: 'taken.csv' });
    expect(body.error).toMatchObject({ kind: 'invalid_arguments', sent: 'no', advice: 'Give export another name.' });
    expect(sandbox.requests.length).toBe(before);
    expect(readdirSync(folder)).toEqual(['taken.csv']);
    expect(readdirSync(root)).toEqual(['exports']);
    if (kind === 'a file') expect(read('taken.csv')).toBe('mine');
  });

  it.each(['a file', 'a link'])('over %s that came while it was read', async (kind) => {
    const path = join(folder, 'late.csv');
    const put = () => (kind === 'a file' ? writeFileSync(path, 'mine') : symlinkSync(outside, path));
    const once = [put];
    const session: Session = { ...idleSession, reportProgress: () => once.pop()?.() };
    await expect(tool.run({ ...all, export: 'late.csv' }, session)).rejects.toMatchObject({
      kind: 'export_failed',
      message: expect.stringContaining('took the name'),
    });
    expect(readdirSync(folder)).toEqual(['late.csv']);
    expect(readdirSync(root)).toEqual(['exports']);
    if (kind === 'a file') expect(read('late.csv')).toBe('mine');
  });

  it('when it is called off; the unfinished file, hidden until then, is removed', async () => {
    const controller = new AbortController();
    const seen: string[][] = [];
    const session: Session = {
      signal: controller.signal,
      reportProgress() {
        seen.push(readdirSync(folder));
        controller.abort();
      },
    };
    await expect(tool.run({ ...all, export: 'never.csv' }, session)).rejects.toMatchObject({ kind: 'cancelled' });
    expect(seen).toEqual([[expect.stringMatching(/^\.never\.csv\.[0-9a-f]+\.part$/)]]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('when HighLevel refuses', async () => {
    sandbox.faults.next('422-after');
    const { body } = await query({ ...all, export: 'never.csv' });
    expect(body.error).toMatchObject({ kind: 'refused', sent: 'yes' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('when there is no folder; the answer does not say where it should be', async () => {
    rmSync(folder, { recursive: true });
    const before = sandbox.requests.length;
    const { isError, body } = await query({ ...all, export: 'never.csv' });
    expect(isError).toBe(true);
    expect(body.error).toMatchObject({
      kind: 'export_failed',
      sent: 'no',
      advice: expect.stringContaining('--export-folder'),
    });
    expect(JSON.stringify(body)).not.toContain(root);
    expect(sandbox.requests.length).toBe(before);
  });

  it.skipIf(!canMount)('when the disk is full, and the answer says so', async () => {
    const { folder: small } = mountSmallDisk('64k');
    const exporting = createQuery(dependencies, { exportFolder: small });
    await expect(exporting.run({ ...all, export: 'large.ndjson' }, idleSession)).rejects.toMatchObject({
      kind: 'export_failed',
      sent: 'yes',
      message: expect.stringContaining('full'),
    });
    expect(readdirSync(small)).toEqual([]);
    await exporting.run({ ...all, export: 'small.csv', select: ['id'] }, idleSession);
    expect(readdirSync(small)).toEqual(['small.csv']);
  });
});

it('without a folder agents see nothing of it, and cannot ask for it', async () => {
  const { definition, run } = createQuery(dependencies);
  expect(JSON.stringify(definition)).not.toContain('export');
  expect(definition.annotations).toMatchObject({ readOnlyHint: true });
  await expect(run({ ...all, export: 'a.csv' }, idleSession)).rejects.toMatchObject({ kind: 'invalid_arguments' });
  expect(tool.definition.inputSchema.properties).toHaveProperty('export');
  expect(tool.definition.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: false });
});
