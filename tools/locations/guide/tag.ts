/** The tags a location knows. Putting them on contacts is the contacts resource's. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const tagGuides = {
  'GET /locations/{locationId}/tags': {
    name: 'locations_tag_list',
    title: 'List tags',
    summary:
      'All tags of a location with ids, unpaged; copy the spelling from here, contacts take tags by name. Who has a tag: contacts_contact_search.',
    risk: 'read',
    paging: { style: 'none', items: 'tags' },
    words: ['label', 'segment', 'all tags'],
  },
  'GET /locations/{locationId}/tags/{tagId}': {
    name: 'locations_tag_get',
    title: 'Get a tag',
    summary: 'Name of one tag by id; locations_tag_list already has all of them.',
    risk: 'read',
    hints: { tagId: 'from locations_tag_list' },
    words: ['label', 'tag name', 'segment'],
  },
  'POST /locations/{locationId}/tags': {
    name: 'locations_tag_create',
    title: 'Create a tag',
    summary:
      'Adds a tag to the location without putting it on anybody. To tag a contact use contacts_tag_add, which makes missing tags itself.',
    notes: ['A name that exists is refused.'],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /locations/{locationId}/tags', with: {} }],
          records: 'tags',
          match: { name: 'name' },
          complete: true,
        },
      ],
      check: 'locations_tag_list shows whether the tag is there.',
    },
    words: ['label', 'new tag', 'segment'],
  },
  'PUT /locations/{locationId}/tags/{tagId}': {
    name: 'locations_tag_update',
    title: 'Rename a tag',
    summary:
      'Renames a tag for the whole location. Workflows, filters and imports that name the old spelling need a look afterwards.',
    notes: ['HighLevel documents nothing on contacts that carry the old name: check one with contacts_contact_get.'],
    risk: 'write',
    idempotent: true,
    hints: { tagId: 'from locations_tag_list' },
    words: ['label', 'rename'],
  },
  'DELETE /locations/{locationId}/tags/{tagId}': {
    name: 'locations_tag_delete',
    title: 'Delete a tag',
    summary:
      'Deletes a tag from the location and from every contact; who had it is lost. To untag single contacts use contacts_tag_remove.',
    notes: ['List the carriers first with contacts_contact_search if they may be needed again.'],
    risk: 'high-impact',
    idempotent: true,
    hints: { tagId: 'from locations_tag_list' },
    words: ['label', 'untag all'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
