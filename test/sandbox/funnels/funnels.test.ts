import { expect, test } from 'vitest';
import { operations } from '../../../tools/funnels/operations.gen.ts';
import { openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

const window = { limit: 10, offset: 0 };

test('funnels and websites are listed with their pages', async () => {
  const { service, locationId } = await openChecked(operations);
  const funnels = service('funnels');
  const { funnels: all, count } = await funnels('getFunnels', { locationId });
  expect(count).toBe(all.length);
  const { funnels: sites } = await funnels('getFunnels', { locationId, type: 'website' });
  expect(sites).toEqual(all.filter(({ type }: { type: string }) => type === 'website'));
  const [site] = sites;
  expect((await funnels('getFunnels', { locationId, name: site.name.slice(0, 4), limit: '1' })).funnels).toEqual([
    site,
  ]);

  const where = { locationId, funnelId: site._id };
  const pages = await funnels('getPagesByFunnelId', { ...where, ...window });
  expect(pages.map(({ _id }: { _id: string }) => _id)).toEqual(
    site.steps.flatMap(({ pages: ids }: { pages: [] }) => ids),
  );
  expect(await funnels('getPagesCountByFunnelId', where)).toMatchObject({ count: pages.length });
  expect(await funnels('getPagesByFunnelId', { ...where, limit: 2, offset: 1 })).toEqual(pages.slice(1, 3));
  expect(await funnels('getPagesCountByFunnelId', { ...where, name: pages[0].name })).toMatchObject({ count: 1 });
});

test('a redirect is created, found, changed and deleted', async () => {
  const { service, locationId } = await openChecked(operations);
  const funnels = service('funnels');
  const list = async (search?: string) =>
    (await funnels('fetchRedirectsList', { locationId, ...window, ...(search && { search }) })).data;
  const before = await list();
  const draft = {
    locationId,
    domain: 'www.example.com',
    path: '/Sale',
    target: 'https://example.com/a',
    action: 'url',
  };
  const { data: redirect } = await funnels('createRedirect', draft);
  expect(redirect).toMatchObject({ ...draft, pathLowercase: '/sale' });
  expect(await list()).toEqual({ count: before.count + 1, data: [...before.data, redirect] });
  expect(await list('com/sale')).toEqual({ count: 1, data: [redirect] });
  expect((await refusalOf(funnels('createRedirect', { ...draft, path: '/sale' }))).statusCode).toBe(422);

  const change = { locationId, target: 'https://example.com/b', action: 'all' };
  const { data: changed } = await funnels('updateRedirectById', { id: redirect.id }, change);
  expect(changed).toEqual({ ...redirect, ...change });
  const removed = await funnels('deleteRedirectById', { id: redirect.id, locationId });
  expect(removed.data).toEqual({ status: 'ok' });
  expect(await list()).toEqual(before);
  expect((await refusalOf(funnels('deleteRedirectById', { id: redirect.id, locationId }))).statusCode).toBe(422);
});
