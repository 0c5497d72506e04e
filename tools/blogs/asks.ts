import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with blogs. */
export const asks = {
  'GET /blogs/site/all': [
    'which blogs do we run',
    'list our blogs',
    'does this client account even have a blog set up',
    'what blog sites are on this sub-account',
    'need the id of our news section before I write',
    'show every blog this client owns',
  ],
  'GET /blogs/posts/all': [
    'what articles have we published',
    'list the blog posts',
    'any drafts sitting unpublished on the blog',
    'which articles are scheduled to go live next',
    'find the article about roof repair',
    'last three write-ups on our site',
    'did we already cover this topic on the blog',
    'all content pieces with their links and status',
  ],
  'GET /blogs/authors': [
    'who writes our articles',
    'list the blog authors',
    'which writers can I put on a byline',
    'is Dana set up as a contributor on the blog',
    'who can be credited for a post',
    'author id for the person signing the piece',
  ],
  'GET /blogs/categories': [
    'what topics do our articles fall under',
    'list blog categories',
    'which sections does the blog have',
    'is there a category for case studies',
    'what can I file this article under',
    'subject areas on the company blog',
  ],
  'GET /blogs/posts/url-slug-exists': [
    'is this permalink free for the new article',
    'check whether a blog slug is taken',
    'can I use spring-sale-tips as the post address',
    'will this URL clash with an existing article',
    'make sure the article link is not used already',
    'is that web address available on the blog',
  ],
  'POST /blogs/posts': [
    'write an article and put it on the website',
    'create a blog post',
    'publish this write-up on our blog',
    'draft an SEO article about gutter cleaning',
    'schedule an article for Monday morning',
    'post this announcement to the company news page',
    'turn this transcript into a blog entry',
    "add a fresh how-to guide to the site's content",
  ],
  'PUT /blogs/posts/{postId}': [
    'fix a typo in the article we published',
    'update a blog post',
    'change the headline of that blog article',
    'swap the cover image on an old post',
    'unpublish the article and turn it back into a draft',
    'refresh outdated content on the blog',
    'rewrite the body of that write-up',
    'move the article to another category',
    'correct the meta description on a post',
  ],
} as const satisfies Asks<typeof operations>;
