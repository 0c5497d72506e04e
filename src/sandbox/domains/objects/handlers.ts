/** Records of custom objects. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { deleteRelationsOf } from '../associations/records.ts';
import { businesses } from '../businesses/records.ts';
import { assertReachable } from '../locations/access.ts';
import { users } from '../users/records.ts';
import { validateProperties } from './properties.ts';
import { type ObjectRecord, type ObjectSchema, objectRecords } from './records.ts';
import { searchObject } from './search.ts';
import { resolveSchema } from './standard.ts';
import { getRecord, listFields, removeRecord, saveRecord } from './store.ts';

/** Contacts and opportunities have operations of their own. Throws 400 for them. */
function resolveRecordSchema(world: World, locationId: string, key: string): ObjectSchema {
  const schema = resolveSchema(world, locationId, key);
  if (schema.key === 'contact' || schema.key === 'opportunity')
    throw badRequest(`Records of ${schema.key} are not supported`);
  return schema;
}

interface Found {
  readonly schema: ObjectSchema;
  readonly record: ObjectRecord;
}

/** The record of the path, which belongs to the object of the path. Throws 400, or 403 for another location's. */
function resolveObjectRecord(request: SandboxRequest, world: World): Found {
  const { id = '', schemaKey = '' } = request.path;
  const owner = (objectRecords(world).get(id) ?? businesses(world).get(id))?.locationId ?? request.locationId;
  assertReachable(request, owner);
  const schema = resolveRecordSchema(world, owner, schemaKey);
  const record = getRecord(world, schema, id);
  if (!record) throw badRequest(`Record with id ${id} not found`);
  return { schema, record };
}

/** Throws 400 for unknown users and for more than HighLevel allows. */
function validatePeople(body: SandboxRequest['body'], world: World): void {
  const { owner = [], followers = [] } = (body ?? {}) as Partial<Pick<ObjectRecord, 'owner' | 'followers'>>;
  if (owner.length > 1) throw badRequest('owner is limited to 1');
  if (followers.length > 10) throw badRequest('followers are limited to 10');
  for (const id of [...owner, ...followers])
    if (!users(world).get(id)) throw badRequest(`User with id ${id} not found`);
}

function parseProperties(body: SandboxRequest['body']): Record<string, unknown> {
  const { properties = {} } = body ?? {};
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties))
    throw unprocessable(['properties must be an object']);
  return properties;
}

function formatRecord({ id, owner, followers, properties, createdAt, updatedAt }: ObjectRecord) {
  return { id, owner, followers, properties, dateAdded: createdAt, dateUpdated: updatedAt };
}

function formatFound(record: ObjectRecord, searchAfter: readonly unknown[]) {
  const channel = { channel: 'OAUTH', source: 'PUBLIC_API', sourceId: record.objectId };
  return {
    ...record,
    createdBy: { ...channel, createdAt: record.createdAt },
    lastUpdatedBy: { ...channel, createdAt: record.updatedAt },
    searchAfter,
  };
}

export const recordHandlers: Handlers = {
  'POST /objects/{schemaKey}/records': (request, world) => {
    const { locationId, body = {} } = request;
    if (locationId === '') throw unprocessable(["locationId can't be undefined"]);
    const schema = resolveRecordSchema(world, locationId, request.path.schemaKey ?? '');
    const properties = parseProperties(body);
    validateProperties(listFields(world, schema), properties);
    validatePeople(body, world);
    const primary = schema.primaryDisplayProperty.slice(schema.key.length + 1);
    if (properties[primary] === undefined || properties[primary] === null || properties[primary] === '')
      throw badRequest(`Primary display property ${primary} is required`);
    const record = saveRecord(world, schema, {
      id: world.newObjectId(),
      locationId,
      objectId: schema.id,
      objectKey: schema.key,
      owner: body.owner ?? [],
      followers: body.followers ?? [],
      properties,
      createdAt: world.timestamp(),
      updatedAt: world.timestamp(),
    });
    return { body: { record: formatRecord(record) } };
  },

  'GET /objects/{schemaKey}/records/{id}': (request, world) => ({
    body: { record: formatRecord(resolveObjectRecord(request, world).record) },
  }),

  'PUT /objects/{schemaKey}/records/{id}': (request, world) => {
    const { schema, record: known } = resolveObjectRecord(request, world);
    const given = parseProperties(request.body);
    validateProperties(listFields(world, schema), given);
    validatePeople(request.body, world);
    const merged = Object.entries({ ...known.properties, ...given }).filter(([, value]) => value !== null);
    const { owner = known.owner, followers = known.followers } = request.body ?? {};
    const record = saveRecord(world, schema, {
      ...known,
      owner,
      followers,
      properties: Object.fromEntries(merged),
      updatedAt: world.timestamp(),
    });
    return { body: { record: formatRecord(record) } };
  },

  'DELETE /objects/{schemaKey}/records/{id}': (request, world) => {
    const { schema, record } = resolveObjectRecord(request, world);
    const { id, locationId } = record;
    deleteRelationsOf(world, locationId, id);
    removeRecord(world, schema, id);
    return { body: { id, success: true } };
  },

  'POST /objects/{schemaKey}/records/search': (request, world) => {
    const schema = resolveRecordSchema(world, request.locationId, request.path.schemaKey ?? '');
    const { hits, total } = searchObject(schema, request, world);
    return { body: { records: hits.map(({ record, searchAfter }) => formatFound(record, searchAfter)), total } };
  },
};
