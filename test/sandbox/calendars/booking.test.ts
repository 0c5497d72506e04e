import { describe, expect, test } from 'vitest';
import { appointments, calendars } from '../../../src/sandbox/domains/calendars/records.ts';
import { refusalOf } from '../sdk.ts';
import {
  type Account,
  buildBooking,
  listStarts,
  openAccount,
  openCalendar,
  pickAt,
  pickCalendar,
  pickContact,
} from './account.ts';

const dayMs = 86_400_000;
const taken = 'The slot you have selected is no longer available.';

async function fetchStarts(account: Account, calendarId: string, query: object = {}): Promise<string[]> {
  const now = account.clock.now();
  const answer = await account.sdk.calendars.getSlots({
    calendarId,
    startDate: now,
    endDate: now + 7 * dayMs,
    ...query,
  });
  return listStarts(answer);
}

test('free slots are keyed by date in the zone asked for, and carry a traceId', async () => {
  const account = await openAccount();
  const { id } = await openCalendar(account);
  const now = account.clock.now();
  const range = { calendarId: id, startDate: now, endDate: now + 2 * dayMs };
  const local = await account.sdk.calendars.getSlots(range);
  const far = await account.sdk.calendars.getSlots({ ...range, timezone: 'Asia/Tokyo' });
  expect(Object.keys(local)).toEqual(['2026-06-15', '2026-06-16', 'traceId']);
  expect(local['2026-06-15'].slots[0]).toBe('2026-06-15T10:00:00-05:00');
  expect(Object.keys(far)).toEqual(['2026-06-16', '2026-06-17', 'traceId']);
  expect(listStarts(far).map((start) => Date.parse(start))).toEqual(
    listStarts(local).map((start) => Date.parse(start)),
  );
});

test('slots keep the notice of the calendar and end with its range', async () => {
  const account = await openAccount();
  const { id } = await openCalendar(account);
  await account.sdk.calendars.updateCalendar({ calendarId: id }, {
    allowBookingAfter: 5,
    allowBookingAfterUnit: 'hours',
    allowBookingFor: 1,
    allowBookingForUnit: 'days',
  } as never);
  const starts = (await fetchStarts(account, id)).map((start) => Date.parse(start));
  expect(starts.length).toBeGreaterThan(0);
  expect(Math.min(...starts)).toBe(account.clock.now() + 5 * 3_600_000);
  expect(Math.max(...starts)).toBeLessThanOrEqual(account.clock.now() + dayMs);
});

test('a range of more than 31 days is refused', async () => {
  const account = await openAccount();
  const now = account.clock.now();
  const { id } = await openCalendar(account);
  const range = { calendarId: id, startDate: now, endDate: now + 31 * dayMs + 1 };
  const refusal = await refusalOf(account.sdk.calendars.getSlots(range));
  expect(refusal.statusCode).toBe(400);
  expect(refusal.response.message).toMatch(/31 days/);
});

test('a slot is booked as it was handed out, is gone, and comes back when the booking is cancelled', async () => {
  const account = await openAccount();
  const calendar = await openCalendar(account);
  const startTime = pickAt(await fetchStarts(account, calendar.id), 3);
  const booked = await account.sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime }));
  expect(booked).toMatchObject({
    startTime,
    calendarId: calendar.id,
    appointmentStatus: 'confirmed',
    isRecurring: false,
  });
  expect(Date.parse(booked.endTime ?? '') - Date.parse(startTime)).toBe(30 * 60_000);
  expect(await fetchStarts(account, calendar.id)).not.toContain(startTime);

  const refusal = await refusalOf(
    account.sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime })),
  );
  expect(refusal).toMatchObject({ statusCode: 400, response: { message: taken, error: 'Bad Request' } });

  const eventId = booked.id ?? '';
  await account.sdk.calendars.editAppointment({ eventId }, { appointmentStatus: 'cancelled' } as never);
  expect(await fetchStarts(account, calendar.id)).toContain(startTime);
  const { event } = await account.sdk.calendars.getAppointment({ eventId });
  expect(event).toMatchObject({ id: eventId, appointmentStatus: 'cancelled', startTime });
});

