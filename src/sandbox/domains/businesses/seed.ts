/** One business for every company that the seeded people of a location work for. */
import type { Person, SeedContext } from '../../domain.ts';
import { businesses } from './records.ts';

export function seedBusinesses(context: SeedContext): void {
  for (const { id } of context.locations) {
    for (const [name, [person]] of groupByCompany(context.peopleIn(id))) {
      if (person) seedBusiness(context, name, person);
    }
  }
}

function groupByCompany(people: readonly Person[]): Map<string, Person[]> {
  return Map.groupBy(
    people.filter((person) => person.companyName !== undefined),
    (person) => person.companyName as string,
  );
}

/** The company sits where the first of its people lives. */
function seedBusiness({ world }: SeedContext, name: string, person: Person): void {
  const host = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example.com`;
  const author = {
    source: 'WEB_USER',
    channel: 'APP',
    sourceId: person.assignedTo ?? person.contactId,
    createdAt: person.dateAdded,
  } as const;
  businesses(world).insert({
    id: world.newObjectId(),
    locationId: person.locationId,
    name,
    email: `office@${host}`,
    website: `https://${host}`,
    address: person.address,
    city: person.city,
    state: person.state,
    postalCode: person.postalCode,
    country: person.country,
    createdBy: author,
    updatedBy: author,
    createdAt: person.dateAdded,
    updatedAt: person.dateAdded,
  });
}
