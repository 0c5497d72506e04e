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
      'Custom fields of contacts and opportunities with id, key, type and choices; the ids are what contact and deal writes need. For custom objects and business use custom_fields_field_list.',
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
      'Adds a field to contacts or opportunities (model); its data type cannot be changed later. Check locations_custom_field_list for one that exists. Custom objects and business: custom_fields_field_create.',
    notes: [
      'Types: TEXT, LARGE_TEXT, NUMERICAL, PHONE, MONETORY (spelt so), DATE, CHECKBOX, SINGLE_OPTIONS, MULTIPLE_OPTIONS, RADIO, TEXTBOX_LIST, FILE_UPLOAD.',
      choiceNote,
      'The key is made from the name, as contact.<name> or opportunity.<name>, and stays when the field is renamed.',
    ],
    risk: 'write',
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
      'Renames a contact or opportunity field or changes placeholder, position or choices; name is required every time, the type stays. Values of a person are set with contacts_contact_update.',
    notes: [choiceNote, 'For custom objects and business use custom_fields_field_update.'],
    risk: 'write',
    idempotent: true,
    hints: {
      ...fieldHints,
      id: 'from locations_custom_field_list',
      name: 'required; repeat the present one to keep it',
      textBoxListOptions: 'all choices, old and new',
    },
    words: ['property', 'column', 'rename', 'add option', 'dropdown'],
  },
  'DELETE /locations/{locationId}/customFields/{id}': {
    name: 'locations_custom_field_delete',
    title: 'Delete a custom field',
    summary:
      'Deletes a contact or opportunity field with its value in every record, for good; forms and workflows that use it lose it. For custom objects and business use custom_fields_field_delete.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from locations_custom_field_list' },
    words: ['property', 'column', 'drop'],
  },
  'POST /locations/{locationId}/customFields/upload': {
    name: 'locations_custom_field_file_upload',
    title: 'Upload files for a custom field',
    summary:
      'Stores files for a field of type FILE_UPLOAD and answers their URLs. To put files straight into the field of a contact, prefer forms_custom_file_upload; for the media library use the medias tools.',
    notes: ['maxFiles is text. Calling twice stores the files twice.'],
    risk: 'write',
    hints: {
      files: 'one entry for each file, named freely',
      id: 'contact, opportunity or custom field id',
      maxFiles: 'number as text, e.g. "15"',
    },
    words: ['attachment', 'document', 'file field', 'photo'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
