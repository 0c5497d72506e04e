/** Fields and folders of custom objects. Contacts and opportunities have theirs under /locations. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly, resolveInLocation, resolveRecord } from '../locations/access.ts';
import { buildKey, hasOptions } from '../locations/field-types.ts';
import { objectRecords } from '../objects/records.ts';
import { resolveSchema } from '../objects/standard.ts';
import {
  type FieldFolder,
  type FieldOption,
  fieldFolders,
  fieldsOfObject,
  getPropertyKey,
  type ObjectField,
  objectFields,
} from './records.ts';

const absent = () => badRequest('Custom field not found');

function resolveField(request: SandboxRequest, world: World): ObjectField {
  return resolveRecord(objectFields(world), request.path.id ?? '', request, absent);
}

function resolveFolder(world: World, id: string, locationId: string): FieldFolder {
  return resolveInLocation(fieldFolders(world), id, locationId, () => badRequest('Custom field folder not found'));
}

/** The object whose fields may be changed here. Throws 400 for standard objects other than companies. */
function resolveFieldOwner(world: World, locationId: string, objectKey: string): string {
  const schema = resolveSchema(world, locationId, objectKey);
  if (schema.standard && schema.key !== 'business') throw badRequest('Only custom objects and business are supported');
  return schema.key;
}

function parseOptions(
  dataType: string,
  options: readonly FieldOption[] | undefined,
): readonly FieldOption[] | undefined {
  if (!hasOptions(dataType)) return options;
  if (!options?.length) throw badRequest(`options are required for ${dataType}`);
  if (new Set(options.map(({ key }) => key)).size < options.length) throw badRequest('options must have unique keys');
  return options;
}

const formatFolder = ({ id, objectKey, locationId, name }: FieldFolder) => ({ id, objectKey, locationId, name });

/** Takes the field's values off every record of its object. */
function deleteValues(world: World, field: ObjectField): void {
  const key = getPropertyKey(field);
  for (const record of objectRecords(world).inLocation(field.locationId)) {
    if (record.objectKey !== field.objectKey || !(key in record.properties)) continue;
    const { [key]: _gone, ...properties } = record.properties;
    objectRecords(world).update(record.id, { properties });
  }
}

export const customFieldHandlers: Handlers = {
  'GET /custom-fields/{id}': (request, world) => {
    const folder = fieldFolders(world).get(request.path.id ?? '');
    if (!folder) return { body: { field: resolveField(request, world) } };
    return { body: { field: resolveRecord(fieldFolders(world), folder.id, request, absent) } };
  },

  'GET /custom-fields/object-key/{objectKey}': (request, world) => {
    const key = resolveFieldOwner(world, request.locationId, request.path.objectKey ?? '');
    const folders = fieldFolders(world)
      .inLocation(request.locationId)
      .filter((folder) => folder.objectKey === key);
    return { body: { fields: fieldsOfObject(world, request.locationId, key), folders } };
  },

  'POST /custom-fields/': (request, world) => {
    const { locationId, body } = request;
    const objectKey = resolveFieldOwner(world, locationId, body.objectKey);
    const folder = resolveFolder(world, body.parentId, locationId);
    if (folder.objectKey !== objectKey) throw badRequest('Custom field folder belongs to another object');
    const fieldKey = `${objectKey}.${buildKey(String(body.fieldKey).split('.').at(-1) ?? '')}`;
    if (fieldsOfObject(world, locationId, objectKey).some((field) => field.fieldKey === fieldKey))
      throw badRequest(`Field with key ${fieldKey} already exists`);
    const { name = body.fieldKey, dataType, showInForms, description, placeholder } = body;
    const { acceptedFormats, allowCustomOption, maxFileLimit } = body;
    const options = parseOptions(dataType, body.options);
    const field = objectFields(world).insert({
      id: world.newId(),
      locationId,
      objectKey,
      fieldKey,
      name,
      dataType,
      parentId: folder.id,
      showInForms,
      ...definedOnly({ description, placeholder, options, acceptedFormats, allowCustomOption, maxFileLimit }),
      dateAdded: world.timestamp(),
      dateUpdated: world.timestamp(),
    });
    return { body: { field } };
  },

  'PUT /custom-fields/{id}': (request, world) => {
    const known = resolveField(request, world);
    const { name, description, placeholder, showInForms, acceptedFormats, maxFileLimit } = request.body;
    const options = request.body.options && parseOptions(known.dataType, request.body.options);
    const field = objectFields(world).update(known.id, {
      ...definedOnly({ name, description, placeholder, showInForms, acceptedFormats, maxFileLimit, options }),
      dateUpdated: world.timestamp(),
    });
    return { body: { field } };
  },

  'DELETE /custom-fields/{id}': (request, world) => {
    const field = resolveField(request, world);
    const owner = resolveSchema(world, field.locationId, field.objectKey);
    if (owner.primaryDisplayProperty === field.fieldKey)
      throw badRequest('The primary display property can not be deleted');
    deleteValues(world, field);
    objectFields(world).delete(field.id);
    return { body: { succeded: true, id: field.id, key: field.fieldKey } };
  },

  'POST /custom-fields/folder': (request, world) => {
    const { locationId } = request;
    const objectKey = resolveFieldOwner(world, locationId, request.body.objectKey);
    const { name } = request.body;
    const isTaken = fieldFolders(world)
      .inLocation(locationId)
      .some((folder) => folder.objectKey === objectKey && folder.name === name);
    if (isTaken) throw badRequest(`Folder with name ${name} already exists`);
    const dates = { dateAdded: world.timestamp(), dateUpdated: world.timestamp() };
    const folder = fieldFolders(world).insert({ id: world.newId(), locationId, objectKey, name, ...dates });
    return { body: formatFolder(folder) };
  },

  'PUT /custom-fields/folder/{id}': (request, world) => {
    const { id } = resolveFolder(world, request.path.id ?? '', request.locationId);
    const change = { name: request.body.name as string, dateUpdated: world.timestamp() };
    return { body: formatFolder(fieldFolders(world).update(id, change)) };
  },

  'DELETE /custom-fields/folder/{id}': (request, world) => {
    const folder = resolveFolder(world, request.path.id ?? '', request.locationId);
    const isUsed = fieldsOfObject(world, folder.locationId, folder.objectKey).some(
      (field) => field.parentId === folder.id,
    );
    if (isUsed) throw badRequest('Folder is not empty');
    fieldFolders(world).delete(folder.id);
    return { body: { succeded: true, id: folder.id, key: `${folder.objectKey}.${buildKey(folder.name)}` } };
  },
};
