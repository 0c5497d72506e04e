/** Comments under published posts: read, written, liked. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { hasWords } from '../payments/lists.ts';
import { findRecord } from '../shared/find-record.ts';
import { answer } from './answer.ts';
import { type SocialComment, socialAccounts, socialComments, socialPosts } from './records.ts';

/** The longest comment that a network takes. */
const longest: Readonly<Record<string, number>> = {
  facebook: 8000,
  instagram: 2200,
  linkedin: 3000,
  community: 8000,
  tiktok: 150,
  bluesky: 300,
  youtube: 10_000,
  threads: 500,
};

const countLikes = ({ likesOfOthers, isLiked }: SocialComment): number => likesOfOthers + Number(isLiked);

function formatComment(comment: SocialComment, siblings: readonly SocialComment[]): Record<string, unknown> {
  const { id, platform, postId, originId, repliesTo, content, attachments, author, isRead, publishedAt } = comment;
  const platformPostId = `${originId}_${postId}`;
  return {
    ...{ _id: id, platform, postId, originId, content, attachments, author, isRead },
    ...{ platformCommentId: `${platformPostId}_${id}`, platformPostId },
    platformParentId: repliesTo === undefined ? platformPostId : `${platformPostId}_${repliesTo}`,
    ...{ isParentThread: repliesTo === undefined, isPost: false, level: repliesTo === undefined ? 1 : 2 },
    ...{ likeCount: countLikes(comment), reactionCount: countLikes(comment) },
    replyCount: siblings.filter((other) => other.repliesTo === id).length,
    ...{ shareCount: 0, repostCount: 0, quoteCount: 0, isDeleted: false, isEdited: false },
    ...{ publishedAt, createdAt: publishedAt, updatedAt: publishedAt },
  };
}

/** Both ends of the window, or neither. Throws 422. */
function parseRange({ fromDate, toDate }: SandboxRequest['body']): readonly [from: number, to: number] {
  if (fromDate === undefined && toDate === undefined) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const [from, to] = [Date.parse(fromDate), Date.parse(toDate)];
  if (Number.isNaN(from)) throw unprocessable(['fromDate must be a valid ISO 8601 date string']);
  if (Number.isNaN(to)) throw unprocessable(['toDate must be a valid ISO 8601 date string']);
  if (from > to) throw unprocessable(['fromDate must not be after toDate']);
  return [from, to];
}

/** Under a post, under a comment, or all that are no replies. */
function isUnder({ id, postId, repliesTo }: SocialComment, parentId: string | undefined): boolean {
  if (parentId === undefined) return repliesTo === undefined;
  return parentId !== id && (repliesTo === undefined ? postId === parentId : repliesTo === parentId);
}

function findComments({ body, path, locationId }: SandboxRequest, world: World): SocialComment[] {
  const { originIds, sortBy, search, parentId } = body;
  if (parentId !== undefined && !/^[0-9a-f]{24}$/.test(parentId)) {
    throw unprocessable(['parentId must be a mongodb id']);
  }
  const [from, to] = parseRange(body);
  const found = socialComments(world)
    .indexed(locationId)
    .filter(
      (comment) =>
        comment.platform === path.platform &&
        originIds.includes(comment.originId) &&
        isUnder(comment, parentId) &&
        Date.parse(comment.publishedAt) >= from &&
        Date.parse(comment.publishedAt) <= to &&
        hasWords(search, [comment.content]),
    )
    .toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));
  return sortBy === 'top' ? found.toSorted((a, b) => countLikes(b) - countLikes(a)) : found;
}

type Thread = Pick<SocialComment, 'postId' | 'originId' | 'repliesTo'>;

/** What the comment hangs on. Throws 400 for a parent that is not on that network. */
function resolveThread(request: SandboxRequest, world: World): Thread {
  const { parentId, isParentThread } = request.body;
  const { platform = '' } = request.path;
  if (!isParentThread) {
    const parent = findRecord(socialComments(world), request, { id: parentId, name: 'Comment' });
    if (parent.platform !== platform) throw badRequest(`Comment with id ${parentId} not found on ${platform}`);
    const { postId, originId } = parent;
    return { postId, originId, repliesTo: parentId };
  }
  const post = findRecord(socialPosts(world), request, { id: parentId, name: 'Post' });
  if (post.status !== 'published') throw badRequest(`Post with id ${parentId} is not published`);
  const account = post.accountIds
    .map((id) => socialAccounts(world).get(id))
    .find((candidate) => candidate?.platform === platform);
  if (account === undefined) throw badRequest(`Post with id ${parentId} not found on ${platform}`);
  return { postId: post.id, originId: account.originId };
}

function like(request: SandboxRequest, world: World, isLiked: boolean): void {
  const comment = findRecord(socialComments(world), request, { id: request.path.id, name: 'Comment' });
  if (comment.platform !== request.path.platform) throw badRequest(`Comment with id ${comment.id} not found`);
  socialComments(world).update(comment.id, { isLiked });
}

export const commentHandlers: Handlers = {
  'POST /social-media-posting/comments/{platform}/list': (request, world) => {
    const { skip = 0, limit = 10 } = request.body;
    const found = findComments(request, world);
    const all = socialComments(world).inLocation(request.locationId);
    const comments = found.slice(skip, skip + limit).map((comment) => formatComment(comment, all));
    const totalUnread = found.filter(({ isRead }) => !isRead).length;
    const meta = { total: found.length, totalUnread, skip, limit, hasMore: skip + limit < found.length };
    return answer(201, 'Fetched Comments', { comments, meta });
  },

  'POST /social-media-posting/comments/{platform}': (request, world) => {
    const { content, attachments = [] } = request.body;
    const { platform = '' } = request.path;
    const most = longest[platform] ?? 0;
    if (content.length > most) throw unprocessable([`content must be shorter than or equal to ${most} characters`]);
    if (attachments.length > 1) throw unprocessable(['attachments must contain no more than 1 elements']);
    const { locationId } = request;
    const thread = resolveThread(request, world);
    const account = socialAccounts(world)
      .inLocation(locationId)
      .find(({ originId }) => originId === thread.originId);
    const comment = socialComments(world).insert({
      ...{ id: world.newObjectId(), locationId, platform, ...thread, content },
      attachments: platform === 'facebook' ? attachments : [],
      author: { id: thread.originId, name: account?.name ?? '' },
      ...{ likesOfOthers: 0, isLiked: false, isRead: true, publishedAt: world.timestamp() },
    });
    return answer(201, 'Created Comment', formatComment(comment, []));
  },

  'POST /social-media-posting/comments/{platform}/{id}/like': (request, world) => {
    like(request, world, true);
    return answer(201, 'Created Like');
  },

  'DELETE /social-media-posting/comments/{platform}/{id}/like': (request, world) => {
    like(request, world, false);
    return answer(200, 'Deleted Like');
  },
};
