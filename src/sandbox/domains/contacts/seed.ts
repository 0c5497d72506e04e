/** The contacts of a new world, with notes, tasks, custom field values and a few wishes not to be disturbed. */
import type { Person, SeedContext } from '../../domain.ts';
import { businesses } from '../businesses/records.ts';
import { ensureTag, type LocationCustomField } from '../locations/records.ts';
import { contactFields } from './custom-fields.ts';
import { type Contact, type CustomFieldValue, contacts, type DndSettings, notes, tasks } from './records.ts';

export function seedContacts(context: SeedContext): void {
  for (const { id: locationId } of context.locations) {
    const fields = contactFields(context.world, locationId);
    for (const [index, person] of context.peopleIn(locationId).entries()) {
      const contact = seedContact(context, person, index, fields);
      if (index % 4 === 0) seedNote(context, contact);
      if (index % 5 === 0) seedTask(context, contact, index % 10 === 0);
    }
  }
}

function seedContact(context: SeedContext, person: Person, index: number, fields: LocationCustomField[]): Contact {
  const { world } = context;
  const { contactId, address, ...same } = person;
  const { locationId, dateAdded, companyName, assignedTo } = person;
  for (const name of person.tags) ensureTag(world, locationId, name);
  const business = businesses(world)
    .inLocation(locationId)
    .find((one) => one.name === companyName);
  const medium = person.source.endsWith('form') ? 'form' : 'manual';
  return contacts(world).insert({
    ...same,
    id: contactId,
    contactName: `${person.firstName} ${person.lastName}`,
    address1: address,
    ...(business && { businessId: business.id }),
    ...(index % 3 === 0 && { dateOfBirth: buildBirthday(context) }),
    followers: index % 10 === 0 && assignedTo !== undefined ? [assignedTo] : [],
    ...buildDnd(index),
    customFields: index % 2 === 0 ? fields.flatMap((field) => buildValue(context, field)) : [],
    attributionSource: { url: `https://example.com/${medium}`, medium, utmSource: person.source },
    validEmail: index % 9 !== 8,
    bounceEmail: index % 40 === 39,
    unsubscribeEmail: index % 25 === 24,
    lastActivity: dateAdded,
    dateUpdated: dateAdded,
  });
}

/** Every twentieth person wants no contact at all, another twentieth no SMS. */
function buildDnd(index: number): { readonly dnd: boolean; readonly dndSettings: DndSettings } {
  if (index % 20 === 7) return { dnd: true, dndSettings: { SMS: { status: 'active' }, Email: { status: 'active' } } };
  if (index % 20 === 13) return { dnd: false, dndSettings: { SMS: { status: 'permanent', message: 'Replied STOP' } } };
  return { dnd: false, dndSettings: {} };
}

function buildBirthday({ between }: SeedContext): string {
  return new Date(Date.UTC(between(1950, 2004), between(0, 11), between(1, 28))).toISOString();
}

/** A value that fits the field; none for files, signatures and the like. */
function buildValue(context: SeedContext, field: LocationCustomField): CustomFieldValue[] {
  const value = (() => {
    switch (field.dataType) {
      case 'TEXT':
      case 'LARGE_TEXT':
        return context.pick(['Yes', 'None known', 'To be asked', 'See last visit']);
      case 'NUMERICAL':
      case 'MONETORY':
      case 'FLOAT':
        return context.between(1, 60) * 5;
      case 'DATE':
        return context.daysAgo(context.between(1, 300)).slice(0, 10);
      case 'SINGLE_OPTIONS':
      case 'RADIO':
        return context.pick(field.picklistOptions ?? []);
      case 'MULTIPLE_OPTIONS':
      case 'CHECKBOX':
        return [context.pick(field.picklistOptions ?? [])];
      default:
        return undefined;
    }
  })();
  return value === undefined ? [] : [{ id: field.id, value }];
}

function seedNote({ world, pick }: SeedContext, { id: contactId, locationId, assignedTo, dateAdded }: Contact): void {
  const body = pick([
    'Prefers to be called in the afternoon.',
    'Asked for a quote, wants to compare first.',
    'Met at the open day. Very interested.',
    'Has questions about payment in instalments.',
  ]);
  notes(world).insert({
    ...{ id: world.newId(), locationId, contactId, body, pinned: false, dateAdded },
    ...(assignedTo !== undefined && { userId: assignedTo }),
  });
}

function seedTask(context: SeedContext, { id: contactId, locationId, assignedTo }: Contact, completed: boolean): void {
  const { world, pick, daysAgo, between } = context;
  const title = pick(['Call back', 'Send the price list', 'Confirm the appointment', 'Ask for a review']);
  const dueDate = daysAgo(completed ? between(1, 20) : -between(1, 14));
  tasks(world).insert({
    ...{ id: world.newId(), locationId, contactId, title, body: '', dueDate, completed },
    ...(assignedTo !== undefined && { assignedTo }),
  });
}
