import { expect, test } from 'vitest';
import { locationCustomFields, locations, tags } from '../../../src/sandbox/domains/locations/records.ts';
import { refusalOf } from '../sdk.ts';
import { type Started, startSandbox } from './start.ts';

function setRule(started: Started, rule: object): void {
  const { sandbox, locationId } = started;
  const settings = locations(sandbox.world).get(locationId)?.settings;
  if (!settings) throw new Error('the location is not seeded');
  locations(sandbox.world).update(locationId, { settings: { ...settings, ...rule } });
}

test('a contact is created, read, changed and deleted', async () => {
  const { sdk, locationId, sandbox } = await startSandbox();
  const { contact } = await sdk.contacts.createContact({
    locationId,
    firstName: ' Rosan ',
    lastName: 'Deo',
    email: 'Rosan@Example.com',
    phone: '(512) 555-0188',
    tags: ['Hot Lead', 'hot lead', 'VIP '],
    dateOfBirth: '09/25/1990',
    dnd: true,
    dndSettings: { SMS: { status: 'active' } },
  } as never);

  expect(contact).toMatchObject({
    locationId,
    firstName: 'Rosan',
    fullNameLowerCase: 'rosan deo',
    email: 'Rosan@Example.com',
    emailLowerCase: 'rosan@example.com',
    phone: '+15125550188',
    tags: ['hot lead', 'vip'],
    type: 'lead',
    source: 'public api',
    country: 'US',
    dateOfBirth: '1990-09-25T00:00:00.000Z',
    birthMonth: 9,
    birthDay: 25,
    dnd: true,
    dndSettings: { SMS: { status: 'active' } },
  });
  const contactId = contact?.id ?? '';
  const names = tags(sandbox.world)
    .inLocation(locationId)
    .map((tag) => tag.name);
  expect(names).toEqual(expect.arrayContaining(['hot lead', 'vip']));

  const updated = await sdk.contacts.updateContact({ contactId }, {
    lastName: 'Lund',
    tags: ['cold'],
    phone: '',
  } as never);
  expect(updated.succeded).toBe(true);
  const read = await sdk.contacts.getContact({ contactId });
  expect(read.contact).toMatchObject({ name: 'Rosan Lund', tags: ['cold'], dateOfBirth: '1990-09-25' });
  expect(read.contact).not.toHaveProperty('phone');

  expect(await sdk.contacts.deleteContact({ contactId })).toMatchObject({ succeded: true });
  const refusal = await refusalOf(sdk.contacts.getContact({ contactId }));
  expect(refusal.statusCode).toBe(400);
  expect(refusal.response.message).toBe(`Contact with id ${contactId} not found`);
});

test('a full name is split, and explicit parts win', async () => {
  const { sdk, locationId } = await startSandbox();
  const split = await sdk.contacts.createContact({ locationId, name: 'Ana Maria Novak' } as never);
  expect(split.contact).toMatchObject({ firstName: 'Ana', lastName: 'Maria Novak' });
  const explicit = await sdk.contacts.createContact({ locationId, name: 'Ana Novak', lastName: 'Lund' } as never);
  expect(explicit.contact).toMatchObject({ firstName: 'Ana', lastName: 'Lund' });
});

test('a duplicate is refused by e-mail whatever its case, and by phone however it is written', async () => {
  const { sdk, locationId } = await startSandbox();
  const first = await sdk.contacts.createContact({
    locationId,
    name: 'Ida Lund',
    email: 'ida@example.com',
    phone: '+15125550199',
  } as never);

  for (const [matchingField, body] of [
    ['email', { email: 'IDA@example.com' }],
    ['phone', { phone: '512 555 0199' }],
  ] as const) {
    const refusal = await refusalOf(sdk.contacts.createContact({ locationId, ...body } as never));
    expect(refusal.statusCode).toBe(400);
    expect(refusal.response).toMatchObject({
      message: 'This location does not allow duplicated contacts.',
      meta: { contactId: first.contact?.id, contactName: 'Ida Lund', matchingField },
    });
  }
  const other = await sdk.contacts.createContact({ locationId, email: 'other@example.com' } as never);
  const moved = refusalOf(
    sdk.contacts.updateContact({ contactId: other.contact?.id ?? '' }, { email: 'ida@example.com' } as never),
  );
  expect((await moved).statusCode).toBe(400);
});

test('a location that allows duplicates takes them', async () => {
  const started = await startSandbox();
  const { sdk, locationId } = started;
  setRule(started, { allowDuplicateContact: true });
  const body = { locationId, email: 'twin@example.com' } as never;
  const [one, two] = [await sdk.contacts.createContact(body), await sdk.contacts.createContact(body)];
  expect(one.contact?.id).not.toBe(two.contact?.id);
});

test('upsert creates once, then updates, and replaces the tags', async () => {
  const { sdk, locationId } = await startSandbox();
  const created = await sdk.contacts.upsertContact({ locationId, email: 'Up@Example.com', tags: ['a'] } as never);
  expect(created).toMatchObject({ new: true, traceId: expect.any(String) });
  const updated = await sdk.contacts.upsertContact({
    locationId,
    email: 'up@example.com',
    tags: ['b'],
    city: 'Oslo',
  } as never);
  expect(updated).toMatchObject({ new: false, contact: { id: created.contact?.id, tags: ['b'], city: 'Oslo' } });
});

