/** Posts of the social planner, what sorts them, and how they did. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { accountIds, countedList, userId } from './shared.ts';

const postHints = {
  accountIds,
  userId,
  summary: 'text of the post',
  'media[].url': 'public, e.g. from medias_file_upload',
  'media[].type': 'MIME type such as image/jpeg, not image',
  status: 'draft or scheduled; left out may publish now',
  scheduleDate: 'ISO 8601 in UTC, with scheduled',
  tags: 'ids from social_media_posting_tag_list',
  categoryId: '_id from social_media_posting_category_list',
  'postApprovalDetails.approver': 'user id, with status in_review',
} as const;

const postNotes = [
  'scheduled and in_review need scheduleDate; in_review also postApprovalDetails with an approver, who is notified.',
  'media[].type is a MIME type (image/jpeg, video/mp4); the plain image that reading a post answers is refused.',
  "Instagram needs media, a reel exactly one video; a story has no text. Text beyond a network's limit is cut off.",
  'followUpComment is posted right after the post; TikTok and Google Business refuse it.',
  'gmbPostDetails of type EVENT needs title, startDate and endDate; OFFER needs offerTitle and dates.',
] as const;

/** Links in the text may come back shortened: what is not found here may be there all the same. */
const lookAtPosts = (dates: { readonly fromDate: string; readonly toDate: string }) =>
  ({
    steps: [
      {
        ask: 'POST /social-media-posting/{locationId}/posts/list',
        with: { ...dates, includeUsers: 'false', skip: '0', limit: '100' },
      },
    ],
    records: 'results.posts',
    // With the accounts: the same text often goes to several of them, one call for each.
    match: {
      summary: 'summary',
      type: 'type',
      createdBy: 'userId',
      accountIds: 'accountIds',
      displayDate: 'scheduleDate',
    },
    needs: ['summary'],
    created: 'createdAt',
    id: '_id',
  }) as const;

