/** Posts as the API shows them. */
import type { World } from '../../world.ts';
import { users } from '../users/records.ts';
import { type PostContent, type SocialPost, socialAccounts } from './records.ts';

/** When it went out, else when it will, else when it was written. */
export const getDisplayDate = ({ publishedAt, scheduleDate, createdAt }: SocialPost): string =>
  publishedAt ?? scheduleDate ?? createdAt;

function formatUser(world: World, userId: string): Record<string, unknown> | undefined {
  const user = users(world).get(userId);
  if (user === undefined) return undefined;
  const { id, firstName, lastName, profilePhoto, phone, email } = user;
  return { id, firstName, lastName, profilePhoto, phone, email };
}

/** The parts of a post that people write. */
export function formatContent(world: World, content: PostContent): Record<string, unknown> {
  const { accountIds, type, summary = '', media = [], tags = [], ogTagsDetails, postApprovalDetails } = content;
  const [accountId] = accountIds;
  const platform = accountId === undefined ? undefined : socialAccounts(world).get(accountId)?.platform;
  const approverUser = formatUser(world, postApprovalDetails?.approver ?? '');
  return {
    ...{ accountId, accountIds, platform, type, summary, media, tags, ogTagsDetails },
    ...(postApprovalDetails && {
      postApprovalDetails: { ...postApprovalDetails, ...(approverUser && { approverUser }) },
    }),
    ...{ tiktokPostDetails: content.tiktokPostDetails, gmbPostDetails: content.gmbPostDetails },
  };
}

export function formatPost(world: World, post: SocialPost, withUser = false): Record<string, unknown> {
  const { id, locationId, status, source, publishedAt, error, createdBy, createdAt, updatedAt } = post;
  const [accountId = ''] = post.accountIds;
  const originId = socialAccounts(world).get(accountId)?.originId;
  return {
    ...{ _id: id, source, locationId, status, displayDate: getDisplayDate(post), createdAt, updatedAt, createdBy },
    ...formatContent(world, post),
    ...{ publishedAt, error, postId: status === 'published' ? `${originId ?? accountId}_${id}` : undefined },
    ...(withUser && { user: formatUser(world, createdBy) }),
  };
}
