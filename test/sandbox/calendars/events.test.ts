import { expect, test } from 'vitest';
import { appointments, blockedSlots } from '../../../src/sandbox/domains/calendars/records.ts';
import { refusalOf } from '../sdk.ts';
import { buildBooking, listStarts, openAccount, openCalendar, pickAt, pickCalendar } from './account.ts';

const dayMs = 86_400_000;

test('events are asked for by calendar, user or group, within a window of milliseconds', async () => {
  const account = await openAccount();
  const { sdk, locationId, clock, world } = account;
  const window = { startTime: String(clock.now() - 15 * dayMs), endTime: String(clock.now() + 15 * dayMs) };
  const unasked = await refusalOf(sdk.calendars.getCalendarEvents({ locationId, ...window }));
  expect(unasked.statusCode).toBe(422);
  const all = appointments(world).inLocation(locationId);
  expect(all).toHaveLength(25);
  const count = async (query: object) =>
    ((await sdk.calendars.getCalendarEvents({ locationId, ...window, ...query })).events ?? []).length;
  const { calendarId, groupId, assignedUserId } = all.find((event) => event.assignedUserId !== undefined) ?? {};
  expect(await count({ calendarId })).toBe(all.filter((event) => event.calendarId === calendarId).length);
  expect(await count({ groupId })).toBe(all.filter((event) => event.groupId === groupId).length);
  expect(await count({ userId: assignedUserId })).toBe(
    all.filter((event) => event.assignedUserId === assignedUserId).length,
  );
  const past = await count({ calendarId, endTime: String(clock.now()) });
  const future = await count({ calendarId, startTime: String(clock.now() + 1) });
  expect(past + future).toBe(await count({ calendarId }));
  expect(
    (
      await refusalOf(
        sdk.calendars.getCalendarEvents({ locationId, calendarId, startTime: 'x', endTime: '1' } as never),
      )
    ).statusCode,
  ).toBe(422);
});

test('blocked time takes slots away until it is moved or deleted', async () => {
  const account = await openAccount();
  const { sdk, locationId, clock } = account;
  const calendar = await openCalendar(account);
  const range = { calendarId: calendar.id, startDate: clock.now(), endDate: clock.now() + dayMs };
  const starts = async () => listStarts(await sdk.calendars.getSlots(range));
  const before = await starts();
  const body = { locationId, calendarId: calendar.id, title: 'Fire drill' };
  const block = await sdk.calendars.createBlockSlot({
    ...body,
    startTime: '2026-06-15T10:00:00-05:00',
    endTime: '2026-06-15T11:00:00-05:00',
  } as never);
  expect(block).toMatchObject({ title: 'Fire drill', calendarId: calendar.id, locationId });
  expect(await starts()).toEqual(before.slice(2));
  const window = { startTime: String(clock.now()), endTime: String(clock.now() + dayMs) };
  const { events = [] } = await sdk.calendars.getBlockedSlots({ locationId, calendarId: calendar.id, ...window });
  expect(events.map(({ title }) => title)).toEqual(['Fire drill']);
  await sdk.calendars.editBlockSlot({ eventId: block.id ?? '' }, {
    ...body,
    startTime: '2026-06-15T10:30:00-05:00',
  } as never);
  expect(await starts()).toEqual([before[0], ...before.slice(2)]);
  await sdk.calendars.deleteEvent({ eventId: block.id ?? '' }, {} as never);
  expect(await starts()).toEqual(before);
});

test('a block is of a calendar or of a person, never of both or neither', async () => {
  const account = await openAccount();
  const { locationId, send, world } = account;
  const calendar = pickCalendar(account, 'round_robin');
  const userId = calendar.teamMembers?.[0]?.userId;
  const times = { startTime: '2026-06-16T10:00:00-05:00', endTime: '2026-06-16T11:00:00-05:00' };
  const both = { locationId, calendarId: calendar.id, assignedUserId: userId, ...times };
  expect((await send('POST', '/calendars/events/block-slots', { json: both })).status).toBe(422);
  expect((await send('POST', '/calendars/events/block-slots', { json: { locationId, ...times } })).status).toBe(422);
  const backwards = { locationId, calendarId: calendar.id, startTime: times.endTime, endTime: times.startTime };
  expect((await send('POST', '/calendars/events/block-slots', { json: backwards })).status).toBe(422);
  expect(blockedSlots(world).inLocation(locationId)).toHaveLength(2);
});

test('deleting an appointment frees its slot, and a second time there is nothing to delete', async () => {
  const account = await openAccount();
  const { sdk, clock, send } = account;
  const calendar = await openCalendar(account);
  const range = { calendarId: calendar.id, startDate: clock.now(), endDate: clock.now() + dayMs };
  const startTime = pickAt(listStarts(await sdk.calendars.getSlots(range)), 0);
  const { id = '' } = await sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime }));
  const deleted = await send('DELETE', `/calendars/events/${id}`, { json: {} });
  expect(deleted).toMatchObject({ status: 201, body: { succeeded: true } });
  expect(listStarts(await sdk.calendars.getSlots(range))).toContain(startTime);
  expect((await send('DELETE', `/calendars/events/${id}`, { json: {} })).status).toBe(400);
  expect((await refusalOf(sdk.calendars.getAppointment({ eventId: id }))).statusCode).toBe(400);
});

test('appointments carry notes, newest first, twenty to a page at most', async () => {
  const account = await openAccount();
  const { sdk, world, locationId } = account;
  const appointmentId = pickAt(appointments(world).inLocation(locationId).slice(-1), 0).id;
  const userId = pickCalendar(account, 'round_robin').teamMembers?.[0]?.userId ?? '';
  const { note } = await sdk.calendars.createAppointmentNote({ appointmentId }, { userId, body: 'Call first' });
  expect(note).toMatchObject({ body: 'Call first', userId, createdBy: { id: userId, name: 'Morgan Ellery' } });
  const noteId = note?.id ?? '';
  await sdk.calendars.updateAppointmentNote({ appointmentId, noteId }, { body: 'Called' } as never);
  for (let index = 0; index < 21; index += 1) {
    await sdk.calendars.createAppointmentNote({ appointmentId }, { body: `Note ${index}` } as never);
  }
  const first = await sdk.calendars.getAppointmentNotes({ appointmentId, limit: 20, offset: 0 });
  expect(first.notes).toHaveLength(20);
  expect(first.hasMore).toBe(true);
  expect(first.notes?.slice(0, 2).map(({ body }) => body)).toEqual(['Note 20', 'Note 19']);
  const last = await sdk.calendars.getAppointmentNotes({ appointmentId, limit: 20, offset: 20 });
  expect(last.hasMore).toBe(false);
  expect(last.notes?.at(-1)).toMatchObject({ id: noteId, body: 'Called', userId });
  expect(await sdk.calendars.deleteAppointmentNote({ appointmentId, noteId })).toMatchObject({ success: true });
  const again = sdk.calendars.deleteAppointmentNote({ appointmentId, noteId });
  expect((await refusalOf(again)).statusCode).toBe(400);
});
