/** Bookings from the services menu (v3): one visit, several services one after the other, each with its staff. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import { formatInstant, isTimeZone } from '../../timezone.ts';
import type { World } from '../../world.ts';
import { findContact, findRecord } from '../shared/find-record.ts';
import { isTakingTime, resolveDurationMs } from './availability.ts';
import { refuseSlot } from './booking.ts';
import { parseEpochMs, parseInstant } from './lookups.ts';
import { appointments } from './records.ts';
import {
  type BookedService,
  listServiceTimes,
  type Service,
  type ServiceBooking,
  serviceBookings,
  serviceLocations,
  services,
} from './service-records.ts';
import type { Interval } from './slots.ts';

const findBooking = (world: World, request: SandboxRequest): ServiceBooking =>
  findRecord(serviceBookings(world), request, { id: request.path.bookingId, name: 'Service booking' });

function formatBooking({ id, ...booking }: ServiceBooking): Record<string, unknown> {
  return { bookingId: id, ...booking, deleted: false };
}

const overlaps = (a: Interval, b: Interval): boolean => a.startMs < b.endMs && b.startMs < a.endMs;

interface Visit {
  readonly startMs: number;
  readonly timezone: string;
  readonly mayOverlap: boolean;
  readonly bookingId?: string;
}

/** Whether a member of staff has neither an appointment nor another service at that time. */
function isStaffFree(world: World, locationId: string, staffId: string, slot: Interval, bookingId?: string): boolean {
  const booked = appointments(world)
    .inLocation(locationId)
    .filter((appointment) => appointment.users.includes(staffId) && isTakingTime(appointment))
    .map(({ startTime, endTime }) => ({ startMs: Date.parse(startTime), endMs: Date.parse(endTime) }));
  return ![...booked, ...listServiceTimes(world, locationId, staffId, bookingId)].some((busy) => overlaps(busy, slot));
}

/** The staff asked for, or the first of the service who is free. Throws the 400 of a taken slot. */
function chooseStaff(world: World, service: Service, wanted: string | undefined, slot: Interval, visit: Visit): string {
  const staff = service.staff.map(({ id }) => id).filter((id) => wanted === undefined || id === wanted);
  if (staff.length === 0) throw badRequest('Staff is not part of the service');
  const free = staff.filter((id) => isStaffFree(world, service.locationId, id, slot, visit.bookingId));
  const chosen = free[0] ?? (visit.mayOverlap ? staff[0] : undefined);
  if (chosen === undefined) throw refuseSlot();
  return chosen;
}

type WantedService = SandboxRequest['body']['services'][number];

/** Lays the services of a visit end to end. */
function planServices(world: World, request: SandboxRequest, visit: Visit): BookedService[] {
  const wanted = [...request.body.services].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  let startMs = visit.startMs;
  return wanted.map(({ id, staffId, addOns = [] }: WantedService) => {
    const service = findRecord(services(world), request, { id, name: 'Service' });
    const addOnMinutes = addOns.reduce(
      (sum: number, addOn: { duration?: number; quantity?: number }) =>
        sum + (addOn.duration ?? 0) * (addOn.quantity ?? 1),
      0,
    );
    const ownMs = resolveDurationMs(service.serviceDuration ?? 30, service.serviceDurationUnit);
    const slot = { startMs, endMs: startMs + ownMs + addOnMinutes * 60_000 };
    const serviceStaffId = chooseStaff(world, service, staffId, slot, visit);
    startMs = slot.endMs;
    return {
      id: service.id,
      serviceCategoryId: service.serviceCategoryId ?? '',
      serviceStaffId,
      serviceStartTime: formatInstant(slot.startMs, visit.timezone),
      serviceEndTime: formatInstant(slot.endMs, visit.timezone),
      serviceResources: [],
      serviceAddOns: addOns.map((addOn: { id: string; quantity?: number }) => ({
        id: addOn.id,
        quantity: addOn.quantity ?? 1,
      })),
    };
  });
}

function parseVisit(world: World, request: SandboxRequest, timezone: string, startTime: string): Visit {
  if (!isTimeZone(timezone)) throw unprocessable(['timezone must be a valid timezone']);
  const startMs = parseInstant(startTime, 'startTime');
  const { overrideAvailability = false, skipSchedulingNotice = false } = request.query;
  if (startMs < world.now() && overrideAvailability !== true && skipSchedulingNotice !== true) throw refuseSlot();
  return { startMs, timezone, mayOverlap: overrideAvailability === true };
}

