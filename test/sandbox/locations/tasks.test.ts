import { expect, test } from 'vitest';
import { tasks } from '../../../src/sandbox/domains/contacts/records.ts';
import { usersOfLocation } from '../../../src/sandbox/domains/users/records.ts';
import { refusalOf } from '../sdk.ts';
import { type Started, startSandbox } from './start.ts';

async function createContact({ sdk, locationId }: Started): Promise<string> {
  const { contact } = await sdk.contacts.createContact({
    locationId,
    firstName: 'Tess',
    email: 'tess@example.com',
  } as never);
  return contact?.id ?? '';
}

const rule = { intervalType: 'weekly', interval: 1, startDate: '2026-06-15T00:00:00.000Z', dueAfterSeconds: 3600 };

test('tasks are found across contacts by contact, person, state and words', async () => {
  const started = await startSandbox();
  const { sdk, locationId, sandbox } = started;
  const contactId = await createContact(started);
  const [user] = usersOfLocation(sandbox.world, locationId);
  const draft = {
    title: 'Call about aligners',
    dueDate: '2026-07-01T10:00:00.000Z',
    completed: false,
    assignedTo: user?.id,
  };
  await sdk.contacts.createTask({ contactId }, draft as never);
  const search = async (body: object) => {
    const answer = await sdk.locations.taskSearch({ locationId }, body as never);
    return answer.tasks as unknown as { title: string; contactId: string; contactDetails: object }[];
  };

  expect(await search({ contactId: [contactId] })).toMatchObject([
    { title: 'Call about aligners', contactId, contactDetails: { firstName: 'Tess' } },
  ]);
  expect(await search({ contactId: [contactId], completed: true })).toEqual([]);
  expect(await search({ query: 'ALIGNERS', assignedTo: [user?.id] })).toHaveLength(1);
  expect(await search({ query: 'aligners', skip: 1 })).toEqual([]);
});

test('a recurring task begins with a first task of the contact, lives and ends', async () => {
  const started = await startSandbox();
  const { sdk, locationId, sandbox } = started;
  const contactId = await createContact(started);
  const body = { title: 'Check in', contactIds: [contactId], rruleOptions: rule };
  const { recurringTask } = await sdk.locations.createRecurringTask({ locationId }, body as never);
  expect(recurringTask).toMatchObject({ title: 'Check in', contactId, totalOccurrence: 1, deleted: false });
  const first = tasks(sandbox.world)
    .inLocation(locationId)
    .filter((task) => task.contactId === contactId);
  expect(first).toMatchObject([{ title: 'Check in', dueDate: '2026-06-15T01:00:00.000Z', completed: false }]);

  const { id } = recurringTask;
  const change = { rruleOptions: { ...rule, interval: 2 } };
  await sdk.locations.updateRecurringTask({ locationId, id }, change as never);
  const read = await sdk.locations.getRecurringTaskById({ locationId, id });
  expect(read.recurringTask).toMatchObject({ title: 'Check in', rruleOptions: { interval: 2 } });
  expect(await sdk.locations.deleteRecurringTask({ locationId, id })).toMatchObject({ id, success: true });
  expect((await refusalOf(sdk.locations.getRecurringTaskById({ locationId, id }))).statusCode).toBe(400);
});

test('a recurring task starts no task when told so, and none for strangers', async () => {
  const started = await startSandbox();
  const { call, locationId, sandbox } = started;
  const contactId = await createContact(started);
  const before = tasks(sandbox.world).all().length;
  const create = (body: object) => call('POST', `/locations/${locationId}/recurring-tasks`, { title: 'T', ...body });

  expect((await create({ rruleOptions: rule, contactIds: [contactId], ignoreTaskCreation: true })).status).toBe(201);
  expect((await create({ rruleOptions: rule, contactIds: ['nobody'] })).status).toBe(400);
  expect((await create({ rruleOptions: { ...rule, startDate: 'soon' } })).status).toBe(422);
  expect(tasks(sandbox.world).all()).toHaveLength(before);
});

test('templates are listed by type and gone after a delete', async () => {
  const { sdk, locationId } = await startSandbox();
  const list = (query: object) =>
    sdk.locations.gETAllOrEmailSmsTemplates({ locationId, originId: locationId, ...query } as never);
  const all = await list({});
  expect(all).toMatchObject({ totalCount: 4 });
  const sms = await list({ type: 'sms', limit: '1' });
  expect(sms).toMatchObject({ totalCount: 2, templates: [{ type: 'sms', template: { body: expect.any(String) } }] });
  const [template] = sms.templates as unknown as { id: string }[];
  await sdk.locations.dELETEAnEmailSmsTemplate({ locationId, id: template?.id ?? '' });
  expect(await list({ type: 'sms' })).toMatchObject({ totalCount: 1 });
});
