import { expect, test } from 'vitest';
import { refusalOf } from '../sdk.ts';
import { openAccount, openCalendar, pickCalendar } from './account.ts';

test('a calendar is created with the documented defaults, changed in part, listed and deleted', async () => {
  const account = await openAccount();
  const { sdk, locationId } = account;
  const { calendar } = await sdk.calendars.createCalendar({ locationId, name: 'Sports Guards!' } as never);
  expect(calendar).toMatchObject({
    locationId,
    name: 'Sports Guards!',
    slug: 'sports-guards',
    widgetSlug: 'sports-guards',
    calendarType: 'event',
    isActive: true,
    slotDuration: 30,
    slotInterval: 30,
    appoinmentPerSlot: 1,
    eventColor: '#039be5',
    eventTitle: '{{contact.name}}',
    autoConfirm: true,
  });
  const calendarId = calendar.id ?? '';
  const changed = await sdk.calendars.updateCalendar({ calendarId }, {
    description: 'Fitted',
    isActive: false,
  } as never);
  expect(changed.calendar).toEqual({ ...calendar, description: 'Fitted', isActive: false });
  expect((await sdk.calendars.getCalendar({ calendarId })).calendar).toEqual(changed.calendar);
  const ids = async (showDrafted: boolean) =>
    ((await sdk.calendars.getCalendars({ locationId, showDrafted })).calendars ?? []).map(({ id }) => id);
  expect(await ids(true)).toContain(calendarId);
  expect(await ids(false)).not.toContain(calendarId);
  expect(await sdk.calendars.deleteCalendar({ calendarId })).toMatchObject({ success: true });
  const refusal = await refusalOf(sdk.calendars.getCalendar({ calendarId }));
  expect(refusal).toMatchObject({ statusCode: 400, response: { message: `Calendar with id ${calendarId} not found` } });
});

test('slugs are unique, teams are required where the kind of calendar has one', async () => {
  const account = await openAccount();
  const { sdk, locationId } = account;
  await openCalendar(account, { slug: 'mine' });
  const create = (settings: object) =>
    refusalOf(sdk.calendars.createCalendar({ locationId, name: 'Another', ...settings } as never));
  expect((await create({ slug: 'mine' })).statusCode).toBe(400);
  expect((await create({ calendarType: 'round_robin' })).statusCode).toBe(422);
  expect((await create({ calendarType: 'personal', teamMembers: [] })).statusCode).toBe(422);
  expect((await create({ slotDuration: 0 })).statusCode).toBe(422);
  const second = await openCalendar(account, { name: 'mine' });
  expect(second.slug).toBe('mine-2');
});

test('groups have a slug of their own, a status, and leave their calendars behind', async () => {
  const account = await openAccount();
  const { sdk, locationId } = account;
  const { group } = await sdk.calendars.createCalendarGroup({
    locationId,
    name: 'Emergencies',
    description: 'Same day',
    slug: 'emergencies',
  } as never);
  const groupId = group?.id ?? '';
  expect(group).toMatchObject({ name: 'Emergencies', isActive: true });
  const isFree = async (slug: string) => (await sdk.calendars.validateGroupsSlug({ locationId, slug })).available;
  expect(await isFree('emergencies')).toBe(false);
  expect(await isFree('urgent')).toBe(true);
  const calendar = await openCalendar(account, { groupId });
  await sdk.calendars.editGroup({ groupId }, { name: 'Urgent', description: 'Today', slug: 'urgent' } as never);
  await sdk.calendars.disableGroup({ groupId }, { isActive: false });
  const { groups = [] } = await sdk.calendars.getGroups({ locationId });
  expect(groups.find(({ id }) => id === groupId)).toMatchObject({ name: 'Urgent', slug: 'urgent', isActive: false });
  expect(((await sdk.calendars.getCalendars({ locationId, groupId })).calendars ?? []).map(({ id }) => id)).toEqual([
    calendar.id,
  ]);
  expect(await sdk.calendars.deleteGroup({ groupId })).toMatchObject({ success: true });
  const left = (await sdk.calendars.getCalendar({ calendarId: calendar.id })).calendar;
  expect(left?.groupId).toBeUndefined();
  const taken = { locationId, name: 'Two', description: '', slug: 'new-patients' };
  expect((await account.send('POST', '/calendars/groups', { json: taken })).status).toBe(422);
  expect((await account.send('POST', '/calendars/groups', { json: { ...taken, description: 'x' } })).status).toBe(400);
});

test('resources are rooms or equipment, in bare lists', async () => {
  const account = await openAccount();
  const { sdk, locationId } = account;
  const calendar = await openCalendar(account);
  const room = (await sdk.calendars.createCalendarResource(
    { resourceType: 'rooms' },
    {
      locationId,
      name: 'Room 7',
      description: 'With a view',
      quantity: 1,
      outOfService: 0,
      capacity: 3,
      calendarIds: [calendar.id],
    },
  )) as unknown as { id: string };
  const key = { resourceType: 'rooms', id: room.id };
  const list = (await sdk.calendars.fetchCalendarResources({
    resourceType: 'rooms',
    locationId,
    limit: 10,
    skip: 0,
  } as never)) as unknown as { name: string }[];
  expect(Array.isArray(list)).toBe(true);
  expect(list.map(({ name }) => name)).toEqual(['Treatment room 2', 'Room 7']);
  const changed = await sdk.calendars.updateCalendarResource(key, { locationId, capacity: 5 } as never);
  expect(changed).toMatchObject({ name: 'Room 7', capacity: 5 });
  expect(await sdk.calendars.getCalendarResource(key)).toMatchObject({ capacity: 5, calendarIds: [calendar.id] });
  const wrongKind = sdk.calendars.getCalendarResource({ ...key, resourceType: 'equipments' });
  expect((await refusalOf(wrongKind)).statusCode).toBe(400);
  expect(await sdk.calendars.deleteCalendarResource(key)).toMatchObject({ success: true });
  expect((await refusalOf(sdk.calendars.getCalendarResource(key))).statusCode).toBe(400);
});

