/** What a domain of the sandbox is: handlers over the world, and the data that the world starts with. */
import type { Handlers } from './handler.ts';
import type { World } from './world.ts';

/** A place of business of the seeded agency. */
export interface SeedLocation {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** IANA name. */
  readonly timezone: string;
}

/** A colleague: becomes a user. The first two manage the first and the second location. */
export interface SeedUser {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly type: 'agency' | 'account';
  readonly role: 'admin' | 'user';
  readonly locationIds: readonly string[];
}

/** A customer: becomes a contact. Everything about them is invented; addresses and numbers cannot be reached. */
export interface Person {
  /** The id that the contact gets, so that every domain can refer to it. */
  readonly contactId: string;
  readonly locationId: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Unique, at a reserved example domain. */
  readonly email: string;
  /** Unique, E.164, within 555-0100 to 555-0199. */
  readonly phone: string;
  /** About one in three works for a company. */
  readonly companyName?: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly country: string;
  readonly timezone: string;
  readonly type: 'lead' | 'customer';
  readonly source: string;
  /** From a small set, so that tags are shared. */
  readonly tags: readonly string[];
  /** The colleague who looks after them, if any. */
  readonly assignedTo?: string;
  /** ISO time within the last 180 days. */
  readonly dateAdded: string;
}

export interface SeedContext {
  readonly world: World;
  readonly locations: readonly [SeedLocation, SeedLocation];
  readonly users: readonly SeedUser[];
  /** 200, of whom the first 120 belong to the first location, oldest `dateAdded` first within a location. */
  readonly people: readonly Person[];
  peopleIn(locationId: string): readonly Person[];
  usersIn(locationId: string): readonly SeedUser[];
  /** Epoch milliseconds of local midnight, `daysFromToday` from the day of `world.now()`, in an IANA timezone. */
  startOfDay(daysFromToday: number, timezone: string): number;
  /** ISO time this many days before now (negative: in the future). Fractions allowed. */
  daysAgo(days: number): string;
  /** One of the items, from the world's random. */
  pick<T>(items: readonly T[]): T;
  /** An integer from `min` to `max`, both included. */
  between(min: number, max: number): number;
}

export type PageReply =
  | { readonly status: number; readonly html: string }
  | { readonly status: 302; readonly location: string };

/** A page of HighLevel's own web site, for what is no operation of its API. */
export type Page = (query: URLSearchParams, world: World) => PageReply;

/** What `src/sandbox/domains/<name>/index.ts` exports as `domain`. */
export interface Domain {
  readonly name: string;
  readonly handlers: Handlers;
  /** What people open in a browser, by path. */
  readonly pages?: Readonly<Record<string, Page>>;
  /** Runs once, when the world is empty, in the order of `domains/index.ts`. Writes straight into the collections. */
  seed?(context: SeedContext): void;
}
