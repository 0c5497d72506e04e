/** Create, upsert, read, update and delete of contacts. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { answer, resolveContact } from './access.ts';
import { duplicateRefusal, findDuplicate, hasDuplicatesAllowed, isSame, type MatchingField } from './duplicates.ts';
import { formatContact, formatCreated } from './format.ts';
import { buildContactName, type ContactChange, parseContact } from './input.ts';
import { type Contact, contacts, deletedContacts } from './records.ts';
import { deleteDependants } from './remove.ts';
import { setTags } from './tags.ts';

function insertContact(world: World, locationId: string, given: ContactChange): Contact {
  const now = world.timestamp();
  const contact = {
    type: 'lead',
    source: 'public api',
    country: locations(world).get(locationId)?.country ?? 'US',
    followers: [],
    tags: [],
    dnd: false,
    dndSettings: {},
    customFields: [],
    bounceEmail: false,
    unsubscribeEmail: false,
    ...given,
    id: world.newId(),
    locationId,
    dateAdded: now,
    dateUpdated: now,
  };
  const created = contacts(world).insert(contact as Contact);
  return setTags(world, created, created.tags);
}

/** Writes the change, the tags through the location's list. */
function saveContact(world: World, contact: Contact, change: ContactChange): Contact {
  const saved = contacts(world).update(contact.id, { ...change, dateUpdated: world.timestamp() } as Partial<Contact>);
  return change.tags ? setTags(world, saved, change.tags) : saved;
}

/** Throws 400 when another contact of the location already has the e-mail or the phone. */
function refuseDuplicate(world: World, locationId: string, change: ContactChange, exceptId?: string): void {
  if (hasDuplicatesAllowed(world, locationId)) return;
  const duplicate = findDuplicate(world, locationId, change, exceptId);
  if (duplicate) throw duplicateRefusal(duplicate);
}

/**
 * What an upsert may write on the contact it matched: an e-mail or phone that belongs to somebody else is
 * ignored, so that no duplicate comes to be.
 */
function withoutTakenFields(world: World, contact: Contact, change: ContactChange): ContactChange {
  if (hasDuplicatesAllowed(world, contact.locationId)) return change;
  const others = contacts(world)
    .inLocation(contact.locationId)
    .filter((other) => other.id !== contact.id);
  const allowed = { ...change };
  for (const field of ['email', 'phone'] satisfies MatchingField[]) {
    if (others.some((other) => isSame(other, change, field))) delete allowed[field];
  }
  return { ...allowed, contactName: buildContactName({ ...contact, ...allowed }) };
}

function upsert(request: SandboxRequest, world: World): { readonly isNew: boolean; readonly contact: Contact } {
  const { body, locationId } = request;
  const mustCreate = body.createNewIfDuplicateAllowed === true && hasDuplicatesAllowed(world, locationId);
  const given = parseContact(body, world, locationId);
  const known = mustCreate ? undefined : findDuplicate(world, locationId, given)?.contact;
  if (known === undefined) return { isNew: true, contact: insertContact(world, locationId, given) };
  const change = withoutTakenFields(world, known, parseContact(body, world, locationId, known));
  return { isNew: false, contact: saveContact(world, known, change) };
}

export const crudHandlers: Handlers = {
  'POST /contacts/': (request, world) => {
    const given = parseContact(request.body, world, request.locationId);
    refuseDuplicate(world, request.locationId, given);
    return answer(request, { contact: formatCreated(insertContact(world, request.locationId, given)) });
  },

  'POST /contacts/upsert': (request, world) => {
    const { isNew, contact } = upsert(request, world);
    return answer(request, { new: isNew, contact: formatContact(contact) });
  },

  'GET /contacts/{contactId}': (request, world) =>
    answer(request, { contact: formatContact(resolveContact(request, world)) }),

  'PUT /contacts/{contactId}': (request, world) => {
    const contact = resolveContact(request, world);
    const change = parseContact(request.body, world, contact.locationId, contact);
    refuseDuplicate(world, contact.locationId, change, contact.id);
    return answer(request, { succeded: true, contact: formatContact(saveContact(world, contact, change)) });
  },

  'DELETE /contacts/{contactId}': (request, world) => {
    const { id, locationId } = resolveContact(request, world);
    deleteDependants(world, id, locationId);
    contacts(world).delete(id);
    deletedContacts(world).insert({ id, locationId, dateDeleted: world.timestamp() });
    return answer(request, { succeded: true });
  },

  'GET /contacts/search/duplicate': (request, world) => {
    const { email, number } = request.query;
    if (!email && !number) throw badRequest('Either email or number is required');
    const identifiers = parseContact({ email, phone: number }, world, request.locationId);
    const duplicate = findDuplicate(world, request.locationId, identifiers);
    if (!duplicate) return answer(request, { contact: null });
    const { contact, matchingField } = duplicate;
    return answer(request, { contact: formatContact(contact), matchingField });
  },
};
