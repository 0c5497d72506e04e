import { expect, test } from 'vitest';
import { contacts } from '../../../src/sandbox/domains/contacts/records.ts';
import { opportunities, pipelines } from '../../../src/sandbox/domains/opportunities/records.ts';
import { startSandbox } from '../locations/start.ts';

interface Found {
  readonly id: string;
  readonly createdAt: string;
  readonly status: string;
  readonly monetaryValue: number;
}

test('pages by number cover every opportunity once, newest first', async () => {
  const { call, locationId, sandbox } = await startSandbox();
  const all = opportunities(sandbox.world).inLocation(locationId);
  const seen: Found[] = [];
  for (let page: number | null = 1; page !== null; ) {
    const { body, status } = await call('GET', `/opportunities/search?location_id=${locationId}&limit=10&page=${page}`);
    expect(status).toBe(200);
    expect(body.meta).toMatchObject({ total: all.length, currentPage: page });
    seen.push(...body.opportunities);
    page = body.meta.nextPage;
  }
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
  expect(seen).toHaveLength(all.length);
  const times = seen.map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted().toReversed());
});

test('the cursor of a page leads to the next one, and half a cursor to a refusal', async () => {
  const { call, locationId, sandbox } = await startSandbox();
  const base = `/opportunities/search?location_id=${locationId}&limit=15&order=added_asc`;
  const first = (await call('GET', base)).body;
  const { startAfter, startAfterId } = first.meta;
  const second = (await call('GET', `${base}&startAfter=${startAfter}&startAfterId=${startAfterId}`)).body;
  const expected = opportunities(sandbox.world)
    .inLocation(locationId)
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const ids = [...first.opportunities, ...second.opportunities].map(({ id }: Found) => id);
  expect(ids).toEqual(expected.slice(0, 30));
  expect((await call('GET', `${base}&startAfter=${startAfter}`)).status).toBe(422);
});

test('every filter of the query narrows the list', async () => {
  const { call, locationId, sandbox } = await startSandbox();
  const all = opportunities(sandbox.world).inLocation(locationId);
  const sample = all.find((one) => one.status === 'won' && one.assignedTo !== undefined);
  if (!sample) throw new Error('the seed has no won opportunity');
  const search = async (query: string): Promise<string[]> => {
    const { body } = await call('GET', `/opportunities/search?location_id=${locationId}&limit=100&${query}`);
    return body.opportunities.map(({ id }: Found) => id).toSorted();
  };
  const idsOf = (matches: (one: (typeof all)[number]) => boolean): string[] =>
    all
      .filter(matches)
      .map(({ id }) => id)
      .toSorted();

  expect(await search('status=won')).toEqual(idsOf((one) => one.status === 'won'));
  expect(await search('status=all')).toEqual(idsOf(() => true));
  expect(await search(`pipeline_id=${sample.pipelineId}`)).toEqual(
    idsOf((one) => one.pipelineId === sample.pipelineId),
  );
  expect(await search(`pipeline_stage_id=${sample.pipelineStageId}`)).toEqual(
    idsOf((one) => one.pipelineStageId === sample.pipelineStageId),
  );
  expect(await search(`assigned_to=${sample.assignedTo}`)).toEqual(
    idsOf((one) => one.assignedTo === sample.assignedTo),
  );
  expect(await search(`contact_id=${sample.contactId}`)).toEqual(idsOf((one) => one.contactId === sample.contactId));
  expect(await search(`id=${sample.id}`)).toEqual([sample.id]);
  expect(await search(`q=${contacts(sandbox.world).get(sample.contactId)?.email}`)).toEqual(
    idsOf((one) => one.contactId === sample.contactId),
  );
  const [year, month, day] = sample.createdAt.slice(0, 10).split('-');
  expect(await search(`date=${month}-${day}-${year}&endDate=${month}-${day}-${year}`)).toEqual(
    idsOf((one) => one.createdAt.slice(0, 10) === sample.createdAt.slice(0, 10)),
  );
  expect((await call('GET', `/opportunities/search?location_id=${locationId}&date=2026-01-01`)).status).toBe(422);
  expect((await call('GET', `/opportunities/search?location_id=${locationId}&limit=101`)).status).toBe(422);
});

