/** Fields of custom objects and of business. Contact and opportunity fields are the locations resource's. */
import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const objectKey = 'custom_objects.<name> or business';

const ofObject = {
  steps: [{ ask: 'GET /custom-fields/object-key/{objectKey}', with: { objectKey: '$objectKey' } }],
  created: 'dateAdded',
} as const;

export const guides = {
  'GET /custom-fields/object-key/{objectKey}': {
    name: 'custom_fields_field_list',
    title: "List an object's fields",
    summary:
      'Fields and folders of a custom object or of business, with keys, types and options. Contacts and deals: locations_custom_field_list.',
    risk: 'read',
    paging: { style: 'none', items: 'fields' },
    hints: { objectKey },
    words: ['property', 'column', 'schema', 'folder'],
    examples: [
      {
        ask: 'Which fields do our pets have?',
        args: { locationId: 've9EPM428h8vShlRW1KT', objectKey: 'custom_objects.pet' },
      },
    ],
  },
  'GET /custom-fields/{id}': {
    name: 'custom_fields_field_get',
    title: "Get an object's field or folder",
    summary:
      'One field or folder of a custom object or of business by id. For contacts and opportunities use locations_custom_field_get.',
    risk: 'read',
    hints: { id: 'field or folder id, from custom_fields_field_list' },
    words: ['property', 'column', 'options'],
  },
  'POST /custom-fields/': {
    name: 'custom_fields_field_create',
    title: 'Create a field on an object',
    summary:
      'Adds a field to a custom object or to business; type and key are final. Contacts and deals: locations_custom_field_create.',
    notes: [
      'parentId is the folder it goes into.',
      'options belong to SINGLE_OPTIONS, MULTIPLE_OPTIONS, RADIO, CHECKBOX and TEXTBOX_LIST; their key is what records store.',
      'HighLevel spells the money type MONETORY.',
      'acceptedFormats and maxFileLimit belong to FILE_UPLOAD, allowCustomOption to RADIO.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          ...ofObject,
          records: 'fields',
          match: { name: 'name', dataType: 'dataType' },
          needs: ['name'],
          complete: true,
        },
        // The key may come back with the object's key before it.
        { ...ofObject, records: 'fields', match: { fieldKey: 'fieldKey', dataType: 'dataType' } },
      ],
      check: 'custom_fields_field_list shows whether a field of this key is there.',
    },
    hints: {
      objectKey,
      fieldKey: '<objectKey>.<field>, lower case with underscores',
      'options[].key': 'stored value, lower case with underscores',
      'options[].label': 'text shown to people',
      'options[].url': 'RADIO only',
      parentId: 'folder id, among folders of custom_fields_field_list',
    },
    words: ['property', 'column', 'attribute', 'dropdown'],
    examples: [
      {
        ask: 'Add a size drop-down (small, large) to pets',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          objectKey: 'custom_objects.pet',
          fieldKey: 'custom_objects.pet.size',
          name: 'Size',
          dataType: 'SINGLE_OPTIONS',
          showInForms: true,
          parentId: '3v34PM8vShlRW1KTve9E',
          options: [
            { key: 'small', label: 'Small' },
            { key: 'large', label: 'Large' },
          ],
        },
      },
    ],
  },
  'PUT /custom-fields/{id}': {
    name: 'custom_fields_field_update',
    title: 'Change a field of an object',
    summary:
      'Changes a field of a custom object or business; options replaces the whole list. Contacts and deals: locations_custom_field_update.',
    notes: [
      'Send the old options too.',
      'showInForms has to be sent every time: read custom_fields_field_get first and keep its value.',
      'Options cannot be taken away, only added or relabelled.',
    ],
    risk: 'write',
    idempotent: true,
    hints: {
      id: 'from custom_fields_field_list',
      showInForms: 'required; repeat the present value',
      options: 'all options, old and new',
      'options[].url': 'RADIO only',
    },
    words: ['property', 'column', 'rename', 'add option'],
    examples: [
      {
        ask: 'Add the option medium to the size of pets',
        args: {
          id: '3v34PM8vShlRW1KTve9F',
          locationId: 've9EPM428h8vShlRW1KT',
          showInForms: true,
          options: [
            { key: 'small', label: 'Small' },
            { key: 'large', label: 'Large' },
            { key: 'medium', label: 'Medium' },
          ],
        },
      },
    ],
  },
  'DELETE /custom-fields/{id}': {
    name: 'custom_fields_field_delete',
    title: 'Delete a field of an object',
    summary:
      'Deletes a field of a custom object or business with all its values, for good. Contacts and deals: locations_custom_field_delete.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from custom_fields_field_list' },
    words: ['property', 'column', 'drop'],
  },
  'POST /custom-fields/folder': {
    name: 'custom_fields_folder_create',
    title: 'Create a field folder',
    summary:
      'Creates a folder that groups fields of a custom object or of business; fields join it by parentId in custom_fields_field_create.',
    risk: 'write',
    findOut: {
      looks: [
        {
          ...ofObject,
          records: 'folders',
          match: { name: 'name' },
          needs: ['name'],
          complete: true,
        },
      ],
      check: 'custom_fields_field_list shows the folders of the object beside its fields.',
    },
    hints: { objectKey },
    words: ['group', 'section'],
  },
  'PUT /custom-fields/folder/{id}': {
    name: 'custom_fields_folder_update',
    title: 'Rename a field folder',
    summary: 'Renames a folder of custom object or business fields; its fields stay as they are.',
    risk: 'write',
    idempotent: true,
    hints: { id: 'folder id, from custom_fields_field_list' },
    words: ['group', 'section'],
  },
  'DELETE /custom-fields/folder/{id}': {
    name: 'custom_fields_folder_delete',
    title: 'Delete a field folder',
    summary:
      'Deletes a folder of custom object or business fields. What becomes of fields in it is undocumented: look with custom_fields_field_list first.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'folder id, from custom_fields_field_list' },
    words: ['group', 'section'],
  },
} as const satisfies Guides<typeof operations>;
