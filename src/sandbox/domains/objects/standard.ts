/** Objects of a location: the three that every location has, and the ones it defined. */
import { badRequest } from '../../errors.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { type ObjectSchema, objectSchemas, standardSettings } from './records.ts';

type StandardKey = 'contact' | 'opportunity' | 'business';

const standards: Readonly<
  Record<StandardKey, { readonly id: string; readonly plural: string; readonly name: string }>
> = {
  contact: { id: '6560000000000000000000c1', plural: 'Contacts', name: 'contact.first_name' },
  opportunity: { id: '6560000000000000000000c2', plural: 'Opportunities', name: 'opportunity.name' },
  business: { id: '6560000000000000000000c3', plural: 'Companies', name: 'business.name' },
};

function buildStandard(world: World, locationId: string, key: StandardKey): ObjectSchema {
  const { id, plural, name } = standards[key];
  const singular = key === 'business' ? 'Company' : key[0]?.toUpperCase() + key.slice(1);
  const dateAdded = locations(world).get(locationId)?.dateAdded ?? world.timestamp();
  const settings = standardSettings(world).get(`${locationId}.${key}`);
  return {
    id,
    locationId,
    key,
    standard: true,
    type: 'SYSTEM_DEFINED',
    labels: { singular, plural },
    primaryDisplayProperty: name,
    searchableProperties: settings?.searchableProperties ?? [name],
    dateAdded,
    dateUpdated: settings?.dateUpdated ?? dateAdded,
  };
}

/** Standard objects first, then custom ones in order of creation. */
export function listSchemas(world: World, locationId: string): ObjectSchema[] {
  const standard = Object.keys(standards).map((key) => buildStandard(world, locationId, key as StandardKey));
  return [...standard, ...objectSchemas(world).inLocation(locationId)];
}

/** By key or id. Throws 400 for an object that the location does not have. */
export function resolveSchema(world: World, locationId: string, keyOrId: string): ObjectSchema {
  const schema = listSchemas(world, locationId).find(({ key, id }) => key === keyOrId || id === keyOrId);
  if (!schema) throw badRequest(`Object with key ${keyOrId} not found`);
  return schema;
}

/** Keeps which properties of a standard object full-text search looks at: all that can be changed of one. */
export function setSearchable(schema: ObjectSchema, searchableProperties: readonly string[], world: World): void {
  const id = `${schema.locationId}.${schema.key}`;
  const record = { id, locationId: schema.locationId, searchableProperties, dateUpdated: world.timestamp() };
  if (standardSettings(world).get(id)) standardSettings(world).update(id, record);
  else standardSettings(world).insert(record);
}
