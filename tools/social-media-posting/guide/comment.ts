/** Comments under published posts. Ids are HighLevel's, never those of the network. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const commentId = '_id from social_media_posting_comment_list';

export const commentGuides = {
  'POST /social-media-posting/comments/{platform}/list': {
    name: 'social_media_posting_comment_list',
    title: 'List social comments',
    summary:
      'Comments on posts of one network, of one post, or replies (parentId). Private messages: conversations_conversation_search.',
    notes: ['originIds are ids of the network, not account ids.', 'fromDate and toDate go together.'],
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'results.comments',
      total: 'results.meta.total',
      size: 'limit',
      defaultSize: 10,
      maxSize: 100,
      offset: 'skip',
    },
    hints: {
      originIds: 'last part of each account id',
      parentId: 'post _id or comment _id; left out: all',
      fromDate: 'ISO 8601 date-time',
      toDate: 'ISO 8601 date-time',
    },
    words: ['replies', 'engagement', 'mentions', 'moderation', 'Facebook', 'Instagram', 'YouTube'],
    examples: [
      {
        ask: 'Which comments came in on our Facebook page in the first week of June 2026?',
        args: {
          platform: 'facebook',
          locationId: 've9EPM428h8vShlRW1KT',
          originIds: ['12554616564525983496'],
          fromDate: '2026-06-01T00:00:00.000Z',
          toDate: '2026-06-07T23:59:59.999Z',
          limit: 100,
        },
      },
    ],
  },
  'POST /social-media-posting/comments/{platform}': {
    name: 'social_media_posting_comment_create',
    title: 'Comment on a social post',
    summary:
      'Publishes a comment under a post (isParentThread true) or a reply to a comment (false), visible to everyone at once; no tool takes it back.',
    notes: [
      'Longest content: Facebook and Community 8000, Instagram 2200, LinkedIn 3000, TikTok 150, Bluesky 300, YouTube 10000, Threads 500.',
      'A picture shows on Facebook only, mentions on Facebook, LinkedIn and Community; elsewhere both are dropped in silence.',
      'notifyAllGroupMembers alerts every member of a Community group.',
      'Calling twice publishes twice.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [],
      check: 'social_media_posting_comment_list with that parentId shows the comments, the latest first.',
    },
    hints: {
      parentId: 'post _id, or comment _id for a reply',
      isParentThread: 'true on a post, false as reply',
      notifyAllGroupMembers: 'true alerts the whole Community group',
    },
    words: ['reply', 'answer', 'engage', 'respond', 'Facebook', 'Instagram', 'YouTube'],
    examples: [
      {
        ask: 'Reply thank you to this comment on Instagram',
        args: {
          platform: 'instagram',
          locationId: 've9EPM428h8vShlRW1KT',
          parentId: '507f1f77bcf86cd799439011',
          isParentThread: false,
          content: 'Thank you!',
        },
      },
    ],
  },
  'POST /social-media-posting/comments/{platform}/{id}/like': {
    name: 'social_media_posting_comment_like_add',
    title: 'Like a social comment',
    summary: 'Likes a comment as the connected account, for everyone to see. Instagram, YouTube and Threads cannot.',
    risk: 'write',
    idempotent: true,
    openWorld: true,
    hints: { id: commentId },
    words: ['react', 'heart', 'engage'],
  },
  'DELETE /social-media-posting/comments/{platform}/{id}/like': {
    name: 'social_media_posting_comment_like_remove',
    title: 'Unlike a social comment',
    summary: 'Takes back the like of the connected account on a comment; the comment itself stays.',
    risk: 'write',
    idempotent: true,
    openWorld: true,
    hints: { id: commentId },
    words: ['unlike', 'reaction'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
