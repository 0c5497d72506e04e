/** The later instances of an appointment with an RRULE (RFC 5545): the parts that bookings use. */
import { unprocessable } from '../../errors.ts';
import { addDays, getLocalDate, getMinuteOfDay, resolveLocalTime } from '../../timezone.ts';

/** HighLevel's own calendars stop at 24 recurrences; a rule without an end stops there too. */
const maximumInstances = 24;

interface Rule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  readonly interval: number;
  readonly count: number;
  readonly untilMs: number;
}

/** Throws a 422 for a rule of another frequency or with numbers that make no sense. */
function parseRule(text: string): Rule {
  const parts = new Map(
    text
      .replace(/^RRULE:/i, '')
      .split(';')
      .map((part) => part.split('=') as [string, string | undefined])
      .map(([name, value]) => [name.trim().toUpperCase(), value?.trim().toUpperCase() ?? ''] as const),
  );
  const frequency = parts.get('FREQ');
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = Number(parts.get('COUNT') ?? maximumInstances);
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get('UNTIL') ?? '');
  const untilMs = until === null ? Number.POSITIVE_INFINITY : Date.parse(`${until.slice(1, 4).join('-')}T23:59:59Z`);
  const isKnown = frequency === 'DAILY' || frequency === 'WEEKLY' || frequency === 'MONTHLY';
  if (!isKnown || !Number.isInteger(interval) || interval < 1 || !Number.isInteger(count) || count < 1) {
    throw unprocessable(['rrule must be a valid recurrence rule']);
  }
  return { frequency, interval, count: Math.min(count, maximumInstances), untilMs };
}

/** The same day of a later month, or undefined where that month is too short. */
function addMonths(date: string, months: number): string | undefined {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const moved = new Date(Date.UTC(year, month - 1 + months, day));
  return moved.getUTCDate() === day ? moved.toISOString().slice(0, 10) : undefined;
}

/** The starts of a series, the first included: the same time of day on the clock of the zone. */
export function listRecurrences(rrule: string, firstMs: number, timeZone: string): number[] {
  const rule = parseRule(rrule);
  const firstDate = getLocalDate(firstMs, timeZone);
  const minute = getMinuteOfDay(firstMs, timeZone);
  const starts: number[] = [firstMs];
  for (let step = 1; starts.length < rule.count && step < maximumInstances * 4; step += 1) {
    const distance = step * rule.interval;
    const date =
      rule.frequency === 'MONTHLY'
        ? addMonths(firstDate, distance)
        : addDays(firstDate, rule.frequency === 'WEEKLY' ? distance * 7 : distance);
    if (date === undefined) continue;
    const startMs = resolveLocalTime(date, minute, timeZone);
    if (startMs > rule.untilMs) break;
    starts.push(startMs);
  }
  return starts;
}
