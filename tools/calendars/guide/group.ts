/** Groups of calendars, which share one booking page. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const groupGuides = {
  'GET /calendars/groups': {
    name: 'calendars_group_list',
    title: 'List calendar groups',
    summary:
      'All calendar groups of a location. The calendars of one: calendars_calendar_list with groupId; its bookings: calendars_event_list.',
    risk: 'read',
    paging: { style: 'none', items: 'groups' },
    words: ['booking page', 'category', 'team'],
  },
  'POST /calendars/groups': {
    name: 'calendars_group_create',
    title: 'Create a calendar group',
    summary:
      'Creates a group of calendars with its own booking page. A taken slug is refused: ask calendars_group_slug_check first.',
    notes: ['Calendars join by groupId in calendars_calendar_update.'],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /calendars/groups', with: {} }],
          records: 'groups',
          match: { slug: 'slug', name: 'name' },
          complete: true,
        },
      ],
      check: 'calendars_group_list shows whether a group with this slug is there.',
    },
    hints: { slug: 'last part of the booking address, unique', isActive: 'false keeps the page closed' },
    words: ['booking page', 'category', 'team page', 'combine calendars'],
  },
  'POST /calendars/groups/validate-slug': {
    name: 'calendars_group_slug_check',
    title: 'Check a group slug',
    summary: 'Tells whether a slug is still free for a calendar group of the location; changes nothing.',
    risk: 'read',
    hints: { slug: 'last part of the booking address' },
    words: ['available', 'taken', 'validate', 'url'],
  },
  'PUT /calendars/groups/{groupId}': {
    name: 'calendars_group_update',
    title: 'Change a calendar group',
    summary:
      'Sets name, description and slug of a calendar group, all required. A new slug breaks links that people already have.',
    notes: ['Repeat present values from calendars_group_list.'],
    risk: 'write',
    idempotent: true,
    hints: { groupId: 'from calendars_group_list' },
    words: ['rename', 'booking page', 'url'],
  },
  'PUT /calendars/groups/{groupId}/status': {
    name: 'calendars_group_status_update',
    title: 'Open or close a calendar group',
    summary:
      'Closes the public booking page of a group (isActive false) or opens it again (true). One calendar alone: isActive in calendars_calendar_update.',
    risk: 'write',
    idempotent: true,
    hints: { groupId: 'from calendars_group_list' },
    words: ['enable', 'disable', 'activate', 'deactivate', 'booking page'],
  },
  'DELETE /calendars/groups/{groupId}': {
    name: 'calendars_group_delete',
    title: 'Delete a calendar group',
    summary:
      'Deletes a calendar group and its booking page for good. To only close the page use calendars_group_status_update.',
    notes: ['What becomes of its calendars is undocumented.'],
    risk: 'high-impact',
    idempotent: true,
    hints: { groupId: 'from calendars_group_list' },
    words: ['remove booking page', 'category'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
