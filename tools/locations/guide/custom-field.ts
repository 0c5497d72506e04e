/** Custom fields of contacts and opportunities. Those of custom objects and business are the custom-fields resource's. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const fieldHints = {
  acceptedFormat: 'FILE_UPLOAD only, e.g. [".pdf", ".jpeg"]',
  isMultipleFile: 'FILE_UPLOAD only',
  maxNumberOfFiles: 'FILE_UPLOAD with isMultipleFile',
  position: 'order in the form',
} as const;

const choiceNote =
  'textBoxListOptions is all HighLevel documents for choices; compare picklistOptions in the answer to see whether they were taken.';

export const customFieldGuides = {
  'GET /locations/{locationId}/customFields': {
    name: 'locations_custom_field_list',
    title: 'List custom fields',
    summary:
      'Custom fields of contacts and opportunities with the ids that writes need, types, choices. Custom objects: custom_fields_field_list.',
    notes: ['Fields of business are in custom_fields_field_list too.'],
    risk: 'read',
    paging: { style: 'none', items: 'customFields' },
    hints: { model: 'all for both kinds' },
    words: ['field id', 'field key', 'merge field', 'property', 'dropdown'],
    examples: [
      {
        ask: 'Which custom fields do our deals have?',
        args: { locationId: 've9EPM428h8vShlRW1KT', model: 'opportunity' },
      },
    ],
  },
  'GET /locations/{locationId}/customFields/{id}': {
    name: 'locations_custom_field_get',
    title: 'Get a custom field',
    summary:
      'One contact or opportunity field by id, or by key such as contact.first_name. For custom objects and business use custom_fields_field_get.',
    risk: 'read',
    hints: { id: 'field id or key, e.g. contact.budget' },
    words: ['property', 'options', 'field key'],
  },
  'POST /locations/{locationId}/customFields': {
    name: 'locations_custom_field_create',
    title: 'Create a custom field',
    summary:
      'Adds a field to contacts or opportunities (model); its type is final. Custom objects and business: custom_fields_field_create.',
    notes: [
      'Look in locations_custom_field_list for one that exists.',
      'Types: TEXT, LARGE_TEXT, NUMERICAL, PHONE, MONETORY (spelt so), DATE, CHECKBOX, SINGLE_OPTIONS, MULTIPLE_OPTIONS, RADIO, TEXTBOX_LIST, FILE_UPLOAD.',
      choiceNote,
      'The key is made from the name, as contact.<name> or opportunity.<name>, and stays when the field is renamed.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          // Unique: the key is made from the name.
          steps: [{ ask: 'GET /locations/{locationId}/customFields', with: { model: 'all' } }],
          records: 'customFields',
          match: { name: 'name', dataType: 'dataType', model: 'model' },
          complete: true,
        },
      ],
      check: 'locations_custom_field_list shows whether a field of this name is there.',
    },
    hints: {
      ...fieldHints,
      dataType: 'e.g. TEXT, NUMERICAL, DATE, MONETORY',
      model: 'say contact or opportunity',
      textBoxListOptions: 'choices, e.g. [{label: "Small"}]',
    },
    words: ['property', 'column', 'attribute', 'dropdown', 'lead field'],
    examples: [
      {
        ask: 'Add a budget field to contacts',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Budget',
          dataType: 'MONETORY',
          model: 'contact',
          placeholder: 'Budget in US dollars',
        },
      },
    ],
  },
  'PUT /locations/{locationId}/customFields/{id}': {
    name: 'locations_custom_field_update',
    title: 'Change a custom field',
    summary:
      "Changes name, position or choices of a contact or opportunity field; name is required. A person's value: contacts_contact_update.",
    notes: [
      'The type cannot be changed.',
      choiceNote,
      'For custom objects and business use custom_fields_field_update.',
    ],
    risk: 'write',
    idempotent: true,
    hints: {
      ...fieldHints,
      id: 'from locations_custom_field_list',
      name: 'required; repeat the present one to keep it',
      textBoxListOptions: 'all choices, old and new',
    },
    words: ['property', 'column', 'rename', 'add option', 'dropdown'],
    examples: [
      {
        ask: 'Rename the budget field to Budget in euros',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          id: '3sv6UEo51C9Bmpo1cKTq',
          name: 'Budget in euros',
          model: 'contact',
        },
      },
    ],
  },
  'DELETE /locations/{locationId}/customFields/{id}': {
    name: 'locations_custom_field_delete',
    title: 'Delete a custom field',
    summary:
      'Deletes a contact or opportunity field with all its values, for good. Custom objects and business: custom_fields_field_delete.',
    notes: ['Forms and workflows that use it lose it.'],
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from locations_custom_field_list' },
    words: ['property', 'column', 'drop'],
  },
  'POST /locations/{locationId}/customFields/upload': {
    name: 'locations_custom_field_file_upload',
    title: 'Upload files for a custom field',
    summary:
      "Stores files for a FILE_UPLOAD field and answers their URLs. Straight into a contact's field: forms_custom_file_upload.",
    notes: ['For the media library use medias_file_upload.', 'maxFiles is text. Calling twice stores the files twice.'],
    risk: 'write',
    findOut: {
      looks: [],
      check: 'Files stored this way cannot be listed; without the URLs of the answer nothing uses them.',
    },
    hints: {
      files: 'one entry for each file, named freely',
      id: 'contact, opportunity or custom field id',
      maxFiles: 'number as text, e.g. "15"',
    },
    words: ['attachment', 'document', 'file field', 'photo'],
    examples: [
      {
        ask: "Store this floor plan for the contact's plan field",
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          id: 'ocQHyuzHvysMo5N5VsXc',
          maxFiles: '1',
          files: { floor_plan: { path: 'floor-plan.pdf' } },
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
