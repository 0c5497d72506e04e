import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Busy,
  type Host,
  isHostFree,
  listSlotStarts,
  type OpenSpan,
  type SlotQuestion,
  type SlotRules,
} from '../../../src/sandbox/domains/calendars/slots.ts';
import { getLocalDate, getMinuteOfDay } from '../../../src/sandbox/timezone.ts';

const minute = 60_000;
const day = 1440 * minute;
/** The Sunday after which the clocks of New York go back. */
const firstDay = Date.UTC(2026, 9, 31, 4);
const window = { startMs: firstDay, endMs: firstDay + 3 * day };

const rulesOf = (rules: Partial<SlotRules> = {}): SlotRules => ({
  durationMs: 30 * minute,
  intervalMs: 30 * minute,
  preBufferMs: 0,
  postBufferMs: 0,
  seats: 1,
  earliestMs: Number.NEGATIVE_INFINITY,
  latestMs: Number.POSITIVE_INFINITY,
  isHidden: () => false,
  ...rules,
});

const hostOf = (spans: readonly OpenSpan[], busy: readonly Busy[], timeZone: string): Host => ({
  priority: 0.5,
  hours: { timeZone, spansOn: () => spans },
  busy,
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 48 }))
  .map(([start, length]) => ({ fromMinute: start * 15, toMinute: Math.min(1440, (start + length) * 15) }))
  // Hours that begin or end in the hour that New York has twice mean either of two times.
  .filter(({ fromMinute, toMinute }) => [fromMinute, toMinute].every((at) => at <= 60 || at >= 120));

const busy = fc
  .record({
    start: fc.integer({ min: 0, max: 3 * 96 }),
    length: fc.integer({ min: 1, max: 12 }),
    isSeat: fc.boolean(),
  })
  .map(({ start, length, isSeat }) => {
    const startMs = firstDay + start * 15 * minute;
    return { startMs, endMs: startMs + length * 15 * minute, isSeat };
  });

const question = fc
  .record({
    timeZone: fc.constantFrom('America/New_York', 'Europe/London', 'Asia/Kolkata', 'UTC'),
    hosts: fc.array(fc.tuple(fc.array(span, { maxLength: 2 }), fc.array(busy, { maxLength: 6 })), {
      minLength: 1,
      maxLength: 3,
    }),
    needs: fc.constantFrom('any' as const, 'all' as const),
    duration: fc.constantFrom(15, 30, 45, 60),
    interval: fc.constantFrom(15, 30, 60),
    preBuffer: fc.constantFrom(0, 10, 30),
    postBuffer: fc.constantFrom(0, 15),
    seats: fc.integer({ min: 1, max: 3 }),
  })
  .map(
    ({ timeZone, hosts, needs, duration, interval, preBuffer, postBuffer, seats }): SlotQuestion => ({
      hosts: hosts.map(([spans, times]) => hostOf(spans, times, timeZone)),
      needs,
      rules: rulesOf({
        durationMs: duration * minute,
        intervalMs: interval * minute,
        preBufferMs: preBuffer * minute,
        postBufferMs: postBuffer * minute,
        seats,
      }),
      bookedStartsMs: [],
      timeZone,
    }),
  );

/** Told in other words than the code under test: is every minute of the slot open on this host's clock? */
function isOpenThroughout(host: Host, startMs: number, durationMs: number): boolean {
  const { timeZone, spansOn } = host.hours;
  const spans = spansOn('');
  return spans.some(({ fromMinute, toMinute }) => {
    for (let at = startMs; at < startMs + durationMs; at += 15 * minute) {
      const shown = getMinuteOfDay(at, timeZone);
      if (shown < fromMinute || shown >= toMinute) return false;
    }
    return getLocalDate(startMs, timeZone) === getLocalDate(startMs + durationMs - 1, timeZone);
  });
}

/** No booking within the slot or its buffers, other than sharers of the slot while there are seats. */
function isUndisturbed(host: Host, startMs: number, rules: SlotRules): boolean {
  const endMs = startMs + rules.durationMs;
  const sharers = host.busy.filter((other) => other.isSeat && other.startMs === startMs);
  const others = host.busy.filter((other) => !sharers.includes(other));
  return (
    sharers.length < rules.seats &&
    others.every((other) => other.endMs <= startMs - rules.preBufferMs || other.startMs >= endMs + rules.postBufferMs)
  );
}

test('every slot lies in open hours and off every booking, for one host or for all', () => {
  fc.assert(
    fc.property(question, (asked) => {
      for (const startMs of listSlotStarts(asked, window)) {
        const able = asked.hosts.filter(
          (host) =>
            isOpenThroughout(host, startMs, asked.rules.durationMs) && isUndisturbed(host, startMs, asked.rules),
        );
        expect(able.length).toBeGreaterThanOrEqual(asked.needs === 'any' ? 1 : asked.hosts.length);
        expect(startMs >= window.startMs && startMs <= window.endMs).toBe(true);
      }
    }),
  );
});

test('an undisturbed host offers every step of the open hours, before and after the clocks change', () => {
  const host = hostOf([{ fromMinute: 540, toMinute: 720 }], [], 'America/New_York');
  const asked = { hosts: [host], needs: 'any' as const, rules: rulesOf(), bookedStartsMs: [], timeZone: 'UTC' };
  const starts = listSlotStarts(asked, window).map((startMs) => new Date(startMs).toISOString().slice(5, 16));
  expect(starts.slice(0, 7)).toEqual([
    '10-31T13:00',
    '10-31T13:30',
    '10-31T14:00',
    '10-31T14:30',
    '10-31T15:00',
    '10-31T15:30',
    '11-01T14:00',
  ]);
  expect(starts).toHaveLength(18);
});

test('a day that has its maximum of bookings is full, its neighbours are not', () => {
  const host = hostOf([{ fromMinute: 540, toMinute: 600 }], [], 'UTC');
  const booked = Date.UTC(2026, 10, 1, 20);
  const base = { hosts: [host], needs: 'any' as const, bookedStartsMs: [booked, booked], timeZone: 'UTC' };
  const dates = (perDay: number) =>
    listSlotStarts({ ...base, rules: rulesOf({ perDay }) }, window).map((startMs) => getLocalDate(startMs, 'UTC'));
  expect(dates(2)).not.toContain('2026-11-01');
  expect(dates(2)).toContain('2026-11-02');
  expect(dates(3)).toContain('2026-11-01');
});

test('seats are counted per slot; a booking that overlaps in part takes the whole slot', () => {
  const startMs = Date.UTC(2026, 10, 2, 9);
  const slot = { startMs, endMs: startMs + 30 * minute };
  const seat = { ...slot, isSeat: true };
  const rules = rulesOf({ seats: 2 });
  const free = (busyTimes: Busy[]) => isHostFree(hostOf([], busyTimes, 'UTC'), slot, rules);
  expect(free([seat])).toBe(true);
  expect(free([seat, seat])).toBe(false);
  expect(free([{ startMs: startMs + 15 * minute, endMs: startMs + 45 * minute, isSeat: true }])).toBe(false);
  expect(free([{ ...slot, isSeat: false }])).toBe(false);
});
