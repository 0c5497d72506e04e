/** Posts inside a queue: live without sessionId, staged with one. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const queueId = '_id from social_media_posting_queue_list';

const itemHints = { queueId, itemId: '_id from social_media_posting_queue_item_list' } as const;

const sessionId = 'from social_media_posting_queue_edit_start; without: live';

const contentHints = {
  'modifiedPostPayload.accountIds': 'from social_media_posting_account_list',
  'modifiedPostPayload.summary': 'text of the post',
  variations: 'texts that take turns',
  primaryImage: 'public address',
} as const;

const order = '"top", "bottom", or a number between neighbours';

const lookAtItems = (session: { readonly sessionId?: string }) =>
  ({
    steps: [
      {
        ask: 'POST /social-media-posting/category/queues/{queueId}/items',
        with: { queueId: '$queueId', ...session, skip: 0, limit: 100 },
      },
    ],
    records: 'results.items',
    match: { 'post.summary': 'modifiedPostPayload.summary', 'post.accountIds': 'modifiedPostPayload.accountIds' },
    needs: ['modifiedPostPayload.summary'],
    // An item made out of an older post has that one's time, and is not found.
    created: 'post.createdAt',
    id: '_id',
  }) as const;

export const queueItemGuides = {
  'POST /social-media-posting/category/queues/{queueId}/items': {
    name: 'social_media_posting_queue_item_list',
    title: 'List the posts of a queue',
    summary:
      'Posts of a queue in order, with next date and errors; with sessionId the staged ones. Dates alone: social_media_posting_queue_slot_list.',
    risk: 'read',
    paging: { style: 'skip-limit', items: 'results.items', size: 'limit', offset: 'skip' },
    hints: {
      queueId,
      sessionId,
      errorFilter: 'true shows failing posts only',
      itemId: 'shows its neighbours; skip is ignored',
    },
    words: ['evergreen', 'recurring posts', 'content'],
  },
  'POST /social-media-posting/category/queues/{queueId}/slots': {
    name: 'social_media_posting_queue_slot_list',
    title: 'List the dates of a queue',
    summary: 'When each post of a queue goes out next; read it again after every change, which shifts the dates.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'results.slots',
      total: 'results.total',
      size: 'limit',
      defaultSize: 20,
      offset: 'skip',
    },
    hints: { queueId, sessionId },
    words: ['schedule', 'evergreen', 'next post'],
  },
  'POST /social-media-posting/category/queues/{queueId}/create/item': {
    name: 'social_media_posting_queue_item_create',
    title: 'Add a post to a queue',
    summary:
      'Adds a post to a queue: staged with sessionId, live with directToQueue true. One dated post: social_media_posting_post_create.',
    notes: [
      'directToQueue ignores order: prioritizeNewContent of the queue decides between top and bottom.',
      'Calling twice adds it twice.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [lookAtItems({ sessionId: '$sessionId' }), lookAtItems({})],
      check: 'social_media_posting_queue_item_list shows the items, with the sessionId the ones being edited.',
    },
    hints: { ...contentHints, queueId, sessionId: 'from social_media_posting_queue_edit_start', order },
    words: ['evergreen', 'recurring posts', 'autopost'],
    examples: [
      {
        ask: 'Add this tip to the queue right away',
        args: {
          queueId: '685446732291552abe740a57',
          locationId: 've9EPM428h8vShlRW1KT',
          directToQueue: true,
          modifiedPostPayload: {
            accountIds: ['aF3KhyL8JIuBwzK3m7Ly_ve9EPM428h8vShlRW1KT_12554616564525983496'],
            summary: 'Oil your chopping board once a month.',
            type: 'post',
          },
        },
      },
    ],
  },
  'PUT /social-media-posting/category/queues/{queueId}/items/{itemId}': {
    name: 'social_media_posting_queue_item_update',
    title: 'Change or move a post of a queue',
    summary:
      'Changes or moves a post of a queue, live unless sessionId is given. Back again: social_media_posting_queue_item_change_remove.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { ...itemHints, ...contentHints, sessionId, newOrder: order },
    words: ['evergreen', 'reorder', 'edit', 'variation'],
    examples: [
      {
        ask: 'Reword this tip in the queue and put it first, in my edit session',
        args: {
          queueId: '685446732291552abe740a57',
          itemId: '685446732291552abe740a61',
          locationId: 've9EPM428h8vShlRW1KT',
          sessionId: '685446732291552abe740b02',
          newOrder: 'top',
          modifiedPostPayload: {
            accountIds: ['aF3KhyL8JIuBwzK3m7Ly_ve9EPM428h8vShlRW1KT_12554616564525983496'],
            summary: 'Oil your chopping board every spring.',
            type: 'post',
          },
        },
      },
    ],
  },
  'PUT /social-media-posting/category/queues/{queueId}/items/{itemId}/reset': {
    name: 'social_media_posting_queue_item_change_remove',
    title: 'Reset a post of a queue',
    summary: 'Throws away the changes made to a queued post and restores its original, live unless sessionId is given.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { ...itemHints, sessionId },
    words: ['revert', 'undo', 'restore'],
  },
  'POST /social-media-posting/category/queues/{queueId}/items/{itemId}/clone': {
    name: 'social_media_posting_queue_item_duplicate',
    title: 'Copy a post within a queue',
    summary: 'Copies a post of a queue to another place in its order; works in an edit session only.',
    notes: ['Calling twice makes two copies.'],
    risk: 'write',
    findOut: {
      looks: [],
      check: 'social_media_posting_queue_item_list with the sessionId shows whether the copy is there.',
    },
    hints: {
      ...itemHints,
      sessionId: 'from social_media_posting_queue_edit_start',
      order: 'between original and next, e.g. 1.5',
    },
    words: ['clone', 'repeat post'],
  },
  'DELETE /social-media-posting/category/queues/{queueId}/items/{itemId}': {
    name: 'social_media_posting_queue_item_delete',
    title: 'Delete a post from a queue',
    summary: 'Takes a post out of a queue, live at once unless sessionId is given; the dates of the others move up.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { ...itemHints, sessionId },
    words: ['remove', 'evergreen'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
