/** What a sandbox promises of any calendar: what it hands out can be booked, and nothing that is booked is handed out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getLocalDate, getMinuteOfDay, getWeekday } from '../../../src/sandbox/timezone.ts';
import { buildBooking, listStarts, openAccount, openCalendar, pickContact } from './account.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const zone = 'America/Chicago';

const settings = fc.record({
  slotDuration: fc.constantFrom(20, 30, 45, 60),
  slotInterval: fc.constantFrom(15, 30, 60),
  slotBuffer: fc.constantFrom(0, 10, 30),
  preBuffer: fc.constantFrom(0, 15),
  appoinmentPerSlot: fc.constantFrom(1, 1, 2),
  appoinmentPerDay: fc.constantFrom(undefined, 2, 4),
  allowBookingAfter: fc.constantFrom(0, 3, 24),
  openHours: fc.array(
    fc.record({
      daysOfTheWeek: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }),
      hours: fc
        .tuple(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 13, max: 20 }))
        .map(([openHour, closeHour]) => [{ openHour, openMinute: 30, closeHour, closeMinute: 0 }]),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

test('every slot handed out can be booked, and none overlaps a booking or leaves the open hours', async () => {
  const account = await openAccount();
  const { sdk, clock } = account;
  await fc.assert(
    fc.asyncProperty(settings, fc.infiniteStream(fc.nat(1000)), async (given, picks) => {
      const calendar = await openCalendar(account, { ...given, allowBookingAfterUnit: 'hours' });
      const range = { calendarId: calendar.id, startDate: clock.now(), endDate: clock.now() + 4 * dayMs };
      const durationMs = given.slotDuration * minuteMs;
      const booked: number[] = [];
      for (let round = 0; round < 6; round += 1) {
        const starts = listStarts(await sdk.calendars.getSlots(range));
        for (const start of starts.map((text) => Date.parse(text))) {
          const weekday = getWeekday(getLocalDate(start, zone));
          const from = getMinuteOfDay(start, zone);
          const isOpen = given.openHours.some(
            ({ daysOfTheWeek, hours: [hour] }) =>
              daysOfTheWeek.includes(weekday) &&
              hour !== undefined &&
              from >= hour.openHour * 60 + hour.openMinute &&
              from + given.slotDuration <= hour.closeHour * 60,
          );
          expect(isOpen).toBe(true);
          expect(start).toBeGreaterThanOrEqual(clock.now() + given.allowBookingAfter * 60 * minuteMs);
          const sharers = booked.filter((other) => other === start).length;
          expect(sharers).toBeLessThan(given.appoinmentPerSlot);
          const others = booked.filter((other) => other !== start);
          expect(
            others.every(
              (other) =>
                other + durationMs <= start - given.preBuffer * minuteMs ||
                other >= start + durationMs + given.slotBuffer * minuteMs,
            ),
          ).toBe(true);
        }
        const { value: pick } = picks.next();
        const startTime = starts[pick % Math.max(1, starts.length)];
        if (startTime === undefined) break;
        const contactId = pickContact(account, booked.length).id;
        const answer = await sdk.calendars.createAppointment(buildBooking(account, calendar, { startTime, contactId }));
        expect(answer.startTime).toBe(startTime);
        booked.push(Date.parse(startTime));
      }
      const perDay = new Map<string, number>();
      for (const start of booked) {
        const date = getLocalDate(start, zone);
        perDay.set(date, (perDay.get(date) ?? 0) + 1);
      }
      expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(given.appoinmentPerDay ?? Number.POSITIVE_INFINITY);
    }),
    { numRuns: 25 },
  );
}, 60_000);
