/** Menu links of the agency. */
import type { Domain, SeedContext } from '../../domain.ts';
import { badRequest, notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { hasWords, pickFields, treatNullAsAbsent } from '../payments/lists.ts';
import { createWorldUuid } from '../shared/uuid.ts';
import { type CustomMenu, customMenus } from './records.ts';

const menuFields = [
  'title',
  'url',
  'icon',
  'showOnCompany',
  'showOnLocation',
  'showToAllLocations',
  'locations',
  'openMode',
  'userRole',
  'allowCamera',
  'allowMicrophone',
];

/** The documents give each of these the default true, in updates too: what a request leaves out is switched on. */
const shownByDefault = { showOnCompany: true, showOnLocation: true, showToAllLocations: true };

function formatMenu({ locationId: _company, ...menu }: CustomMenu): Record<string, unknown> {
  return menu;
}

/** Throws 404, as documented for changes. */
function findMenu(request: SandboxRequest, world: World): CustomMenu {
  const menu = customMenus(world).get(request.path.customMenuId ?? '');
  if (menu === undefined) throw notFound('Custom menu not found');
  return menu;
}

/** The fields that the body names. Throws 422 for an empty title, 400 for a location that is not there. */
function parseMenu({ body }: SandboxRequest, world: World): Partial<CustomMenu> {
  if (body.title?.trim() === '') throw unprocessable(['title should not be empty']);
  const unknown = (body.locations ?? []).find((id: string) => locations(world).get(id) === undefined);
  if (unknown !== undefined) throw badRequest(`Location ${unknown} not found`);
  return { ...shownByDefault, ...pickFields(body, menuFields) };
}

/** What the facts demand of a new link. */
type RequiredFields = Omit<CustomMenu, 'id' | 'locationId' | 'order' | 'allowCamera' | 'allowMicrophone'>;

/** Does the location see the link? */
function isShownAt(menu: CustomMenu, locationId: string): boolean {
  return menu.showOnLocation && (menu.showToAllLocations || menu.locations.includes(locationId));
}

const handlers: Handlers = {
  'GET /custom-menus/': (request, world) => {
    const { locationId, query, showOnCompany } = request.query;
    const found = customMenus(world)
      .indexed('')
      .filter(
        (menu) =>
          hasWords(query, [menu.title]) &&
          (locationId === undefined
            ? showOnCompany === undefined || menu.showOnCompany === showOnCompany
            : isShownAt(menu, locationId)),
      )
      .toSorted((a, b) => a.order - b.order);
    const page = takeWindow(found, parseWindow(request.query, { limit: 20, maxLimit: 100 }));
    return { body: { customMenus: page.map(formatMenu), totalLinks: found.length } };
  },

  'POST /custom-menus/': (request, world) => {
    const last = Math.max(
      0,
      ...customMenus(world)
        .all()
        .map(({ order }) => order),
    );
    const menu = customMenus(world).insert({
      id: createWorldUuid(world),
      locationId: '',
      allowCamera: false,
      allowMicrophone: false,
      ...(parseMenu(request, world) as RequiredFields),
      order: last + 1,
    });
    return { body: { customMenu: formatMenu(menu) } };
  },

  'GET /custom-menus/{customMenuId}': (request, world) => ({
    body: { customMenu: formatMenu(findMenu(request, world)) },
  }),

  'PUT /custom-menus/{customMenuId}': (request, world) => {
    const { id, icon } = findMenu(request, world);
    const change = parseMenu(request, world);
    const menu = customMenus(world).update(id, { ...change, icon: { ...icon, ...change.icon } });
    return { body: { success: true, customMenu: formatMenu(menu) } };
  },

  'DELETE /custom-menus/{customMenuId}': (request, world) => {
    const { id } = findMenu(request, world);
    customMenus(world).delete(id);
    const message = 'Custom menu successfully deleted';
    return { body: { success: true, message, deletedMenuId: id, deletedAt: world.timestamp() } };
  },
};

/** One link for everybody, one for the first location. */
function seedMenus({ world, locations: [first] }: SeedContext): void {
  const shared = { locationId: '', showOnLocation: true, userRole: 'all', allowCamera: false } as const;
  const base = { ...shared, allowMicrophone: false };
  customMenus(world).insert({
    id: createWorldUuid(world),
    ...base,
    ...{ title: 'Help center', url: 'https://help.brightwater-agency.example.com', openMode: 'iframe', order: 1 },
    icon: { name: 'life-ring', fontFamily: 'far' },
    showOnCompany: true,
    showToAllLocations: true,
    locations: [],
  });
  customMenus(world).insert({
    id: createWorldUuid(world),
    ...base,
    ...{ title: 'Lab orders', url: 'https://lab.example.com/orders', openMode: 'new_tab', order: 2 },
    icon: { name: 'flask', fontFamily: 'fas' },
    showOnCompany: false,
    showToAllLocations: false,
    locations: [first.id],
  });
}

export const domain: Domain = { name: 'custom-menus', handlers: treatNullAsAbsent(handlers), seed: seedMenus };
