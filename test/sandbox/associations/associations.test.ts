import { expect, test } from 'vitest';
import { associations, relations } from '../../../src/sandbox/domains/associations/records.ts';
import { contacts } from '../../../src/sandbox/domains/contacts/records.ts';
import { objectRecords } from '../../../src/sandbox/domains/objects/records.ts';
import { type Started, startSandbox } from '../locations/start.ts';
import { refusalOf } from '../sdk.ts';

/** The seeded association, and a plan and a contact that are not linked yet. */
function findUnlinked({ sandbox, locationId }: Started) {
  const { world } = sandbox;
  const [association] = associations(world).inLocation(locationId);
  const [record] = objectRecords(world).inLocation(locationId);
  const linked = new Set(
    relations(world)
      .inLocation(locationId)
      .map(({ secondRecordId }) => secondRecordId),
  );
  const contact = contacts(world)
    .inLocation(locationId)
    .find(({ id }) => !linked.has(id));
  return { associationId: association?.id ?? '', firstRecordId: record?.id ?? '', secondRecordId: contact?.id ?? '' };
}

test('an association is created, found by id, key and object, renamed and deleted', async () => {
  const { sdk, locationId } = await startSandbox();
  const api = sdk.associations;
  const draft = {
    locationId,
    key: 'parent_child',
    firstObjectLabel: 'Parent',
    firstObjectKey: 'contact',
    secondObjectLabel: 'Child',
    secondObjectKey: 'contact',
  };
  const created = await api.createAssociation(draft as never);
  expect(created).toMatchObject({ ...draft, associationType: 'USER_DEFINED' });
  const associationId = created.id;
  expect(await api.getAssociationByID({ associationId })).toMatchObject(draft);
  expect(await api.getAssociationKeyByKeyName({ keyName: 'parent_child', locationId })).toMatchObject({
    id: associationId,
  });
  expect(
    await api.getAssociationByObjectKeys({ objectKey: 'custom_objects.treatment_plan', locationId }),
  ).toMatchObject({
    key: 'patient_treatment_plan',
  });
  const labels = { firstObjectLabel: 'Guardian', secondObjectLabel: 'Child' };
  expect(await api.updateAssociation({ associationId }, labels as never)).toMatchObject({
    ...labels,
    key: 'parent_child',
  });
  const list = (await api.findAssociations({ locationId, skip: 0, limit: 10 })) as unknown as {
    associations: unknown[];
    total: number;
  };
  expect(list).toMatchObject({ total: 2, associations: [{ key: 'patient_treatment_plan' }, { key: 'parent_child' }] });

  expect((await refusalOf(api.createAssociation(draft as never))).statusCode).toBe(400);
  expect(await api.deleteAssociation({ associationId })).toMatchObject({ deleted: true, id: associationId });
  expect((await refusalOf(api.getAssociationByID({ associationId }))).statusCode).toBe(400);
});

test('two records are linked once', async () => {
  const started = await startSandbox();
  const { sdk, call, locationId } = started;
  const body = { locationId, ...findUnlinked(started) };
  const created = (await sdk.associations.createRelation(body)) as unknown as { id: string };
  expect(created).toMatchObject({ ...body, key: 'patient_treatment_plan', secondObjectKey: 'contact' });

  const again = await call('POST', '/associations/relations', body);
  expect(again.status).toBe(400);
  expect(again.body.message).toMatch(/^duplicate relation /);

  const path = `/associations/relations/${body.secondRecordId}?locationId=${locationId}&skip=0&limit=10`;
  const listed = await call('GET', path);
  expect(listed.body).toMatchObject({ total: 1, relations: [{ id: created.id, firstRecordId: body.firstRecordId }] });
  expect((await call('GET', `${path}&associationIds[]=${body.associationId}`)).body.total).toBe(1);
  expect((await call('GET', `${path}&associationIds[]=000000000000000000000000`)).body.total).toBe(0);

  expect(await sdk.associations.deleteRelation({ relationId: created.id, locationId })).toMatchObject({
    id: created.id,
  });
  expect((await call('GET', path)).body.total).toBe(0);
});

test('between records of one object the order makes no second link', async () => {
  const started = await startSandbox();
  const { sdk, call, locationId, sandbox } = started;
  const draft = {
    key: 'twins',
    firstObjectLabel: 'Twin',
    firstObjectKey: 'contact',
    secondObjectLabel: 'Twin',
    secondObjectKey: 'contact',
  };
  const { id: associationId } = await sdk.associations.createAssociation({ locationId, ...draft } as never);
  const [one, two] = contacts(sandbox.world).inLocation(locationId);
  const link = (firstRecordId?: string, secondRecordId?: string) =>
    call('POST', '/associations/relations', { locationId, associationId, firstRecordId, secondRecordId });
  expect((await link(one?.id, two?.id)).status).toBe(201);
  expect((await link(two?.id, one?.id)).status).toBe(400);
});

test('sides of a link have to be records of the objects that the association names', async () => {
  const started = await startSandbox();
  const { call, locationId } = started;
  const { associationId, firstRecordId, secondRecordId } = findUnlinked(started);
  const swapped = { locationId, associationId, firstRecordId: secondRecordId, secondRecordId: firstRecordId };
  expect((await call('POST', '/associations/relations', swapped)).status).toBe(400);
  const unknown = { locationId, associationId: '000000000000000000000000', firstRecordId, secondRecordId };
  expect((await call('POST', '/associations/relations', unknown)).status).toBe(400);
});

test('links go with their association', async () => {
  const started = await startSandbox();
  const { sdk, locationId, sandbox } = started;
  const { associationId } = findUnlinked(started);
  expect(relations(sandbox.world).inLocation(locationId).length).toBeGreaterThan(0);
  await sdk.associations.deleteAssociation({ associationId });
  expect(relations(sandbox.world).inLocation(locationId)).toEqual([]);
});
