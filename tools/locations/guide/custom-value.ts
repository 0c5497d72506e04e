/** Texts that messages and pages fill in: custom values, and templates that are kept for sending. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const customValueGuides = {
  'GET /locations/{locationId}/customValues': {
    name: 'locations_custom_value_list',
    title: 'List custom values',
    summary:
      'All custom values of a location: texts that messages and pages fill in by key. Fields of a person: locations_custom_field_list.',
    risk: 'read',
    paging: { style: 'none', items: 'customValues' },
    words: ['merge tag', 'variable', 'placeholder', 'global value'],
  },
  'GET /locations/{locationId}/customValues/{id}': {
    name: 'locations_custom_value_get',
    title: 'Get a custom value',
    summary: 'One custom value of a location by id, with the key that templates use.',
    risk: 'read',
    hints: { id: 'from locations_custom_value_list' },
    words: ['merge tag', 'variable', 'placeholder'],
  },
  'POST /locations/{locationId}/customValues': {
    name: 'locations_custom_value_create',
    title: 'Create a custom value',
    summary:
      'Adds a text that messages and pages fill in by key, the same for everybody. Differs by person: locations_custom_field_create.',
    notes: [
      'The key comes from the name; the answer has it as fieldKey.',
      'One call for each value: there is no bulk.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          // Unique: the key is made from the name.
          steps: [{ ask: 'GET /locations/{locationId}/customValues', with: {} }],
          records: 'customValues',
          match: { name: 'name', value: 'value' },
          complete: true,
        },
      ],
      check: 'locations_custom_value_list shows whether a value of this name is there.',
    },
    words: ['merge tag', 'variable', 'placeholder', 'global value'],
    examples: [
      {
        ask: 'Save our booking link as a custom value',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Booking link',
          value: 'https://example.com/book',
        },
      },
    ],
  },
  'PUT /locations/{locationId}/customValues/{id}': {
    name: 'locations_custom_value_update',
    title: 'Change a custom value',
    summary:
      'Sets name and value of a custom value, both required. Live pages and later messages that use it show the new text.',
    notes: ['To change the value only, repeat the name from locations_custom_value_list.'],
    risk: 'write',
    idempotent: true,
    hints: { id: 'from locations_custom_value_list', name: 'required; repeat the present one to keep it' },
    words: ['merge tag', 'variable', 'placeholder', 'booking link'],
  },
  'DELETE /locations/{locationId}/customValues/{id}': {
    name: 'locations_custom_value_delete',
    title: 'Delete a custom value',
    summary:
      'Deletes a custom value for good: texts that use its key show a gap. To change the text use locations_custom_value_update.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from locations_custom_value_list' },
    words: ['merge tag', 'variable', 'placeholder'],
  },
  'GET /locations/{locationId}/templates': {
    name: 'locations_template_list',
    title: 'List message templates',
    summary:
      'SMS, email and WhatsApp templates (snippets) with their text, to copy into conversations_message_send. originId is required.',
    notes: [
      "HighLevel's document shows a location id as originId.",
      'Templates of the email builder are a different kind, in the emails tools.',
    ],
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'templates',
      total: 'totalCount',
      size: 'limit',
      defaultSize: 25,
      offset: 'skip',
    },
    hints: { originId: 'the location id', type: 'all kinds when left out', deleted: 'true shows deleted ones' },
    words: ['snippet', 'canned response', 'saved reply', 'quick reply'],
    examples: [
      {
        ask: 'Which SMS snippets do we have?',
        args: { locationId: 've9EPM428h8vShlRW1KT', originId: 've9EPM428h8vShlRW1KT', type: 'sms' },
      },
    ],
  },
  'DELETE /locations/{locationId}/templates/{id}': {
    name: 'locations_template_delete',
    title: 'Delete a message template',
    summary:
      'Deletes an SMS, email or WhatsApp template (snippet); nothing in the API makes a new one or brings it back. Ids: locations_template_list.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from locations_template_list' },
    words: ['snippet', 'canned response', 'saved reply'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
