/** Posts: written, scheduled, changed, deleted; a deleted one stays in the list of deleted ones. */
import { badRequest, notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { pickFields } from '../payments/lists.ts';
import { findRecord } from '../shared/find-record.ts';
import { resolveAccounts } from './accounts.ts';
import { answer, takePart } from './answer.ts';
import { publishPost, resolveStatus, type Wish } from './post-life.ts';
import { formatPost, getDisplayDate } from './post-views.ts';
import { type PostContent, type PostStatus, type SocialPost, socialCategories, socialPosts } from './records.ts';

const contentFields =
  'accountIds type summary media tags categoryId followUpComment ogTagsDetails postApprovalDetails tiktokPostDetails gmbPostDetails'.split(
    ' ',
  );

/** Networks that take no follow-up comment. */
const withoutFollowUp: ReadonlySet<string> = new Set(['tiktok', 'tiktok-business', 'google']);

/** Deleted ones are not there any more. Throws 400. */
function resolvePost(request: SandboxRequest, world: World): SocialPost {
  const post = findRecord(socialPosts(world), request, { id: request.path.id, name: 'Post' });
  if (post.status === 'deleted') throw badRequest(`Post with id ${post.id} not found`);
  return post;
}

/** The content that the body names. Throws 422 for an account, 400 for a category that is not there. */
function parseContent(request: SandboxRequest, world: World): Partial<PostContent> {
  const { accountIds = [], categoryId, followUpComment } = request.body;
  const accounts = resolveAccounts(accountIds, request, world);
  if (categoryId !== undefined) findRecord(socialCategories(world), request, { id: categoryId, name: 'Category' });
  const silent = accounts.find(({ platform }) => withoutFollowUp.has(platform));
  if (followUpComment !== undefined && silent !== undefined) {
    throw badRequest(`followUpComment is not allowed for ${silent.platform}`);
  }
  return pickFields(request.body, contentFields);
}

/** An approval lets a reviewed post go its way, and what should be out by now goes out. */
function settleStatus(world: World, post: SocialPost): SocialPost {
  const { approvalStatus } = post.postApprovalDetails ?? {};
  if (post.status === 'in_review' && approvalStatus === 'approved') {
    const isAhead = post.scheduleDate !== undefined && Date.parse(post.scheduleDate) > world.now();
    if (isAhead) return socialPosts(world).update(post.id, { status: 'scheduled' });
    return publishPost(world, post, world.timestamp());
  }
  return post.status === 'published' && post.publishedAt === undefined
    ? publishPost(world, post, world.timestamp())
    : post;
}

/** The status after a change: published is final, and a review goes on unless another status is named. Throws 400. */
function resolveNextStatus(
  before: SocialPost,
  { status, scheduleDate }: Wish,
  change: Partial<PostContent>,
  now: number,
): PostStatus {
  if (before.status === 'published') {
    const isSame = (status ?? 'published') === 'published' && scheduleDate === undefined;
    if (!isSame) throw badRequest('A published post cannot be scheduled again');
    return 'published';
  }
  if (before.status === 'in_review' && status === undefined) return 'in_review';
  const date = scheduleDate ?? before.scheduleDate;
  const wish = { status: status ?? before.status, ...(date !== undefined && { scheduleDate: date }) };
  return resolveStatus(wish, { ...before, ...change }, now);
}

export function deletePost(world: World, post: SocialPost): void {
  socialPosts(world).update(post.id, { status: 'deleted', updatedAt: world.timestamp() });
}

const assertDate = (value: string, name: string): number => {
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw unprocessable([`${name} must be a valid ISO 8601 date string`]);
  return time;
};

function isListed(post: SocialPost, { type = 'all', accounts, postType }: SandboxRequest['body']): boolean {
  const isAny = type === 'all' || type === 'recent';
  const wanted: readonly string[] | undefined = accounts?.split(',').map((id: string) => id.trim());
  return (
    (isAny ? post.status !== 'deleted' : post.status === type) &&
    (postType === undefined || post.type === postType) &&
    (wanted === undefined || post.accountIds.some((id) => wanted.includes(id)))
  );
}

/** Newest first. HighLevel refuses skip and limit that are not text (issue #178). */
function findPosts({ body, locationId }: SandboxRequest, world: World): SocialPost[] {
  for (const name of ['skip', 'limit']) {
    if (typeof body[name] !== 'string') throw badRequest(`${name} must be a number string`);
  }
  const [from, to] = [assertDate(body.fromDate, 'fromDate'), assertDate(body.toDate, 'toDate')];
  return (
    socialPosts(world)
      .indexed(locationId)
      // The index lags behind people, not behind the publishing that this very look has brought about.
      .map((post) => socialPosts(world).get(post.id) ?? post)
      .filter((post) => {
        const time = Date.parse(getDisplayDate(post));
        return time >= from && time <= to && isListed(post, body);
      })
      .toSorted((a, b) => Date.parse(getDisplayDate(b)) - Date.parse(getDisplayDate(a)))
  );
}

export const postHandlers: Handlers = {
  'POST /social-media-posting/{locationId}/posts/list': (request, world) => {
    const found = findPosts(request, world);
    const withUser = request.body.includeUsers === 'true';
    const posts = takePart(found, request.body).map((post) => formatPost(world, post, withUser));
    return answer(201, 'Fetched Posts', { posts, count: found.length });
  },

  'POST /social-media-posting/{locationId}/posts': (request, world) => {
    const content = parseContent(request, world) as PostContent;
    const status = resolveStatus(request.body, content, world.now());
    if (content.accountIds.length === 0 && status !== 'draft') throw unprocessable(['accountIds should not be empty']);
    const now = world.timestamp();
    const post = socialPosts(world).insert({
      ...{ id: world.newObjectId(), locationId: request.locationId, ...content, status, source: 'composer' },
      ...pickFields(request.body, ['scheduleDate']),
      ...{ createdBy: request.body.createdBy ?? request.body.userId, createdAt: now, updatedAt: now },
    });
    return answer(201, 'Created Post', { post: formatPost(world, settleStatus(world, post)) });
  },

  'GET /social-media-posting/{locationId}/posts/{id}': (request, world) =>
    answer(200, 'Fetched Post', { post: formatPost(world, resolvePost(request, world)) }),

  'PUT /social-media-posting/{locationId}/posts/{id}': (request, world) => {
    const before = resolvePost(request, world);
    const change = parseContent(request, world);
    const status = resolveNextStatus(before, request.body, change, world.now());
    const post = socialPosts(world).update(before.id, {
      ...change,
      ...pickFields(request.body, ['scheduleDate']),
      ...(status !== before.status && ({ error: undefined } as object)),
      ...{ status, updatedAt: world.timestamp() },
    });
    settleStatus(world, post);
    return answer(200, 'Updated Post');
  },

  'DELETE /social-media-posting/{locationId}/posts/{id}': (request, world) => {
    const post = resolvePost(request, world);
    deletePost(world, post);
    return answer(200, 'Deleted Post', { postId: post.id });
  },

  'POST /social-media-posting/{locationId}/posts/bulk-delete': ({ body, locationId }, world) => {
    const ids = new Set<string>(body.postIds);
    const found = socialPosts(world)
      .inLocation(locationId)
      .filter(({ id, status }) => ids.has(id) && status !== 'deleted');
    if (found.length === 0) throw notFound('Posts not found');
    for (const post of found) deletePost(world, post);
    const results = { message: 'Posts deleted successfully', deletedCount: found.length };
    return answer(201, 'Posts Deleted Successfully', results);
  },
};
