import { expect, test } from 'vitest';
import { operations } from '../../../tools/blogs/operations.gen.ts';
import { type Checked, openChecked, startTime } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

const window = { limit: 10, offset: 0 };
const dayMs = 86_400_000;

/** The blog of the first location and a post that could be written there. */
async function prepare({ service, locationId }: Checked) {
  const blogs = service('blogs');
  const [blog] = (await blogs('getBlogs', { locationId, skip: 0, limit: 10 })).data;
  const [author] = (await blogs('getAllBlogAuthorsByLocation', { locationId, ...window })).authors;
  const { categories } = await blogs('getAllCategoriesByLocation', { locationId, ...window });
  const draft = {
    title: 'Why sleep matters',
    locationId,
    blogId: blog._id,
    imageUrl: 'https://example.com/sleep.jpg',
    imageAltText: 'A bed',
    description: 'Eight hours',
    rawHTML: '<p>Sleep.</p>',
    status: 'SCHEDULED',
    categories: [categories[0]._id],
    author: author._id,
    urlSlug: 'why-sleep-matters',
    publishedAt: new Date(startTime + 2 * dayMs).toISOString(),
    tags: ['sleep'],
  };
  const list = async (query: object = {}) =>
    (await blogs('getBlogPost', { locationId, blogId: blog._id, ...window, ...query })).blogs;
  return { blogs, draft, list };
}

test('a scheduled post is listed, and published when its time has come', async () => {
  const checked = await openChecked(operations);
  const { blogs, draft, list } = await prepare(checked);
  const before = await list();
  const { data } = await blogs('createBlogPost', draft);
  const { locationId: _location, blogId: _blog, rawHTML: _html, ...shown } = draft;
  expect(data).toMatchObject({ ...shown, archived: false });
  expect(await list()).toEqual([data, ...before]);
  expect(await list({ searchTerm: 'SLEEP' })).toEqual([data]);
  expect(await list({ limit: 1, offset: 1 })).toEqual(before.slice(0, 1));
  expect(await list({ status: 'PUBLISHED', searchTerm: 'sleep' })).toEqual([]);
  checked.passMs(2 * dayMs);
  expect(await list({ status: 'PUBLISHED', searchTerm: 'sleep' })).toMatchObject([{ status: 'PUBLISHED' }]);
});

test('a post is changed, and keeps its slug to itself', async () => {
  const { blogs, draft, list } = await prepare(await openChecked(operations));
  const { locationId, urlSlug } = draft;
  expect(await blogs('checkUrlSlugExists', { locationId, urlSlug })).toMatchObject({ exists: false });
  const { data } = await blogs('createBlogPost', draft);
  const postId = data._id;
  expect(await blogs('checkUrlSlugExists', { locationId, urlSlug })).toMatchObject({ exists: true });
  expect(await blogs('checkUrlSlugExists', { locationId, urlSlug, postId })).toMatchObject({ exists: false });

  const changed = { ...draft, title: 'Sleep well', status: 'ARCHIVED' };
  const { updatedBlogPost } = await blogs('updateBlogPost', { postId }, changed);
  expect(updatedBlogPost).toMatchObject({ _id: postId, title: 'Sleep well', status: 'ARCHIVED', archived: true });
  expect(await list({ status: 'ARCHIVED' })).toEqual([updatedBlogPost]);

  const refuse = async (change: object) =>
    (await refusalOf(blogs('createBlogPost', { ...draft, ...change }))).statusCode;
  expect(await refuse({})).toBe(400);
  expect(await refuse({ urlSlug: 'other', author: 'nobody' })).toBe(400);
  expect(await refuse({ urlSlug: 'other', publishedAt: 'tomorrow' })).toBe(422);
  expect(await refuse({ urlSlug: 'other', status: 'LIVE' })).toBe(422);
});
