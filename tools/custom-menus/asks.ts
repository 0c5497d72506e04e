import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with custom menu links. */
export const asks = {
  'GET /custom-menus/': [
    'list custom menu links',
    'which links are in the sidebar',
    'extra tabs we added to the left navigation',
    'menu items a client sees',
    'find a sidebar entry by title',
    'show all custom menus',
  ],
  'GET /custom-menus/{customMenuId}': [
    'details of one menu link',
    'where does this sidebar item point',
    'look up a custom menu by id',
    'who can see this menu entry',
    'icon and URL of a single sidebar link',
    'open one custom menu',
  ],
  'POST /custom-menus/': [
    'add a link to the sidebar',
    'put our help desk in the left menu',
    'new menu item for all clients',
    'embed an external page in the navigation',
    'create a custom menu link',
    'show a training portal tab in sub-accounts',
  ],
  'PUT /custom-menus/{customMenuId}': [
    'change the URL of a sidebar link',
    'rename a menu item',
    'hide a menu link from some clients',
    'show the tab in more sub-accounts',
    'new icon for a custom menu',
    'open the sidebar link in a new tab',
  ],
  'DELETE /custom-menus/{customMenuId}': [
    'remove a link from the sidebar',
    'delete a custom menu item',
    'take the tab out of the navigation',
    'get rid of an old menu entry',
    "clients shouldn't see that link anymore, delete it",
    'drop a custom menu',
  ],
} as const satisfies Asks<typeof operations>;
