/** What every handler of contacts needs: the contact of the path, and the answer with its trace. */
import { badRequest } from '../../errors.ts';
import type { Reply, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveRecord } from '../locations/access.ts';
import { type Contact, contacts } from './records.ts';

/** The contact of the path. Throws 400 when there is none (not 404, as on HighLevel), 403 when out of reach. */
export function resolveContact(request: SandboxRequest, world: World): Contact {
  const id = request.path.contactId ?? '';
  return resolveRecord(contacts(world), id, request, () => badRequest(`Contact with id ${id} not found`));
}

/** Contacts answer with their trace on success too. */
export function answer(request: SandboxRequest, body: object): Reply {
  return { body: { ...body, traceId: request.traceId } };
}
