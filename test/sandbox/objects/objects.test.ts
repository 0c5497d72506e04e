import { expect, test } from 'vitest';
import { relations } from '../../../src/sandbox/domains/associations/records.ts';
import { businesses } from '../../../src/sandbox/domains/businesses/records.ts';
import { objectRecords } from '../../../src/sandbox/domains/objects/records.ts';
import { startSandbox } from '../locations/start.ts';
import { refusalOf } from '../sdk.ts';

const schemaKey = 'custom_objects.treatment_plan';

test('a location has three standard objects and its own', async () => {
  const { sdk, locationId } = await startSandbox();
  const { objects } = await sdk.objects.getObjectByLocationId({ locationId });
  expect(objects?.map(({ key, standard }) => [key, standard])).toEqual([
    ['contact', true],
    ['opportunity', true],
    ['business', true],
    [schemaKey, false],
  ]);
});

test('an object is created with the field that names its records, and takes records', async () => {
  const { sdk, locationId } = await startSandbox();
  const { object } = await sdk.objects.createCustomObjectSchema({
    locationId,
    labels: { singular: 'Pet', plural: 'Pets' },
    key: 'custom_objects.pet',
    primaryDisplayPropertyDetails: { key: 'custom_objects.pet.name', name: 'Pet name', dataType: 'TEXT' },
  } as never);
  expect(object).toMatchObject({
    key: 'custom_objects.pet',
    standard: false,
    primaryDisplayProperty: 'custom_objects.pet.name',
  });
  const read = await sdk.objects.getObjectSchemaByKey({
    key: 'custom_objects.pet',
    locationId,
    fetchProperties: 'true',
  });
  expect(read.fields).toMatchObject([{ fieldKey: 'custom_objects.pet.name', dataType: 'TEXT' }]);

  const body = { locationId, properties: { name: 'Buddy' } };
  const { record } = await sdk.objects.createObjectRecord({ schemaKey: 'custom_objects.pet' }, body as never);
  expect(record).toMatchObject({ properties: { name: 'Buddy' }, owner: [], followers: [] });

  const labels = { singular: 'Animal', plural: 'Animals' };
  const change = { locationId, labels, searchableProperties: ['custom_objects.pet.name'] };
  const updated = await sdk.objects.updateCustomObject({ key: 'custom_objects.pet' }, change as never);
  expect(updated.object?.labels).toEqual(labels);
  const wrong = sdk.objects.updateCustomObject({ key: 'custom_objects.pet' }, {
    locationId,
    searchableProperties: ['custom_objects.pet.age'],
  } as never);
  expect((await refusalOf(wrong)).statusCode).toBe(400);
});

test('an object needs a free key', async () => {
  const { call, locationId } = await startSandbox();
  const answer = await call('POST', '/objects/', {
    locationId,
    labels: { singular: 'Plan', plural: 'Plans' },
    key: schemaKey,
    primaryDisplayPropertyDetails: { key: 'name', name: 'Name', dataType: 'TEXT' },
  });
  expect(answer.status).toBe(400);
});

test('a record is read, changed field by field and deleted with its relations', async () => {
  const { sdk, locationId, sandbox } = await startSandbox();
  const [seeded] = objectRecords(sandbox.world).inLocation(locationId);
  const id = seeded?.id ?? '';
  const linked = () =>
    relations(sandbox.world)
      .inLocation(locationId)
      .filter(({ firstRecordId }) => firstRecordId === id);
  expect(linked()).toHaveLength(1);

  const properties = { phase: 'finished', visits_planned: null };
  await sdk.objects.updateObjectRecord({ schemaKey, id, locationId }, { properties } as never);
  const { record } = await sdk.objects.getRecordById({ schemaKey, id });
  const { visits_planned: _gone, ...kept } = seeded?.properties ?? {};
  expect(record?.properties).toEqual({ ...kept, phase: 'finished' });

  expect(await sdk.objects.deleteObjectRecord({ schemaKey, id })).toMatchObject({ id, success: true });
  expect(linked()).toEqual([]);
  expect((await refusalOf(sdk.objects.getRecordById({ schemaKey, id }))).statusCode).toBe(400);
});

