/** Calendars, bookings around today and what else an account in use has. */
import type { Person, SeedContext, SeedLocation, SeedUser } from '../../domain.ts';
import { formatInstant, getLocalDate, getWeekday } from '../../timezone.ts';
import { buildSlotQuestion } from './availability.ts';
import { takeSlot } from './booking.ts';
import {
  type Appointment,
  type AppointmentStatus,
  appointmentNotes,
  appointments,
  blockedSlots,
  type Calendar,
  calendarGroups,
  calendarNotifications,
  calendarResources,
  calendars,
  schedules,
} from './records.ts';
import { type CalendarPlan, type LocationPlan, locationPlans } from './seed-calendars.ts';
import { serviceLocations, services } from './service-records.ts';
import { listSlotStarts } from './slots.ts';

const appointmentsPerLocation = 25;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

interface Scene {
  readonly context: SeedContext;
  readonly location: SeedLocation;
  readonly plan: LocationPlan;
  readonly team: readonly SeedUser[];
  readonly people: readonly Person[];
}

/** Writes the calendars domain of a new world. */
export function seedCalendars(context: SeedContext): void {
  for (const [index, location] of context.locations.entries()) {
    const plan = locationPlans[index];
    if (plan === undefined) continue;
    const team = context.usersIn(location.id).filter(({ type }) => type === 'account');
    const scene = { context, location, plan, team, people: context.peopleIn(location.id) };
    const created = seedLocationCalendars(scene);
    seedBlocks(scene, created);
    seedAppointments(scene, created);
    seedExtras(scene, created);
  }
}

function seedLocationCalendars(scene: Scene): Calendar[] {
  const { world } = scene.context;
  const groupIds = new Map<string, string>();
  for (const group of scene.plan.groups) {
    const id = world.newId();
    groupIds.set(group.slug, id);
    calendarGroups(world).insert({ id, locationId: scene.location.id, ...group, isActive: true });
  }
  return scene.plan.calendars.map((plan) => {
    const groupId = groupIds.get(plan.group);
    return calendars(world).insert({ ...buildCalendar(scene, plan), ...(groupId === undefined ? {} : { groupId }) });
  });
}

function buildCalendar({ context, location, team }: Scene, plan: CalendarPlan): Calendar {
  const slug = plan.name.toLowerCase().replaceAll(' ', '-');
  const members = team.slice(0, plan.teamSize).map(({ userId }, index) => ({
    userId,
    priority: 0.5,
    isPrimary: index === 0,
    locationConfigurations: [{ kind: 'physical', location: location.address }],
  }));
  return {
    id: context.world.newId(),
    locationId: location.id,
    name: plan.name,
    description: plan.description,
    slug,
    widgetSlug: slug,
    widgetType: 'classic',
    calendarType: plan.calendarType,
    eventType: 'RoundRobin_OptimizeForAvailability',
    eventTitle: `{{contact.name}} - ${plan.name}`,
    eventColor: plan.eventColor,
    isActive: true,
    ...(members.length > 0 ? { teamMembers: members } : {}),
    slotDuration: plan.slotDuration,
    slotDurationUnit: 'mins',
    slotInterval: plan.slotInterval,
    slotIntervalUnit: 'mins',
    ...(plan.slotBuffer === undefined ? {} : { slotBuffer: plan.slotBuffer, slotBufferUnit: 'mins' as const }),
    appoinmentPerSlot: plan.seats ?? 1,
    allowBookingAfter: plan.noticeHours,
    allowBookingAfterUnit: 'hours',
    allowBookingFor: plan.rangeDays,
    allowBookingForUnit: 'days',
    openHours: plan.openHours,
    enableRecurring: false,
    autoConfirm: true,
    googleInvitationEmails: false,
    allowReschedule: true,
    allowCancellation: true,
    formSubmitType: 'ThankYouMessage',
    formSubmitThanksMessage: 'Thank you, we look forward to seeing you.',
  };
}

/** The first working day from `daysFromToday` on, at this hour. */
function workingHour({ context, location }: Scene, daysFromToday: number, hour: number): number {
  let day = daysFromToday;
  const startOf = (offset: number): number => context.startOfDay(offset, location.timezone);
  while ([0, 6].includes(getWeekday(getLocalDate(startOf(day), location.timezone)))) day += 1;
  return startOf(day) + hour * hourMs;
}

function seedBlocks(scene: Scene, created: readonly Calendar[]): void {
  const { world } = scene.context;
  const zone = scene.location.timezone;
  const common = () => ({
    id: world.newId(),
    locationId: scene.location.id,
    dateAdded: scene.context.daysAgo(5),
    dateUpdated: scene.context.daysAgo(5),
  });
  const [host] = scene.team;
  const lunch = workingHour(scene, 1, 12);
  if (host !== undefined) {
    blockedSlots(world).insert({
      ...common(),
      title: 'Lunch with supplier',
      assignedUserId: host.userId,
      startTime: formatInstant(lunch, zone),
      endTime: formatInstant(lunch + hourMs, zone),
    });
  }
  const event = created.find(({ calendarType }) => calendarType === 'event');
  const training = workingHour(scene, 6, 9);
  if (event !== undefined) {
    blockedSlots(world).insert({
      ...common(),
      title: 'Staff training',
      calendarId: event.id,
      startTime: formatInstant(training, zone),
      endTime: formatInstant(training + 4 * hourMs, zone),
    });
  }
}

