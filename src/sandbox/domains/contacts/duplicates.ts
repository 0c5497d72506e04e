/** The location's rule about duplicates of contacts: whether they are allowed, and what tells them apart. */
import { badRequest, type Refusal } from '../../errors.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { type Contact, contacts } from './records.ts';

export type MatchingField = 'email' | 'phone';

export interface Duplicate {
  readonly contact: Contact;
  readonly matchingField: MatchingField;
}

export interface Identifiers {
  readonly email?: string | undefined;
  /** E.164. */
  readonly phone?: string | undefined;
}

const usualOrder: readonly MatchingField[] = ['email', 'phone'];

export function hasDuplicatesAllowed(world: World, locationId: string): boolean {
  return locations(world).get(locationId)?.settings.allowDuplicateContact ?? false;
}

/**
 * The contact that the location takes for the same one: by its own fields in its own order, or by e-mail and then
 * phone where duplicates are allowed. Of several matches the oldest counts.
 */
export function findDuplicate(
  world: World,
  locationId: string,
  identifiers: Identifiers,
  exceptId?: string,
): Duplicate | undefined {
  const settings = locations(world).get(locationId)?.settings;
  const order = settings?.allowDuplicateContact ? usualOrder : (settings?.contactUniqueIdentifiers ?? usualOrder);
  const others = contacts(world)
    .inLocation(locationId)
    .filter((contact) => contact.id !== exceptId);
  for (const matchingField of order) {
    const contact = others.find((other) => isSame(other, identifiers, matchingField));
    if (contact) return { contact, matchingField };
  }
  return undefined;
}

/** Whether the contact has this value of the field; e-mail addresses are compared without regard to case. */
export function isSame(contact: Contact, identifiers: Identifiers, field: MatchingField): boolean {
  const [known, given] = [contact[field], identifiers[field]];
  return known !== undefined && given !== undefined && known.toLowerCase() === given.toLowerCase();
}

/** HighLevel's answer to a contact that would be a duplicate. */
export function duplicateRefusal({ contact, matchingField }: Duplicate): Refusal {
  return badRequest('This location does not allow duplicated contacts.', {
    meta: { contactId: contact.id, contactName: contact.contactName ?? '', matchingField },
  });
}
