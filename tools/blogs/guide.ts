import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

/** HighLevel's documents mark both as required for every list here. */
const pageHints = { limit: 'always send, e.g. 20', offset: 'always send; 0 at first' } as const;

const postHints = {
  blogId: 'from blogs_site_list',
  author: '_id from blogs_author_list',
  categories: '_id values from blogs_category_list',
  imageUrl: 'public address, e.g. from medias_file_upload',
  urlSlug: 'free slug, see blogs_slug_check',
  publishedAt: 'ISO 8601; in the future with SCHEDULED',
  rawHTML: 'whole body of the post as HTML',
  description: 'short teaser',
} as const;

export const guides = {
  'GET /blogs/site/all': {
    name: 'blogs_site_list',
    title: 'List blogs',
    summary: 'Blogs of a location with the ids that other blog tools take as blogId. Their posts: blogs_post_list.',
    risk: 'read',
    paging: { style: 'skip-limit', items: 'data', size: 'limit', offset: 'skip' },
    hints: { limit: 'always send, e.g. 20', skip: 'always send; 0 at first' },
    words: ['blog site', 'website'],
  },
  'GET /blogs/posts/all': {
    name: 'blogs_post_list',
    title: 'List blog posts',
    summary:
      'Posts of one blog with title, slug, status and author, but without their HTML. No tool reads a post in full.',
    risk: 'read',
    paging: { style: 'offset-limit', items: 'blogs', size: 'limit', offset: 'offset' },
    hints: { ...pageHints, blogId: 'from blogs_site_list', searchTerm: 'part of the title' },
    words: ['articles', 'drafts', 'published'],
  },
  'GET /blogs/authors': {
    name: 'blogs_author_list',
    title: 'List blog authors',
    summary: 'Blog authors of a location; a post takes the _id as author, not the name and not a user id.',
    risk: 'read',
    paging: { style: 'offset-limit', items: 'authors', size: 'limit', offset: 'offset' },
    hints: pageHints,
    words: ['writer', 'byline'],
  },
  'GET /blogs/categories': {
    name: 'blogs_category_list',
    title: 'List blog categories',
    summary: 'Blog categories of a location; a post takes their _id values, not the labels.',
    risk: 'read',
    paging: { style: 'offset-limit', items: 'categories', size: 'limit', offset: 'offset' },
    hints: pageHints,
    words: ['topics', 'sections'],
  },
  'GET /blogs/posts/url-slug-exists': {
    name: 'blogs_slug_check',
    title: 'Check a blog slug',
    summary: 'Says whether a URL slug is taken; call it before blogs_post_create, which needs a free one.',
    risk: 'read',
    hints: { urlSlug: 'last part of the address', postId: 'the post that may keep it' },
    words: ['url', 'permalink', 'duplicate', 'available'],
  },
  'POST /blogs/posts': {
    name: 'blogs_post_create',
    title: 'Create a blog post',
    summary:
      'Writes a blog post: PUBLISHED is public at once, SCHEDULED at publishedAt, DRAFT private. Check the slug with blogs_slug_check.',
    notes: [
      'Ids come from blogs_site_list, blogs_author_list and blogs_category_list.',
      'Image, alt text, author, categories and publishedAt are required even for a draft.',
      'Keep the HTML you send: no tool reads it back, and an update needs all of it again.',
      'There is no tool to delete a post; ARCHIVED takes it off the site.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    moments: [{ at: 'publishedAt', form: 'iso' }],
    findOut: {
      looks: [
        {
          steps: [
            {
              ask: 'GET /blogs/posts/all',
              with: { blogId: '$blogId', searchTerm: '$title', limit: 20, offset: 0 },
            },
          ],
          records: 'blogs',
          match: { title: 'title', urlSlug: 'urlSlug', author: 'author', description: 'description' },
          // Posts do not say when they were made.
          created: 'updatedAt',
          id: '_id',
        },
      ],
      check: 'blogs_post_list shows the posts of the blog, blogs_slug_check whether the slug is in use now.',
    },
    hints: postHints,
    words: ['article', 'write', 'publish', 'content marketing', 'SEO'],
    examples: [
      {
        ask: 'Draft a blog post about caring for oak floors',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          blogId: '66f429b8afdce84227a4610d',
          title: 'How to care for oak floors',
          description: 'Five habits that keep oak floors bright.',
          rawHTML: '<h1>How to care for oak floors</h1><p>Sweep daily, mop rarely.</p>',
          status: 'DRAFT',
          imageUrl: 'https://example.com/oak-floor.jpg',
          imageAltText: 'A bright oak floor',
          author: '6683abde331c041f32c07aea',
          categories: ['6683abde331c041f32c07aee'],
          urlSlug: 'care-for-oak-floors',
          publishedAt: '2026-07-01T08:00:00.000Z',
        },
      },
    ],
  },
  'PUT /blogs/posts/{postId}': {
    name: 'blogs_post_update',
    title: 'Replace a blog post',
    summary:
      'Overwrites a whole blog post, live at once if PUBLISHED. Needs the full rawHTML, which no tool reads: without it do not call this.',
    notes: ['status ARCHIVED takes the post off the site, DRAFT makes it private again.'],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    moments: [{ at: 'publishedAt', form: 'iso' }],
    hints: { ...postHints, postId: '_id from blogs_post_list' },
    words: ['article', 'edit', 'publish', 'unpublish', 'archive', 'reschedule'],
    examples: [
      {
        ask: 'Publish the oak floor post now; here is its full text',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          blogId: '66f429b8afdce84227a4610d',
          title: 'How to care for oak floors',
          description: 'Five habits that keep oak floors bright.',
          rawHTML: '<h1>How to care for oak floors</h1><p>Sweep daily, mop rarely.</p>',
          status: 'PUBLISHED',
          imageUrl: 'https://example.com/oak-floor.jpg',
          imageAltText: 'A bright oak floor',
          author: '6683abde331c041f32c07aea',
          categories: ['6683abde331c041f32c07aee'],
          urlSlug: 'care-for-oak-floors',
          publishedAt: '2026-07-01T08:00:00.000Z',
          postId: '66f429b8afdce84227a4611f',
        },
      },
    ],
  },
} as const satisfies Guides<typeof operations>;