function drawStatus({ context }: Scene, isPast: boolean): AppointmentStatus {
  const draw = context.world.random();
  if (isPast) return draw < 0.7 ? 'showed' : draw < 0.85 ? 'noshow' : 'cancelled';
  return draw < 0.78 ? 'confirmed' : draw < 0.92 ? 'new' : 'cancelled';
}

/** Books real slots, two weeks back to two weeks ahead, so that nothing overlaps. */
function seedAppointments(scene: Scene, created: readonly Calendar[]): void {
  const { context } = scene;
  let booked = 0;
  for (let attempt = 0; booked < appointmentsPerLocation && attempt < appointmentsPerLocation * 20; attempt += 1) {
    const calendar = context.pick(created);
    const startOfDay = context.startOfDay(context.between(-14, 14), scene.location.timezone);
    const question = buildSlotQuestion(context.world, calendar, { dateRange: true });
    const starts = listSlotStarts(question, { startMs: startOfDay, endMs: startOfDay + dayMs - 1 });
    if (starts.length === 0) continue;
    bookAppointment(scene, calendar, context.pick(starts));
    booked += 1;
  }
}

function bookAppointment(scene: Scene, calendar: Calendar, startMs: number): Appointment {
  const { context, location } = scene;
  const { world } = context;
  const slot = { startMs, endMs: startMs + calendar.slotDuration * 60_000 };
  const startTime = formatInstant(startMs, location.timezone);
  const assignment = takeSlot(world, { calendar, slot, startTime, waivers: { dateRange: true } });
  const person = context.pick(scene.people);
  const addedMs = Math.min(startMs, world.now()) - context.between(6, 96) * hourMs;
  return appointments(world).insert({
    id: world.newId(),
    locationId: location.id,
    calendarId: calendar.id,
    contactId: person.contactId,
    ...(calendar.groupId === undefined ? {} : { groupId: calendar.groupId }),
    title: calendar.eventTitle.replaceAll('{{contact.name}}', `${person.firstName} ${person.lastName}`),
    appointmentStatus: drawStatus(scene, slot.endMs < world.now()),
    ...assignment,
    address: `${location.address}, ${location.city}`,
    startTime,
    endTime: formatInstant(slot.endMs, location.timezone),
    isRecurring: false,
    assignedResources: [],
    createdBy: { source: context.pick(['booking_widget', 'calendar_page', 'third_party']) },
    dateAdded: new Date(addedMs).toISOString(),
    dateUpdated: new Date(addedMs).toISOString(),
  });
}

function seedExtras(scene: Scene, created: readonly Calendar[]): void {
  const { context, location, plan, team } = scene;
  const { world } = context;
  const locationId = location.id;
  const [first] = created;
  const [host] = team;
  if (first === undefined || host === undefined) return;
  const common = { locationId, calendarIds: [first.id], outOfService: 0, isActive: true };
  const resources = calendarResources(world);
  resources.insert({ ...common, id: world.newObjectId(), resourceType: 'rooms', name: plan.room, capacity: 4 });
  resources.insert({
    ...common,
    id: world.newObjectId(),
    resourceType: 'equipments',
    name: plan.equipment,
    quantity: 2,
  });
  for (const notificationType of ['confirmation', 'reminder']) {
    const settings = { receiverType: 'contact', channel: 'email', notificationType, subject: `Your ${first.name}` };
    const id = world.newObjectId();
    calendarNotifications(world).insert({
      id,
      locationId,
      calendarId: first.id,
      isActive: true,
      deleted: false,
      settings,
    });
  }
  seedSchedule(scene, first, host);
  const past = appointments(world)
    .inLocation(locationId)
    .filter(({ appointmentStatus }) => appointmentStatus === 'showed');
  for (const { id, contactId, dateAdded } of past.slice(0, 3)) {
    const body = context.pick(['Prefers mornings.', 'Asked for a quote by e-mail.', 'Wants to come back in spring.']);
    const note = { id: world.newId(), locationId, appointmentId: id, contactId, body, userId: host.userId, dateAdded };
    appointmentNotes(world).insert(note);
  }
  seedServices(scene);
}

/** The first of the team leaves early on Fridays. */
function seedSchedule({ context, location }: Scene, calendar: Calendar, host: SeedUser): void {
  const { world } = context;
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  schedules(world).insert({
    id: world.newId(),
    locationId: location.id,
    name: 'Short Fridays',
    userId: host.userId,
    calendarIds: [calendar.id],
    rules: days.map((day) => ({
      type: 'wday' as const,
      day,
      intervals: [{ from: '09:00', to: day === 'friday' ? '13:00' : '17:00' }],
    })),
    timezone: location.timezone,
    dateAdded: context.daysAgo(90),
    dateUpdated: context.daysAgo(90),
  });
}

function seedServices({ context, location, plan, team }: Scene): void {
  const { world } = context;
  serviceLocations(world).insert({
    id: world.newObjectId(),
    locationId: location.id,
    name: location.name,
    slug: location.name.toLowerCase().replaceAll(' ', '-'),
    isActive: true,
    isPrivate: false,
    locationType: 'offline',
    address: `${location.address}, ${location.city}`,
    phone: location.phone,
  });
  for (const { name, minutes, amount } of plan.services) {
    services(world).insert({
      id: world.newObjectId(),
      locationId: location.id,
      name,
      slug: name.toLowerCase().replaceAll(' ', '-'),
      serviceDuration: minutes,
      serviceDurationUnit: 'mins',
      payment: { amount },
      isPrivate: false,
      variations: [],
      staff: team.map(({ userId }) => ({ id: userId })),
    });
  }
}
