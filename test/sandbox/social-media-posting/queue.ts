/** A category queue to try things on. */
import { expect } from 'vitest';
import type { Answer } from '../checked.ts';
import type { Planner } from './open.ts';

/** Mondays and Wednesdays at nine in Chicago, which is 14:00 UTC in summer. The start is a Tuesday, 15:00 UTC. */
export const timeSlots = [
  { dayOfWeek: 1, time: '09:00' },
  { dayOfWeek: 3, time: '09:00' },
];
export const firstSlot = '2026-09-16T14:00:00.000Z';
export const secondSlot = '2026-09-21T14:00:00.000Z';

export const base = '/category/queues';

/** A queue of three posts in a category that has none yet. */
export async function createQueue(planner: Planner): Promise<string> {
  const { call, social, locationId, userId, accounts } = planner;
  const { categories } = (await social('getCategoriesLocationId', { locationId, searchText: 'news' })).results;
  const categoryId = categories[0]._id;
  for (const summary of ['One', 'Two', 'Three']) {
    const post = {
      accountIds: [accounts.facebook?.id],
      type: 'post',
      userId,
      summary,
      status: 'published',
      categoryId,
    };
    await social('createPost', { locationId }, post);
  }
  const { body } = await call('POST', base, { locationId, categoryId, timeSlots, userId });
  expect(body.results.queue).toMatchObject({ status: 'draft', totalPosts: 3, timeSlots });
  return body.results.queue._id;
}

export function openQueue({ call, locationId }: Planner, id: string) {
  const post = async (path: string, json: object = {}) => {
    const { status, body } = await call('POST', `${base}/${id}${path}`, { locationId, ...json });
    return status < 300 ? body.results : status;
  };
  const textOf = (item: Answer): string => item.variations[0].content;
  return {
    post,
    read: async () => (await call('GET', `${base}/${id}?locationId=${locationId}`)).body.results?.queue,
    change: (json: object) => call('PUT', `${base}/${id}`, { locationId, ...json }),
    items: async (json: object = {}): Promise<Answer[]> => (await post('/items', json)).items,
    texts: async (json: object = {}): Promise<string[]> => (await post('/items', json)).items.map(textOf),
    /** Text and time of what comes, in the order of turns. */
    turns: async (json: object = {}) => {
      const byId = new Map<string, Answer>((await post('/items', json)).items.map((item: Answer) => [item._id, item]));
      return (await post('/slots', json)).slots.map((slot: Answer) => [
        textOf(byId.get(slot.itemId)),
        slot.scheduledDateTime,
      ]);
    },
  };
}
