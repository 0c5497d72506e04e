/** Tags of contacts: add, remove, and both for many contacts at once. */
import { unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { ensureTag } from '../locations/records.ts';
import { answer, resolveContact } from './access.ts';
import { type Contact, contacts, deletedContacts } from './records.ts';

/** Lower case, without blanks around them, each once: the form in which HighLevel keeps tags. */
export function normalizeTags(tags: readonly string[]): string[] {
  const names = tags.map((tag) => tag.trim().toLowerCase());
  return [...new Set(names)].filter((name) => name !== '');
}

/** Sets the contact's tags; new names join the list of the location. */
export function setTags(world: World, contact: Contact, tags: readonly string[]): Contact {
  for (const name of tags) ensureTag(world, contact.locationId, name);
  return contacts(world).update(contact.id, { tags, dateUpdated: world.timestamp() });
}

interface TagChange {
  readonly tags: readonly string[];
  readonly tagsAdded: readonly string[];
  readonly tagsRemoved: readonly string[];
}

function addTags(world: World, contact: Contact, names: readonly string[]): TagChange {
  const tagsAdded = normalizeTags(names).filter((name) => !contact.tags.includes(name));
  const { tags } = tagsAdded.length > 0 ? setTags(world, contact, [...contact.tags, ...tagsAdded]) : contact;
  return { tags, tagsAdded, tagsRemoved: [] };
}

function removeTags(world: World, contact: Contact, names: readonly string[]): TagChange {
  const unwanted = normalizeTags(names);
  const tagsRemoved = contact.tags.filter((name) => unwanted.includes(name));
  const rest = contact.tags.filter((name) => !unwanted.includes(name));
  const { tags } = tagsRemoved.length > 0 ? setTags(world, contact, rest) : contact;
  return { tags, tagsAdded: [], tagsRemoved };
}

/** Why a contact of a bulk request cannot be changed, in HighLevel's words; undefined: it can. */
function findObstacle(world: World, contactId: string, locationId: string): string | undefined {
  const contact = contacts(world).get(contactId);
  if (contact) return contact.locationId === locationId ? undefined : 'contact does not belong to location';
  if (!/^[A-Za-z0-9]{20}$/.test(contactId)) return 'contact id is not a valid firebase id';
  return deletedContacts(world).get(contactId) ? 'contact is deleted' : 'contact not found';
}

function updateMany(request: SandboxRequest, world: World): readonly Record<string, unknown>[] {
  const { type } = request.path;
  const { contacts: contactIds, tags, removeAllTags = false } = request.body;
  if (type !== 'add' && type !== 'remove') {
    throw unprocessable(['type must be one of the following values: add, remove']);
  }
  if (removeAllTags && type === 'add') throw unprocessable(['removeAllTags can only be used with type remove']);
  return (contactIds as string[]).map((contactId) => {
    const obstacle = findObstacle(world, contactId, request.locationId);
    if (obstacle !== undefined) return { contactId, message: obstacle, type: 'error' };
    const contact = contacts(world).get(contactId) as Contact;
    const change =
      type === 'add' ? addTags(world, contact, tags) : removeTags(world, contact, removeAllTags ? contact.tags : tags);
    const { tagsAdded, tagsRemoved } = change;
    return { contactId, message: 'Tags updated', type: 'success', oldTags: contact.tags, tagsAdded, tagsRemoved };
  });
}

export const tagHandlers: Handlers = {
  'POST /contacts/{contactId}/tags': (request, world) => {
    const { tags, tagsAdded } = addTags(world, resolveContact(request, world), request.body.tags);
    return answer(request, { tags, tagsAdded });
  },

  'DELETE /contacts/{contactId}/tags': (request, world) => {
    const { tags, tagsRemoved } = removeTags(world, resolveContact(request, world), request.body.tags);
    return answer(request, { tags, tagsRemoved });
  },

  'POST /contacts/bulk/tags/update/{type}': (request, world) => {
    const responses = updateMany(request, world);
    const errorCount = responses.filter(({ type }) => type === 'error').length;
    return answer(request, { succeded: true, errorCount, responses });
  },
};