function resolvePlace(world: World, request: SandboxRequest): string {
  const { serviceLocationId } = request.body;
  if (serviceLocationId === undefined) return serviceLocations(world).inLocation(request.locationId)[0]?.id ?? '';
  return findRecord(serviceLocations(world), request, { id: serviceLocationId, name: 'Service location' }).id;
}

const listBookings: Handler = (request, world) => {
  const { query } = request;
  const startMs = parseEpochMs(query.startTime, 'startTime');
  const endMs = parseEpochMs(query.endTime, 'endTime');
  const { serviceLocationId } = query;
  const found = serviceBookings(world)
    .inLocation(request.locationId)
    .filter((booking) => Date.parse(booking.startTime) <= endMs && Date.parse(booking.endTime) >= startMs)
    .filter((booking) => serviceLocationId === undefined || booking.serviceLocationId === serviceLocationId);
  return { body: { bookings: found.map(formatBooking) } };
};

const createBooking: Handler = (request, world) => {
  const { body } = request;
  const contact = findContact(world, request, body.contactId);
  const serviceLocationId = resolvePlace(world, request);
  const planned = planServices(world, request, parseVisit(world, request, body.timezone, body.startTime));
  const names = planned.map(({ id }) => services(world).get(id)?.name).join(', ');
  const booking = serviceBookings(world).insert({
    id: world.newId(),
    locationId: request.locationId,
    contactId: contact.id,
    serviceLocationId,
    title: body.title ?? `${contact.contactName ?? 'Guest'} - ${names}`,
    startTime: body.startTime,
    endTime: planned.at(-1)?.serviceEndTime ?? body.endTime,
    services: planned,
    timezone: body.timezone,
    status: body.status ?? 'confirmed',
    ...(body.meetingLocation === undefined ? {} : { meetingLocation: body.meetingLocation }),
    createdBy: { source: 'third_party' },
    dateAdded: world.timestamp(),
    dateUpdated: world.timestamp(),
  });
  return { body: { ...formatBooking(booking), messages: [] } };
};

const getBooking: Handler = (request, world) => ({ body: formatBooking(findBooking(world, request)) });

/** A new time alone moves the services that are booked; new services are planned afresh. */
function replan(world: World, request: SandboxRequest, before: ServiceBooking): Partial<ServiceBooking> {
  const { body } = request;
  if (body.startTime === undefined && body.services === undefined) return {};
  const startTime: string = body.startTime ?? before.startTime;
  const visit = parseVisit(world, request, body.timezone ?? before.timezone, startTime);
  const kept = before.services.map(({ id, serviceStaffId }) => ({ id, staffId: serviceStaffId }));
  const wanted = { ...request, body: { ...body, services: body.services ?? kept } };
  const planned = planServices(world, wanted, { ...visit, bookingId: before.id });
  return { startTime, endTime: planned.at(-1)?.serviceEndTime ?? before.endTime, services: planned };
}

const updateBooking: Handler = (request, world) => {
  const before = findBooking(world, request);
  const { body } = request;
  const booking = serviceBookings(world).update(before.id, {
    ...replan(world, request, before),
    title: body.title ?? before.title,
    status: body.status ?? before.status,
    timezone: body.timezone ?? before.timezone,
    ...(body.serviceLocationId === undefined ? {} : { serviceLocationId: resolvePlace(world, request) }),
    ...(body.meetingLocation === undefined ? {} : { meetingLocation: body.meetingLocation }),
    dateUpdated: world.timestamp(),
  });
  return { body: { ...formatBooking(booking), messages: [] } };
};

const deleteBooking: Handler = (request, world) => ({
  body: {
    success: serviceBookings(world).delete(findBooking(world, request).id),
    message: 'Service booking deleted successfully',
  },
});

export const serviceBookingHandlers = {
  'GET /calendars/services/bookings': listBookings,
  'POST /calendars/services/bookings': createBooking,
  'GET /calendars/services/bookings/{bookingId}': getBooking,
  'PUT /calendars/services/bookings/{bookingId}': updateBooking,
  'DELETE /calendars/services/bookings/{bookingId}': deleteBooking,
} satisfies Handlers;
