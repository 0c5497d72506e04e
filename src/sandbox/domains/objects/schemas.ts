/** The operations on objects themselves. */
import { badRequest } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import type { World } from '../../world.ts';
import { type FieldFolder, fieldFolders, objectFields } from '../custom-fields/records.ts';
import { definedOnly } from '../locations/access.ts';
import { buildKey } from '../locations/field-types.ts';
import { type ObjectSchema, objectSchemas } from './records.ts';
import { listSchemas, resolveSchema, setSearchable } from './standard.ts';
import { listFields } from './store.ts';

const prefix = 'custom_objects.';

const lastPart = (key: string): string => key.split('.').at(-1) ?? '';

function formatSchema({ searchableProperties: _searchable, ...schema }: ObjectSchema): Record<string, unknown> {
  return schema;
}

export interface NewSchema {
  readonly key: string;
  readonly labels: ObjectSchema['labels'];
  readonly description?: string | undefined;
  readonly primaryDisplayPropertyDetails: { readonly key: string; readonly name: string; readonly dataType: string };
}

/**
 * Adds an object with a folder and the field that names its records. Throws 400 when the key is taken, or when
 * that field is neither text nor number.
 */
export function createSchema(
  wanted: NewSchema,
  locationId: string,
  world: World,
): { readonly schema: ObjectSchema; readonly folder: FieldFolder } {
  const key = prefix + buildKey(lastPart(wanted.key));
  if (listSchemas(world, locationId).some((schema) => schema.key === key))
    throw badRequest(`Object with key ${key} already exists`);
  const { name, dataType, key: fieldName } = wanted.primaryDisplayPropertyDetails;
  if (dataType !== 'TEXT' && dataType !== 'NUMERICAL')
    throw badRequest('primaryDisplayPropertyDetails.dataType must be TEXT or NUMERICAL');
  const fieldKey = `${key}.${buildKey(lastPart(fieldName))}`;
  const dates = { dateAdded: world.timestamp(), dateUpdated: world.timestamp() };
  const schema = objectSchemas(world).insert({
    id: world.newObjectId(),
    locationId,
    key,
    standard: false,
    type: 'USER_DEFINED',
    labels: wanted.labels,
    ...definedOnly({ description: wanted.description }),
    primaryDisplayProperty: fieldKey,
    searchableProperties: [fieldKey],
    ...dates,
  });
  const folder = fieldFolders(world).insert({
    id: world.newId(),
    locationId,
    objectKey: key,
    name: `${wanted.labels.singular} Details`,
    ...dates,
  });
  objectFields(world).insert({
    id: world.newId(),
    locationId,
    objectKey: key,
    fieldKey,
    name,
    dataType,
    parentId: folder.id,
    showInForms: true,
    ...dates,
  });
  return { schema, folder };
}

/** Throws 400 for keys that are not fields of the object. Contacts and opportunities keep theirs elsewhere. */
function assertFields(schema: ObjectSchema, keys: readonly string[], world: World): void {
  const known = listFields(world, schema).map((field) => field.fieldKey);
  const isField = (key: string): boolean => (known.length > 0 ? known.includes(key) : key.startsWith(`${schema.key}.`));
  const unknown = keys.find((key) => !isField(key));
  if (unknown !== undefined) throw badRequest(`Invalid searchable property ${unknown}`);
}

export const schemaHandlers: Handlers = {
  'GET /objects/': (request, world) => ({
    body: { objects: listSchemas(world, request.locationId).map(formatSchema) },
  }),

  'POST /objects/': (request, world) => {
    const { schema } = createSchema(request.body, request.locationId, world);
    return { body: { object: formatSchema(schema) } };
  },

  'GET /objects/{key}': (request, world) => {
    const schema = resolveSchema(world, request.locationId, request.path.key ?? '');
    // Fetched unless the request says no; the documents type the switch as a string.
    const wantsFields = String(request.query.fetchProperties ?? 'true') !== 'false';
    const fields = wantsFields ? { fields: listFields(world, schema) } : {};
    return { body: { object: formatSchema(schema), cache: false, ...fields } };
  },

  'PUT /objects/{key}': (request, world) => {
    const known = resolveSchema(world, request.locationId, request.path.key ?? '');
    const { labels, description, searchableProperties } = request.body;
    assertFields(known, searchableProperties, world);
    if (known.standard) {
      setSearchable(known, searchableProperties, world);
      return { body: { object: formatSchema(resolveSchema(world, request.locationId, known.key)) } };
    }
    const schema = objectSchemas(world).update(known.id, {
      ...definedOnly({ description, searchableProperties }),
      labels: { ...known.labels, ...labels },
      dateUpdated: world.timestamp(),
    });
    return { body: { object: formatSchema(schema) } };
  },
};
