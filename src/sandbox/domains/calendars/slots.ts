/** Which times can be booked. Pure: everything it depends on is handed in, so that it can be tested exhaustively. */
import { addDays, getLocalDate, resolveLocalTime } from '../../timezone.ts';

export interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

/** Minutes of the local day between which bookings may lie; 1440 is midnight at its end. */
export interface OpenSpan {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface WorkingHours {
  readonly timeZone: string;
  /** The spans of a local date (`YYYY-MM-DD`). */
  spansOn(date: string): readonly OpenSpan[];
}

export interface Busy extends Interval {
  /** A booking of the same calendar: shares its slot with others while there are seats. */
  readonly isSeat: boolean;
}

/** Someone, or a calendar without a team, that takes bookings. */
export interface Host {
  readonly userId?: string;
  readonly priority: number;
  readonly hours: WorkingHours;
  readonly busy: readonly Busy[];
}

export interface SlotRules {
  readonly durationMs: number;
  readonly intervalMs: number;
  readonly preBufferMs: number;
  readonly postBufferMs: number;
  /** Bookings that one host takes in one slot. */
  readonly seats: number;
  /** Bookings that the calendar takes on one local date. */
  readonly perDay?: number;
  /** Minimum notice and date range; infinite when a caller waives them. */
  readonly earliestMs: number;
  readonly latestMs: number;
  /** Look busy: a free slot that is not shown. */
  isHidden(startMs: number): boolean;
}

export interface SlotQuestion {
  readonly hosts: readonly Host[];
  /** `any` host is enough (round robin), or `all` must be free (collective). */
  readonly needs: 'any' | 'all';
  readonly rules: SlotRules;
  /** Starts of the calendar's bookings, for the daily maximum. */
  readonly bookedStartsMs: readonly number[];
  /** In which days are counted for the daily maximum. */
  readonly timeZone: string;
}

const overlaps = (a: Interval, b: Interval): boolean => a.startMs < b.endMs && b.startMs < a.endMs;

/** The open spans of working hours that touch a window, as instants. */
function listOpenIntervals(hours: WorkingHours, window: Interval): Interval[] {
  const intervals: Interval[] = [];
  const last = addDays(getLocalDate(window.endMs, hours.timeZone), 1);
  for (let date = addDays(getLocalDate(window.startMs, hours.timeZone), -1); date <= last; date = addDays(date, 1)) {
    for (const { fromMinute, toMinute } of hours.spansOn(date)) {
      const startMs = resolveLocalTime(date, fromMinute, hours.timeZone);
      const endMs = resolveLocalTime(date, toMinute, hours.timeZone);
      if (startMs < endMs) intervals.push({ startMs, endMs });
    }
  }
  return intervals;
}

/** Whether nothing of the host's stands in the way, buffers kept on both sides and seats counted. */
export function isHostFree(host: Host, slot: Interval, rules: SlotRules): boolean {
  const padded = { startMs: slot.startMs - rules.preBufferMs, endMs: slot.endMs + rules.postBufferMs };
  let taken = 0;
  for (const busy of host.busy) {
    if (busy.isSeat && busy.startMs === slot.startMs) {
      taken += 1;
      if (taken >= rules.seats) return false;
      continue;
    }
    const around = { startMs: busy.startMs - rules.preBufferMs, endMs: busy.endMs + rules.postBufferMs };
    if (overlaps(padded, busy) || (busy.isSeat && overlaps(around, slot))) return false;
  }
  return true;
}

/** Starts of the slots in which one host is open and free. */
function listHostStarts(host: Host, rules: SlotRules, window: Interval): Set<number> {
  const starts = new Set<number>();
  for (const open of listOpenIntervals(host.hours, window)) {
    for (let startMs = open.startMs; startMs + rules.durationMs <= open.endMs; startMs += rules.intervalMs) {
      if (startMs < window.startMs || startMs > window.endMs) continue;
      if (isHostFree(host, { startMs, endMs: startMs + rules.durationMs }, rules)) starts.add(startMs);
    }
  }
  return starts;
}

/** The local dates that have reached their maximum of bookings. */
function listFullDates({ rules, bookedStartsMs, timeZone }: SlotQuestion): Set<string> {
  const full = new Set<string>();
  if (rules.perDay === undefined) return full;
  const counts = new Map<string, number>();
  for (const startMs of bookedStartsMs) {
    const date = getLocalDate(startMs, timeZone);
    const count = (counts.get(date) ?? 0) + 1;
    counts.set(date, count);
    if (count >= rules.perDay) full.add(date);
  }
  return full;
}

/** The starts of all slots that can be booked and begin in the window (both ends included), in order. */
export function listSlotStarts(question: SlotQuestion, window: Interval): number[] {
  const { hosts, needs, rules } = question;
  const needed = needs === 'any' ? 1 : hosts.length;
  const hostsByStart = new Map<number, number>();
  for (const host of hosts) {
    for (const startMs of listHostStarts(host, rules, window)) {
      hostsByStart.set(startMs, (hostsByStart.get(startMs) ?? 0) + 1);
    }
  }
  const starts = [...hostsByStart].filter(([, count]) => count >= needed).map(([startMs]) => startMs);
  const fullDates = listFullDates(question);
  return starts
    .filter((startMs) => startMs >= rules.earliestMs && startMs <= rules.latestMs && !rules.isHidden(startMs))
    .filter((startMs) => fullDates.size === 0 || !fullDates.has(getLocalDate(startMs, question.timeZone)))
    .sort((a, b) => a - b);
}
