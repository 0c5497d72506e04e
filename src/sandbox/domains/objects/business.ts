/**
 * Companies seen as object records. Their standard fields are the businesses domain's, so that both ways of
 * reading agree; values of custom fields are kept beside them under the same id.
 */
import type { World } from '../../world.ts';
import { type Business, businesses } from '../businesses/records.ts';
import { contacts } from '../contacts/records.ts';
import type { ObjectField } from '../custom-fields/records.ts';
import { type ObjectRecord, objectRecords } from './records.ts';

/** Property key to field of a business. */
const properties = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  website: 'website',
  address: 'address',
  city: 'city',
  state: 'state',
  postal_code: 'postalCode',
  country: 'country',
  description: 'description',
} as const satisfies Record<string, keyof Business>;

type PropertyKey = keyof typeof properties;
const propertyKeys = Object.keys(properties) as PropertyKey[];

/** The fields that every company has, in the form of custom fields. */
export function listBusinessFields(locationId: string, dateAdded: string): ObjectField[] {
  return propertyKeys.map((key, index) => ({
    id: `6560000000000000000000d${index}`,
    locationId,
    objectKey: 'business',
    fieldKey: `business.${key}`,
    name: key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' '),
    dataType: key === 'phone' ? 'PHONE' : key === 'description' ? 'LARGE_TEXT' : 'TEXT',
    parentId: '6560000000000000000000e0',
    showInForms: true,
    dateAdded,
    dateUpdated: dateAdded,
  }));
}

/** The company as a record, custom values included. */
export function toRecord(business: Business, objectId: string, world: World): ObjectRecord {
  const { id, locationId, createdAt, updatedAt } = business;
  const beside = objectRecords(world).get(id);
  const standard = propertyKeys.flatMap((key) => {
    const value = business[properties[key]];
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    id,
    locationId,
    objectId,
    objectKey: 'business',
    owner: beside?.owner ?? [],
    followers: beside?.followers ?? [],
    properties: { ...Object.fromEntries(standard), ...beside?.properties },
    createdAt,
    updatedAt,
  };
}

const isStandard = (key: string): key is PropertyKey => Object.hasOwn(properties, key);

/** Writes a record back: standard properties to the business, the rest beside it. */
export function saveBusiness(record: ObjectRecord, world: World): void {
  const { id, locationId, createdAt, updatedAt } = record;
  const author = { source: 'INTEGRATION', channel: 'OAUTH', sourceId: locationId, createdAt: updatedAt } as const;
  const standard = Object.fromEntries(propertyKeys.map((key) => [properties[key], record.properties[key]]));
  const change = { ...standard, updatedBy: author, updatedAt } as Partial<Business>;
  if (businesses(world).get(id)) businesses(world).update(id, change);
  else businesses(world).insert({ id, locationId, createdBy: author, createdAt, ...change } as Business);
  const custom = Object.fromEntries(Object.entries(record.properties).filter(([key]) => !isStandard(key)));
  const beside = { ...record, properties: custom };
  if (objectRecords(world).get(id)) objectRecords(world).update(id, beside);
  else objectRecords(world).insert(beside);
}

/** Removes the company; its contacts stay and lose it. */
export function deleteBusiness(id: string, locationId: string, world: World): void {
  for (const contact of contacts(world).inLocation(locationId))
    if (contact.businessId === id) contacts(world).update(contact.id, { businessId: undefined } as object);
  objectRecords(world).delete(id);
  businesses(world).delete(id);
}
