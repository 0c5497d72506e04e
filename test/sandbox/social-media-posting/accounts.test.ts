import { expect, test } from 'vitest';
import { refusalOf } from '../sdk.ts';
import { dayMs, openPlanner } from './open.ts';

test('an account is connected, listed, connected anew and taken away', async () => {
  const { social, locationId, passMs, companyId } = await openPlanner();
  const list = async () => (await social('getAccount', { locationId })).results;
  const before = await list();
  const page = { type: 'page', originId: '2444050011687', name: 'Our page', avatar: 'https://example.com/a.png' };
  const where = { locationId, accountId: '66f0000000000000000000a1' };
  const { results } = await social('attachFacebookPageGroup', where, { ...page, companyId });
  const id = `${where.accountId}_${locationId}_${page.originId}`;
  expect(results).toMatchObject({ ...page, oldId: id, oAuthId: where.accountId, platform: 'facebook', active: true });
  const [added] = (await list()).accounts.slice(before.accounts.length);
  expect(added).toMatchObject({ id, name: page.name, isExpired: false, profileId: results._id });

  passMs(70 * dayMs);
  expect((await list()).accounts.at(-1)).toMatchObject({ id, isExpired: true });
  await social('attachFacebookPageGroup', where, { ...page, name: 'Renamed' });
  expect((await list()).accounts.at(-1)).toMatchObject({ id, name: 'Renamed', isExpired: false });

  expect((await social('deleteAccount', { locationId, id })).results).toEqual({ locationId, id });
  expect((await list()).accounts).toHaveLength(before.accounts.length);
  expect((await refusalOf(social('deleteAccount', { locationId, id }))).statusCode).toBe(400);
});

test('a group loses the account that is taken away', async () => {
  const { social, locationId, accounts } = await openPlanner();
  const id = accounts.instagram?.id ?? '';
  await social('deleteAccount', { locationId, id });
  const { groups } = (await social('getAccount', { locationId })).results;
  expect(groups).toMatchObject([{ accountIds: [accounts.facebook?.id, accounts.google?.id] }]);
});

test('every network connects, by its own operation or by the one for all', async () => {
  const { social, call, locationId } = await openPlanner();
  const accountId = '66f0000000000000000000b2';
  const location = { name: 'locations/77', title: 'Main street' };
  await social('setGoogleLocations', { locationId, accountId }, { location, account: {} });
  await social('attachInstagramPageGroup', { locationId, accountId }, { pageId: '1', originId: 'i1', name: 'I' });
  await social('attachLinkedinPageProfile', { locationId, accountId }, { type: 'page', originId: 'l1', name: 'L' });
  await social('attachTwitterProfile', { locationId, accountId }, { originId: 'x1', name: 'X', username: 'x' });
  await social('attachTiktokProfile', { locationId, accountId }, { type: 'business', originId: 't1', name: 'T' });
  const threads = { originId: 'h1', name: 'H', type: 'profile' };
  expect((await call('POST', `/oauth/${locationId}/threads/accounts/${accountId}`, threads)).status).toBe(201);
  const { accounts } = (await social('getAccount', { locationId })).results;
  const added = accounts.filter(({ oauthId }: { oauthId: string }) => oauthId === accountId);
  expect(added.map(({ platform, type, originId }: Record<string, string>) => [platform, type, originId])).toEqual([
    ['google', 'location', '77'],
    ['instagram', 'profile', 'i1'],
    ['linkedin', 'page', 'l1'],
    ['twitter', 'profile', 'x1'],
    ['tiktok', 'business', 't1'],
    ['threads', 'profile', 'h1'],
  ]);
});