test('properties have to be fields of the object, in the form of their type', async () => {
  const { call, locationId } = await startSandbox();
  const create = (properties: object) => call('POST', `/objects/${schemaKey}/records`, { locationId, properties });
  const good = {
    name: 'Plan',
    phase: 'proposed',
    estimated_cost: { currency: 'default', value: 900 },
    visits_planned: 4,
    starts_on: '2026-07-01',
  };
  expect((await create(good)).status).toBe(201);
  const bad = [
    { ...good, colour: 'red' },
    { ...good, phase: 'someday' },
    { ...good, estimated_cost: 900 },
    { ...good, visits_planned: 'four' },
    { ...good, starts_on: 'soon' },
    { phase: 'proposed' },
  ];
  for (const properties of bad) expect((await create(properties)).status).toBe(400);
});

test('search filters by properties and relations, looks at one property by name, and goes on', async () => {
  const { call, locationId, sandbox } = await startSandbox();
  const all = objectRecords(sandbox.world)
    .inLocation(locationId)
    .filter(({ objectKey }) => objectKey === schemaKey);
  const search = async (body: object) => {
    const answer = await call('POST', `/objects/${schemaKey}/records/search`, { locationId, pageLimit: 100, ...body });
    expect(answer.status).toBe(200);
    return answer.body as { records: { id: string; searchAfter: unknown[] }[]; total: number };
  };
  const idsOf = ({ records }: { records: { id: string }[] }) => records.map(({ id }) => id).toSorted();

  const accepted = all.filter(({ properties }) => properties.phase === 'accepted');
  const filter = { field: 'properties.phase', operator: 'eq', value: 'accepted' };
  expect(idsOf(await search({ filters: [filter] }))).toEqual(accepted.map(({ id }) => id).toSorted());

  const [link] = relations(sandbox.world).inLocation(locationId);
  const nested = [{ field: 'recordId', operator: 'eq', value: link?.secondRecordId }];
  const related = await search({ filters: [{ field: 'relations', operator: 'nested', value: nested }] });
  expect(related.records).toMatchObject([{ id: link?.firstRecordId, objectKey: schemaKey, locationId }]);

  const [sample] = all;
  const named = await search({ query: `name:${sample?.properties.name}`.slice(0, 75) });
  expect(idsOf(named)).toContain(sample?.id);
  expect((await search({ query: 'name:nothing like it' })).total).toBe(0);

  const first = await search({ pageLimit: 10 });
  const rest = await search({ searchAfter: first.records.at(-1)?.searchAfter });
  expect([...idsOf(first), ...idsOf(rest)].toSorted()).toEqual(all.map(({ id }) => id).toSorted());
});

test('companies are records too, the same ones that the businesses operations show', async () => {
  const { sdk, call, locationId, sandbox } = await startSandbox();
  const body = { locationId, properties: { name: 'Quill & Co', postal_code: '78701' } };
  const { record } = await sdk.objects.createObjectRecord({ schemaKey: 'business' }, body as never);
  const id = record?.id ?? '';
  expect(businesses(sandbox.world).get(id)).toMatchObject({ name: 'Quill & Co', postalCode: '78701', locationId });
  const read = await call('GET', `/businesses/${id}`);
  expect(read.body.business).toMatchObject({ name: 'Quill & Co' });
  const change = { properties: { city: 'Austin' } };
  await sdk.objects.updateObjectRecord({ schemaKey: 'business', id, locationId }, change as never);
  expect(businesses(sandbox.world).get(id)).toMatchObject({ name: 'Quill & Co', city: 'Austin' });
  const found = await call('POST', '/objects/business/records/search', { locationId, pageLimit: 5, query: 'quill' });
  expect(found.body).toMatchObject({ total: 1, records: [{ id }] });
  await sdk.objects.deleteObjectRecord({ schemaKey: 'business', id });
  expect(businesses(sandbox.world).get(id)).toBeUndefined();
});

test('records of another location, and records of contacts, are out of reach', async () => {
  const { call, locationId, otherLocationId, sandbox } = await startSandbox();
  const [foreign] = objectRecords(sandbox.world).inLocation(otherLocationId);
  expect((await call('GET', `/objects/custom_objects.class_pack/records/${foreign?.id}`)).status).toBe(403);
  const contact = { locationId, properties: { first_name: 'X' } };
  expect((await call('POST', '/objects/contact/records', contact)).status).toBe(400);
});
