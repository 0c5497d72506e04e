import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const recordHints = {
  schemaKey: 'custom_objects.<name> or business',
  properties: 'field key without object prefix to value',
  owner: 'one user id in an array; custom objects only',
  followers: 'user ids, at most 10',
} as const;

const propertyFormats =
  'Values: money {currency: "default", value: 100}, date YYYY-MM-DD, one option its key, several options an array of keys, files [{url}], text list "field.option" as the key.';

export const guides = {
  'GET /objects/': {
    name: 'objects_schema_list',
    title: 'List objects',
    summary:
      'Object types of a location, built-in and custom, with their keys. Fields: objects_schema_get; records: objects_record_search.',
    risk: 'read',
    paging: { style: 'none', items: 'objects' },
    words: ['custom object', 'entity', 'table', 'data model'],
  },
  'GET /objects/{key}': {
    name: 'objects_schema_get',
    title: "Get an object's schema",
    summary:
      'One object type by key, with its fields when fetchProperties is true; read it before writing records to learn the property keys and options.',
    risk: 'read',
    hints: {
      key: 'custom_objects.<name>, contact, opportunity or business',
      fetchProperties: 'true also returns the fields',
    },
    words: ['custom object', 'fields', 'properties', 'table', 'columns'],
    examples: [
      {
        ask: 'What fields does the pet object have?',
        args: { locationId: 've9EPM428h8vShlRW1KT', key: 'custom_objects.pet', fetchProperties: true },
      },
    ],
  },
  'POST /objects/': {
    name: 'objects_schema_create',
    title: 'Create a custom object',
    summary:
      'Creates a new custom object type; the API cannot delete it again. Add fields with custom_fields_field_create, entries with objects_record_create.',
    notes: ['HighLevel documents an agency token for this call, which may be a slip: on 401 try the other kind.'],
    risk: 'write',
    findOut: {
      looks: [
        {
          // The key may come back with custom_objects. before it.
          steps: [{ ask: 'GET /objects/', with: {} }],
          records: 'objects',
          match: { labels: 'labels', description: 'description' },
          created: 'dateAdded',
          complete: true,
        },
      ],
      check: 'objects_schema_list shows whether an object of this key is there.',
    },
    hints: {
      key: 'lower case with underscores; custom_objects. is prefixed',
      'labels.singular': 'e.g. Pet',
      'labels.plural': 'e.g. Pets',
      'primaryDisplayPropertyDetails.key': 'field key of the title, e.g. custom_objects.pet.name',
      'primaryDisplayPropertyDetails.dataType': 'TEXT or NUMERICAL',
    },
    words: ['custom object', 'entity', 'table', 'data model'],
    examples: [
      {
        ask: "We want to keep track of our customers' pets",
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          key: 'custom_objects.pet',
          labels: { singular: 'Pet', plural: 'Pets' },
          primaryDisplayPropertyDetails: { key: 'custom_objects.pet.name', name: 'Name', dataType: 'TEXT' },
        },
      },
    ],
  },
  'PUT /objects/{key}': {
    name: 'objects_schema_update',
    title: "Update an object's schema",
    summary:
      'Changes labels or searchable fields of an object type. searchableProperties is required and replaces the list that search uses.',
    risk: 'write',
    idempotent: true,
    hints: {
      key: 'custom_objects.<name>, contact, opportunity or business',
      searchableProperties: 'full field keys, e.g. custom_objects.pet.name; all of them',
    },
    words: ['custom object', 'rename', 'search settings'],
  },
  'POST /objects/{schemaKey}/records/search': {
    name: 'objects_record_search',
    title: 'Search records',
    summary:
      'Finds records of a custom object or business by text, filters or relation. Lags writes by seconds. Contacts: contacts_contact_search.',
    notes: [
      'Deals: opportunities_opportunity_search.',
      'query searches the searchable fields only; name:Buddy limits it to one of them.',
      'Filter fields are written properties.<key>; operators eq, not_eq, contains, not_contains, exists, not_exists, range.',
      'Records related to others: {field: "relations", operator: "nested", value: [{field: "recordId", operator: "eq", value: [ids]}]}.',
      'Text values are compared case-sensitively; numbers are sent as plain numbers.',
    ],
    risk: 'read',
    paging: {
      style: 'search-after',
      items: 'records',
      total: 'total',
      size: 'pageLimit',
      offset: 'page',
      firstPage: 1,
      next: { searchAfter: '$last.searchAfter' },
    },
    hints: {
      schemaKey: 'custom_objects.<name> or business',
      page: 'from 1',
      pageLimit: 'records per page, e.g. 100',
      query: 'free text over searchable fields; may be empty',
      searchAfter: 'searchAfter array of the last record before',
      filters: '[{field: "properties.<key>", operator, value}]',
      sort: '[{field, direction}]',
    },
    words: ['custom object', 'company', 'find record', 'entries', 'rows'],
    examples: [
      {
        ask: 'Find the pet called Buddy',
        args: {
          schemaKey: 'custom_objects.pet',
          locationId: 've9EPM428h8vShlRW1KT',
          page: 1,
          pageLimit: 20,
          query: 'name:Buddy',
        },
      },
      {
        ask: 'Which pets belong to this contact?',
        args: {
          schemaKey: 'custom_objects.pet',
          locationId: 've9EPM428h8vShlRW1KT',
          page: 1,
          pageLimit: 100,
          filters: [
            {
              field: 'relations',
              operator: 'nested',
              value: [{ field: 'recordId', operator: 'eq', value: ['ocQHyuzHvysMo5N5VsXc'] }],
            },
          ],
        },
      },
    ],
  },
  'GET /objects/{schemaKey}/records/{id}': {
    name: 'objects_record_get',
    title: 'Get a record',
    summary:
      'One record of a custom object or of business by id, current at once (search lags). Its relations to contacts are in the associations tools.',
    risk: 'read',
    hints: { schemaKey: 'custom_objects.<name> or business', id: 'record id' },
    words: ['custom object', 'company', 'entry', 'row'],
  },
  'POST /objects/{schemaKey}/records': {
    name: 'objects_record_create',
    title: 'Create a record',
    summary:
      'Adds a record to a custom object or business. Property keys: objects_schema_get; then link it with associations_relation_create.',
    notes: [propertyFormats, 'Calling twice creates two records.'],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [
            {
              ask: 'POST /objects/{schemaKey}/records/search',
              with: {
                schemaKey: '$schemaKey',
                page: 1,
                pageLimit: 20,
                sort: [{ field: 'createdAt', direction: 'desc' }],
              },
            },
          ],
          records: 'records',
          // Money, files and dates may come back in another shape: what is not found here may be there all the same.
          match: { properties: 'properties', owner: 'owner' },
          created: 'createdAt',
        },
      ],
      check: 'objects_record_search shows the records, the newest first if sorted by createdAt.',
    },
    hints: recordHints,
    words: ['custom object', 'company', 'entry', 'row', 'insert'],
    examples: [
      {
        ask: 'Add the dog Buddy, born 11 July 2024',
        args: {
          schemaKey: 'custom_objects.pet',
          locationId: 've9EPM428h8vShlRW1KT',
          properties: { name: 'Buddy', species: 'dog', born_on: '2024-07-11' },
        },
      },
    ],
  },
  'PUT /objects/{schemaKey}/records/{id}': {
    name: 'objects_record_update',
    title: 'Update a record',
    summary:
      'Changes properties, owner or followers of one record of a custom object or business. Property keys: objects_schema_get.',
    notes: ['The keys come with fetchProperties true.', propertyFormats],
    risk: 'write',
    idempotent: true,
    hints: { ...recordHints, id: 'record id' },
    words: ['custom object', 'company', 'edit', 'row'],
    examples: [
      {
        ask: "Buddy's fee is 100 now",
        args: {
          schemaKey: 'custom_objects.pet',
          id: '632c34b4c9b7da3358ac9891',
          locationId: 've9EPM428h8vShlRW1KT',
          properties: { fee: { currency: 'default', value: 100 } },
        },
      },
    ],
  },
  'DELETE /objects/{schemaKey}/records/{id}': {
    name: 'objects_record_delete',
    title: 'Delete a record',
    summary:
      'Deletes one record of a custom object or of business for good. Only to unlink it from a contact, delete the relation: associations_relation_delete.',
    risk: 'high-impact',
    idempotent: true,
    hints: { schemaKey: 'custom_objects.<name> or business', id: 'record id' },
    words: ['custom object', 'company', 'row'],
  },
} as const satisfies Guides<typeof operations>;
