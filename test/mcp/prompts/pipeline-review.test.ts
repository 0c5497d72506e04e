import { afterAll, expect, it } from 'vitest';
import { opportunities } from '../../../src/sandbox/domains/opportunities/records.ts';
import { readRows } from '../../support/tables.ts';
import { follow, type Office, openOffice, type Results } from './follow.ts';

const pinned = await openOffice();
const unpinned = await openOffice({ isPinned: false });
afterAll(() => Promise.all([pinned.close(), unpinned.close()]));

it.each([
  ['in the pinned location', pinned],
  ['in a location that is named', unpinned],
])('counts and sums are those of the pipeline’s deals, %s', async (_where, office: Office) => {
  const { world } = office.sandbox;
  const since = new Date(world.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const results = await follow(
    office,
    { name: 'pipeline_review' },
    {
      '<pipelineId>': (known: Results) => known[0].all[0].pipelineId,
      '<30 days ago>': since,
      '<locationId>': office.locationId,
    },
  );
  const [stages, byStage, still, decided, users] = results;
  const deals = opportunities(world)
    .inLocation(office.locationId)
    .filter((deal) => deal.pipelineId === stages.all[0].pipelineId);
  const open = deals.filter(({ status }) => status === 'open');
  expect(open.length).toBeGreaterThan(3);

  const ids = new Map<string, string>(stages.all.map(({ id, name }: { id: string; name: string }) => [name, id]));
  const expected = Map.groupBy(open, ({ pipelineStageId }) => pipelineStageId);
  expect(byStage).toMatchObject({ records: open.length, complete: true });
  expect(byStage.rows).toHaveLength(expected.size);
  for (const row of readRows(byStage)) {
    const stage = String(row['pipelineStageId:name']);
    const id = /\((\w+)\)$/.exec(stage)?.[1] ?? ids.get(stage) ?? '';
    const inStage = expected.get(id) ?? [];
    expect(row.count).toBe(inStage.length);
    expect(row['sum:monetaryValue']).toBe(inStage.reduce((sum, { monetaryValue }) => sum + (monetaryValue ?? 0), 0));
  }

  const idle = open.filter(({ lastStageChangeAt }) => lastStageChangeAt < since);
  expect(idle.length).toBeGreaterThan(0);
  expect(still.records).toBe(idle.length);
  expect(still.rows[0].name).toBeTruthy();

  const lately = deals.filter(({ lastStatusChangeAt }) => lastStatusChangeAt >= since);
  expect(decided.records).toBe(lately.length);
  const owner = still.rows.find(({ assignedTo }: { assignedTo?: string }) => assignedTo)?.assignedTo;
  expect(users.all.map(({ id }: { id: string }) => id)).toContain(owner);
});
