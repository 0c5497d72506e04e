import { expect, test } from 'vitest';
import { appointments } from '../../../src/sandbox/domains/calendars/records.ts';
import { usersOfLocation } from '../../../src/sandbox/domains/users/records.ts';
import { refusalOf } from '../sdk.ts';
import { type Started, startSandbox } from './start.ts';

async function createContact({ sdk, locationId }: Started): Promise<string> {
  const { contact } = await sdk.contacts.createContact({ locationId, name: 'Ada Lund' } as never);
  return contact?.id ?? '';
}

test('notes are written, read, changed, pinned and deleted', async () => {
  const started = await startSandbox();
  const { sdk, sandbox, locationId } = started;
  const contactId = await createContact(started);
  const userId = usersOfLocation(sandbox.world, locationId)[0]?.id ?? '';

  const { note } = await sdk.contacts.createNote({ contactId }, { body: 'Called', userId, title: 'Call' } as never);
  expect(note).toMatchObject({ contactId, body: 'Called', userId, title: 'Call', pinned: false });
  const at = { contactId, id: note?.id ?? '' };
  const changed = await sdk.contacts.updateNote(at, { pinned: true, color: '#FFAA00' } as never);
  expect(changed.note).toMatchObject({ body: 'Called', pinned: true, color: '#FFAA00' });
  expect((await sdk.contacts.getNote(at)).note).toEqual(changed.note);
  expect((await sdk.contacts.getAllNotes({ contactId })).notes).toEqual([changed.note]);

  expect(await sdk.contacts.deleteNote(at)).toMatchObject({ succeded: true });
  expect((await refusalOf(sdk.contacts.getNote(at))).statusCode).toBe(400);
  expect((await sdk.contacts.getAllNotes({ contactId })).notes).toEqual([]);
});

test('the newest note comes first', async () => {
  let now = Date.UTC(2026, 0, 1);
  const started = await startSandbox({ clock: () => now });
  const contactId = await createContact(started);
  for (const body of ['first', 'second']) {
    now += 1000;
    await started.sdk.contacts.createNote({ contactId }, { body } as never);
  }
  const { notes } = await started.sdk.contacts.getAllNotes({ contactId });
  expect(notes?.map((note) => note.body)).toEqual(['second', 'first']);
});

test('tasks are created, changed, completed and deleted', async () => {
  const started = await startSandbox();
  const { sdk } = started;
  const contactId = await createContact(started);
  const created = await sdk.contacts.createTask({ contactId }, {
    title: 'Call',
    dueDate: '2026-10-25T11:00:00+02:00',
    completed: false,
  } as never);
  expect(created.task).toMatchObject({
    contactId,
    title: 'Call',
    dueDate: '2026-10-25T09:00:00.000Z',
    completed: false,
  });
  const at = { contactId, taskId: created.task?.id ?? '' };
  expect((await sdk.contacts.updateTask(at, { body: 'Ask about June' } as never)).task).toMatchObject({
    title: 'Call',
    body: 'Ask about June',
  });
  expect((await sdk.contacts.updateTaskCompleted(at, { completed: true })).task).toMatchObject({ completed: true });
  const { task } = await sdk.contacts.getTask(at);
  expect((await sdk.contacts.getAllTasks({ contactId })).tasks).toEqual([task]);
  expect(await sdk.contacts.deleteTask(at)).toMatchObject({ succeded: true });
  expect((await refusalOf(sdk.contacts.getTask(at))).response.message).toBe(`Task with id ${at.taskId} not found`);
});

test('notes and tasks answer only under their own contact', async () => {
  const started = await startSandbox();
  const { sdk, locationId } = started;
  const contactId = await createContact(started);
  const { note } = await sdk.contacts.createNote({ contactId }, { body: 'mine' } as never);
  const other = await sdk.contacts.createContact({ locationId, name: 'Other' } as never);
  const refusal = await refusalOf(sdk.contacts.getNote({ contactId: other.contact?.id ?? '', id: note?.id ?? '' }));
  expect(refusal.statusCode).toBe(400);
});

test('what a note or task cannot be is refused', async () => {
  const started = await startSandbox();
  const contactId = await createContact(started);
  const { call } = started;
  expect(await call('POST', `/contacts/${contactId}/notes`, { body: ' ' })).toMatchObject({ status: 422 });
  expect(await call('POST', `/contacts/${contactId}/notes`, {})).toMatchObject({ status: 422 });
  const task = { title: 'Call', dueDate: 'tomorrow', completed: false };
  expect(await call('POST', `/contacts/${contactId}/tasks`, task)).toMatchObject({ status: 422 });
  const notes = await started.sdk.contacts.getAllNotes({ contactId });
  const tasks = await started.sdk.contacts.getAllTasks({ contactId });
  expect([notes.notes, tasks.tasks]).toEqual([[], []]);
});

test('followers are added once and removed', async () => {
  const started = await startSandbox();
  const { sdk, sandbox, locationId } = started;
  const contactId = await createContact(started);
  const [one, two] = usersOfLocation(sandbox.world, locationId).map((user) => user.id);
  expect(await sdk.contacts.addFollowersContact({ contactId }, { followers: [one] } as never)).toMatchObject({
    followers: [one],
    followersAdded: [one],
  });
  expect(await sdk.contacts.addFollowersContact({ contactId }, { followers: [one, two] } as never)).toMatchObject({
    followers: [one, two],
    followersAdded: [two],
  });
  expect(await sdk.contacts.removeFollowersContact({ contactId }, { followers: [one] } as never)).toMatchObject({
    followers: [two],
    followersRemoved: [one],
  });
});

test('tags are added and removed in lower case, each once', async () => {
  const started = await startSandbox();
  const { sdk } = started;
  const contactId = await createContact(started);
  expect(await sdk.contacts.addTags({ contactId }, { tags: ['VIP', 'vip', 'New'] })).toMatchObject({
    tags: ['vip', 'new'],
    tagsAdded: ['vip', 'new'],
  });
  expect(await sdk.contacts.addTags({ contactId }, { tags: ['vip'] })).toMatchObject({ tagsAdded: [] });
  expect(await sdk.contacts.removeTags({ contactId }, { tags: ['Vip'] })).toMatchObject({
    tags: ['new'],
    tagsRemoved: ['vip'],
  });
});

test('the appointments of a contact carry local times', async () => {
  const started = await startSandbox();
  const { sdk, sandbox, locationId } = started;
  const contactId = await createContact(started);
  expect((await sdk.contacts.getAppointmentsForContact({ contactId })).events).toEqual([]);
  appointments(sandbox.world).insert({
    id: sandbox.world.newId(),
    locationId,
    contactId,
    calendarId: 'calendar000000000001',
    title: 'Visit',
    appointmentStatus: 'confirmed',
    users: [],
    startTime: '2026-07-16T11:00:00-05:00',
    endTime: '2026-07-16T11:30:00-05:00',
    isRecurring: false,
    assignedResources: [],
    createdBy: { source: 'public_api' },
    dateAdded: '2026-07-01T10:00:00.000Z',
    dateUpdated: '2026-07-01T10:00:00.000Z',
  });
  const { events } = await sdk.contacts.getAppointmentsForContact({ contactId });
  expect(events).toEqual([
    expect.objectContaining({
      contactId,
      appointmentStatus: 'confirmed',
      startTime: '2026-07-16 11:00:00',
      endTime: '2026-07-16 11:30:00',
    }),
  ]);
});
