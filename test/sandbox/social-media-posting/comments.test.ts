import { expect, test } from 'vitest';
import { openPlanner, type Planner } from './open.ts';

/** Comments of the first location on Facebook, from all its accounts. */
function openComments({ call, locationId, accounts }: Planner) {
  const originIds = [accounts.facebook?.originId];
  const at = (path: string) => `/comments/facebook${path}?locationId=${locationId}`;
  return {
    at,
    list: async (query: object = {}) => (await call('POST', at('/list'), { originIds, ...query })).body.results,
    write: (json: object) => call('POST', at(''), json),
  };
}

test('comments and their replies are listed', async () => {
  const planner = await openPlanner();
  const { list } = openComments(planner);
  const { comments, meta } = await list();
  expect(meta).toMatchObject({ total: 3, totalUnread: 1, hasMore: false });
  const answered = comments.find(({ replyCount }: { replyCount: number }) => replyCount === 1);
  expect((await list({ parentId: answered._id })).comments).toMatchObject([{ level: 2, isParentThread: false }]);
  expect((await list({ parentId: answered.postId })).meta.total).toBe(3);
  expect((await list({ sortBy: 'top' })).comments[0].likeCount).toBe(2);
  expect((await list({ skip: 1, limit: 1 })).comments).toEqual([comments[1]]);
  expect((await list({ search: 'saturday' })).meta.total).toBe(1);
  expect((await list({ originIds: ['other'] })).meta.total).toBe(0);
  const { publishedAt } = comments[0];
  expect((await list({ fromDate: publishedAt, toDate: publishedAt })).comments).toEqual([comments[0]]);
});

test('a comment is written, answered, liked and unliked', async () => {
  const planner = await openPlanner();
  const { call } = planner;
  const { list, write, at } = openComments(planner);
  const [{ postId }] = (await list()).comments;
  const { body } = await write({ parentId: postId, isParentThread: true, content: 'Thanks to all!' });
  const comment = body.results;
  expect(comment).toMatchObject({ postId, content: 'Thanks to all!', level: 1, likeCount: 0 });
  await write({ parentId: comment._id, isParentThread: false, content: 'And more to come.' });
  expect((await list()).comments[0]).toMatchObject({ _id: comment._id, replyCount: 1 });

  const path = at(`/${comment._id}/like`);
  for (const [method, likeCount] of [
    ['POST', 1],
    ['POST', 1],
    ['DELETE', 0],
  ] as const) {
    expect((await call(method, path)).status).toBeLessThan(300);
    expect((await list()).comments[0]).toMatchObject({ likeCount });
  }
});

test('what a network does not take is refused', async () => {
  const planner = await openPlanner();
  const { call, locationId } = planner;
  const { list, write } = openComments(planner);
  const [{ _id: id, postId }] = (await list()).comments;
  const content = 'x';
  expect((await write({ parentId: postId, isParentThread: true, content: 'x'.repeat(8001) })).status).toBe(422);
  expect((await write({ parentId: id, isParentThread: true, content })).status).toBe(400);
  const onTiktok = `/comments/tiktok?locationId=${locationId}`;
  expect((await call('POST', onTiktok, { parentId: id, isParentThread: false, content })).status).toBe(400);
  expect((await call('POST', `/comments/instagram/${id}/like?locationId=${locationId}`)).status).toBe(422);
});
