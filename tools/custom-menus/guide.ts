/** Links an agency adds to the side menu of HighLevel, for itself and its clients. Agency tokens only. */
import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const customMenuId = 'from custom_menus_menu_list';

const menuHints = {
  'icon.name': 'Font Awesome name, e.g. yin-yang',
  'icon.fontFamily': 'fas solid, far regular, fab brands',
  showOnCompany: 'in the agency view',
  showOnLocation: 'in sub-accounts',
  showToAllLocations: 'true: every client; false: only locations',
  locations: 'sub-account ids; [] with showToAllLocations',
  allowCamera: 'iframe only; leave out unless asked for',
  allowMicrophone: 'iframe only; leave out unless asked for',
} as const;

export const guides = {
  'GET /custom-menus/': {
    name: 'custom_menus_menu_list',
    title: 'List custom menu links',
    summary:
      'Menu links an agency added to HighLevel, by title or sub-account; agency token only. Tracked links in messages: links_link_list.',
    notes: [
      'With locationId it lists what that sub-account sees.',
      'showOnCompany is ignored when locationId is given.',
    ],
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'customMenus',
      total: 'totalLinks',
      size: 'limit',
      defaultSize: 20,
      offset: 'skip',
    },
    hints: { query: 'part of the title', showOnCompany: 'true: agency view only' },
    words: ['sidebar', 'navigation', 'menu item'],
  },
  'GET /custom-menus/{customMenuId}': {
    name: 'custom_menus_menu_get',
    title: 'Get a custom menu link',
    summary: 'One custom menu link by id; custom_menus_menu_list carries the same details. Agency token only.',
    risk: 'read',
    hints: { customMenuId },
    words: ['sidebar', 'navigation'],
  },
  'POST /custom-menus/': {
    name: 'custom_menus_menu_create',
    title: 'Create a custom menu link',
    summary:
      "Adds a link to HighLevel's side menu, at once and for every client if showToAllLocations is true. Agency token only.",
    notes: [
      'For one client send showToAllLocations false and its id in locations.',
      'iframe opens the page inside HighLevel, where people may take it for part of it: use addresses the user named.',
      'Calling twice adds two links.',
    ],
    risk: 'high-impact',
    findOut: {
      looks: [
        {
          // Links do not say when they were made, and another location's are not listed.
          steps: [{ ask: 'GET /custom-menus/', with: { query: '$title', skip: 0, limit: 20 } }],
          records: 'customMenus',
          match: { title: 'title', url: 'url', openMode: 'openMode', userRole: 'userRole' },
        },
      ],
      check: 'custom_menus_menu_list shows whether a link of this title and address is there.',
    },
    hints: menuHints,
    words: ['sidebar', 'navigation', 'embed page', 'help link', 'white label'],
    examples: [
      {
        ask: 'Show our help pages in the menu of this one client, in a new tab',
        args: {
          title: 'Help',
          url: 'https://help.example.com/',
          icon: { name: 'circle-question', fontFamily: 'fas' },
          showOnCompany: false,
          showOnLocation: true,
          showToAllLocations: false,
          locations: ['ve9EPM428h8vShlRW1KT'],
          openMode: 'new_tab',
          userRole: 'all',
        },
      },
    ],
  },
  'PUT /custom-menus/{customMenuId}': {
    name: 'custom_menus_menu_update',
    title: 'Change a custom menu link',
    summary:
      'Changes a menu link for all who see it. Always send the three show flags: left out they may turn true. locations replaces the list.',
    notes: [
      'With the flags true every client sees the link.',
      'Read custom_menus_menu_get first and repeat what should stay.',
    ],
    risk: 'high-impact',
    idempotent: true,
    hints: { ...menuHints, customMenuId },
    words: ['sidebar', 'navigation', 'rename link', 'hide link'],
    examples: [
      {
        ask: 'Show the help link to this second client too, to nobody else',
        args: {
          customMenuId: '66f429b8afdce84227a46144',
          showOnCompany: false,
          showOnLocation: true,
          showToAllLocations: false,
          locations: ['ve9EPM428h8vShlRW1KT', 'zzyG7A4x6bRJl5SlhQhH'],
        },
      },
    ],
  },
  'DELETE /custom-menus/{customMenuId}': {
    name: 'custom_menus_menu_delete',
    title: 'Delete a custom menu link',
    summary:
      'Deletes a menu link for the agency and all clients. To hide it from some, use custom_menus_menu_update. Agency token only.',
    risk: 'high-impact',
    idempotent: true,
    hints: { customMenuId },
    words: ['sidebar', 'remove link'],
  },
} as const satisfies Guides<typeof operations>;
