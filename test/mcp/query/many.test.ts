/** Lists of many pages on the sandbox. What they cost in time and memory is measured by `npm run reliability -- query`. */

import { afterAll, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import { createQuery } from '../../../src/mcp/fixed/query.ts';
import { createPolicy } from '../../../src/mcp/policy/policy.ts';
import type { Progress } from '../../../src/mcp/session.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { idleSession } from '../../support/in-memory.ts';
import { fillUpOpportunities } from '../../support/opportunities.ts';
import { readRows } from '../../support/tables.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of many shapes, looked into column by column
type Any = any;

const COUNT = 3_000;
const sandbox = createSandbox({ rateLimit: { max: 10_000 }, indexLagMs: 0 });
const { url: baseUrl } = await sandbox.listen();
const highlevel = createHighLevelClient({ token: sandbox.tokens.location, baseUrl });
const [locationId] = sandbox.world.locationIds;
const opportunities = fillUpOpportunities(sandbox.world, locationId, COUNT);
const catalogue = createCatalogue();
const pins = { locationId };
const tool = createQuery({
  catalogue,
  surface: createSurface(catalogue, { tools: ['minimal'], readOnly: true, pins }),
  pins,
  readOnly: true,
  policy: createPolicy(),
  confirmation: { mode: 'off' },
  connect: async () => highlevel,
});

afterAll(async () => {
  await highlevel.close();
  await sandbox.close();
});

const byStageAndOwner = {
  operation: 'opportunities_opportunity_search',
  where: [{ field: 'status', op: 'eq', value: 'open' }],
  groupBy: ['pipelineStageId', 'assignedTo'],
  aggregate: ['sum:monetaryValue', 'count'],
  limit: 500,
};

type Sums = Map<string, [sum: number, count: number]>;

function addUp(rows: readonly Any[], read: (row: Any) => [sum: number, count: number], sums: Sums = new Map()): Sums {
  for (const row of rows) {
    const key = `${row.pipelineStageId} ${row.assignedTo ?? null}`;
    const [sum, count] = sums.get(key) ?? [0, 0];
    const [moreSum, moreCount] = read(row);
    sums.set(key, [sum + moreSum, count + moreCount]);
  }
  return sums;
}

const readRow = (row: Any): [number, number] => [row['sum:monetaryValue'], row.count];
const open = opportunities.filter(({ status }) => status === 'open');
const byHand = addUp(open, ({ monetaryValue }) => [monetaryValue, 1]);

it.each([
  ['opportunities_opportunity_search', 500],
  ['opportunities_opportunity_list', 100],
])('%s: one request for each page of %s, and progress after each', async (operation, pageSize) => {
  const before = sandbox.requests.length;
  const heard: Progress[] = [];
  const session = { ...idleSession, reportProgress: (progress: Progress) => void heard.push(progress) };
  const { data } = await tool.run({ ...byStageAndOwner, operation }, session);
  const { pages, complete, scanned } = data as Any;
  expect({ complete, scanned, pages }).toEqual({ complete: true, scanned: COUNT, pages: COUNT / pageSize });
  expect(sandbox.requests.length - before).toBe(pages);
  expect(heard.map(({ done }) => done)).toEqual(Array.from({ length: pages }, (_, page) => (page + 1) * pageSize));
  expect(new Set(heard.map(({ total }) => total))).toEqual(new Set([COUNT]));
  expect(addUp(readRows(data as Any), readRow)).toEqual(byHand);
});

it.each([700, 1_000])('parts of %s records add up exactly to the whole, in no more requests', async (maxRecords) => {
  const before = sandbox.requests.length;
  const sums: Sums = new Map();
  let [scanned, parts] = [0, 0];
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const args = { ...byStageAndOwner, maxRecords, ...(cursor !== undefined && { cursor }) };
    const part = (await tool.run(args, idleSession)).data as Any;
    addUp(readRows(part), readRow, sums);
    scanned += part.scanned;
    parts += 1;
    cursor = part.cursor;
  }
  expect({ scanned, parts }).toEqual({ scanned: COUNT, parts: Math.ceil(COUNT / maxRecords) });
  expect(sums).toEqual(byHand);
  // A page that two parts share is read for both.
  expect(sandbox.requests.length - before).toBeLessThanOrEqual(COUNT / 500 + parts - 1);
});

it('asks for no page after it was called off', async () => {
  const before = sandbox.requests.length;
  const controller = new AbortController();
  const session = { signal: controller.signal, reportProgress: () => controller.abort() };
  await expect(tool.run(byStageAndOwner, session)).rejects.toMatchObject({ kind: 'cancelled' });
  const after = await tool.run({ ...byStageAndOwner, maxRecords: 1 }, idleSession);
  expect(after.data).toMatchObject({ scanned: 1 });
  expect(sandbox.requests.length - before).toBe(2);
});