test('upsert follows the order of the location and leaves taken fields alone', async () => {
  const started = await startSandbox();
  const { sdk, locationId } = started;
  const byEmail = await sdk.contacts.createContact({ locationId, email: 'e@example.com' } as never);
  const byPhone = await sdk.contacts.createContact({ locationId, phone: '+15125550177' } as never);
  const both = { locationId, email: 'e@example.com', phone: '+15125550177', city: 'Bergen' } as never;

  const first = await sdk.contacts.upsertContact(both);
  expect(first).toMatchObject({ new: false, contact: { id: byEmail.contact?.id, city: 'Bergen' } });
  expect(first.contact).not.toHaveProperty('phone');

  setRule(started, { contactUniqueIdentifiers: ['phone', 'email'] });
  const second = await sdk.contacts.upsertContact(both);
  expect(second).toMatchObject({ new: false, contact: { id: byPhone.contact?.id } });
  expect(second.contact).not.toHaveProperty('email');
});

test('createNewIfDuplicateAllowed counts only where duplicates are allowed', async () => {
  const started = await startSandbox();
  const { sdk, locationId } = started;
  const body = { locationId, email: 'again@example.com', createNewIfDuplicateAllowed: true } as never;
  const first = await sdk.contacts.upsertContact(body);
  expect(await sdk.contacts.upsertContact(body)).toMatchObject({ new: false, contact: { id: first.contact?.id } });
  setRule(started, { allowDuplicateContact: true });
  expect(await sdk.contacts.upsertContact(body)).toMatchObject({ new: true });
});

test('custom fields are kept as id and value, merged on update, cleared by an empty value', async () => {
  const { sdk, sandbox, locationId } = await startSandbox();
  const [first, second] = locationCustomFields(sandbox.world)
    .inLocation(locationId)
    .filter((field) => field.model === 'contact');
  if (!first || !second) throw new Error('the location has no custom fields');
  const created = await sdk.contacts.createContact({
    locationId,
    customFields: [
      { id: first.id, field_value: 'one' },
      { id: second.id, key: second.fieldKey, field_value: 'two' },
      { id: 'nosuchfield000000000', field_value: 'lost' },
    ],
  } as never);
  const contactId = created.contact?.id ?? '';
  expect(created.contact?.customFields).toEqual([
    { id: first.id, value: 'one' },
    { id: second.id, value: 'two' },
  ]);
  const changed = await sdk.contacts.updateContact({ contactId }, {
    customFields: [{ id: first.id, field_value: '' }],
  } as never);
  expect(changed.contact?.customFields).toEqual([{ id: second.id, value: 'two' }]);
});

test.each([
  [{ email: 'nobody' }, 'email must be an email'],
  [{ phone: '123' }, 'phone must be a valid phone number'],
  [{ dateOfBirth: '1990-13-45' }, 'dateOfBirth must be a valid date'],
])('malformed %j is refused and creates nothing', async (body, message) => {
  const { call, sandbox, locationId } = await startSandbox();
  const before = sandbox.world.collection('contacts').all().length;
  const answer = await call('POST', '/contacts/', { locationId, ...body });
  expect(answer).toMatchObject({ status: 422, body: { message: [message], error: 'Unprocessable Entity' } });
  expect(sandbox.world.collection('contacts').all()).toHaveLength(before);
});

test('contacts of another location are out of reach, and unknown users cannot be assigned', async () => {
  const { call, sandbox, locationId, otherLocationId } = await startSandbox();
  const foreign = sandbox.world.collection('contacts').inLocation(otherLocationId)[0]?.id;
  for (const method of ['GET', 'DELETE'])
    expect(await call(method, `/contacts/${foreign}`)).toMatchObject({ status: 403 });
  expect(await call('POST', '/contacts/', { locationId, assignedTo: 'nobody00000000000000' })).toMatchObject({
    status: 400,
    body: { message: 'User with id nobody00000000000000 not found' },
  });
});

test('a deleted contact takes its notes, tasks, deals, visits and messages along', async () => {
  const { sdk, sandbox, locationId } = await startSandbox();
  const names = ['notes', 'tasks', 'opportunities', 'appointments', 'conversations', 'messages', 'workflow-enrolments'];
  const held = (name: string, contactId: string): number =>
    (sandbox.world.collection(name).inLocation(locationId) as unknown as { contactId: string }[]).filter(
      (record) => record.contactId === contactId,
    ).length;
  const busiest = sandbox.world
    .collection('contacts')
    .inLocation(locationId)
    .map(({ id }) => ({ id, kinds: names.filter((name) => held(name, id) > 0).length }))
    .sort((a, b) => b.kinds - a.kinds)[0];
  expect(busiest?.kinds).toBeGreaterThanOrEqual(2);
  const contactId = busiest?.id ?? '';
  await sdk.contacts.deleteContact({ contactId });
  expect(names.filter((name) => held(name, contactId) > 0)).toEqual([]);
});