test('the same instant in other words is not a slot, unless the slots were asked for in those words', async () => {
  const account = await openAccount();
  const calendar = await openCalendar(account);
  const startTime = pickAt(await fetchStarts(account, calendar.id), 0);
  const inUtc = new Date(startTime).toISOString();
  for (const rewritten of [inUtc, inUtc.replace('.000Z', 'Z'), inUtc.replace('.000Z', '+00:00')]) {
    const call = account.sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime: rewritten }));
    expect(await refusalOf(call)).toMatchObject({ statusCode: 400, response: { message: taken } });
  }
  const offered = pickAt(await fetchStarts(account, calendar.id, { timezone: 'UTC' }), 0);
  expect(offered).toBe(inUtc.replace('.000Z', '+00:00'));
  const booked = await account.sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime: offered }));
  expect(booked).toMatchObject({ startTime: offered });
  expect(booked.endTime).toMatch(/\+00:00$/);
});

test('of twenty people who want one slot at once, exactly one gets it', async () => {
  const account = await openAccount();
  const calendar = await openCalendar(account);
  const startTime = pickAt(await fetchStarts(account, calendar.id), 0);
  const attempts = Array.from({ length: 20 }, (_, index) =>
    account.send('POST', '/calendars/events/appointments', {
      json: {
        ...(buildBooking(account, calendar, { startTime }) as object),
        contactId: pickContact(account, index).id,
      },
    }),
  );
  const statuses = (await Promise.all(attempts)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 400)]);
});

describe('a team', () => {
  test('takes a slot as often as it has members, each once', async () => {
    const account = await openAccount();
    const calendar = pickCalendar(account, 'round_robin');
    const starts = await fetchStarts(account, calendar.id);
    const startTime = pickAt(starts, starts.length - 5);
    const free = await Promise.all(
      (calendar.teamMembers ?? []).map(async ({ userId }) =>
        (await fetchStarts(account, calendar.id, { userId })).includes(startTime) ? [userId] : [],
      ),
    );
    const hosts: (string | undefined)[] = [];
    const book = (guest: number) =>
      account.sdk.calendars.createAppointment(
        buildBooking(account, calendar, { startTime, contactId: pickContact(account, guest).id }),
      );
    for (const guest of free.flat().keys()) hosts.push((await book(guest)).assignedUserId);
    expect(hosts.sort()).toEqual(free.flat().sort());
    expect((await refusalOf(book(free.flat().length))).response.message).toBe(taken);
  });

  test('is booked once by identical requests, however many hosts are free', async () => {
    const account = await openAccount();
    const calendar = pickCalendar(account, 'round_robin');
    const starts = await fetchStarts(account, calendar.id);
    const startTime = pickAt(starts, starts.length - 5);
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        account.sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime })),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('does not host through people who are not on it, and wants a name when no slot is asked for', async () => {
    const account = await openAccount();
    const calendar = pickCalendar(account, 'round_robin');
    const startTime = '2026-06-20T20:00:00-05:00';
    const open = { ignoreFreeSlotValidation: true, startTime } as never;
    const unnamed = await refusalOf(account.sdk.calendars.createAppointment(buildBooking(account, calendar, open)));
    expect(unnamed).toMatchObject({
      statusCode: 422,
      response: { message: 'A team member needs to be selected. assignedUserId is missing' },
    });
    const stranger = { ...(open as object), assignedUserId: 'nobody00000000000000' } as never;
    const foreign = await refusalOf(account.sdk.calendars.createAppointment(buildBooking(account, calendar, stranger)));
    expect(foreign).toMatchObject({
      statusCode: 400,
      response: { message: 'The user id not part of calendar team.' },
    });
    const member = { ...(open as object), assignedUserId: calendar.teamMembers?.[1]?.userId } as never;
    const booked = await account.sdk.calendars.createAppointment(buildBooking(account, calendar, member));
    expect(booked).toMatchObject({ startTime, assignedUserId: calendar.teamMembers?.[1]?.userId });
  });

  test('that must come together is free only when everyone is, and all are booked', async () => {
    const account = await openAccount();
    const { teamMembers = [] } = pickCalendar(account, 'round_robin');
    const { calendar } = await account.sdk.calendars.createCalendar({
      locationId: account.locationId,
      name: 'Second opinion',
      calendarType: 'collective',
      teamMembers: teamMembers.map(({ userId }) => ({ userId })),
      openHours: [{ daysOfTheWeek: [3], hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 0 }] }],
    } as never);
    const [startTime, later] = await fetchStarts(account, calendar.id);
    if (startTime === undefined || later === undefined) throw new Error('no slots');
    const booked = await account.sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime }));
    expect(appointments(account.world).get(booked.id ?? '')?.users).toEqual(teamMembers.map(({ userId }) => userId));
    await account.sdk.calendars.createBlockSlot({
      locationId: account.locationId,
      assignedUserId: teamMembers[2]?.userId,
      startTime: later,
      endTime: new Date(Date.parse(later) + 30 * 60_000).toISOString(),
    } as never);
    const left = await fetchStarts(account, calendar.id);
    expect(left).not.toContain(startTime);
    expect(left).not.toContain(later);
    expect(left.length).toBeGreaterThan(0);
  });
});

