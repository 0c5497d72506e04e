/** The dates that a schedule names. Times without a zone are UTC. */
import type { RecurrenceRule, ScheduleOptions } from './records.ts';

const second = 1000;
const dayMs = 24 * 60 * 60 * second;
const weekdays = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const fixedSteps: Readonly<Record<string, number>> = {
  secondly: second,
  minutely: 60 * second,
  hourly: 60 * 60 * second,
  daily: dayMs,
  weekly: 7 * dayMs,
};

/** The day of the month that the rule names: a date (negative: from the end), or the n-th of a weekday. */
function resolveDay(rule: RecurrenceRule, year: number, month: number, startDay: number): number {
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const { dayOfWeek, numOfWeek, dayOfMonth = startDay } = rule;
  if (dayOfWeek !== undefined && numOfWeek !== undefined) {
    const matching = Array.from({ length }, (_, index) => index + 1).filter(
      (day) => new Date(Date.UTC(year, month, day)).getUTCDay() === weekdays.indexOf(dayOfWeek),
    );
    return matching.at(numOfWeek > 0 ? numOfWeek - 1 : numOfWeek) ?? matching.at(-1) ?? length;
  }
  return dayOfMonth < 0 ? length + 1 + dayOfMonth : Math.min(dayOfMonth, length);
}

/** The date of a monthly or yearly rule in the month that lies `step` intervals after the first. */
function placeInMonth(rule: RecurrenceRule, start: Date, step: number): number {
  const named = rule.monthOfYear === undefined ? -1 : months.indexOf(rule.monthOfYear);
  const isYearly = rule.intervalType === 'yearly';
  const firstMonth = isYearly && named >= 0 ? named : start.getUTCMonth();
  const shifted = new Date(
    Date.UTC(start.getUTCFullYear() + (isYearly ? step : 0), firstMonth + (isYearly ? 0 : step)),
  );
  const day = resolveDay(rule, shifted.getUTCFullYear(), shifted.getUTCMonth(), start.getUTCDate());
  return shifted.getTime() + (day - 1) * dayMs + (start.getTime() % dayMs);
}

function* generateByRule(rule: RecurrenceRule): Generator<number> {
  const start = Date.parse(`${rule.startDate}T${rule.startTime ?? '00:00:00'}Z`);
  const end = rule.endDate === undefined ? Infinity : Date.parse(`${rule.endDate}T${rule.endTime ?? '23:59:59'}Z`);
  const fixedStep = fixedSteps[rule.intervalType];
  const wantedDay = rule.intervalType === 'weekly' ? weekdays.indexOf(rule.dayOfWeek ?? '') : -1;
  const shift = wantedDay < 0 ? 0 : ((wantedDay - new Date(start).getUTCDay() + 7) % 7) * dayMs;
  let given = 0;
  for (let step = 0; ; step += Math.max(1, rule.interval)) {
    const time = fixedStep === undefined ? placeInMonth(rule, new Date(start), step) : start + shift + step * fixedStep;
    if (!(time <= end) || (rule.count !== undefined && given >= rule.count)) return;
    if (time < start) continue;
    given += 1;
    yield time;
  }
}

/** Epoch milliseconds of every date of the schedule, in order; endless when the rule names no end. */
export function* generateOccurrences({ executeAt, rrule }: ScheduleOptions): Generator<number> {
  if (rrule !== undefined) yield* generateByRule(rrule);
  else if (executeAt !== undefined) yield Date.parse(executeAt);
}
