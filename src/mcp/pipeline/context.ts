/** Which location and company a call is about. Never remembered between calls. */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import type { ContextRole, Operation } from '../../catalogue/operation.ts';
import { CallRefusal } from './refusal.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/** What the operator fixed for this server, by flag or environment. */
export interface Pins {
  readonly locationId?: string | undefined;
  readonly companyId?: string | undefined;
}

export interface ResolvedContext {
  readonly args: Arguments;
  /** The location the call touches, where it is known. */
  readonly locationId: string | undefined;
  readonly companyId: string | undefined;
}

/**
 * Fills pinned ids into the arguments that stand for the location or company, and refuses any other value
 * there: the pin is an upper bound that no request relaxes. An argument named in `explicit` is the very
 * thing acted on (the location to delete), so it is compared but never filled in.
 *
 * @throws CallRefusal `wrong_location` when an argument contradicts a pin.
 */
export function resolveContext(
  operation: Pick<Operation, 'context' | 'security'>,
  args: Arguments,
  pins: Pins,
  explicit: readonly string[] = [],
): ResolvedContext {
  const filled: Record<string, unknown> = { ...args };
  const found: Partial<Record<ContextRole, string>> = {};
  const roles = Object.entries(operation.context ?? {});
  for (const [name, role] of roles) {
    const pin = role === 'company' ? pins.companyId : pins.locationId;
    const given = filled[name];
    if (role === 'location-list' && namesOtherThan(pin, given)) throw contradiction(name, 'location', pin ?? '');
    if (role !== 'location' && role !== 'company') continue;
    if (pin !== undefined && given !== undefined && given !== pin) throw contradiction(name, role, pin);
    if (pin !== undefined && given === undefined && !explicit.includes(name)) filled[name] = pin;
    if (typeof filled[name] === 'string') found[role] = filled[name];
  }
  // Says what the id beside it is, so it is filled in where there is one, and has one value only.
  for (const [name] of roles.filter(([, role]) => role === 'alt-type')) {
    if (filled[name] === undefined && found.location !== undefined) filled[name] = 'location';
    else if (filled[name] !== undefined && filled[name] !== 'location') throw wrongAltType(name);
  }
  return {
    args: filled,
    locationId: found.location ?? (isForAgencies(operation) ? undefined : pins.locationId),
    companyId: found.company ?? pins.companyId,
  };
}

/**
 * The arguments of an operation that an agent need not see, because they are filled in: by the operator's pins, and
 * those with one value only (`altType`) always.
 */
export function listPinnedArguments(
  context: Readonly<Record<string, ContextRole>> | undefined,
  pins: Pins,
  explicit: readonly string[] = [],
): string[] {
  return Object.entries(context ?? {})
    .filter(([name, role]) => {
      if (explicit.includes(name) || role === 'location-list') return false;
      if (role === 'alt-type') return true;
      return role === 'company' ? pins.companyId !== undefined : pins.locationId !== undefined;
    })
    .map(([name]) => name);
}

/** Says which location a call is about where the operation has no argument for it: its token alone would say so. */
export const placeName = 'locationId';

/** Whether an operation can be about a location and has no argument for it. */
export function takesPlace({ context = {}, level }: Pick<OperationRow, 'context' | 'level'>): boolean {
  return level !== 'agency' && !Object.values(context).includes('location');
}

/** Fields that name a location wherever they stand; `altId` does beside an `altType`. */
const locationFields: ReadonlySet<string> = new Set(['locationId', 'location_id', 'locationIds', 'providerLocationId']);

/**
 * Holds a pinned location against every level of what is about to be sent: bodies carry locations inside of what
 * they create, and menus can be shown to all. To be asked after parsing, which reads objects out of text.
 *
 * @throws CallRefusal `wrong_location`
 */
export function assertWithinPin(value: unknown, pin: string | undefined): void {
  if (pin === undefined || typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    const namesLocation = locationFields.has(name) || (name === 'altId' && 'altType' in value);
    if (namesLocation && item !== null && namesOtherThan(pin, item)) throw contradiction(name, 'location', pin);
    if (name === 'showToAllLocations' && item === true) throw contradiction(name, 'location', pin);
    assertWithinPin(item, pin);
  }
}

/** Stands for every location at once, where a menu is shown to all. */
const ALL_LOCATIONS = '*';

/** Every location that a value names, at any depth. */
export function listNamedLocations(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const namesLocation = locationFields.has(name) || (name === 'altId' && 'altType' in value);
    const own = namesLocation ? [item].flat().filter((id) => typeof id === 'string') : [];
    if (name === 'showToAllLocations' && item === true) own.push(ALL_LOCATIONS);
    return [...own, ...listNamedLocations(item)];
  });
}

/**
 * Holds what a write names inside against the location that it is about: nobody means to write into two of them at once.
 *
 * @throws CallRefusal `wrong_location`
 */
export function assertOneLocation(args: Arguments, locationId: string | undefined): void {
  if (locationId === undefined || listNamedLocations(args).every((id) => id === locationId)) return;
  throw new CallRefusal('wrong_location', `The call is about location ${locationId} and names another one inside.`, {
    advice: 'Name one location, the same by its id at every depth. Another one needs a call of its own.',
  });
}

/** Every location that a call names: at any depth, and in the arguments that stand for one under another name. */
export function listCallLocations(context: Operation['context'], args: Arguments): string[] {
  const byRole = Object.entries(context ?? {})
    .filter(([, role]) => role === 'location' || role === 'location-list')
    .flatMap(([name]) => [args[name]].flat())
    .filter((id) => typeof id === 'string');
  return [...byRole, ...listNamedLocations(args)];
}

/** An operation of the agency touches what no pinned location bounds. */
function isForAgencies({ security }: Pick<Operation, 'security'>): boolean {
  return security.length > 0 && security.every((scheme) => scheme.startsWith('Agency-Access'));
}

/** Whether anything in the list, of whatever shape, is another id than the pinned one. */
function namesOtherThan(pin: string | undefined, list: unknown): boolean {
  return pin !== undefined && list !== undefined && [list].flat().some((item) => item !== pin);
}

function contradiction(name: string, role: 'location' | 'company', pin: string): CallRefusal {
  const flag = role === 'location' ? 'HIGHLEVEL_LOCATION_ID' : 'HIGHLEVEL_COMPANY_ID';
  return new CallRefusal('wrong_location', `${name} is not the ${role} this server is pinned to (${pin}).`, {
    advice: `Leave ${name} out to work in ${pin}. Another ${role} needs a server started with another ${flag}.`,
  });
}

function wrongAltType(name: string): CallRefusal {
  return new CallRefusal('invalid_arguments', `${name} can only be "location".`, { advice: `Leave ${name} out.` });
}
