/** Category queues: posts of a category that go out again and again at weekly times. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { accountIds, userId } from './shared.ts';

const queueId = '_id from social_media_posting_queue_list';

const slotHints = {
  'timeSlots[].dayOfWeek': '0 to 6',
  'timeSlots[].time': '24 hours, e.g. 09:00',
} as const;

export const queueGuides = {
  'GET /social-media-posting/category/queues/available-categories': {
    name: 'social_media_posting_queue_category_list',
    title: 'List categories with their queue status',
    summary:
      'Categories as available, in_queue or draft: only an available one can get a queue with social_media_posting_queue_create.',
    risk: 'read',
    paging: { style: 'skip-limit', items: 'results.categories', size: 'limit', offset: 'skip' },
    hints: { q: 'part of the name' },
    words: ['evergreen', 'recurring posts'],
  },
  'POST /social-media-posting/category/queues': {
    name: 'social_media_posting_queue_create',
    title: 'Create a post queue',
    summary:
      'Creates a queue for a category as a draft with its published posts. To start it: social_media_posting_queue_update, status active.',
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'POST /social-media-posting/category/queues/list', with: { skip: 0, limit: 100 } }],
          records: 'results.queues',
          match: { categoryId: 'categoryId', timeSlots: 'timeSlots' },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'social_media_posting_queue_list shows whether the category has its queue.',
    },
    hints: {
      ...slotHints,
      categoryId: '_id from social_media_posting_queue_category_list',
      userId,
      enableFuturePosts: 'true queues new posts of the category',
      prioritizeNewContent: 'true puts new posts first',
    },
    words: ['evergreen', 'recurring posts', 'recycle content', 'autopost'],
    examples: [
      {
        ask: 'Make a queue of our tips category for two mornings a week at nine',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          categoryId: '60af88475f1b2c001f5d5f4b',
          timeSlots: [
            { dayOfWeek: 1, time: '09:00' },
            { dayOfWeek: 4, time: '09:00' },
          ],
          userId: 'y0BeYjuRIlDwsDcOHOJo',
        },
      },
    ],
  },
  'POST /social-media-posting/category/queues/list': {
    name: 'social_media_posting_queue_list',
    title: 'List post queues',
    summary:
      'Category queues with status, time slots and number of posts. What is in one: social_media_posting_queue_item_list.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'results.queues',
      total: 'results.meta.count',
      size: 'limit',
      offset: 'skip',
    },
    words: ['evergreen', 'recurring posts'],
  },
  'GET /social-media-posting/category/queues/{queueId}': {
    name: 'social_media_posting_queue_get',
    title: 'Get a post queue',
    summary: 'One queue with its slots, settings, status and how many of its posts have errors.',
    risk: 'read',
    hints: { queueId },
    words: ['evergreen', 'recurring posts'],
  },
  'PUT /social-media-posting/category/queues/{queueId}': {
    name: 'social_media_posting_queue_update',
    title: 'Change, start, pause or delete a queue',
    summary:
      'Changes slots or status of a queue: active starts publishing, paused stops it, deleted removes it. timeSlots replaces all slots.',
    notes: ['Posts are changed through social_media_posting_queue_edit_start, not here.'],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    deletes: { unless: { status: ['active', 'paused', null] } },
    hints: {
      ...slotHints,
      queueId,
      status: 'active, paused or deleted',
      skipDateTime: 'ISO 8601 of a slot to skip',
    },
    words: ['evergreen', 'recurring posts', 'activate', 'stop', 'resume'],
    examples: [
      {
        ask: 'Pause this queue over the holidays',
        args: { queueId: '685446732291552abe740a57', locationId: 've9EPM428h8vShlRW1KT', status: 'paused' },
      },
    ],
  },
  'POST /social-media-posting/category/queues/list/calendar': {
    name: 'social_media_posting_queue_calendar_list',
    title: 'List upcoming queue posts',
    summary:
      'What active queues will post in a date range, over all queues. Posts scheduled one by one: social_media_posting_post_list.',
    risk: 'read',
    paging: { style: 'time-window', items: 'results.scheduledPosts' },
    hints: {
      startDate: 'ISO 8601 date-time',
      endDate: 'ISO 8601 date-time',
      categoryIds: 'from social_media_posting_category_list',
      accountIds,
    },
    words: ['content calendar', 'evergreen', 'recurring posts'],
  },
  'DELETE /social-media-posting/category/queues/{postId}/active-post': {
    name: 'social_media_posting_queue_active_post_delete',
    title: 'Delete the next post of a queue',
    summary:
      'Deletes the post a queue publishes next and schedules the one after it. To silence a queue: social_media_posting_queue_update.',
    notes: [
      'paused silences the queue.',
      'Calling again with the id of the newly scheduled post deletes that one too.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          // A post is deleted once.
          steps: [
            {
              ask: 'POST /social-media-posting/{locationId}/posts/list',
              with: {
                type: 'deleted',
                fromDate: '2020-01-01T00:00:00Z',
                toDate: '2100-01-01T00:00:00Z',
                includeUsers: 'false',
                skip: '0',
                limit: '100',
              },
            },
          ],
          records: 'results.posts',
          match: { _id: 'postId' },
          unique: true,
          id: '_id',
        },
      ],
      check:
        'social_media_posting_post_get shows whether it is still there, social_media_posting_queue_get the next one.',
    },
    hints: { postId: 'currentPostId from social_media_posting_queue_get' },
    words: ['skip post', 'evergreen'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
