/** The newer services menu (v3): what is offered, where, and what has been booked. */
import type { Collection, SandboxRecord, World } from '../../world.ts';
import type { DurationUnit } from './records.ts';
import type { Interval } from './slots.ts';

/** Length, buffers and price, of a service or of one of its variations. */
export interface ServiceTerms {
  readonly serviceDuration?: number;
  readonly serviceDurationUnit?: DurationUnit;
  readonly preBuffer?: number;
  readonly preBufferUnit?: DurationUnit;
  readonly postBuffer?: number;
  readonly postBufferUnit?: DurationUnit;
  readonly payment?: unknown;
}

export interface Service extends SandboxRecord, ServiceTerms {
  readonly name: string;
  readonly slug: string;
  readonly description?: string;
  readonly eventColor?: string;
  readonly coverImage?: string;
  readonly serviceCategoryId?: string;
  readonly isPrivate: boolean;
  readonly formId?: string;
  readonly variations: readonly (ServiceTerms & { readonly id: string; readonly name: string })[];
  readonly staff: readonly { readonly id: string }[];
}

export interface ServiceLocation extends SandboxRecord {
  readonly name: string;
  readonly slug: string;
  readonly isActive: boolean;
  readonly isPrivate: boolean;
  readonly coverImage?: string;
  readonly locationType: 'offline' | 'ask_booker';
  readonly address?: string;
  readonly phone?: string;
}

export interface BookedService {
  readonly id: string;
  readonly serviceCategoryId: string;
  readonly serviceStaffId: string;
  readonly serviceStartTime: string;
  readonly serviceEndTime: string;
  readonly serviceResources: readonly { readonly id: string }[];
  readonly serviceAddOns: readonly { readonly id: string; readonly quantity: number }[];
}

export interface ServiceBooking extends SandboxRecord {
  readonly contactId: string;
  readonly serviceLocationId: string;
  readonly title: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly services: readonly BookedService[];
  readonly timezone: string;
  readonly status: 'confirmed' | 'cancelled' | 'invalid' | 'new' | 'showed' | 'no_show';
  readonly meetingLocation?: string;
  readonly createdBy: { readonly source: string; readonly userId?: string };
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export const services = (world: World): Collection<Service> => world.collection<Service>('services');
export const serviceLocations = (world: World): Collection<ServiceLocation> =>
  world.collection<ServiceLocation>('service-locations');
export const serviceBookings = (world: World): Collection<ServiceBooking> =>
  world.collection<ServiceBooking>('service-bookings');

/** When someone is busy with booked services; one booking may be left out. */
export function listServiceTimes(
  world: World,
  locationId: string,
  staffId: string,
  exceptBookingId?: string,
): Interval[] {
  return serviceBookings(world)
    .inLocation(locationId)
    .filter(({ id, status }) => id !== exceptBookingId && status !== 'cancelled' && status !== 'invalid')
    .flatMap(({ services: booked }) => booked)
    .filter(({ serviceStaffId }) => serviceStaffId === staffId)
    .map(({ serviceStartTime, serviceEndTime }) => ({
      startMs: Date.parse(serviceStartTime),
      endMs: Date.parse(serviceEndTime),
    }));
}
