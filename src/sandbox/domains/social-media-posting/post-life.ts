/** How a post goes from written to published. Nothing runs in between: what is due happens when somebody looks. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { World } from '../../world.ts';
import { isExpired } from './accounts.ts';
import { enqueuePublished } from './queue/content.ts';
import { type PostContent, type PostStatus, type SocialPost, socialAccounts, socialPosts } from './records.ts';

/** Why it cannot go out now, if anything. */
function findObstacle(world: World, accountIds: readonly string[], at: number): string | undefined {
  const accounts = accountIds.map((id) => socialAccounts(world).get(id));
  if (accounts.includes(undefined)) return 'Account is not connected';
  return accounts.some((account) => account && isExpired(account, at)) ? 'Failed due to auth token' : undefined;
}

/** Sends the post out at that time, to become published or failed; where its category wants it, into the queue. */
export function publishPost(world: World, post: SocialPost, publishedAt: string): SocialPost {
  const error = findObstacle(world, post.accountIds, Date.parse(publishedAt));
  if (error !== undefined)
    return socialPosts(world).update(post.id, { status: 'failed', error, updatedAt: publishedAt });
  const published = socialPosts(world).update(post.id, { status: 'published', publishedAt, updatedAt: publishedAt });
  enqueuePublished(world, published);
  return published;
}

export const isDue = ({ status, scheduleDate }: SocialPost, now: number): boolean =>
  status === 'scheduled' && scheduleDate !== undefined && Date.parse(scheduleDate) <= now;

/** Publishes the scheduled posts of a location whose time has come. */
export function settlePosts(world: World, locationId: string): void {
  for (const post of socialPosts(world).inLocation(locationId)) {
    if (isDue(post, world.now())) publishPost(world, post, post.scheduleDate ?? world.timestamp());
  }
}

export interface Wish {
  readonly status?: PostStatus;
  readonly scheduleDate?: string;
}

/**
 * What becomes of a post with that wish: no status means scheduled with a date and draft without; what still
 * needs an approval is in review. Throws 422 for a missing or malformed date, 400 for one that has passed.
 */
export function resolveStatus(
  wish: Wish,
  { postApprovalDetails }: Pick<PostContent, 'postApprovalDetails'>,
  now: number,
): PostStatus {
  const { scheduleDate } = wish;
  const status = wish.status ?? (scheduleDate === undefined ? 'draft' : 'scheduled');
  if (scheduleDate !== undefined && Number.isNaN(Date.parse(scheduleDate))) {
    throw unprocessable(['scheduleDate must be a valid ISO 8601 date string']);
  }
  if (status === 'scheduled') {
    if (scheduleDate === undefined) throw unprocessable(['scheduleDate should not be empty']);
    if (Date.parse(scheduleDate) <= now) throw badRequest('scheduleDate must be in the future');
  }
  const needsApproval = postApprovalDetails?.approvalStatus === 'pending';
  return needsApproval && (status === 'scheduled' || status === 'published') ? 'in_review' : status;
}
