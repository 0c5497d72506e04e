import { expect, test } from 'vitest';
import { dayMs, openPlanner } from './open.ts';
import { base, createQueue, firstSlot, openQueue } from './queue.ts';

test('live items are added, changed, moved, reset and deleted', async () => {
  const planner = await openPlanner();
  const { call, locationId, accounts, fetchPost } = planner;
  const id = await createQueue(planner);
  const { post, items, texts, read, change } = openQueue(planner, id);
  await change({ status: 'active' });
  const accountIds = [accounts.instagram?.id];
  const added = await post('/create/item', {
    directToQueue: true,
    modifiedPostPayload: { accountIds, summary: 'Four', type: 'post' },
  });
  expect(added.queueItem).toMatchObject({ queueId: id, modifiedPostPayload: { accountIds, summary: 'Four' } });
  expect(await texts()).toEqual(['One', 'Two', 'Three', 'Four']);

  const [one, two] = await items();
  const at = (item: { _id: string }, rest = '') => `${base}/${id}/items/${item._id}${rest}`;
  const changed = await call('PUT', at(one), { locationId, variations: [{ content: 'Uno' }, { content: 'Eins' }] });
  expect(changed.body.results.queueItem.variations).toMatchObject([{ content: 'Uno' }, { content: 'Eins' }]);
  expect((await fetchPost((await read()).currentPostId)).summary).toBe('Uno');
  const moved = await call('PUT', at(added.queueItem), { locationId, newOrder: 'top' });
  expect(await texts()).toEqual(['Uno', 'Four', 'Two', 'Three']);
  expect(moved.body.results).toMatchObject({
    totalPostsChanged: 3,
    updatedSlots: [{ itemId: added.queueItem._id }, {}, {}],
  });
  await call('PUT', at(one, '/reset'), { locationId });
  expect((await fetchPost((await read()).currentPostId)).summary).toBe('One');

  const removed = await call('DELETE', `${at(one)}?locationId=${locationId}`);
  expect(removed.body.results.updatedSlots[0]).toMatchObject({
    itemId: added.queueItem._id,
    scheduledDateTime: firstSlot,
  });
  expect(await texts()).toEqual(['Four', 'Two', 'Three']);
  expect((await fetchPost((await read()).currentPostId)).summary).toBe('Four');
  expect((await call('PUT', at(two), { locationId, newOrder: 'aside' })).status).toBe(422);
  expect(await post('/create/item', { modifiedPostPayload: { summary: 'x' } })).toBe(400);
});

test('the texts of an item take turns', async () => {
  const planner = await openPlanner();
  const { call, locationId, listPosts, passMs } = planner;
  const id = await createQueue(planner);
  const { items, change } = openQueue(planner, id);
  const [one] = await items();
  const variations = [{ content: 'Uno' }, { content: 'Eins' }];
  await call('PUT', `${base}/${id}/items/${one._id}`, { locationId, variations });
  await change({ status: 'active' });
  passMs(15 * dayMs);
  const out = (await listPosts({ type: 'published', fromDate: firstSlot })).posts.map(({ summary }) => summary);
  expect(out.toReversed().filter((text) => ['Uno', 'Eins', 'Two', 'Three'].includes(text))).toEqual([
    'Uno',
    'Two',
    'Three',
    'Eins',
    'Two',
  ]);
});

test('items are cut, centred and filtered by their errors', async () => {
  const planner = await openPlanner();
  const { post, items } = openQueue(planner, await createQueue(planner));
  const [one, two, three] = await items();
  expect(await items({ skip: 1, limit: 1 })).toEqual([two]);
  expect(await items({ itemId: three._id, limit: 2 })).toEqual([two, three]);
  expect(await items({ itemId: one._id, limit: 2 })).toEqual([one, two]);
  expect(await items({ errorFilter: true })).toEqual([]);
  const media = [{ url: 'https://pixabay.com/get/house.jpg', type: 'image/jpeg' }];
  await post('/create/item', { directToQueue: true, modifiedPostPayload: { summary: 'Four', media } });
  expect(await items({ errorFilter: true })).toMatchObject([
    { errors: ['PIXABAY_MEDIA'], primaryImage: media[0]?.url },
  ]);
});

test('what is staged shows in its session only, until it is saved', async () => {
  const planner = await openPlanner();
  const { call, locationId } = planner;
  const id = await createQueue(planner);
  const { post, items, texts, turns, read } = openQueue(planner, id);
  const { sessionId, itemCount } = await post('/edit/start');
  expect(itemCount).toBe(3);
  expect((await post('/edit/start')).sessionId).toBe(sessionId);

  const [one, two] = await items({ sessionId });
  const live = await items();
  await call('PUT', `${base}/${id}/items/${two._id}`, { locationId, sessionId, newOrder: 'top' });
  await call('DELETE', `${base}/${id}/items/${one._id}?locationId=${locationId}&sessionId=${sessionId}`);
  await call('POST', `${base}/${id}/items/${live[2]._id}/clone`, { locationId, sessionId, order: 5000 });
  await post('/create/item', { sessionId, order: 'bottom', modifiedPostPayload: { summary: 'Five' } });
  expect(await texts({ sessionId })).toEqual(['Two', 'Three', 'Three', 'Five']);
  expect(await texts()).toEqual(['One', 'Two', 'Three']);
  expect((await turns({ sessionId }))[0]).toEqual(['Two', firstSlot]);
  const window = { sessionId, startDate: firstSlot, endDate: firstSlot };
  expect(await post('/edit/calendar', window)).toMatchObject({
    total: 1,
    scheduledPosts: [{ isDraft: true, originalItemId: live[1]._id }],
  });

  const saved = await post('/edit/save', { sessionId });
  expect(saved.totalPostsChanged).toBe(4);
  expect(await texts()).toEqual(['Two', 'Three', 'Three', 'Five']);
  expect((await items())[0]._id).toBe(live[1]._id);
  expect(await read()).toMatchObject({ status: 'active', totalPosts: 4, lastScheduledTime: firstSlot });
  expect(await post('/items', { sessionId })).toBe(400);
});

test('a discarded session leaves the queue as it was, a saved one may keep it a draft', async () => {
  const planner = await openPlanner();
  const { call, locationId } = planner;
  const id = await createQueue(planner);
  const { post, items, texts, read } = openQueue(planner, id);
  const { sessionId } = await post('/edit/start');
  const [one] = await items({ sessionId });
  await call('DELETE', `${base}/${id}/items/${one._id}?locationId=${locationId}&sessionId=${sessionId}`);
  await post('/edit/discard', { sessionId, keepInDraft: true });
  expect(await texts()).toEqual(['One', 'Two', 'Three']);
  expect(await post('/edit/save', { sessionId })).toBe(400);
  const again = await post('/edit/start');
  await post('/edit/save', { sessionId: again.sessionId, keepInDraft: true });
  expect(await read()).toMatchObject({ status: 'draft', totalPosts: 3 });
});
