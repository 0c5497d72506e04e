import { expect, test } from 'vitest';
import { startTime } from '../checked.ts';
import { refusalOf } from '../sdk.ts';
import { dayMs, openPlanner, type Planner } from './open.ts';

const inDays = (days: number): string => new Date(startTime + days * dayMs).toISOString();

/** Writes a post for Facebook; what the test names replaces or adds. */
async function createPost({ social, locationId, accounts, userId }: Planner, rest: object = {}) {
  const draft = { accountIds: [accounts.facebook?.id], type: 'post', userId, summary: 'Hello', ...rest };
  return (await social('createPost', { locationId }, draft)).results.post;
}

test('a scheduled post is listed, and published when its time has come', async () => {
  const planner = await openPlanner();
  const { listPosts, fetchPost, passMs, accounts, userId } = planner;
  const before = await listPosts();
  const post = await createPost(planner, { scheduleDate: inDays(2) });
  expect(post).toMatchObject({ status: 'scheduled', displayDate: inDays(2), platform: 'facebook', createdBy: userId });
  expect(post).toMatchObject({ accountId: accounts.facebook?.id, source: 'composer' });
  expect(await listPosts()).toMatchObject({ count: before.count + 1 });
  expect((await listPosts({ type: 'scheduled' })).posts).toContainEqual(post);
  passMs(2 * dayMs);
  expect(await fetchPost(post._id)).toMatchObject({ status: 'published', publishedAt: inDays(2) });
  expect((await listPosts({ type: 'scheduled' })).posts).not.toContainEqual(expect.objectContaining({ _id: post._id }));
});

test('the list is cut, filtered and sorted as asked', async () => {
  const planner = await openPlanner();
  const { listPosts, accounts, social, locationId } = planner;
  const all = await listPosts();
  const dates = all.posts.map(({ displayDate }) => displayDate);
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect((await listPosts({ skip: '1', limit: '2' })).posts).toEqual(all.posts.slice(1, 3));
  const onInstagram = await listPosts({ accounts: accounts.instagram?.id });
  expect(onInstagram.posts).toEqual(all.posts.filter(({ accountIds }) => accountIds.includes(accounts.instagram?.id)));
  const recent = await listPosts({ fromDate: inDays(-6), toDate: inDays(0) });
  expect(recent.posts).toEqual(
    all.posts.filter(({ displayDate }) => displayDate >= inDays(-6) && displayDate <= inDays(0)),
  );
  expect((await listPosts({ postType: 'story' })).count).toBe(0);
  expect((await listPosts({ includeUsers: 'true' })).posts[0].user).toMatchObject({ firstName: expect.any(String) });
  expect((await refusalOf(listPosts({ skip: 0, limit: 10 }))).statusCode).toBe(400);
  expect((await refusalOf(listPosts({ type: 'secret' }))).statusCode).toBe(422);
  expect((await refusalOf(social('getPosts', { locationId }, { skip: '0', limit: '10' }))).statusCode).toBe(422);
});

test('what is missing or wrong is refused in the shape of the gateway', async () => {
  const planner = await openPlanner();
  const { accounts } = planner;
  const refuse = (rest: object) => refusalOf(createPost(planner, rest));
  expect((await refuse({ accountIds: ['unknown'] })).response).toMatchObject({
    status: 422,
    message: ['Invalid account id in accountIds list'],
    name: 'UnprocessableEntityException',
  });
  expect((await refuse({ status: 'scheduled' })).statusCode).toBe(422);
  expect((await refuse({ scheduleDate: inDays(-1) })).statusCode).toBe(400);
  expect((await refuse({ scheduleDate: 'soon' })).statusCode).toBe(422);
  expect((await refuse({ accountIds: [], status: 'published' })).statusCode).toBe(422);
  expect((await refuse({ categoryId: 'unknown' })).statusCode).toBe(400);
  expect((await refuse({ accountIds: [accounts.google?.id], followUpComment: 'x' })).statusCode).toBe(400);
});

test('a draft becomes a post for now, and then stays published', async () => {
  const planner = await openPlanner();
  const { social, locationId, fetchPost } = planner;
  const { _id: id } = await createPost(planner);
  expect(await fetchPost(id)).toMatchObject({ status: 'draft' });
  await social('editPost', { locationId, id }, { type: 'post', summary: 'Hello again', status: 'published' });
  expect(await fetchPost(id)).toMatchObject({ status: 'published', summary: 'Hello again', publishedAt: inDays(0) });
  await social('editPost', { locationId, id }, { type: 'post', summary: 'Corrected' });
  expect(await fetchPost(id)).toMatchObject({ status: 'published', summary: 'Corrected' });
  const again = social('editPost', { locationId, id }, { type: 'post', scheduleDate: inDays(1) });
  expect((await refusalOf(again)).statusCode).toBe(400);
});

test('a post in review waits until it is approved', async () => {
  const planner = await openPlanner();
  const { social, locationId, fetchPost, passMs, userId } = planner;
  const review = { approver: userId, approvalStatus: 'pending' };
  const post = await createPost(planner, { scheduleDate: inDays(1), postApprovalDetails: review });
  const { _id: id } = post;
  expect(post).toMatchObject({ status: 'in_review', postApprovalDetails: { approverUser: { id: userId } } });
  const approve = { type: 'post', postApprovalDetails: { ...review, approvalStatus: 'approved' } };
  await social('editPost', { locationId, id }, approve);
  expect((await fetchPost(id)).status).toBe('scheduled');
  passMs(dayMs);
  expect((await fetchPost(id)).status).toBe('published');

  const late = await createPost(planner, { scheduleDate: inDays(2), postApprovalDetails: review });
  passMs(3 * dayMs);
  expect((await fetchPost(late._id)).status).toBe('in_review');
  await social('editPost', { locationId, id: late._id }, approve);
  expect((await fetchPost(late._id)).status).toBe('published');
});

test('a post fails when its account is gone or its sign-in has ended', async () => {
  const planner = await openPlanner();
  const { social, locationId, accounts, fetchPost, passMs } = planner;
  const { _id: lost } = await createPost(planner, { scheduleDate: inDays(1), accountIds: [accounts.google?.id] });
  const { _id: late } = await createPost(planner, { scheduleDate: inDays(90) });
  await social('deleteAccount', { locationId, id: accounts.google?.id });
  passMs(90 * dayMs);
  expect(await fetchPost(lost)).toMatchObject({ status: 'failed', error: 'Account is not connected' });
  expect(await fetchPost(late)).toMatchObject({ status: 'failed', error: 'Failed due to auth token' });
});

test('deleted posts are only listed as such', async () => {
  const planner = await openPlanner();
  const { social, locationId, listPosts } = planner;
  const [one, two, three] = await Promise.all([createPost(planner), createPost(planner), createPost(planner)]);
  const before = await listPosts();
  const removed = await social('deletePost', { locationId, id: one._id });
  expect(removed.results).toEqual({ postId: one._id });
  const bulk = { postIds: [two._id, three._id, one._id, 'unknown'] };
  expect((await social('bulkDeleteSocialPlannerPosts', { locationId }, bulk)).results).toMatchObject({
    deletedCount: 2,
  });
  expect((await listPosts()).count).toBe(before.count - 3);
  expect((await listPosts({ type: 'deleted' })).count).toBe(3);
  expect((await refusalOf(social('getPost', { locationId, id: one._id }))).statusCode).toBe(400);
  const many = { postIds: Array.from({ length: 51 }, (_, index) => `id${index}`) };
  expect((await refusalOf(social('bulkDeleteSocialPlannerPosts', { locationId }, many))).statusCode).toBe(422);
});
