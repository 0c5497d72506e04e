/** From the records of a calendar to the question which of its times can be booked. */

import { getWeekday } from '../../timezone.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import {
  type Appointment,
  appointments,
  blockedSlots,
  type Calendar,
  type DurationUnit,
  eventCalendarSchedules,
  type Hours,
  type ScheduleRule,
  schedules,
} from './records.ts';
import { listServiceTimes } from './service-records.ts';
import type { Busy, Host, OpenSpan, SlotQuestion, SlotRules, WorkingHours } from './slots.ts';

const unitMs: Readonly<Record<DurationUnit, number>> = {
  mins: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 7 * 86_400_000,
  months: 30 * 86_400_000,
};

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** What a caller of a booking may waive. */
export interface Waivers {
  /** Minimum notice and date range do not count. */
  readonly dateRange?: boolean;
  /** An appointment that is being moved does not stand in its own way. */
  readonly exceptAppointmentId?: string;
}

/** The length that a number and its unit mean; absent numbers are nothing. */
export const resolveDurationMs = (value: number | undefined, unit: DurationUnit | undefined): number =>
  (value ?? 0) * unitMs[unit ?? 'mins'];

/** The zone in which a calendar's hours are meant: its own schedule's, else its location's. */
export function resolveTimeZone(world: World, calendar: Calendar): string {
  return (
    eventCalendarSchedules(world).get(calendar.id)?.timezone ??
    locations(world).get(calendar.locationId)?.timezone ??
    'America/New_York'
  );
}

/** Whether an appointment keeps its time from others. */
export const isTakingTime = (appointment: Appointment): boolean =>
  appointment.appointmentStatus !== 'cancelled' && appointment.appointmentStatus !== 'invalid';

const toSpans = (hours: readonly Hours[]): OpenSpan[] =>
  hours.map(({ openHour, openMinute, closeHour, closeMinute }) => ({
    fromMinute: openHour * 60 + openMinute,
    toMinute: closeHour * 60 + closeMinute,
  }));

function buildCalendarHours(calendar: Calendar, timeZone: string): WorkingHours {
  const custom = (calendar.availabilities ?? []).filter(({ deleted }) => deleted !== true);
  return {
    timeZone,
    spansOn(date) {
      if (calendar.availabilityType !== 0) {
        const ofDate = custom.filter((availability) => availability.date.slice(0, 10) === date);
        if (ofDate.length > 0) return ofDate.flatMap(({ hours }) => toSpans(hours));
      }
      if (calendar.availabilityType === 1) return [];
      const weekday = getWeekday(date);
      return calendar.openHours
        .filter(({ daysOfTheWeek }) => daysOfTheWeek.includes(weekday))
        .flatMap(({ hours }) => toSpans(hours));
    },
  };
}

