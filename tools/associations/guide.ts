import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const objectKey = 'contact, opportunity, business or custom_objects.<name>';

/** HighLevel refuses a second link of the same kind between two records, so there is at most one. */
const lookAtRelation = (recordId: string) =>
  ({
    steps: [
      {
        ask: 'GET /associations/relations/{recordId}',
        with: { recordId, skip: 0, limit: 100, associationIds: ['$associationId'] },
      },
    ],
    records: 'relations',
    match: { associationId: 'associationId', firstRecordId: 'firstRecordId', secondRecordId: 'secondRecordId' },
    unique: true,
    complete: true,
  }) as const;

export const guides = {
  'GET /associations/': {
    name: 'associations_association_list',
    title: 'List associations',
    summary:
      'Kinds of link between objects, with labels and the ids associations_relation_create takes. The links themselves: associations_relation_list.',
    notes: ['SYSTEM_DEFINED ones come with HighLevel and cannot be changed or deleted.'],
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'associations',
      total: 'total',
      size: 'limit',
      offset: 'skip',
    },
    hints: { limit: 'send it, e.g. 100', skip: 'send it; 0 first' },
    words: ['relationship types', 'custom objects', 'labels', 'linked objects'],
  },
  'GET /associations/{associationId}': {
    name: 'associations_association_get',
    title: 'Get an association',
    summary: 'One kind of link by id: which object stands first, which second, and their labels.',
    risk: 'read',
    words: ['relationship type', 'relation kind', 'linked objects'],
  },
  'GET /associations/key/{key_name}': {
    name: 'associations_association_by_key_get',
    title: 'Get an association by key',
    summary:
      'One kind of link by its key, e.g. student_teacher; a label does not work here. Keys: associations_association_list.',
    risk: 'read',
    words: ['relationship type', 'relation kind', 'find association'],
  },
  'GET /associations/objectKey/{objectKey}': {
    name: 'associations_association_by_object_get',
    title: "Get an object's association",
    summary:
      'A kind of link that an object takes part in. The documents promise one even where several exist: for all of them use associations_association_list.',
    risk: 'read',
    hints: { objectKey },
    words: ['relationship type', 'custom object'],
  },
  'POST /associations/': {
    name: 'associations_association_create',
    title: 'Create an association',
    summary:
      'Defines a kind of link between two objects, which cannot be changed later. It links nothing yet: associations_relation_create does.',
    notes: [
      'Once defined it serves all records of both objects.',
      'Documented for contact with contact and contact with a custom object.',
      'Which object is first decides the order in every relation.',
      'Labels say what each side is to the other, e.g. student and teacher.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          // The key is unique in a location.
          steps: [{ ask: 'GET /associations/', with: { skip: 0, limit: 100 } }],
          records: 'associations',
          match: {
            key: 'key',
            firstObjectKey: 'firstObjectKey',
            firstObjectLabel: 'firstObjectLabel',
            secondObjectKey: 'secondObjectKey',
            secondObjectLabel: 'secondObjectLabel',
          },
          unique: true,
          complete: true,
        },
      ],
      check: 'associations_association_by_key_get shows whether the key is there.',
    },
    hints: {
      key: 'unique, e.g. student_teacher',
      firstObjectKey: objectKey,
      secondObjectKey: objectKey,
      firstObjectLabel: 'shown name, e.g. Student',
      secondObjectLabel: 'shown name, e.g. Teacher',
    },
    words: ['relationship type', 'link objects', 'custom object', 'schema'],
    examples: [
      {
        ask: 'Let contacts own pets',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          key: 'pet_owner',
          firstObjectKey: 'custom_objects.pet',
          firstObjectLabel: 'Pet',
          secondObjectKey: 'contact',
          secondObjectLabel: 'Owner',
        },
      },
    ],
  },
  'PUT /associations/{associationId}': {
    name: 'associations_association_update',
    title: 'Relabel an association',
    summary: 'Changes the two labels of a user-defined kind of link; both are required. Objects, key and links stay.',
    risk: 'write',
    idempotent: true,
    words: ['rename relationship', 'rename labels', 'relationship type'],
  },
  'DELETE /associations/{associationId}': {
    name: 'associations_association_delete',
    title: 'Delete an association',
    summary:
      'Deletes a user-defined kind of link and with it every relation made by it, on all records, for good. A single link: associations_relation_delete.',
    risk: 'high-impact',
    idempotent: true,
    words: ['remove relationship type', 'unlink objects', 'relation kind'],
  },
  'GET /associations/relations/{recordId}': {
    name: 'associations_relation_list',
    title: "List a record's links",
    summary:
      'All links of one contact, opportunity or custom object record, with the ids of both sides and of the link (for associations_relation_delete).',
    notes: ['The record may stand first or second; look at both ids.'],
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'relations',
      total: 'total',
      size: 'limit',
      offset: 'skip',
    },
    hints: {
      recordId: 'contact, opportunity or record id',
      limit: 'send it, e.g. 100',
      skip: 'send it; 0 first',
      associationIds: 'only these kinds of link',
    },
    words: ['related records', 'linked', 'relationships', 'family'],
    examples: [
      {
        ask: 'Which pets belong to this contact?',
        args: { recordId: 'ocQHyuzHvysMo5N5VsXc', locationId: 've9EPM428h8vShlRW1KT', skip: 0, limit: 100 },
      },
    ],
  },
  'POST /associations/relations': {
    name: 'associations_relation_create',
    title: 'Link two records',
    summary:
      'Links two records by an association; firstRecordId must be of its first object. A repeated link is refused and changes nothing.',
    notes: [
      'The refusal is 400 duplicate relation.',
      'A contact and a business record are linked by contacts_bulk_business_set instead.',
    ],
    risk: 'write',
    findOut: {
      looks: [lookAtRelation('$firstRecordId'), lookAtRelation('$secondRecordId')],
      check: 'associations_relation_list shows the links of either record.',
    },
    hints: {
      associationId: 'from associations_association_list',
      firstRecordId: 'record of firstObjectKey',
      secondRecordId: 'record of secondObjectKey',
    },
    words: ['relate', 'connect', 'attach record', 'family', 'custom object'],
    examples: [
      {
        ask: 'This pet belongs to this contact',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          associationId: '6798b1a4c8f2d90012ab34cd',
          firstRecordId: '6798c2b5d9a3e10023bc45de',
          secondRecordId: 'ocQHyuzHvysMo5N5VsXc',
        },
      },
    ],
  },
  'DELETE /associations/relations/{relationId}': {
    name: 'associations_relation_delete',
    title: 'Unlink two records',
    summary:
      'Removes one link between two records; both records stay. It can be made again by associations_relation_create, under a new id.',
    risk: 'write',
    idempotent: true,
    hints: { relationId: 'from associations_relation_list' },
    words: ['detach', 'disconnect', 'unrelate'],
  },
} as const satisfies Guides<typeof operations>;
