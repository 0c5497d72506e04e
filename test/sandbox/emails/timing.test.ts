import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSendTime } from '../../../src/sandbox/domains/emails/timing.ts';

const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC'];

test('a time with AM or PM is the one that the zone’s clock shows', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      fc.constantFrom(...zones),
      (date, timeZone) => {
        const format = new Intl.DateTimeFormat('en-US', {
          ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
          ...{ hour: '2-digit', minute: '2-digit', hour12: true },
        });
        const read = (instant: number) => {
          const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
          return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute} ${parts.dayPeriod}`;
        };
        const text = read(date.getTime());
        expect(read(parseSendTime(text, timeZone, 'sendAt'))).toBe(text);
      },
    ),
    { numRuns: 200 },
  );
});

test('a time with an offset is that instant, and no time is refused', () => {
  expect(parseSendTime('2026-04-01T09:00:00-05:00', 'Asia/Kolkata', 'sendAt')).toBe(Date.parse('2026-04-01T14:00:00Z'));
  expect(() => parseSendTime('next week', 'UTC', 'sendAt')).toThrow('sendAt must be a valid date');
});
