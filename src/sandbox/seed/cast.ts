/** Who appears in the seeded agency: its two places of business, its staff and 200 customers. All invented. */
import type { Person, SeedLocation, SeedUser } from '../domain.ts';
import type { World } from '../world.ts';
import { companyNames, firstNames, homes, lastNames, sources, streets, type Town, tagPool } from './names.ts';
import { createNumberBook, pickFrom } from './pick.ts';

export interface Cast {
  readonly locations: readonly [SeedLocation, SeedLocation];
  readonly users: readonly SeedUser[];
  readonly people: readonly Person[];
}

const peoplePerLocation = [120, 80] as const;
const dayMs = 86_400_000;

/** Draws everybody from the world's random, in a fixed order, so that a seed always gives the same cast. */
export function createCast(world: World): Cast {
  const numbers = createNumberBook();
  const [first, second] = world.locationIds;
  const locations = [
    buildLocation(first, 'Lakeview Dental Studio', 'lakeview-dental', homes[0], numbers),
    buildLocation(second, 'Summit Ridge Fitness', 'summit-ridge-fitness', homes[1], numbers),
  ] as const;
  const users = buildUsers(world, numbers);
  const used = new Set<string>();
  const people = locations.flatMap((location, index) => {
    const towns = homes[index] ?? [];
    const staff = users.filter((user) => user.type === 'account' && user.locationIds.includes(location.id));
    const count = peoplePerLocation[index] ?? 0;
    const group = Array.from({ length: count }, () => buildPerson({ world, location, towns, staff, numbers, used }));
    return group.sort((a, b) => a.dateAdded.localeCompare(b.dateAdded));
  });
  return { locations, users, people };
}

type NumberBook = ReturnType<typeof createNumberBook>;

function buildLocation(
  id: string,
  name: string,
  host: string,
  towns: readonly Town[],
  numbers: NumberBook,
): SeedLocation {
  const town = towns[0];
  if (town === undefined) throw new Error('a location needs a town');
  return {
    id,
    name,
    email: `hello@${host}.example.com`,
    phone: numbers.next(town.areaCode),
    website: `https://${host}.example.com`,
    address: `100 ${streets[0]}`,
    city: town.city,
    state: town.state,
    postalCode: town.postalCode,
    country: 'US',
    timezone: town.timezone,
  };
}

/** An agency owner, then a manager and two more for each location. */
function buildUsers(world: World, numbers: NumberBook): SeedUser[] {
  const [first, second] = world.locationIds;
  const roster = [
    ['Morgan', 'Ellery', 'account', 'admin', [first]],
    ['Priya', 'Castellan', 'account', 'admin', [second]],
    ['Theo', 'Lindqvist', 'account', 'user', [first]],
    ['Naomi', 'Abernathy', 'account', 'user', [first]],
    ['Jonas', 'Okonedo', 'account', 'user', [second]],
    ['Camille', 'Vance', 'account', 'user', [second]],
    ['Robin', 'Hartwell', 'agency', 'admin', [first, second]],
  ] as const;
  return roster.map(([firstName, lastName, type, role, locationIds]) => ({
    userId: world.newId(),
    firstName,
    lastName,
    email: `${firstName}.${lastName}@brightwater-agency.example.com`.toLowerCase(),
    phone: numbers.next('646'),
    type,
    role,
    locationIds,
  }));
}

interface PersonSources {
  readonly world: World;
  readonly location: SeedLocation;
  readonly towns: readonly Town[];
  readonly staff: readonly SeedUser[];
  readonly numbers: NumberBook;
  readonly used: Set<string>;
}

function buildPerson({ world, location, towns, staff, numbers, used }: PersonSources): Person {
  const pick = <T>(items: readonly T[]): T => pickFrom(world, items);
  let firstName = pick(firstNames);
  let lastName = pick(lastNames);
  while (used.has(`${firstName} ${lastName}`)) {
    firstName = pick(firstNames);
    lastName = pick(lastNames);
  }
  used.add(`${firstName} ${lastName}`);
  const town = pick(towns);
  const isCustomer = world.random() < 0.4;
  const person: Person = {
    contactId: world.newId(),
    locationId: location.id,
    firstName,
    lastName,
    email: `${firstName}.${lastName}@${pick(['example.com', 'example.net', 'example.org'])}`.toLowerCase(),
    phone: numbers.next(town.areaCode),
    address: `${10 + Math.floor(world.random() * 990)} ${pick(streets)}`,
    city: town.city,
    state: town.state,
    postalCode: town.postalCode,
    country: 'US',
    timezone: town.timezone,
    type: isCustomer ? 'customer' : 'lead',
    source: pick(sources),
    tags: tagPool.filter(() => world.random() < 0.25),
    dateAdded: new Date(world.now() - Math.floor(world.random() * 180 * dayMs)).toISOString(),
  };
  const companyName = world.random() < 0.33 ? pick(companyNames) : undefined;
  const assignedTo = world.random() < 0.7 ? pick(staff).userId : undefined;
  return { ...person, ...(companyName && { companyName }), ...(assignedTo && { assignedTo }) };
}
