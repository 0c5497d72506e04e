/** When a call reaches people, where it names a later time. */
import type { Moment } from '../../catalogue/stakes.ts';
import type { Arguments } from '../pipeline/context.ts';
import { listValues } from './values.ts';

/** Every moment that a call names; an invalid date for one that cannot be read. */
export function readMoments(moments: readonly Moment[], args: Arguments): Date[] {
  return moments.flatMap(({ at, form, zone }) =>
    listValues(args, at).map((value) => {
      if (form === 'epoch-seconds') return new Date(Number(value) * 1000);
      const [timeZone] = zone === undefined ? [] : listValues(args, zone);
      return parseTime(String(value).trim(), String(timeZone ?? 'UTC'));
    }),
  );
}

const localTime = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(AM|PM)?)?$/i;

/** A time with an offset is what it says; one without is by the clock of the zone. */
function parseTime(text: string, timeZone: string): Date {
  const parts = localTime.exec(text);
  if (parts === null) return new Date(text);
  const [, date, hourText = '0', minute = '00', half] = parts;
  const isAfternoon = half?.toUpperCase() === 'PM';
  const hour = half === undefined ? Number(hourText) : (Number(hourText) % 12) + (isAfternoon ? 12 : 0);
  const asUtc = Date.parse(`${date}T${String(hour).padStart(2, '0')}:${minute}:00Z`);
  // Twice, since the offset is that of the moment itself, which the first one only comes near to.
  const near = asUtc - getOffsetMs(asUtc, timeZone);
  return new Date(asUtc - getOffsetMs(near, timeZone));
}

/** NaN for a moment or a zone that is none. */
function getOffsetMs(moment: number, timeZone: string): number {
  try {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    return Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000;
  } catch {
    return Number.NaN;
  }
}
