import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  formatInstant,
  getLocalDate,
  getMinuteOfDay,
  getOffsetMs,
  getWeekday,
  isTimeZone,
  resolveLocalTime,
} from '../../../src/sandbox/timezone.ts';

const zones = fc.constantFrom(
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
);
const instants = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) });

test('an instant is written with the offset of its zone and reads back as the same instant', () => {
  expect(formatInstant(Date.UTC(2026, 10, 24, 14), 'America/New_York')).toBe('2026-11-24T09:00:00-05:00');
  expect(formatInstant(Date.UTC(2026, 6, 1, 3, 30), 'Asia/Kolkata')).toBe('2026-07-01T09:00:00+05:30');
  expect(formatInstant(Date.UTC(2026, 6, 1, 9), 'UTC')).toBe('2026-07-01T09:00:00+00:00');
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const whole = Math.floor(instant / 1000) * 1000;
      expect(Date.parse(formatInstant(whole, zone))).toBe(whole);
    }),
  );
});

test('local date and minute are those the runtime shows', () => {
  fc.assert(
    fc.property(instants, zones, (instant, timeZone) => {
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
      const [date, clock = ''] = shown.format(instant).split(' ');
      const [hours, minutes] = clock.split(':').map(Number);
      expect(getLocalDate(instant, timeZone)).toBe(date);
      expect(getMinuteOfDay(instant, timeZone)).toBe((hours ?? 0) * 60 + (minutes ?? 0));
    }),
  );
});

test('a time of the clock that exists resolves to an instant at which the clock shows it', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const date = getLocalDate(instant, zone);
      const minute = getMinuteOfDay(instant, zone);
      const resolved = resolveLocalTime(date, minute, zone);
      expect(getLocalDate(resolved, zone)).toBe(date);
      expect(getMinuteOfDay(resolved, zone)).toBe(minute);
    }),
  );
});

describe('when the clocks change in New York', () => {
  const zone = 'America/New_York';

  test('a skipped time is taken as the one after the gap', () => {
    const resolved = resolveLocalTime('2027-03-14', 2 * 60 + 30, zone);
    expect(formatInstant(resolved, zone)).toBe('2027-03-14T03:30:00-04:00');
  });

  test('nine in the morning keeps its place on both sides', () => {
    expect(formatInstant(resolveLocalTime('2027-03-13', 540, zone), zone)).toBe('2027-03-13T09:00:00-05:00');
    expect(formatInstant(resolveLocalTime('2027-03-15', 540, zone), zone)).toBe('2027-03-15T09:00:00-04:00');
    expect(getOffsetMs(Date.UTC(2026, 10, 1, 5, 59), zone)).toBe(-4 * 3_600_000);
    expect(getOffsetMs(Date.UTC(2026, 10, 1, 6), zone)).toBe(-5 * 3_600_000);
  });
});

test('dates are counted without regard to zones', () => {
  expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(getWeekday('2026-11-22')).toBe(0);
  expect(isTimeZone('America/Chicago')).toBe(true);
  expect(isTimeZone('Mars/Olympus')).toBe(false);
});
