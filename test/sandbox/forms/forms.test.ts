import { expect, test } from 'vitest';
import { contacts } from '../../../src/sandbox/domains/contacts/records.ts';
import { locationCustomFields } from '../../../src/sandbox/domains/locations/records.ts';
import { operations } from '../../../tools/forms/operations.gen.ts';
import { openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

test('forms are listed by page', async () => {
  const { service, locationId } = await openChecked(operations);
  const forms = service('forms');
  const { forms: all, total } = await forms('getForms', { locationId });
  expect(all).toMatchObject([{ locationId }, { locationId }]);
  expect(total).toBe(2);
  expect(await forms('getForms', { locationId, skip: 1, limit: 1 })).toMatchObject({ forms: [all[1]], total: 2 });
  expect(await forms('getForms', { locationId, type: 'folder' })).toMatchObject({ forms: [], total: 0 });
});

test('submissions are of the last month unless dates say otherwise', async () => {
  const { service, locationId } = await openChecked(operations);
  const forms = service('forms');
  const list = (query: object = {}) => forms('getFormsSubmissions', { locationId, ...query });
  const recent = await list({ limit: 100 });
  const older = await list({ limit: 100, startAt: '2026-01-01' });
  expect(older.meta.total).toBeGreaterThan(recent.meta.total);
  for (const { createdAt } of recent.submissions) expect(createdAt >= '2026-08-15').toBe(true);
  expect(await list({ startAt: '2020-01-01', endAt: '2020-12-31' })).toMatchObject({ submissions: [] });

  const [first, second] = recent.submissions;
  expect(await list({ limit: 1, page: 2 })).toMatchObject({
    submissions: [second],
    meta: { total: recent.meta.total, currentPage: 2, nextPage: 3, prevPage: 1 },
  });
  expect((await list({ q: first.email })).submissions).toContainEqual(first);
  for (const { formId } of (await list({ formId: first.formId })).submissions) expect(formId).toBe(first.formId);
});

test('a file arrives in the custom field of its contact', async () => {
  const { sandbox, locationId, send, service } = await openChecked(operations);
  const { world } = sandbox;
  const contactId = contacts(world).inLocation(locationId)[0]?.id ?? '';
  const fields = locationCustomFields(world).inLocation(locationId);
  const fieldId = fields.find(({ dataType }) => dataType === 'FILE_UPLOAD')?.id ?? '';
  const path = `/forms/upload-custom-files?contactId=${contactId}&locationId=${locationId}`;
  const upload = (part: string, filename: string) => {
    const form = new FormData();
    form.append(part, new Blob(['content'], { type: 'application/pdf' }), filename);
    return send('POST', path, { form });
  };
  const { status, body } = await upload(`${fieldId}_one`, 'insurance.pdf');
  expect(status).toBe(200);
  expect(body.contact.customFields).toContainEqual({
    id: fieldId,
    value: {
      one: expect.objectContaining({ meta: expect.objectContaining({ originalname: 'insurance.pdf', size: 7 }) }),
    },
  });
  await upload(`${fieldId}_two`, 'card.png');
  const kept = contacts(world)
    .get(contactId)
    ?.customFields.find(({ id }) => id === fieldId);
  expect(Object.keys(kept?.value as object)).toEqual(['one', 'two']);

  expect((await upload(`${fieldId}_three`, 'run.exe')).status).toBe(415);
  expect((await upload('unknown_four', 'card.png')).status).toBe(400);
  const stranger = service('forms')('getForms', { locationId: 'elsewhere' });
  expect((await refusalOf(stranger)).statusCode).toBe(403);
});
