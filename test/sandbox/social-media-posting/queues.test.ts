import { expect, test } from 'vitest';
import type { Answer } from '../checked.ts';
import { dayMs, openPlanner } from './open.ts';
import { base, createQueue, firstSlot, openQueue, secondSlot, timeSlots } from './queue.ts';

test('an active queue publishes its posts in turn, again and again', async () => {
  const planner = await openPlanner();
  const { listPosts, passMs, fetchPost } = planner;
  const { read, change, turns } = openQueue(planner, await createQueue(planner));
  expect(await turns()).toEqual([
    ['One', null],
    ['Two', null],
    ['Three', null],
  ]);
  await change({ status: 'active' });
  const started = await read();
  expect(started).toMatchObject({ status: 'active', lastScheduledTime: firstSlot });
  expect(await fetchPost(started.currentPostId)).toMatchObject({
    summary: 'One',
    status: 'scheduled',
    source: 'recurring',
  });
  expect((await turns())[1]).toEqual(['Two', secondSlot]);

  passMs(dayMs);
  expect(await fetchPost(started.currentPostId)).toMatchObject({ status: 'published', publishedAt: firstSlot });
  expect(await turns()).toMatchObject([
    ['Two', secondSlot],
    ['Three', '2026-09-23T14:00:00.000Z'],
    ['One', expect.any(String)],
  ]);
  passMs(21 * dayMs);
  const published = (await listPosts({ type: 'published', fromDate: firstSlot })).posts
    .filter(({ source, summary }) => source === 'recurring' && ['One', 'Two', 'Three'].includes(summary))
    .map(({ summary }) => summary);
  expect(published.toReversed()).toEqual(['One', 'Two', 'Three', 'One', 'Two', 'Three', 'One']);
});

test('a queue is listed, paused, resumed, given other slots and deleted', async () => {
  const planner = await openPlanner();
  const { call, locationId, listPosts } = planner;
  const id = await createQueue(planner);
  const { read, change } = openQueue(planner, id);
  const list = async () => (await call('POST', `${base}/list`, { locationId })).body.results;
  expect(await list()).toMatchObject({
    meta: { count: '2' },
    queues: [{ status: 'active' }, { _id: id, category: { name: 'News' } }],
  });
  const available = await call('GET', `${base}/available-categories?locationId=${locationId}`);
  expect(available.body.results.categories).toMatchObject([
    { name: 'Tips', status: 'in_queue' },
    { name: 'Offers', status: 'available', publishedPostsCount: 1, queueDetails: null },
    { name: 'News', status: 'draft', queueDetails: { queueId: id } },
  ]);

  const before = (await listPosts({ type: 'scheduled' })).count;
  await change({ status: 'active' });
  expect((await listPosts({ type: 'scheduled' })).count).toBe(before + 1);
  expect((await change({ status: 'paused' })).body.results.message).toBe('Queue paused successfully.');
  expect((await listPosts({ type: 'scheduled' })).count).toBe(before);
  expect(await read()).toMatchObject({ status: 'paused', currentPostId: null });
  await change({ status: 'active', timeSlots: [{ dayOfWeek: 5, time: '18:30' }] });
  expect(await read()).toMatchObject({ lastScheduledTime: '2026-09-18T23:30:00.000Z' });
  await change({ skipDateTime: '2026-09-18T23:30:00.000Z' });
  expect(await read()).toMatchObject({ lastScheduledTime: '2026-09-25T23:30:00.000Z' });

  expect((await change({ status: 'deleted' })).body.results.message).toBe('Queue deleted successfully.');
  expect(await read()).toBeUndefined();
  expect(await list()).toMatchObject({ meta: { count: '1' } });
  expect((await listPosts({ type: 'scheduled' })).count).toBe(before);
});

test('the post that is up makes room for the next one', async () => {
  const planner = await openPlanner();
  const { call, locationId, fetchPost } = planner;
  const { read, change } = openQueue(planner, await createQueue(planner));
  await change({ status: 'active' });
  const { currentPostId } = await read();
  const remove = (postId: string) => call('DELETE', `${base}/${postId}/active-post?locationId=${locationId}`);
  expect((await remove(currentPostId)).status).toBe(200);
  const next = await read();
  expect(next.lastScheduledTime).toBe(firstSlot);
  expect((await fetchPost(next.currentPostId)).summary).toBe('Two');
  expect((await remove(currentPostId)).status).toBe(400);
});

test('new posts of a category join its queue where that is wanted', async () => {
  const planner = await openPlanner();
  const { social, locationId, accounts, userId } = planner;
  const id = await createQueue(planner);
  const { read, change, texts } = openQueue(planner, id);
  const { categoryId } = await read();
  const publish = (summary: string) =>
    social(
      'createPost',
      { locationId },
      { accountIds: [accounts.facebook?.id], type: 'post', userId, summary, status: 'published', categoryId },
    );
  await publish('Ignored');
  await change({ enableFuturePosts: true });
  await publish('Last');
  await change({ prioritizeNewContent: true });
  await publish('First');
  expect(await texts()).toEqual(['First', 'One', 'Two', 'Three', 'Last']);
});

test('the calendar shows the turns of active queues within its dates', async () => {
  const planner = await openPlanner();
  const { call, locationId, accounts } = planner;
  const id = await createQueue(planner);
  const { read, change } = openQueue(planner, id);
  await change({ status: 'active' });
  const { categoryId } = await read();
  const window = { locationId, startDate: '2026-09-16T00:00:00Z', endDate: '2026-09-30T23:59:59Z' };
  const list = async (rest: object = {}) => {
    const { results } = (await call('POST', `${base}/list/calendar`, { ...window, ...rest })).body;
    return results.scheduledPosts.map((turn: Answer) => [turn.post.summary, turn.scheduledDateTime.slice(0, 10)]);
  };
  expect(await list({ categoryIds: [categoryId] })).toEqual([
    ['One', '2026-09-16'],
    ['Two', '2026-09-21'],
    ['Three', '2026-09-23'],
    ['One', '2026-09-28'],
    ['Two', '2026-09-30'],
  ]);
  expect((await list()).length).toBeGreaterThan(5);
  expect(await list({ categoryIds: [categoryId], accountIds: [accounts.google?.id] })).toEqual([]);
  expect((await call('POST', `${base}/list/calendar`, { ...window, endDate: '2026-01-01' })).status).toBe(422);
});

test('a queue with days or times that there are not is refused', async () => {
  const planner = await openPlanner();
  const { call, locationId, userId } = planner;
  const { read, change } = openQueue(planner, await createQueue(planner));
  const { categoryId } = await read();
  const create = async (rest: object) =>
    (await call('POST', base, { locationId, categoryId, timeSlots, userId, ...rest })).status;
  expect(await create({})).toBe(400);
  expect(await create({ categoryId: 'unknown' })).toBe(400);
  for (const slot of [
    { dayOfWeek: 7, time: '09:00' },
    { dayOfWeek: 1, time: '9 am' },
    { dayOfWeek: 1, time: '24:00' },
  ]) {
    expect((await change({ timeSlots: [slot] })).status).toBe(422);
  }
  expect((await change({ timeSlots: [] })).status).toBe(422);
  expect((await change({ status: 'asleep' })).status).toBe(422);
  expect((await change({ status: 'paused' })).status).toBe(400);
  expect(await read()).toMatchObject({ status: 'draft', timeSlots });
});
