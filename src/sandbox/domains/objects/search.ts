/** Search over the records of one object. */
import type { SandboxRequest } from '../../handler.ts';
import { createFieldFinder, type FieldFinder, type FieldType } from '../../search/fields.ts';
import { type SearchPage, searchRecords } from '../../search/search.ts';
import type { World } from '../../world.ts';
import { relations } from '../associations/records.ts';
import { getPropertyKey } from '../custom-fields/records.ts';
import type { ObjectRecord, ObjectSchema } from './records.ts';
import { listFields, listIndexed } from './store.ts';

const fieldTypes: Readonly<Record<string, FieldType>> = {
  NUMERICAL: 'number',
  MONETORY: 'number',
  DATE: 'date',
  PHONE: 'phone',
};

/** Money compares by its amount. */
const plainValue = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'value' in value ? value.value : value;

function relatedRecords(record: ObjectRecord, world: World): { readonly recordId: string }[] {
  return relations(world)
    .inLocation(record.locationId)
    .filter(({ firstRecordId, secondRecordId }) => [firstRecordId, secondRecordId].includes(record.id))
    .map(({ firstRecordId, secondRecordId }) => ({
      recordId: firstRecordId === record.id ? secondRecordId : firstRecordId,
    }));
}

/** `properties.<key>` for the object's fields, and what every record has. */
function createRecordFields(world: World, schema: ObjectSchema): FieldFinder<ObjectRecord> {
  const properties = listFields(world, schema).map((field) => {
    const key = getPropertyKey(field);
    const type = fieldTypes[field.dataType] ?? 'text';
    return [`properties.${key}`, { type, read: (one: ObjectRecord) => plainValue(one.properties[key]) }] as const;
  });
  return createFieldFinder<ObjectRecord>({
    id: { type: 'keyword', read: (one) => one.id },
    owner: { type: 'keyword', read: (one) => one.owner, sortable: false },
    followers: { type: 'keyword', read: (one) => one.followers, sortable: false },
    createdAt: { type: 'date', read: (one) => one.createdAt },
    updatedAt: { type: 'date', read: (one) => one.updatedAt },
    relations: {
      type: 'nested',
      read: (one) => relatedRecords(one, world),
      fields: { recordId: { type: 'keyword', read: ({ recordId }) => recordId } },
    },
    ...Object.fromEntries(properties),
  });
}

/** `name:Buddy` looks at one searchable property, plain words at all of them. */
function parseQuery(
  query: unknown,
  searchable: readonly string[],
): { readonly keys: readonly string[]; readonly words: unknown } {
  const [, key, words] = /^(\w+):(.*)$/s.exec(String(query ?? '')) ?? [];
  return key !== undefined && searchable.includes(key)
    ? { keys: [key], words: words?.trim() }
    : { keys: searchable, words: query };
}

/** Records as the request's body asks; newest first unless it names a sort. */
export function searchObject(schema: ObjectSchema, request: SandboxRequest, world: World): SearchPage<ObjectRecord> {
  const searchable = schema.searchableProperties.map((fieldKey) => fieldKey.slice(schema.key.length + 1));
  const { keys, words } = parseQuery(request.body.query, searchable);
  const body = words === undefined ? request.body : { ...request.body, query: words };
  return searchRecords(listIndexed(world, schema), body, {
    findField: createRecordFields(world, schema),
    texts: (record) =>
      keys.map((key) => (record.properties[key] === undefined ? undefined : String(record.properties[key]))),
    sizeField: 'pageLimit',
    defaultSort: [{ field: 'createdAt', direction: 'desc' }],
    extraFields: ['schemaKey'],
  });
}
