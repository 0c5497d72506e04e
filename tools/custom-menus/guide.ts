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
      'Menu links an agency added to HighLevel, or those one sub-account sees (locationId), by title; agency token only. Tracked links in messages are links_link_list.',
    notes: ['showOnCompany is ignored when locationId is given.'],
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
      "Adds a link to HighLevel's side menu, at once and for every client's staff when showToAllLocations is true; one client: false with its id in locations. Agency token only.",
    notes: [
      'iframe opens the page inside HighLevel, where people may take it for part of it: use addresses the user named.',
      'Calling twice adds two links.',
    ],
    risk: 'high-impact',
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
      'Changes a menu link for everybody who sees it. Send the three show flags every time: left out they may turn true, which shows it to every client. locations replaces the list.',
    notes: ['Read custom_menus_menu_get first and repeat what should stay.'],
    risk: 'high-impact',
    idempotent: true,
    hints: { ...menuHints, customMenuId },
    words: ['sidebar', 'navigation', 'rename link', 'hide link'],
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