test('a class takes as many as it has seats', async () => {
  const account = await openAccount();
  const { teamMembers = [] } = pickCalendar(account, 'round_robin');
  const { calendar } = await account.sdk.calendars.createCalendar({
    locationId: account.locationId,
    name: 'Brushing class',
    calendarType: 'class_booking',
    appoinmentPerSlot: 3,
    teamMembers: [{ userId: teamMembers[0]?.userId }],
    openHours: [{ daysOfTheWeek: [6], hours: [{ openHour: 10, openMinute: 0, closeHour: 11, closeMinute: 0 }] }],
  } as never);
  const startTime = '2026-06-20T10:00:00-05:00';
  for (let seat = 0; seat < 3; seat += 1) {
    expect(await fetchStarts(account, calendar.id)).toContain(startTime);
    const contactId = pickContact(account, seat).id;
    await account.sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime, contactId }));
  }
  expect(await fetchStarts(account, calendar.id)).toEqual(['2026-06-20T10:30:00-05:00']);
});

describe('a change', () => {
  test('moves an appointment to another slot and frees the first', async () => {
    const account = await openAccount();
    const calendar = await openCalendar(account);
    const [first = '', second = ''] = await fetchStarts(account, calendar.id);
    const { id: eventId = '' } = await account.sdk.calendars.createAppointment(
      buildBooking(account, calendar, { startTime: first }),
    );
    const moved = await account.sdk.calendars.editAppointment({ eventId }, { startTime: second } as never);
    expect(moved).toMatchObject({ id: eventId, startTime: second });
    expect(Date.parse(moved.endTime ?? '') - Date.parse(second)).toBe(30 * 60_000);
    const starts = await fetchStarts(account, calendar.id);
    expect(starts).toContain(first);
    expect(starts).not.toContain(second);
    const outside = account.sdk.calendars.editAppointment({ eventId }, {
      startTime: '2026-06-21T03:00:00-05:00',
    } as never);
    expect(await refusalOf(outside)).toMatchObject({ statusCode: 400, response: { message: taken } });
  });

  test('that names no status sets it to confirmed, as measured on live accounts', async () => {
    const account = await openAccount();
    const calendar = await openCalendar(account);
    const startTime = pickAt(await fetchStarts(account, calendar.id), 0);
    const { id: eventId = '' } = await account.sdk.calendars.createAppointment(
      buildBooking(account, calendar, { startTime, appointmentStatus: 'new' }),
    );
    const noshow = await account.sdk.calendars.editAppointment({ eventId }, { appointmentStatus: 'noshow' } as never);
    expect(noshow.appointmentStatus).toBe('noshow');
    const retitled = await account.sdk.calendars.editAppointment({ eventId }, { title: 'Retitled' } as never);
    expect(retitled).toMatchObject({ title: 'Retitled', appointmentStatus: 'confirmed' });
  });

  test('cannot bring a cancelled appointment back into a slot that has gone to somebody else', async () => {
    const account = await openAccount();
    const calendar = await openCalendar(account);
    const startTime = pickAt(await fetchStarts(account, calendar.id), 0);
    const book = () => account.sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime }));
    const { id: eventId = '' } = await book();
    await account.sdk.calendars.editAppointment({ eventId }, { appointmentStatus: 'cancelled' } as never);
    await book();
    const revival = account.sdk.calendars.editAppointment({ eventId }, { appointmentStatus: 'confirmed' } as never);
    expect(await refusalOf(revival)).toMatchObject({ statusCode: 400, response: { message: taken } });
  });
});

