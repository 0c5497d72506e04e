/** Blogs: posts are written and changed through the API, sites, authors and categories are only listed. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { Collection, SandboxRecord, World } from '../../world.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { hasWords, newestFirst, pickFields, takePage } from '../payments/lists.ts';
import { findRecord } from '../shared/find-record.ts';
import { type BlogPost, blogAuthors, blogCategories, blogPosts, blogSites, getBlogStatus } from './records.ts';

const defaultLimit = 20;

/** The fields that create and update both take; all but tags and canonicalLink are required. */
const writtenFields =
  'title blogId imageUrl description rawHTML status imageAltText categories author urlSlug publishedAt tags canonicalLink'.split(
    ' ',
  );

const showId = ({ id, ...rest }: SandboxRecord): Record<string, unknown> => ({ _id: id, ...rest });

function formatPost(post: BlogPost, world: World): Record<string, unknown> {
  const { id, locationId: _location, blogId: _blog, rawHTML: _html, createdAt: _created, ...shown } = post;
  const status = getBlogStatus(post, world.now());
  return { _id: id, ...shown, status, archived: status === 'ARCHIVED' };
}

function hasSlug(world: World, locationId: string, slug: string, exceptId: string | undefined): boolean {
  return blogPosts(world)
    .inLocation(locationId)
    .some((post) => post.urlSlug === slug && post.id !== exceptId);
}

/** The post that the body describes. Throws 400 for what it refers to and is not there, and for a slug in use. */
function parsePost(request: SandboxRequest, world: World, ownId?: string): Omit<BlogPost, keyof SandboxRecord> {
  const { body, locationId } = request;
  if (Number.isNaN(Date.parse(body.publishedAt))) {
    throw unprocessable(['publishedAt must be a valid ISO 8601 date string']);
  }
  findRecord(blogSites(world), request, { id: body.blogId, name: 'Blog' });
  findRecord(blogAuthors(world), request, { id: body.author, name: 'Author' });
  for (const id of body.categories) findRecord(blogCategories(world), request, { id, name: 'Category' });
  if (hasSlug(world, locationId, body.urlSlug, ownId)) throw badRequest(`URL slug ${body.urlSlug} already exists`);
  const now = world.timestamp();
  const fields = pickFields(body, writtenFields) as Omit<BlogPost, keyof SandboxRecord | 'createdAt' | 'updatedAt'>;
  return { ...fields, tags: fields.tags ?? [], createdAt: now, updatedAt: now };
}

function takeListed<T extends SandboxRecord>(collection: Collection<T>, { query, locationId }: SandboxRequest) {
  return takePage(collection.indexed(locationId), query, defaultLimit).map(showId);
}

export const blogHandlers: Handlers = {
  'GET /blogs/site/all': (request, world) => {
    const found = blogSites(world)
      .indexed(request.locationId)
      .filter(({ name }) => hasWords(request.query.searchTerm, [name]));
    const page = takeWindow(found, parseWindow(request.query, { limit: defaultLimit, maxLimit: 100 }));
    return { body: { data: page.map(showId) } };
  },

  'GET /blogs/authors': (request, world) => ({ body: { authors: takeListed(blogAuthors(world), request) } }),

  'GET /blogs/categories': (request, world) => ({ body: { categories: takeListed(blogCategories(world), request) } }),

  'GET /blogs/posts/all': (request, world) => {
    const { blogId, searchTerm, status } = request.query;
    const found = newestFirst(blogPosts(world).indexed(request.locationId)).filter(
      (post) =>
        post.blogId === blogId &&
        (status === undefined || getBlogStatus(post, world.now()) === status) &&
        hasWords(searchTerm, [post.title]),
    );
    return { body: { blogs: takePage(found, request.query, defaultLimit).map((post) => formatPost(post, world)) } };
  },

  'GET /blogs/posts/url-slug-exists': ({ query, locationId }, world) => ({
    body: { exists: hasSlug(world, locationId, query.urlSlug, query.postId) },
  }),

  'POST /blogs/posts': (request, world) => {
    const draft = parsePost(request, world);
    const { locationId } = request;
    const post = blogPosts(world).insert({ id: world.newObjectId(), locationId, ...draft });
    return { body: { data: formatPost(post, world) } };
  },

  'PUT /blogs/posts/{postId}': (request, world) => {
    const before = findRecord(blogPosts(world), request, { id: request.path.postId, name: 'Blog post' });
    const { createdAt: _now, ...change } = parsePost(request, world, before.id);
    return { body: { updatedBlogPost: formatPost(blogPosts(world).update(before.id, change), world) } };
  },
};
