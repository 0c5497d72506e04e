import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const redirectTo = 'full address, with https://';

export const guides = {
  'GET /links/': {
    name: 'links_link_list',
    title: 'List trigger links',
    summary:
      'All trigger links (tracked links whose click can start a workflow) with target and merge field, unpaged. By name: links_link_search.',
    risk: 'read',
    paging: { style: 'none', items: 'links' },
    words: ['tracked link', 'short link', 'click tracking'],
  },
  'GET /links/search': {
    name: 'links_link_search',
    title: 'Search trigger links',
    summary: 'Trigger links that match a text, in pages; links_link_list has all of them in one answer.',
    risk: 'read',
    paging: { style: 'skip-limit', items: 'links', size: 'limit', defaultSize: 20, offset: 'skip' },
    words: ['tracked link', 'find link'],
  },
  'GET /links/id/{linkId}': {
    name: 'links_link_get',
    title: 'Get a trigger link',
    summary: 'One trigger link by id; links_link_list carries the same fields.',
    risk: 'read',
    words: ['tracked link', 'redirect target'],
  },
  'POST /links/': {
    name: 'links_link_create',
    title: 'Create a trigger link',
    summary:
      'Creates a tracked link to an address. Put the fieldKey of the answer into a message, not the address, or clicks go unnoticed.',
    notes: ['Calling twice makes two links.', 'What a click starts is set up in a workflow, not here.'],
    risk: 'write',
    findOut: {
      looks: [
        {
          // Links have no time of creation; one of the same name and target serves as well.
          steps: [{ ask: 'GET /links/', with: {} }],
          records: 'links',
          match: { name: 'name', redirectTo: 'redirectTo' },
          complete: true,
        },
      ],
      check: 'links_link_list shows whether a link of this name and target is there.',
    },
    hints: { redirectTo },
    words: ['tracked link', 'short link', 'click tracking', 'campaign link'],
  },
  'PUT /links/{linkId}': {
    name: 'links_link_update',
    title: 'Change a trigger link',
    summary: 'Sets name and target of a trigger link, both required. Links already sent lead to the new target.',
    risk: 'write',
    idempotent: true,
    hints: { redirectTo },
    words: ['tracked link', 'redirect', 'retarget', 'rename link'],
  },
  'DELETE /links/{linkId}': {
    name: 'links_link_delete',
    title: 'Delete a trigger link',
    summary:
      'Deletes a trigger link for good: it breaks in messages already sent. To send people elsewhere use links_link_update.',
    risk: 'high-impact',
    idempotent: true,
    words: ['tracked link', 'remove link'],
  },
} as const satisfies Guides<typeof operations>;
