/** Which location a request is about, and whether its token reaches it. */
import type { Operation } from '../../catalogue/operation.ts';
import { refuseAccess } from '../errors.ts';
import type { Grant } from '../handler.ts';
import type { World } from '../world.ts';
import { getFields } from './fields/facts.ts';

/**
 * The location named in path, query or body, else the token's own; empty for an agency token that names none.
 * Throws 403 for a foreign location, and for one that is required and missing (behaviour.md, section 1).
 */
export function resolveLocation(
  { operation, values }: { operation: Operation; values: Readonly<Record<string, unknown>> },
  grant: Grant,
  world: World,
): string {
  const names = Object.entries(operation.context ?? {}).filter(([, role]) => role === 'location');
  const required = new Set(getFields(operation).fields.flatMap((field) => (field.isRequired ? [field.name] : [])));
  let located = '';
  for (const [name] of names) {
    const value = values[name];
    if (typeof value === 'string' && value !== '') {
      if (!isReachable(value, grant, world)) throw noAccess();
      located = value;
    } else if (required.has(name)) {
      throw noAccess();
    }
  }
  return located || (grant.locationId ?? '');
}

function isReachable(locationId: string, grant: Grant, world: World): boolean {
  if (grant.kind === 'location') return grant.locationId === locationId;
  const locations = world.collection('locations');
  // A world without the domain of locations still has the two that tokens belong to.
  return (
    locations.get(locationId) !== undefined || (locations.all().length === 0 && world.locationIds.includes(locationId))
  );
}

function noAccess(): Error {
  return refuseAccess(403, 'The token does not have access to this location.');
}
