/** Whether a request may touch a record, for operations whose path names a record but no location. */
import { forbidden, type Refusal } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';
import type { Collection, SandboxRecord } from '../../world.ts';

/** Throws 403 when the token belongs to another location. Agency tokens reach all locations of their company. */
export function assertReachable(request: SandboxRequest, locationId: string): void {
  if (request.grant.kind === 'location' && request.grant.locationId !== locationId) throw forbidden();
}

/** The record of that id, for a path without a location. Throws `absent()` or 403. */
export function resolveRecord<T extends SandboxRecord>(
  collection: Collection<T>,
  id: string,
  request: SandboxRequest,
  absent: () => Refusal,
): T {
  const record = collection.get(id);
  if (!record) throw absent();
  assertReachable(request, record.locationId);
  return record;
}

/** The record of that id within the location of the request; a record of another location does not exist there. */
export function resolveInLocation<T extends SandboxRecord>(
  collection: Collection<T>,
  id: string,
  locationId: string,
  absent: () => Refusal,
): T {
  const record = collection.get(id);
  if (!record || record.locationId !== locationId) throw absent();
  return record;
}

/** Leaves out what the request did not name, so that an update never deletes by accident. */
export function definedOnly<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