function parseClock(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function buildScheduleHours(rules: readonly ScheduleRule[], timeZone: string): WorkingHours {
  return {
    timeZone,
    spansOn(date) {
      const ofDate = rules.filter((rule) => rule.type === 'date' && rule.date?.slice(0, 10) === date);
      const weekday = weekdays[getWeekday(date)];
      const chosen = ofDate.length > 0 ? ofDate : rules.filter((rule) => rule.type === 'wday' && rule.day === weekday);
      return chosen.flatMap(({ intervals }) =>
        intervals.map(({ from, to }) => ({ fromMinute: parseClock(from), toMinute: parseClock(to) })),
      );
    },
  };
}

const toInterval = (event: { readonly startTime: string; readonly endTime: string }) => ({
  startMs: Date.parse(event.startTime),
  endMs: Date.parse(event.endTime),
});

/** What stands in the way of a host: the calendar's blocks, and the appointments and blocks of the person. */
function listBusy(world: World, calendar: Calendar, userId: string | undefined, waivers: Waivers): Busy[] {
  const blocks = blockedSlots(world)
    .inLocation(calendar.locationId)
    .filter((block) => block.calendarId === calendar.id || (userId !== undefined && block.assignedUserId === userId))
    .map((block) => ({ ...toInterval(block), isSeat: false }));
  const booked = appointments(world)
    .inLocation(calendar.locationId)
    .filter((appointment) => appointment.id !== waivers.exceptAppointmentId && isTakingTime(appointment))
    .filter((appointment) =>
      userId === undefined ? appointment.calendarId === calendar.id : appointment.users.includes(userId),
    )
    .map((appointment) => ({ ...toInterval(appointment), isSeat: appointment.calendarId === calendar.id }));
  const services = userId === undefined ? [] : listServiceTimes(world, calendar.locationId, userId);
  return [...blocks, ...booked, ...services.map((service) => ({ ...service, isSeat: false }))];
}

function buildHosts(world: World, calendar: Calendar, waivers: Waivers): Host[] {
  const timeZone = resolveTimeZone(world, calendar);
  const own = eventCalendarSchedules(world).get(calendar.id);
  const hours = own === undefined ? buildCalendarHours(calendar, timeZone) : buildScheduleHours(own.rules, timeZone);
  const team = calendar.teamMembers ?? [];
  if (team.length === 0) return [{ priority: 1, hours, busy: listBusy(world, calendar, undefined, waivers) }];
  const applied = schedules(world)
    .inLocation(calendar.locationId)
    .filter(({ calendarIds }) => calendarIds.includes(calendar.id));
  return team.map(({ userId, priority }) => {
    const personal = applied.find((schedule) => schedule.userId === userId);
    return {
      userId,
      priority: priority ?? 0.5,
      hours: personal === undefined ? hours : buildScheduleHours(personal.rules, personal.timezone),
      busy: listBusy(world, calendar, userId, waivers),
    };
  });
}

/** Spreads look-busy over the slots so that the same ones stay hidden from call to call. */
function hashSlot(calendarId: string, startMs: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${calendarId}${startMs}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % 100;
}

function buildRules(world: World, calendar: Calendar, waivers: Waivers): SlotRules {
  const notice = resolveDurationMs(calendar.allowBookingAfter, calendar.allowBookingAfterUnit ?? 'days');
  const range = resolveDurationMs(calendar.allowBookingFor, calendar.allowBookingForUnit ?? 'days');
  const busyLook = calendar.lookBusyConfig;
  const hiddenPercent = busyLook?.enabled === true ? busyLook.LookBusyPercentage : 0;
  const durationMs = resolveDurationMs(calendar.slotDuration, calendar.slotDurationUnit) || 30 * unitMs.mins;
  return {
    durationMs,
    intervalMs: resolveDurationMs(calendar.slotInterval, calendar.slotIntervalUnit) || durationMs,
    preBufferMs: resolveDurationMs(calendar.preBuffer, calendar.preBufferUnit),
    postBufferMs: resolveDurationMs(calendar.slotBuffer, calendar.slotBufferUnit),
    seats: Math.max(1, calendar.appoinmentPerSlot),
    ...(calendar.appoinmentPerDay ? { perDay: calendar.appoinmentPerDay } : {}),
    earliestMs: waivers.dateRange === true ? Number.NEGATIVE_INFINITY : world.now() + notice,
    latestMs: waivers.dateRange === true || range === 0 ? Number.POSITIVE_INFINITY : world.now() + range,
    isHidden: (startMs) => hashSlot(calendar.id, startMs) < hiddenPercent,
  };
}

/** Everything that decides about the slots of a calendar at this moment. */
export function buildSlotQuestion(world: World, calendar: Calendar, waivers: Waivers = {}): SlotQuestion {
  return {
    hosts: buildHosts(world, calendar, waivers),
    needs: calendar.calendarType === 'collective' ? 'all' : 'any',
    rules: buildRules(world, calendar, waivers),
    bookedStartsMs: appointments(world)
      .inLocation(calendar.locationId)
      .filter((appointment) => appointment.calendarId === calendar.id && isTakingTime(appointment))
      .filter((appointment) => appointment.id !== waivers.exceptAppointmentId)
      .map((appointment) => Date.parse(appointment.startTime)),
    timeZone: resolveTimeZone(world, calendar),
  };
}

/** The same question for some of the team only. */
export function restrictToUsers(question: SlotQuestion, userIds: readonly string[]): SlotQuestion {
  return {
    ...question,
    hosts: question.hosts.filter(({ userId }) => userId !== undefined && userIds.includes(userId)),
  };
}
