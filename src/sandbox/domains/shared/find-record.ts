/** Finding what a request names, and refusing in HighLevel's words what is not there. */
import { badRequest } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';
import type { Collection, SandboxRecord, World } from '../../world.ts';
import { type Contact, contacts } from '../contacts/records.ts';

/**
 * The record of that id in the location of the request. What belongs to another location is not there.
 * Throws a 400: most of HighLevel's resources know no 404.
 */
export function findRecord<T extends SandboxRecord>(
  collection: Collection<T>,
  request: SandboxRequest,
  { id, name }: { readonly id: string | undefined; readonly name: string },
): T {
  const record = id === undefined ? undefined : collection.get(id);
  if (record === undefined || (request.locationId !== '' && record.locationId !== request.locationId)) {
    throw badRequest(`${name} with id ${id} not found`);
  }
  return record;
}

/** The contact that a request about something else names. Throws a 400 when the location has no such contact. */
export const findContact = (world: World, request: SandboxRequest, id: string): Contact =>
  findRecord(contacts(world), request, { id, name: 'Contact' });
