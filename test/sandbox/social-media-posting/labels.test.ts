import { expect, test } from 'vitest';
import { refusalOf } from '../sdk.ts';
import { dayMs, openPlanner } from './open.ts';

test('categories and tags are listed, searched and found by id', async () => {
  const { social, locationId } = await openPlanner();
  const { categories, count } = (await social('getCategoriesLocationId', { locationId })).results;
  expect(categories).toHaveLength(count);
  const found = await social('getCategoriesLocationId', { locationId, searchText: 'tip', limit: '1', skip: '0' });
  expect(found.results).toMatchObject({ categories: [{ name: 'Tips' }], count: 1 });
  const id = categories[1]._id;
  expect((await social('getCategoriesId', { locationId, id })).results.category).toEqual(categories[1]);
  expect((await refusalOf(social('getCategoriesId', { locationId, id: 'unknown' }))).statusCode).toBe(400);

  const { tags } = (await social('getTagsLocationId', { locationId })).results;
  const details = await social('getTagsByIds', { locationId }, { tagIds: [tags[1]._id, 'unknown'] });
  expect(details.results).toEqual({ tags: [tags[1]], count: 1 });
});

test('statistics count the posts of the last seven days', async () => {
  const { social, locationId, accounts, userId, passMs } = await openPlanner();
  const profileIds = [accounts.facebook?.profileId, accounts.google?.profileId];
  const measure = async (rest: object = {}) =>
    (await social('getSocialMediaStatistics', { locationId }, { profileIds, ...rest })).results;
  const before = await measure();
  // The start is a Tuesday, and today does not count.
  expect(before.dayRange).toEqual(['Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon']);
  const post = { accountIds: [accounts.facebook?.id], type: 'post', userId, summary: 'Now', status: 'published' };
  await social('createPost', { locationId }, post);
  expect((await measure()).totals.posts).toBe(before.totals.posts);
  passMs(dayMs);
  const after = await measure();
  expect(after.postPerformance.posts.facebook.at(-1)).toBe(1);
  expect(after.totals.likes).toBeGreaterThan(0);
  expect(after.breakdowns.posts.total).toBe(after.totals.posts);
  expect((await measure({ platforms: ['google'] })).totals).toMatchObject({ posts: 0 });
});
