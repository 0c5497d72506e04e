import { expect, test } from 'vitest';
import { objectRecords } from '../../../src/sandbox/domains/objects/records.ts';
import { startSandbox } from '../locations/start.ts';
import { refusalOf } from '../sdk.ts';

const objectKey = 'custom_objects.treatment_plan';

test('a field is created in a folder, used by records, changed and deleted with its values', async () => {
  const { sdk, locationId, sandbox } = await startSandbox();
  const api = sdk.customFields;
  const folder = await api.createCustomFieldFolder({ objectKey, name: 'Billing', locationId });
  expect(folder).toMatchObject({ objectKey, name: 'Billing', locationId });
  const options = [
    { key: 'card', label: 'Card' },
    { key: 'cash', label: 'Cash' },
  ];
  const draft = { locationId, objectKey, parentId: folder.id, name: 'Pays by', fieldKey: `${objectKey}.pays_by` };
  const { field } = await api.createCustomField({ ...draft, dataType: 'RADIO', showInForms: true, options } as never);
  expect(field).toMatchObject({ fieldKey: `${objectKey}.pays_by`, parentId: folder.id, options });
  const id = field?.id ?? '';

  const [record] = objectRecords(sandbox.world).inLocation(locationId);
  const place = { schemaKey: objectKey, id: record?.id ?? '', locationId };
  await sdk.objects.updateObjectRecord(place, { properties: { pays_by: 'card' } } as never);
  const wrong = sdk.objects.updateObjectRecord(place, { properties: { pays_by: 'barter' } } as never);
  expect((await refusalOf(wrong)).statusCode).toBe(400);

  const renamed = await api.updateCustomField({ id }, { locationId, name: 'Payment', showInForms: false } as never);
  expect(renamed.field).toMatchObject({ name: 'Payment', showInForms: false, fieldKey: `${objectKey}.pays_by` });
  expect((await api.getCustomFieldById({ id })).field).toEqual(renamed.field);
  const listed = await api.getCustomFieldsByObjectKey({ objectKey, locationId });
  expect(listed.fields).toContainEqual(renamed.field);
  expect(listed.folders?.map(({ name }) => name)).toContain('Billing');

  const inUse = api.deleteCustomFieldFolder({ id: folder.id, locationId });
  expect((await refusalOf(inUse)).statusCode).toBe(400);
  expect(await api.deleteCustomField({ id })).toMatchObject({ succeded: true, id, key: `${objectKey}.pays_by` });
  expect(objectRecords(sandbox.world).get(place.id)?.properties).not.toHaveProperty('pays_by');
  expect(await api.deleteCustomFieldFolder({ id: folder.id, locationId })).toMatchObject({ succeded: true });
});

test('a folder is renamed, and its name is unique for its object', async () => {
  const { sdk, locationId } = await startSandbox();
  const api = sdk.customFields;
  const { id } = await api.createCustomFieldFolder({ objectKey, name: 'Billing', locationId });
  expect(await api.updateCustomFieldFolder({ id }, { name: 'Money', locationId })).toMatchObject({ id, name: 'Money' });
  const again = api.createCustomFieldFolder({ objectKey, name: 'Money', locationId });
  expect((await refusalOf(again)).statusCode).toBe(400);
});

test('taken keys, missing options, unknown folders and standard objects are refused', async () => {
  const { sdk, call, locationId } = await startSandbox();
  const { folders } = await sdk.customFields.getCustomFieldsByObjectKey({ objectKey, locationId });
  const good = {
    locationId,
    objectKey,
    parentId: folders?.[0]?.id,
    name: 'Extra',
    fieldKey: 'extra',
    dataType: 'TEXT',
    showInForms: true,
  };
  const bad = [
    { ...good, fieldKey: `${objectKey}.phase` },
    { ...good, dataType: 'RADIO' },
    { ...good, parentId: 'noSuchFolder00000000' },
    { ...good, objectKey: 'contact' },
    { ...good, objectKey: 'custom_objects.nothing' },
  ];
  for (const body of bad) expect((await call('POST', '/custom-fields/', body)).status).toBe(400);
  expect((await call('POST', '/custom-fields/', good)).status).toBe(201);
});

test('the field that names the records stays', async () => {
  const { sdk, locationId } = await startSandbox();
  const { fields } = await sdk.customFields.getCustomFieldsByObjectKey({ objectKey, locationId });
  const id = fields?.find(({ fieldKey }) => fieldKey === `${objectKey}.name`)?.id ?? '';
  expect((await refusalOf(sdk.customFields.deleteCustomField({ id }))).statusCode).toBe(400);
});
