/** A seeded account on a real socket with a clock that only tests move, and the official SDK to call it. */
import { type Appointment, type Calendar, calendars } from '../../../src/sandbox/domains/calendars/records.ts';
import { type Contact, contacts } from '../../../src/sandbox/domains/contacts/records.ts';
import type { SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import type { World } from '../../../src/sandbox/world.ts';
import { createClock, type Opened, openFullSandbox } from '../core/harness.ts';
import { connectSdk, type HighLevelSdk } from '../sdk.ts';

export interface Account extends Opened {
  readonly world: World;
  readonly sdk: HighLevelSdk;
  readonly clock: ReturnType<typeof createClock>;
  readonly locationId: string;
  readonly otherLocationId: string;
}

/** The clock stands at Monday, 2026-06-15, 12:00 UTC: 7 in the morning at the first location. */
export async function openAccount(options: SandboxOptions = {}): Promise<Account> {
  const clock = createClock();
  const rateLimit = { max: 1_000_000 };
  const opened = await openFullSandbox({ clock: clock.now, indexLagMs: 0, rateLimit, ...options });
  const { world, tokens } = opened.sandbox;
  const [locationId, otherLocationId] = world.locationIds;
  return { ...opened, world, clock, locationId, otherLocationId, sdk: connectSdk(opened.url, tokens.location) };
}

/** A contact of the location without any wish not to be disturbed. */
export function pickContact({ world, locationId }: Account, index = 0): Contact {
  const reachable = contacts(world)
    .inLocation(locationId)
    .filter(
      ({ dnd, dndSettings, email, phone, validEmail, bounceEmail, unsubscribeEmail }) =>
        !dnd &&
        dndSettings.SMS === undefined &&
        email !== undefined &&
        phone !== undefined &&
        validEmail !== false &&
        !bounceEmail &&
        !unsubscribeEmail,
    );
  return pickAt(reachable, index);
}

/** The seeded calendar of that type. */
export function pickCalendar({ world, locationId }: Account, type: Calendar['calendarType']): Calendar {
  const found = calendars(world)
    .inLocation(locationId)
    .filter(({ calendarType }) => calendarType === type);
  return pickAt(found, 0);
}

export function pickAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index} of ${items.length}`);
  return item;
}

/** What free-slots answers, as a list of starts in order. */
export function listStarts(answer: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(answer)
    .filter(([name]) => name !== 'traceId')
    .flatMap(([, day]) => (day as { slots: string[] }).slots);
}

export type Booking = Partial<Appointment> & { readonly startTime: string };

/** The body of a booking with nothing but what is needed. */
export function buildBooking(account: Account, calendar: { readonly id: string }, booking: Booking): never {
  const contactId = pickContact(account).id;
  return { calendarId: calendar.id, locationId: account.locationId, contactId, ...booking } as never;
}

/** A new calendar without a team: Monday to Friday, 10 to 16, half an hour each, nothing booked. */
export async function openCalendar({ sdk, locationId }: Account, settings: object = {}): Promise<Calendar> {
  const { calendar } = await sdk.calendars.createCalendar({
    locationId,
    name: 'Empty calendar',
    calendarType: 'event',
    openHours: [
      { daysOfTheWeek: [1, 2, 3, 4, 5], hours: [{ openHour: 10, openMinute: 0, closeHour: 16, closeMinute: 0 }] },
    ],
    ...settings,
  } as never);
  return calendar as unknown as Calendar;
}
