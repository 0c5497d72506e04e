import { expect, test } from 'vitest';
import { refusalOf } from '../sdk.ts';
import { startSandbox } from './start.ts';

test('custom fields are listed by model, contacts unless told otherwise', async () => {
  const { sdk, locationId } = await startSandbox();
  const models = async (model?: string) => {
    const { customFields } = await sdk.locations.getCustomFields({ locationId, ...(model && { model }) } as never);
    return new Set(customFields?.map((field) => field.model));
  };
  expect(await models()).toEqual(new Set(['contact']));
  expect(await models('opportunity')).toEqual(new Set(['opportunity']));
  expect(await models('all')).toEqual(new Set(['contact', 'opportunity']));
});

test('a custom field is created, found by id and key, changed and deleted with its values', async () => {
  const { sdk, locationId } = await startSandbox();
  const { customField } = await sdk.locations.createCustomField({ locationId }, {
    name: 'Favourite Colour?',
    dataType: 'SINGLE_OPTIONS',
    textBoxListOptions: [{ label: 'Red' }, { label: 'Blue' }],
  } as never);
  expect(customField).toMatchObject({
    fieldKey: 'contact.favourite_colour',
    model: 'contact',
    picklistOptions: ['Red', 'Blue'],
    locationId,
  });
  const id = customField?.id ?? '';
  for (const idOrKey of [id, 'contact.favourite_colour'])
    expect((await sdk.locations.getCustomField({ locationId, id: idOrKey })).customField?.id).toBe(id);

  const draft = { locationId, firstName: 'Col', email: 'col@example.com', customFields: [{ id, field_value: 'Red' }] };
  const { contact } = await sdk.contacts.createContact(draft as never);
  expect(contact?.customFields).toMatchObject([{ id, value: 'Red' }]);

  const renamed = await sdk.locations.updateCustomField({ locationId, id }, { name: 'Colour' } as never);
  expect(renamed.customField).toMatchObject({ name: 'Colour', fieldKey: 'contact.favourite_colour' });
  expect(await sdk.locations.deleteCustomField({ locationId, id })).toMatchObject({ succeded: true });
  const { contact: after } = await sdk.contacts.getContact({ contactId: contact?.id ?? '' });
  expect(after?.customFields).toEqual([]);
});

test('fields with a known key, an unknown type or no options are refused', async () => {
  const { call, locationId } = await startSandbox();
  const create = (body: object) => call('POST', `/locations/${locationId}/customFields`, body);
  expect((await create({ name: 'Allergies', dataType: 'TEXT' })).status).toBe(400);
  expect((await create({ name: 'Allergies', dataType: 'TEXT', model: 'opportunity' })).status).toBe(201);
  expect((await create({ name: 'Mood', dataType: 'FEELING' })).status).toBe(422);
  expect((await create({ name: 'Mood', dataType: 'RADIO' })).status).toBe(400);
});

test('an uploaded file comes back with an address of its own', async () => {
  const { locationId, send } = await startSandbox();
  const form = new FormData();
  form.set('id', 'someContactId0000000');
  form.set('maxFiles', '2');
  form.set('consent', new File(['signed'], 'consent.pdf', { type: 'application/pdf' }));
  const { status, body } = await send('POST', `/locations/${locationId}/customFields/upload`, { form });
  expect(status).toBe(200);
  expect(body.meta).toMatchObject([{ originalname: 'consent.pdf', mimetype: 'application/pdf', size: 6 }]);
  expect(body.uploadedFiles['consent.pdf']).toMatch(/^https:.*\.pdf$/);
});

test('custom values are merged by a tag that outlives a new name', async () => {
  const { sdk, locationId } = await startSandbox();
  const { customValue } = await sdk.locations.createCustomValue(
    { locationId },
    { name: 'Parking Hint', value: 'Behind the house' },
  );
  expect(customValue).toMatchObject({ fieldKey: '{{ custom_values.parking_hint }}', value: 'Behind the house' });
  const id = customValue?.id ?? '';
  const changed = await sdk.locations.updateCustomValue({ locationId, id }, { name: 'Parking', value: 'Garage' });
  expect(changed.customValue).toMatchObject({
    name: 'Parking',
    value: 'Garage',
    fieldKey: '{{ custom_values.parking_hint }}',
  });
  expect((await sdk.locations.getCustomValues({ locationId })).customValues).toContainEqual(changed.customValue);
  expect((await sdk.locations.getCustomValue({ locationId, id })).customValue).toEqual(changed.customValue);
  const again = sdk.locations.createCustomValue({ locationId }, { name: 'parking hint', value: 'x' });
  expect((await refusalOf(again)).statusCode).toBe(400);
  await sdk.locations.deleteCustomValue({ locationId, id });
  expect((await refusalOf(sdk.locations.getCustomValue({ locationId, id }))).statusCode).toBe(400);
});