test('notifications come and go as bare lists; a deleted one is kept and marked', async () => {
  const account = await openAccount();
  const { sdk } = account;
  const { id: calendarId } = await openCalendar(account);
  const created = (await sdk.calendars.createEventNotification({ calendarId }, [
    { receiverType: 'contact', channel: 'email', notificationType: 'booked', subject: 'Booked' },
    { receiverType: 'assignedUser', channel: 'sms', notificationType: 'reminder', isActive: false },
  ] as never)) as unknown as { _id: string }[];
  expect(created).toHaveLength(2);
  const notificationId = created[0]?._id ?? '';
  const list = async (query: object) =>
    ((await sdk.calendars.getEventNotification({ calendarId, ...query } as never)) as unknown as { _id: string }[]).map(
      ({ _id }) => _id,
    );
  expect(await list({ isActive: true })).toEqual([notificationId]);
  await sdk.calendars.updateEventNotification({ calendarId, notificationId }, { subject: 'See you' } as never);
  expect(await sdk.calendars.findEventNotification({ calendarId, notificationId })).toMatchObject({
    subject: 'See you',
    receiverType: 'contact',
  });
  await sdk.calendars.deleteEventNotification({ calendarId, notificationId });
  expect(await list({})).toEqual([created[1]?._id]);
  expect(await list({ deleted: true })).toEqual([notificationId]);
});

test('a schedule decides when its person can be booked, on the calendars it is applied to', async () => {
  const account = await openAccount();
  const { sdk, locationId, clock } = account;
  const userId = pickCalendar(account, 'round_robin').teamMembers?.[1]?.userId ?? '';
  const calendar = await openCalendar(account, { calendarType: 'personal', teamMembers: [{ userId }] });
  const intervals = [{ from: '18:00', to: '19:00' }];
  const { schedule } = await sdk.calendars.createSchedule({
    locationId,
    userId,
    name: 'Evenings',
    timezone: 'America/Chicago',
    rules: [
      { type: 'wday', day: 'tuesday', intervals },
      { type: 'date', date: '2026-06-18', intervals: [{ from: '07:00', to: '07:30' }] },
    ],
  } as never);
  const id = schedule.id ?? '';
  const slots = async () => {
    const range = { calendarId: calendar.id, startDate: clock.now(), endDate: clock.now() + 4 * 86_400_000 };
    const { traceId: _traceId, ...days } = await sdk.calendars.getSlots(range);
    return days;
  };
  const before = await slots();
  await sdk.calendars.addCalendarToSchedule({ id, calendarId: calendar.id });
  expect(await slots()).toEqual({
    '2026-06-16': { slots: ['2026-06-16T18:00:00-05:00', '2026-06-16T18:30:00-05:00'] },
    '2026-06-18': { slots: ['2026-06-18T07:00:00-05:00'] },
  });
  await sdk.calendars.updateSchedule({ id }, { rules: [{ type: 'wday', day: 'tuesday', intervals }] } as never);
  expect(Object.keys(await slots())).toEqual(['2026-06-16']);
  const search = await sdk.calendars.getAllSchedules({ locationId, userId, calendarId: calendar.id } as never);
  expect(search.schedules.map((found) => found.name)).toEqual(['Evenings']);
  await sdk.calendars.removeCalendarFromSchedule({ id, calendarId: calendar.id });
  expect(await slots()).toEqual(before);
  await sdk.calendars.deleteSchedule({ id });
  expect((await refusalOf(sdk.calendars.getScheduleById({ id }))).statusCode).toBe(404);
});

test('a schedule with impossible rules is refused with every complaint', async () => {
  const { sdk, locationId, world } = await openAccount();
  const rules = [
    { type: 'wday', intervals: [{ from: '09:00', to: '08:00' }] },
    { type: 'date', date: '2026-06-18', intervals: [{ from: '10:00', to: '10:00' }] },
  ];
  const body = { locationId, userId: world.newId(), name: 'Odd', timezone: 'Nowhere/Land', rules };
  const refusal = await refusalOf(sdk.calendars.createSchedule(body as never));
  expect(refusal.statusCode).toBe(422);
  expect(refusal.response.message).toHaveLength(4);
});

test('an event calendar can have a schedule of its own, in its own zone', async () => {
  const account = await openAccount();
  const { send, sdk, clock } = account;
  const { id } = await openCalendar(account);
  const path = `/calendars/schedules/event-calendar/${id}`;
  const v3 = { version: 'v3' };
  expect((await send('GET', path, v3)).status).toBe(404);
  const rules = [{ type: 'wday', day: 'tuesday', intervals: [{ from: '09:00', to: '10:00' }] }];
  const created = await send('POST', path, { ...v3, json: { rules, timezone: 'America/New_York' } });
  expect(created).toMatchObject({ status: 201, body: { schedule: { calendarId: id, timezone: 'America/New_York' } } });
  const range = { calendarId: id, startDate: clock.now(), endDate: clock.now() + 3 * 86_400_000 };
  expect((await sdk.calendars.getSlots(range))['2026-06-16'].slots[0]).toBe('2026-06-16T09:00:00-04:00');
  const moved = await send('PUT', path, { ...v3, json: { timezone: 'America/Chicago' } });
  expect(moved.body.schedule).toMatchObject({ rules, timezone: 'America/Chicago' });
  expect((await sdk.calendars.getSlots(range))['2026-06-16'].slots[0]).toBe('2026-06-16T09:00:00-05:00');
});
