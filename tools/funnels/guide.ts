import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

/** HighLevel refuses these lists (422) without both, so an agent must be told to send them. */
const pageHints = { limit: 'always send, e.g. 20', offset: 'always send; 0 at first' } as const;

const redirectHints = {
  action: 'url when target is an address',
  target: 'where visitors go, e.g. https://example.com/new',
} as const;

export const guides = {
  'GET /funnels/funnel/list': {
    name: 'funnels_funnel_list',
    title: 'List funnels and websites',
    summary:
      'Funnels and websites of a location, each with its steps and their page ids. Read only: the API cannot build or edit them.',
    risk: 'read',
    paging: { style: 'offset-limit', items: 'funnels', total: 'count', size: 'limit', offset: 'offset' },
    hints: { type: 'funnel or website', parentId: 'folder id', name: 'part of the name' },
    words: ['landing page', 'site', 'sales funnel', 'steps'],
  },
  'GET /funnels/page': {
    name: 'funnels_page_list',
    title: "List a funnel's pages",
    summary: 'Pages of one funnel or website by name and step, without their content. How many: funnels_page_count.',
    risk: 'read',
    paging: { style: 'offset-limit', items: '', size: 'limit', offset: 'offset' },
    hints: { ...pageHints, funnelId: '_id from funnels_funnel_list', name: 'part of the page name' },
    words: ['landing page', 'website page', 'steps'],
    examples: [
      {
        ask: 'Which pages does this funnel have?',
        args: { locationId: 've9EPM428h8vShlRW1KT', funnelId: 'iucJ6TdFZiddhq9f6znh', limit: 20, offset: 0 },
      },
    ],
  },
  'GET /funnels/page/count': {
    name: 'funnels_page_count',
    title: "Count a funnel's pages",
    summary: 'Number of pages in one funnel or website; funnels_page_list has no total.',
    risk: 'read',
    hints: { funnelId: '_id from funnels_funnel_list', name: 'part of the page name' },
    words: ['how many pages', 'landing pages', 'website size'],
  },
  'GET /funnels/lookup/redirect/list': {
    name: 'funnels_redirect_list',
    title: 'List URL redirects',
    summary: 'Redirects from paths of connected domains to other pages, with the ids that changing and deleting need.',
    risk: 'read',
    paging: { style: 'offset-limit', items: 'data.data', total: 'data.count', size: 'limit', offset: 'offset' },
    hints: { ...pageHints, search: 'part of domain or path' },
    words: ['301', 'forwarding', 'domain', 'old link'],
    examples: [
      {
        ask: 'Which redirects exist on example.com?',
        args: { locationId: 've9EPM428h8vShlRW1KT', search: 'example.com', limit: 20, offset: 0 },
      },
    ],
  },
  'POST /funnels/lookup/redirect': {
    name: 'funnels_redirect_create',
    title: 'Create a URL redirect',
    summary:
      'Sends visitors of a path on a connected domain elsewhere, live at once: a page that exists there is no longer reached.',
    notes: [
      'domain is a bare host without https://, already connected to the location; path begins with a slash.',
      'To change where a present redirect leads use funnels_redirect_update.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          // Redirects have no time of creation; one from and to the same addresses serves as well.
          steps: [{ ask: 'GET /funnels/lookup/redirect/list', with: { search: '$path', limit: 100, offset: 0 } }],
          records: 'data.data',
          match: { domain: 'domain', path: 'path', target: 'target', action: 'action' },
          unique: true,
        },
      ],
      check: 'funnels_redirect_list shows whether the address leads to the target.',
    },
    hints: { ...redirectHints, domain: 'host only, e.g. example.com', path: 'e.g. /old-offer' },
    words: ['301', 'forward', 'old link'],
    examples: [
      {
        ask: 'Forward example.com/spring to our new offer page',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          domain: 'example.com',
          path: '/spring',
          target: 'https://www.example.com/summer',
          action: 'url',
        },
      },
    ],
  },
  'PATCH /funnels/lookup/redirect/{id}': {
    name: 'funnels_redirect_update',
    title: 'Change a URL redirect',
    summary:
      'Sets a new target for a redirect, live at once. Domain and path cannot be changed: delete it and create another.',
    risk: 'write',
    idempotent: true,
    hints: { ...redirectHints, id: 'from funnels_redirect_list' },
    words: ['301', 'forward', 'retarget'],
  },
  'DELETE /funnels/lookup/redirect/{id}': {
    name: 'funnels_redirect_delete',
    title: 'Delete a URL redirect',
    summary: 'Deletes a redirect: its path shows the page behind it again, or an error where there is none.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from funnels_redirect_list' },
    words: ['301', 'remove forwarding'],
  },
} as const satisfies Guides<typeof operations>;