export const postGuides = {
  'POST /social-media-posting/{locationId}/posts/list': {
    name: 'social_media_posting_post_list',
    title: 'List social posts',
    summary:
      'Social posts of a date range by status, account or kind, drafts too. Those in queues: social_media_posting_queue_calendar_list.',
    notes: ['fromDate and toDate are required.'],
    risk: 'read',
    paging: { ...countedList, items: 'results.posts', defaultSize: 10 },
    hints: {
      type: 'all, draft, scheduled, published, failed, in_review, deleted',
      accounts: 'account ids, joined by commas',
      fromDate: 'ISO 8601 date-time',
      toDate: 'ISO 8601 date-time',
      includeUsers: 'text true or false',
      postType: 'post, story or reel',
      skip: '0 at first',
    },
    words: ['social planner', 'Facebook', 'Instagram', 'LinkedIn', 'TikTok', 'content calendar', 'failed posts'],
    examples: [
      {
        ask: 'What is scheduled on our social accounts in June 2026?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'scheduled',
          fromDate: '2026-06-01T00:00:00.000Z',
          toDate: '2026-06-30T23:59:59.999Z',
          includeUsers: 'true',
          skip: '0',
          limit: '50',
        },
      },
    ],
  },
  'POST /social-media-posting/{locationId}/posts': {
    name: 'social_media_posting_post_create',
    title: 'Create a social post',
    summary:
      'Posts on social accounts: draft is private, scheduled waits, no status is public at once. Ids: social_media_posting_account_list.',
    notes: [
      'scheduled goes out at scheduleDate. A text per network takes a call per network.',
      ...postNotes,
      'Success means accepted: a network may refuse later, so check status and error with social_media_posting_post_get.',
      'Calling twice publishes twice.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    moments: [{ at: 'scheduleDate', form: 'iso' }],
    findOut: {
      looks: [
        lookAtPosts({ fromDate: '$scheduleDate', toDate: '$scheduleDate' }),
        lookAtPosts({ fromDate: '2020-01-01T00:00:00Z', toDate: '2100-01-01T00:00:00Z' }),
      ],
      check: 'social_media_posting_post_list around its date shows whether the post is there.',
    },
    hints: postHints,
    words: ['social planner', 'Facebook', 'Instagram', 'LinkedIn', 'TikTok', 'Google Business', 'publish', 'schedule'],
    examples: [
      {
        ask: 'Draft a post with this photo for our Facebook page',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          accountIds: ['aF3KhyL8JIuBwzK3m7Ly_ve9EPM428h8vShlRW1KT_12554616564525983496'],
          type: 'post',
          userId: 'y0BeYjuRIlDwsDcOHOJo',
          summary: 'Fresh from the workshop.',
          media: [{ url: 'https://example.com/workshop.jpg', type: 'image/jpeg' }],
          status: 'draft',
        },
      },
      {
        ask: 'Schedule this announcement for 1 July 2026 at 15:00 UTC',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          accountIds: ['aF3KhyL8JIuBwzK3m7Ly_ve9EPM428h8vShlRW1KT_12554616564525983496'],
          type: 'post',
          userId: 'y0BeYjuRIlDwsDcOHOJo',
          summary: 'We open on Saturdays from July.',
          status: 'scheduled',
          scheduleDate: '2026-07-01T15:00:00.000Z',
        },
      },
    ],
  },
  'GET /social-media-posting/{locationId}/posts/{id}': {
    name: 'social_media_posting_post_get',
    title: 'Get a social post',
    summary: 'One social post in full (results.post), with status and the reason where a network refused it.',
    risk: 'read',
    hints: { id: '_id from social_media_posting_post_list' },
    words: ['social planner', 'failed', 'error'],
  },
  'PUT /social-media-posting/{locationId}/posts/{id}': {
    name: 'social_media_posting_post_update',
    title: 'Replace a social post',
    summary:
      'Overwrites a planned post: send all of social_media_posting_post_get, changed. Without status draft or scheduled it may go public.',
    notes: [
      'Fields left out may be lost.',
      ...postNotes,
      'What a network already shows does not change with it.',
      'accountIds and userId are required in practice, as when creating.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    moments: [{ at: 'scheduleDate', form: 'iso' }],
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /social-media-posting/{locationId}/posts/{id}', with: { id: '$id' } }],
          records: 'results.post',
          match: {
            type: 'type',
            summary: 'summary',
            status: 'status',
            displayDate: 'scheduleDate',
            accountIds: 'accountIds',
          },
          created: 'updatedAt',
          id: '_id',
        },
      ],
      check: 'social_media_posting_post_get shows the post as it is now, and when it was last changed.',
    },
    hints: { ...postHints, id: '_id from social_media_posting_post_list', type: 'post, story or reel' },
    words: ['social planner', 'edit', 'reschedule', 'postpone', 'approve'],
    examples: [
      {
        ask: 'Move this post to 3 July 2026 at 9:00 UTC',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          id: '65fac446d599990d1313c1dd',
          accountIds: ['aF3KhyL8JIuBwzK3m7Ly_ve9EPM428h8vShlRW1KT_12554616564525983496'],
          type: 'post',
          userId: 'y0BeYjuRIlDwsDcOHOJo',
          summary: 'We open on Saturdays from July.',
          status: 'scheduled',
          scheduleDate: '2026-07-03T09:00:00.000Z',
          scheduleTimeUpdated: true,
        },
      },
    ],
  },
  'DELETE /social-media-posting/{locationId}/posts/{id}': {
    name: 'social_media_posting_post_delete',
    title: 'Delete a social post',
    summary:
      'Deletes a post from the planner: a scheduled one never goes out. Do not expect a published one to vanish from the network.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { id: '_id from social_media_posting_post_list' },
    words: ['social planner', 'cancel scheduled post', 'remove'],
  },
  'POST /social-media-posting/{locationId}/posts/bulk-delete': {
    name: 'social_media_posting_bulk_post_delete',
    title: 'Delete many social posts',
    summary: 'Deletes up to 50 posts from the planner only: what is published stays on the networks.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    deletes: { each: ['postIds[]'] },
    hints: { postIds: 'at most 50, from social_media_posting_post_list' },
    words: ['social planner', 'clean up', 'mass delete'],
  },
  'POST /social-media-posting/statistics': {
    name: 'social_media_posting_statistics_get',
    title: 'Get social statistics',
    summary:
      'Posts, impressions, reach, likes and followers of the last 7 days against the 7 before, no other range. Takes profileId values.',
    notes: [
      'profileId stands in social_media_posting_account_list, beside the account id.',
      'LinkedIn counts for pages only, TikTok for business accounts only.',
    ],
    risk: 'read',
    hints: { profileIds: 'profileId from social_media_posting_account_list' },
    words: ['analytics', 'performance', 'report', 'engagement', 'insights', 'followers'],
    examples: [
      {
        ask: 'How did our Facebook and Instagram accounts do last week?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          profileIds: ['67a5a9aa776c837de4aa5b12', '67a5a9aa776c837de4aa5b13'],
          platforms: ['facebook', 'instagram'],
        },
      },
    ],
  },
  'GET /social-media-posting/{locationId}/categories': {
    name: 'social_media_posting_category_list',
    title: 'List post categories',
    summary: 'Categories that social posts are filed under; a queue belongs to one. Free labels are tags.',
    risk: 'read',
    paging: { ...countedList, items: 'results.categories' },
    hints: { searchText: 'part of the name' },
    words: ['social planner', 'topics', 'content pillars'],
  },
  'GET /social-media-posting/{locationId}/categories/{id}': {
    name: 'social_media_posting_category_get',
    title: 'Get a post category',
    summary: 'Name and colours of one category; social_media_posting_category_list carries the same.',
    risk: 'read',
    hints: { id: '_id from social_media_posting_category_list' },
    words: ['social planner', 'content pillar', 'topic'],
  },
  'GET /social-media-posting/{locationId}/tags': {
    name: 'social_media_posting_tag_list',
    title: 'List post tags',
    summary: 'Tags of social posts with their ids. Tags of contacts are apart: locations_tag_list.',
    risk: 'read',
    paging: { ...countedList, items: 'results.tags' },
    hints: { searchText: 'part of the tag' },
    words: ['social planner', 'labels'],
  },
  'POST /social-media-posting/{locationId}/tags/details': {
    name: 'social_media_posting_tag_get',
    title: 'Get post tags by id',
    summary: 'Names of the post tags with the given ids, to read the tags of a post.',
    risk: 'read',
    paging: { style: 'none', items: 'results.tags', total: 'results.count' },
    hints: { tagIds: 'tags of a post' },
    words: ['social planner', 'labels'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
