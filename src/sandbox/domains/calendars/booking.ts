/** The rules of a booking: which times can be taken, and by whom they are hosted. */
import { badRequest, unprocessable } from '../../errors.ts';
import { formatInstant } from '../../timezone.ts';
import type { World } from '../../world.ts';
import { buildSlotQuestion, isTakingTime, resolveTimeZone, restrictToUsers, type Waivers } from './availability.ts';
import { type AppointmentStatus, appointments, type Calendar, offeredZones } from './records.ts';
import { type Host, type Interval, isHostFree, listSlotStarts, type SlotQuestion } from './slots.ts';

const slotTaken = () => badRequest('The slot you have selected is no longer available.');

/** Who takes an appointment: one user, several (collective), or nobody for a calendar without a team. */
export interface Assignment {
  readonly assignedUserId?: string;
  readonly users: readonly string[];
}

export interface BookingRequest {
  readonly calendar: Calendar;
  readonly slot: Interval;
  /** As the caller wrote it: it must repeat a slot that was handed out, letter for letter. */
  readonly startTime: string;
  readonly assignedUserId?: string;
  /** Who comes: of identical bookings one wins, however many hosts are free. */
  readonly contactId?: string;
  readonly waivers: Waivers;
}

/** Remembers in which zone slots of a calendar were handed out. */
export function rememberZone(world: World, calendar: Calendar, zone: string): void {
  const known = offeredZones(world).get(calendar.id);
  if (known === undefined) {
    offeredZones(world).insert({ id: calendar.id, locationId: calendar.locationId, zones: [zone] });
  } else if (!known.zones.includes(zone)) {
    offeredZones(world).update(calendar.id, { zones: [...known.zones, zone] });
  }
}

/** A start rewritten to another offset (UTC, say) is not one of the slots, though it is the same instant. */
function isWrittenAsOffered(world: World, { calendar, slot, startTime }: BookingRequest): boolean {
  const zones = [resolveTimeZone(world, calendar), ...(offeredZones(world).get(calendar.id)?.zones ?? [])];
  return zones.some((zone) => formatInstant(slot.startMs, zone) === startTime);
}

function isBookedAlready(world: World, { calendar, slot, contactId, waivers }: BookingRequest): boolean {
  return appointments(world)
    .inLocation(calendar.locationId)
    .some(
      (appointment) =>
        appointment.id !== waivers.exceptAppointmentId &&
        appointment.calendarId === calendar.id &&
        appointment.contactId === contactId &&
        Date.parse(appointment.startTime) === slot.startMs &&
        isTakingTime(appointment),
    );
}

function assertTeamMember(calendar: Calendar, userId: string): void {
  const team = calendar.teamMembers ?? [];
  if (team.length > 0 && !team.some((member) => member.userId === userId)) {
    throw badRequest('The user id not part of calendar team.');
  }
}

function countBookings(world: World, calendar: Calendar, userId: string | undefined): number {
  return appointments(world)
    .inLocation(calendar.locationId)
    .filter((appointment) => appointment.calendarId === calendar.id && appointment.assignedUserId === userId).length;
}

/** Round robin: by priority and then by load, or by load alone where the calendar distributes equally. */
function chooseHost(world: World, calendar: Calendar, free: readonly Host[]): Host | undefined {
  const byLoad = (a: Host, b: Host): number =>
    countBookings(world, calendar, a.userId) - countBookings(world, calendar, b.userId);
  const isEqual = calendar.eventType === 'RoundRobin_OptimizeForEqualDistribution';
  return [...free].sort((a, b) => (isEqual ? 0 : b.priority - a.priority) || byLoad(a, b))[0];
}

function assignTo(calendar: Calendar, host: Host | undefined): Assignment {
  const team = calendar.teamMembers ?? [];
  if (calendar.calendarType === 'collective') {
    const primary = team.find(({ isPrimary }) => isPrimary === true) ?? team[0];
    const users = team.map(({ userId }) => userId);
    return primary === undefined ? { users } : { assignedUserId: primary.userId, users };
  }
  return host?.userId === undefined ? { users: [] } : { assignedUserId: host.userId, users: [host.userId] };
}

function canHost(host: Host, slot: Interval, question: SlotQuestion): boolean {
  const rules = { ...question.rules, durationMs: slot.endMs - slot.startMs };
  const starts = listSlotStarts({ ...question, hosts: [host], needs: 'any', rules }, { ...slot, endMs: slot.startMs });
  return starts.includes(slot.startMs);
}

/**
 * Takes a slot: checks that it is one of those handed out and still free, and says who hosts it.
 * Throws the 400 that HighLevel answers for every reason a time cannot be had.
 */
export function takeSlot(world: World, request: BookingRequest): Assignment {
  const { calendar, slot, assignedUserId, waivers } = request;
  if (!isWrittenAsOffered(world, request) || isBookedAlready(world, request)) throw slotTaken();
  let question = buildSlotQuestion(world, calendar, waivers);
  const isCollective = question.needs === 'all';
  if (assignedUserId !== undefined && (calendar.teamMembers ?? []).length > 0) {
    assertTeamMember(calendar, assignedUserId);
    if (!isCollective) question = restrictToUsers(question, [assignedUserId]);
  }
  const free = question.hosts.filter((host) => canHost(host, slot, question));
  if (free.length === 0 || (isCollective && free.length < question.hosts.length)) throw slotTaken();
  return assignTo(calendar, chooseHost(world, calendar, free));
}

/**
 * Who hosts an appointment that is entered without asking for a free slot. Nobody chooses for the caller:
 * throws a 422 when the calendar has a team of several and none of them is named.
 */
export function assignWithoutSlot(calendar: Calendar, assignedUserId: string | undefined): Assignment {
  const team = calendar.teamMembers ?? [];
  if (calendar.calendarType === 'collective') return assignTo(calendar, undefined);
  if (assignedUserId !== undefined) {
    assertTeamMember(calendar, assignedUserId);
    return { assignedUserId, users: [assignedUserId] };
  }
  const [only, second] = team;
  if (second !== undefined) throw unprocessable('A team member needs to be selected. assignedUserId is missing');
  return only === undefined ? { users: [] } : { assignedUserId: only.userId, users: [only.userId] };
}

/** Whether an appointment that gave its time back could have it again. */
export function canTakeAgain(world: World, calendar: Calendar, taken: { slot: Interval; users: readonly string[] }) {
  const { hosts, rules } = buildSlotQuestion(world, calendar, { dateRange: true });
  const concerned = hosts.filter(({ userId }) => userId === undefined || taken.users.includes(userId));
  return concerned.every((host) => isHostFree(host, taken.slot, rules));
}

/** `completed` and `active` are accepted and kept as what they mean. */
export function resolveStatus(status: string): AppointmentStatus {
  if (status === 'completed') return 'showed';
  return status === 'active' ? 'confirmed' : (status as AppointmentStatus);
}

/** The 400 for a time that cannot be had, for callers that decide themselves. */
export const refuseSlot = slotTaken;
