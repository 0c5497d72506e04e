/** Records of any object, wherever they are kept. */
import type { World } from '../../world.ts';
import { businesses } from '../businesses/records.ts';
import { fieldsOfObject, type ObjectField } from '../custom-fields/records.ts';
import { deleteBusiness, listBusinessFields, saveBusiness, toRecord } from './business.ts';
import { type ObjectRecord, type ObjectSchema, objectRecords } from './records.ts';

const isBusiness = (schema: ObjectSchema): boolean => schema.key === 'business';

/** Standard fields first, where the object has any that records use, then custom ones. */
export function listFields(world: World, schema: ObjectSchema): ObjectField[] {
  const custom = fieldsOfObject(world, schema.locationId, schema.key);
  return isBusiness(schema) ? [...listBusinessFields(schema.locationId, schema.dateAdded), ...custom] : custom;
}

export function getRecord(world: World, schema: ObjectSchema, id: string): ObjectRecord | undefined {
  if (!isBusiness(schema)) {
    const record = objectRecords(world).get(id);
    return record?.objectKey === schema.key ? record : undefined;
  }
  const business = businesses(world).get(id);
  return business && toRecord(business, schema.id, world);
}

/** What search sees. */
export function listIndexed(world: World, schema: ObjectSchema): ObjectRecord[] {
  if (isBusiness(schema))
    return businesses(world)
      .indexed(schema.locationId)
      .map((business) => toRecord(business, schema.id, world));
  return objectRecords(world)
    .indexed(schema.locationId)
    .filter((record) => record.objectKey === schema.key);
}

/** Inserts or replaces. */
export function saveRecord(world: World, schema: ObjectSchema, record: ObjectRecord): ObjectRecord {
  if (isBusiness(schema)) saveBusiness(record, world);
  else if (objectRecords(world).get(record.id)) objectRecords(world).update(record.id, record);
  else objectRecords(world).insert(record);
  return record;
}

export function removeRecord(world: World, schema: ObjectSchema, id: string): void {
  if (isBusiness(schema)) deleteBusiness(id, schema.locationId, world);
  else objectRecords(world).delete(id);
}
