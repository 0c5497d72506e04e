import { expect, it } from 'vitest';
import { operations } from '../../../tools/custom-menus/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openMenus() {
  const checked = await openChecked(operations);
  const menus = checked.service('customMenus', checked.sandbox.tokens.agency);
  const titles = async (query: object = {}) =>
    (await menus('getCustomMenus', query)).customMenus.map(({ title }: Answer) => title);
  const body = {
    ...{ title: 'Reports', url: 'https://reports.example.com', openMode: 'new_tab', userRole: 'admin' },
    ...{ icon: { name: 'chart-pie', fontFamily: 'fas' }, locations: [checked.otherLocationId] },
    ...{ showOnCompany: false, showOnLocation: true, showToAllLocations: false },
  };
  return {
    ...checked,
    menus,
    titles,
    body,
    create: (change: object = {}) => menus('createCustomMenu', { ...body, ...change }),
  };
}

it('lists links in their order, for the agency or as a location sees them', async () => {
  const { titles, menus, locationId, otherLocationId, create } = await openMenus();
  expect(await titles()).toEqual(['Help center', 'Lab orders']);
  expect(await titles({ showOnCompany: true })).toEqual(['Help center']);
  expect(await titles({ locationId: otherLocationId })).toEqual(['Help center']);
  expect(await titles({ locationId, query: 'LAB' })).toEqual(['Lab orders']);
  await create();
  expect(await titles({ locationId: otherLocationId, showOnCompany: true })).toEqual(['Help center', 'Reports']);
  expect(await menus('getCustomMenus', { limit: 1, skip: 2 })).toMatchObject({
    totalLinks: 3,
    customMenus: [{ title: 'Reports', order: 3 }],
  });
});

it('follows a link from creation to deletion', async () => {
  const { menus, create, body, titles } = await openMenus();
  const { customMenu } = await create();
  expect(customMenu).toMatchObject({ ...body, allowCamera: false });
  const path = { customMenuId: customMenu.id };
  const read = async () => (await menus('getCustomMenuById', path)).customMenu;
  const flags = { showOnCompany: false, showOnLocation: true, showToAllLocations: false };
  await menus('updateCustomMenu', path, { ...flags, title: 'Numbers', icon: { name: 'table' } });
  expect(await read()).toMatchObject({ ...body, title: 'Numbers', icon: { name: 'table', fontFamily: 'fas' } });
  expect(await menus('deleteCustomMenu', path)).toMatchObject({ success: true, deletedMenuId: customMenu.id });
  expect((await refusalOf(read())).statusCode).toBe(404);
  expect((await refusalOf(menus('deleteCustomMenu', path))).statusCode).toBe(404);
  expect(await titles()).not.toContain('Numbers');
});

it('shows a link to everybody when a change leaves the flags out', async () => {
  const { menus, create } = await openMenus();
  const { customMenu } = await create();
  const changed = await menus('updateCustomMenu', { customMenuId: customMenu.id }, { title: 'Numbers' });
  expect(changed.customMenu).toMatchObject({ showOnCompany: true, showOnLocation: true, showToAllLocations: true });
});

it('refuses unknown locations, empty titles and location tokens', async () => {
  const { create, service, titles } = await openMenus();
  expect((await refusalOf(create({ locations: ['none'] }))).statusCode).toBe(400);
  expect((await refusalOf(create({ title: ' ' }))).statusCode).toBe(422);
  expect((await refusalOf(service('customMenus')('getCustomMenus', {}))).statusCode).toBe(401);
  expect(await titles()).toHaveLength(2);
});