test('advanced search filters, sorts, and goes on from its last item', async () => {
  const { sdk, locationId, sandbox } = await startSandbox();
  const body = {
    locationId,
    limit: 4,
    filters: [
      { field: 'status', operator: 'eq', value: ['open', 'won'] },
      { field: 'monetary_value', operator: 'range', value: { gte: 200 } },
    ],
    sort: [{ field: 'monetary_value', direction: 'desc' }],
  };
  const expected = opportunities(sandbox.world)
    .inLocation(locationId)
    .filter((one) => (one.status === 'open' || one.status === 'won') && one.monetaryValue >= 200);
  const seen: (Found & { sort: unknown })[] = [];
  for (let searchAfter: unknown; ; searchAfter = seen.at(-1)?.sort) {
    const page = await sdk.opportunities.searchOpportunitiesAdvanced({
      ...body,
      ...(searchAfter ? { searchAfter } : {}),
    } as never);
    expect(page.total).toBe(expected.length);
    if (page.opportunities?.length === 0) break;
    seen.push(...(page.opportunities as never[]));
  }
  expect(seen.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
  const values = seen.map(({ monetaryValue }) => monetaryValue);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
});

test('advanced search knows contacts and custom fields, and refuses unknown fields', async () => {
  const { call, locationId, sandbox } = await startSandbox();
  const sample = opportunities(sandbox.world).inLocation(locationId)[0];
  const [value] = sample?.customFields ?? [];
  const search = (filter: object) =>
    call('POST', '/opportunities/search', { locationId, limit: 100, filters: [filter] });

  const byField = await search({ field: `custom_fields.${value?.id}`, operator: 'eq', value: value?.fieldValue });
  expect(byField.body.opportunities.map(({ id }: Found) => id)).toContain(sample?.id);
  const email = contacts(sandbox.world).get(sample?.contactId ?? '')?.email;
  const byEmail = await search({ field: 'email', operator: 'eq', value: email });
  expect(byEmail.body.opportunities.map(({ id }: Found) => id)).toContain(sample?.id);
  expect((await search({ field: 'favourite_colour', operator: 'eq', value: 'red' })).status).toBe(400);
});

test('additional details come when they are asked for', async () => {
  const { sdk, call, locationId, sandbox } = await startSandbox();
  const [sample] = opportunities(sandbox.world).inLocation(locationId);
  const { contactId = '', id } = sample ?? {};
  await sdk.contacts.createNote({ contactId }, { body: 'Ask about insurance' } as never);
  const filters = [{ field: 'id', operator: 'eq', value: id }];
  const bare = await call('POST', '/opportunities/search', { locationId, limit: 1, filters });
  expect(bare.body.opportunities[0]).toMatchObject({ notes: [], tasks: [], calendarEvents: [] });
  const rich = await call('POST', '/opportunities/search', {
    locationId,
    limit: 1,
    filters,
    additionalDetails: { notes: true },
  });
  expect(rich.body.opportunities[0].notes).toContainEqual(expect.objectContaining({ body: 'Ask about insurance' }));
});

test('search lags behind a write while reading by id does not', async () => {
  let now = Date.UTC(2026, 5, 15, 12);
  const { sdk, call, locationId, sandbox } = await startSandbox({ clock: () => now, indexLagMs: 2000 });
  const [sample] = opportunities(sandbox.world).inLocation(locationId);
  const id = sample?.id ?? '';
  await sdk.opportunities.updateOpportunity({ id }, { name: 'Just renamed' } as never);
  const nameInSearch = async () =>
    (await call('GET', `/opportunities/search?location_id=${locationId}&id=${id}`)).body.opportunities[0].name;
  expect((await sdk.opportunities.getOpportunity({ id })).opportunity?.name).toBe('Just renamed');
  expect(await nameInSearch()).toBe(sample?.name);
  now += 2001;
  expect(await nameInSearch()).toBe('Just renamed');
});

test('pipelines come with their stages, lost reasons with a count on request', async () => {
  const { sdk, locationId, sandbox } = await startSandbox();
  const answer = await sdk.opportunities.getPipelines({ locationId });
  expect(answer.pipelines).toHaveLength(2);
  expect(answer.pipelines).toMatchObject(
    pipelines(sandbox.world)
      .inLocation(locationId)
      .map(({ id, name, stages }) => ({ id, name, stages })),
  );
  const reasons = await sdk.opportunities.getLostReason({ locationId, query: 'price', getCount: true });
  expect(reasons).toMatchObject({ lostReasons: [{ name: 'Price too high', locationId }], total: 1 });
});
