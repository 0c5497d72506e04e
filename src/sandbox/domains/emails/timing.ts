/** When a campaign leaves, from how the request says it. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';
import { isTimeZone, resolveLocalTime } from '../../timezone.ts';

/** How long one send takes, and how far `smart_send` spreads its e-mails. */
const sendMs = 30_000;
const smartSpreadMs = 24 * 3_600_000;
const unitMs: Readonly<Record<string, number>> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** `2026-04-01 09:00 AM` on the clock of the zone, or an ISO time with its offset. Throws 422. */
export function parseSendTime(text: string, timeZone: string, name: string): number {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})(?::\d{2})?\s*(AM|PM)?$/i.exec(text.trim());
  const [, date = '', hours = '', minutes = '', half] = parts ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const instant = parts === null ? Date.parse(text) : resolveLocalTime(date, hour * 60 + Number(minutes), timeZone);
  if (Number.isNaN(instant)) throw unprocessable([`${name} must be a valid date`]);
  return instant;
}

/** The minute of the day that `09:00 AM` names. Throws 422. */
function parseClock(text: string, name: string): number {
  const [, hours = '', minutes = '', half] = /^(\d{1,2}):(\d{2})\s*(AM|PM)?$/i.exec(text.trim()) ?? [];
  if (hours === '') throw unprocessable([`${name} must be a time of day`]);
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  return hour * 60 + Number(minutes);
}

export interface Timing {
  readonly startsAt: string;
  readonly finishedAt?: string;
}

const formatTiming = (startMs: number, endMs: number): Timing => ({
  startsAt: new Date(startMs).toISOString(),
  finishedAt: new Date(endMs).toISOString(),
});

/** The first look at the feed: as named, else at the next such time of day. */
function resolveFeedStart({ body }: SandboxRequest, now: number): number {
  const { rssConfig, timeZone } = body;
  if (rssConfig === undefined) throw unprocessable(['rssConfig should not be empty']);
  const { firstExecutionDate, repeatAfterTime } = rssConfig;
  if (firstExecutionDate !== undefined) {
    return parseSendTime(firstExecutionDate, timeZone, 'rssConfig.firstExecutionDate');
  }
  const minuteOfDay = parseClock(repeatAfterTime, 'rssConfig.repeatAfterTime');
  const [today, tomorrow] = [now, now + 86_400_000].map((day) => new Date(day).toISOString().slice(0, 10));
  const first = resolveLocalTime(today ?? '', minuteOfDay, timeZone);
  return first > now ? first : resolveLocalTime(tomorrow ?? '', minuteOfDay, timeZone);
}

/** How long the batches take, the first one leaving at once. Throws 422 when there is nothing about them. */
function resolveBatchMs(batch: SandboxRequest['body'], recipientCount: number): number {
  if (batch === undefined) throw unprocessable(['scheduleConfig.batch should not be empty']);
  const { batchSize, interval, intervalUnit } = batch;
  if (!(batchSize >= 1)) throw unprocessable(['scheduleConfig.batch.batchSize must not be less than 1']);
  const pauses = Math.max(Math.ceil(recipientCount / batchSize) - 1, 0);
  return pauses * interval * (unitMs[intervalUnit] ?? 0);
}

/**
 * When the first and the last e-mail leave. Throws 422 for what the kind of schedule needs and lacks (as
 * documented field by field), 400 for a time that has passed.
 */
export function resolveTiming(request: SandboxRequest, recipientCount: number, now: number): Timing {
  const { scheduleType, timeZone, scheduleConfig } = request.body;
  if (!isTimeZone(timeZone)) throw unprocessable(['timeZone must be a valid IANA time zone']);
  if (scheduleType === 'rss') return { startsAt: new Date(resolveFeedStart(request, now)).toISOString() };
  if (scheduleConfig === undefined) throw unprocessable(['scheduleConfig should not be empty']);
  if (scheduleType === 'immediate') return formatTiming(now, now + sendMs);
  const { sendAt, batch } = scheduleConfig;
  if (sendAt === undefined) throw unprocessable(['scheduleConfig.sendAt should not be empty']);
  const start = parseSendTime(sendAt, timeZone, 'scheduleConfig.sendAt');
  const lasts = scheduleType === 'batch' ? resolveBatchMs(batch, recipientCount) : 0;
  if (start < now) throw badRequest('scheduleConfig.sendAt must be in the future');
  return formatTiming(start, start + lasts + (scheduleType === 'smart_send' ? smartSpreadMs : sendMs));
}