test('a booking names what is wrong: calendar, contact, time', async () => {
  const account = await openAccount();
  const calendar = await openCalendar(account);
  const startTime = pickAt(await fetchStarts(account, calendar.id), 0);
  const refuse = (booking: object) =>
    refusalOf(
      account.sdk.calendars.createAppointment({
        ...(buildBooking(account, calendar, { startTime }) as object),
        ...booking,
      } as never),
    );
  const elsewhere = calendars(account.world).inLocation(account.otherLocationId)[0]?.id;
  expect((await refuse({ calendarId: elsewhere })).response.message).toBe(`Calendar with id ${elsewhere} not found`);
  expect((await refuse({ contactId: 'unknown' })).response.message).toBe('Contact with id unknown not found');
  expect((await refuse({ startTime: 'tomorrow' })).statusCode).toBe(422);
  expect((await refuse({ endTime: startTime })).statusCode).toBe(422);
  await account.sdk.calendars.updateCalendar({ calendarId: calendar.id }, { isActive: false } as never);
  expect(await fetchStarts(account, calendar.id)).toEqual([]);
  expect((await refuse({})).statusCode).toBe(400);
});

test('a series repeats at the same time of the clock, and goes with its first appointment', async () => {
  const account = await openAccount();
  const calendar = await openCalendar(account);
  const first = await account.sdk.calendars.createAppointment(
    buildBooking(account, calendar, {
      startTime: '2026-10-25T09:00:00-05:00',
      ignoreFreeSlotValidation: true,
      rrule: 'RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=3',
    } as never),
  );
  expect(first).toMatchObject({ isRecurring: true });
  const list = async () => {
    const { events = [] } = await account.sdk.calendars.getCalendarEvents({
      locationId: account.locationId,
      calendarId: calendar.id,
      startTime: String(Date.UTC(2026, 9, 24)),
      endTime: String(Date.UTC(2026, 11, 1)),
    });
    return events;
  };
  // The clocks go back on the first of November.
  expect((await list()).map(({ startTime }) => startTime)).toEqual([
    '2026-10-25T09:00:00-05:00',
    '2026-11-01T09:00:00-06:00',
    '2026-11-08T09:00:00-06:00',
  ]);
  expect((await list()).slice(1).every(({ masterEventId }) => masterEventId === first.id)).toBe(true);
  await account.sdk.calendars.deleteEvent({ eventId: first.id ?? '' }, {} as never);
  expect(await list()).toEqual([]);
});

test('look busy hides some free slots, the same ones every time', async () => {
  const account = await openAccount();
  const { id } = await openCalendar(account);
  const all = await fetchStarts(account, id);
  await account.sdk.calendars.updateCalendar({ calendarId: id }, {
    lookBusyConfig: { enabled: true, LookBusyPercentage: 50 },
  } as never);
  const shown = await fetchStarts(account, id);
  expect(shown.length).toBeLessThan(all.length);
  expect(shown.length).toBeGreaterThan(0);
  expect(all).toEqual(expect.arrayContaining(shown));
  expect(await fetchStarts(account, id)).toEqual(shown);
});
