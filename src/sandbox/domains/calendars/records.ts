/** What the calendars domain keeps, and typed access to it. Other domains read through these accessors. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type CalendarType = 'round_robin' | 'event' | 'class_booking' | 'collective' | 'service_booking' | 'personal';

export interface Hours {
  readonly openHour: number;
  readonly openMinute: number;
  readonly closeHour: number;
  readonly closeMinute: number;
}

export interface OpenHours {
  /** 0 is Sunday. */
  readonly daysOfTheWeek: readonly number[];
  readonly hours: readonly Hours[];
}

/** Hours of one date, instead of those of its weekday. */
export interface CustomAvailability {
  readonly id?: string;
  /** ISO time; the date is its first ten characters. */
  readonly date: string;
  readonly hours: readonly Hours[];
  readonly deleted?: boolean;
}

export interface TeamMember {
  readonly userId: string;
  /** 0, 0.5 or 1; the highest is asked first. */
  readonly priority?: number;
  readonly isPrimary?: boolean;
  readonly meetingLocationType?: string;
  readonly meetingLocation?: string;
  readonly locationConfigurations?: readonly unknown[];
}

export type DurationUnit = 'mins' | 'hours' | 'days' | 'weeks' | 'months';

/** A calendar as HighLevel documents it, spelling included; fields that change nothing here are only kept. */
export interface Calendar extends SandboxRecord {
  readonly name: string;
  readonly description?: string;
  readonly slug: string;
  readonly widgetSlug: string;
  readonly calendarType: CalendarType;
  readonly eventType: string;
  readonly eventTitle: string;
  readonly eventColor: string;
  readonly isActive: boolean;
  readonly groupId?: string;
  readonly teamMembers?: readonly TeamMember[];
  readonly slotDuration: number;
  readonly slotDurationUnit: DurationUnit;
  readonly slotInterval: number;
  readonly slotIntervalUnit: DurationUnit;
  readonly slotBuffer?: number;
  readonly slotBufferUnit?: DurationUnit;
  readonly preBuffer?: number;
  readonly preBufferUnit?: DurationUnit;
  readonly appoinmentPerSlot: number;
  readonly appoinmentPerDay?: number;
  readonly allowBookingAfter?: number;
  readonly allowBookingAfterUnit?: DurationUnit;
  readonly allowBookingFor?: number;
  readonly allowBookingForUnit?: DurationUnit;
  readonly openHours: readonly OpenHours[];
  /** 1: only `availabilities`; 0: only `openHours`; absent: both. */
  readonly availabilityType?: 0 | 1;
  readonly availabilities?: readonly CustomAvailability[];
  readonly lookBusyConfig?: { readonly enabled: boolean; readonly LookBusyPercentage: number };
  readonly autoConfirm: boolean;
  readonly [other: string]: unknown;
}

export interface CalendarGroup extends SandboxRecord {
  readonly name: string;
  readonly description: string;
  readonly slug: string;
  readonly isActive: boolean;
}

export type AppointmentStatus = 'new' | 'confirmed' | 'cancelled' | 'showed' | 'noshow' | 'invalid';

export interface Appointment extends SandboxRecord {
  readonly calendarId: string;
  readonly contactId: string;
  readonly groupId?: string;
  readonly title: string;
  readonly appointmentStatus: AppointmentStatus;
  /** Absent for calendars without a team (event calendars). */
  readonly assignedUserId?: string;
  readonly users: readonly string[];
  readonly address?: string;
  readonly description?: string;
  readonly notes?: string;
  readonly meetingLocationType?: string;
  readonly meetingLocationId?: string;
  /** ISO time with the offset in which it was booked. */
  readonly startTime: string;
  readonly endTime: string;
  readonly isRecurring: boolean;
  readonly rrule?: string;
  /** The first appointment of the series, on its later instances. */
  readonly masterEventId?: string;
  readonly assignedResources: readonly string[];
  readonly createdBy: { readonly source: string; readonly userId?: string };
  /** ISO time in UTC. */
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

/** Time that nobody can book, of a calendar or of a person: never of both. */
export interface BlockedSlot extends SandboxRecord {
  readonly title: string;
  readonly calendarId?: string;
  readonly assignedUserId?: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export interface AppointmentNote extends SandboxRecord {
  readonly appointmentId: string;
  readonly contactId: string;
  readonly body: string;
  readonly userId?: string;
  readonly dateAdded: string;
}

export interface CalendarResource extends SandboxRecord {
  readonly resourceType: 'equipments' | 'rooms';
  readonly name: string;
  readonly description?: string;
  readonly quantity?: number;
  readonly outOfService?: number;
  readonly capacity?: number;
  readonly calendarIds: readonly string[];
  readonly isActive: boolean;
}

export interface CalendarNotification extends SandboxRecord {
  readonly calendarId: string;
  readonly isActive: boolean;
  readonly deleted: boolean;
  /** The rest as it was given. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface ScheduleRule {
  readonly type: 'wday' | 'date';
  readonly intervals: readonly { readonly from: string; readonly to: string }[];
  readonly date?: string;
  readonly day?: string;
}

/** When one person can be booked, on the calendars it is applied to. */
export interface Schedule extends SandboxRecord {
  readonly name: string;
  readonly userId: string;
  readonly calendarIds: readonly string[];
  readonly rules: readonly ScheduleRule[];
  readonly timezone: string;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

/** When a calendar without a team can be booked. The id is the calendar's. */
export interface EventCalendarSchedule extends SandboxRecord {
  readonly rules: readonly ScheduleRule[];
  readonly timezone: string;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

/** The time zones in which slots of a calendar were handed out: a booking repeats one of those texts. */
export interface OfferedZones extends SandboxRecord {
  readonly zones: readonly string[];
}

export const calendars = (world: World): Collection<Calendar> => world.collection<Calendar>('calendars');
export const calendarGroups = (world: World): Collection<CalendarGroup> =>
  world.collection<CalendarGroup>('calendar-groups');
export const appointments = (world: World): Collection<Appointment> => world.collection<Appointment>('appointments');
export const blockedSlots = (world: World): Collection<BlockedSlot> => world.collection<BlockedSlot>('blocked-slots');
export const appointmentNotes = (world: World): Collection<AppointmentNote> =>
  world.collection<AppointmentNote>('appointment-notes');
export const calendarResources = (world: World): Collection<CalendarResource> =>
  world.collection<CalendarResource>('calendar-resources');
export const calendarNotifications = (world: World): Collection<CalendarNotification> =>
  world.collection<CalendarNotification>('calendar-notifications');
export const schedules = (world: World): Collection<Schedule> => world.collection<Schedule>('calendar-schedules');
export const eventCalendarSchedules = (world: World): Collection<EventCalendarSchedule> =>
  world.collection<EventCalendarSchedule>('event-calendar-schedules');
export const offeredZones = (world: World): Collection<OfferedZones> =>
  world.collection<OfferedZones>('calendar-offered-zones');
