/** Edit sessions: changes to a queue are staged, looked at, then applied or thrown away. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { accountIds } from './shared.ts';

const sessionHints = {
  queueId: '_id from social_media_posting_queue_list',
  sessionId: 'from social_media_posting_queue_edit_start',
} as const;

const keepInDraft = 'true keeps a draft queue from starting';

export const queueEditGuides = {
  'POST /social-media-posting/category/queues/{queueId}/edit/start': {
    name: 'social_media_posting_queue_edit_start',
    title: 'Start editing a queue',
    summary:
      'Opens an edit session of a queue: changes with its sessionId are staged until social_media_posting_queue_edit_publish.',
    notes: ['social_media_posting_queue_edit_cancel throws them away; calling again resumes the session.'],
    risk: 'write',
    idempotent: true,
    hints: { queueId: sessionHints.queueId },
    words: ['evergreen', 'recurring posts', 'session', 'stage'],
  },
  'POST /social-media-posting/category/queues/{queueId}/edit/calendar': {
    name: 'social_media_posting_queue_edit_preview',
    title: 'Preview the edits of a queue',
    summary:
      'When posts would go out if the edit session were applied. Look here before social_media_posting_queue_edit_publish.',
    risk: 'read',
    paging: { style: 'time-window', items: 'results.scheduledPosts' },
    hints: { ...sessionHints, startDate: 'ISO 8601 date-time', endDate: 'ISO 8601 date-time', accountIds },
    words: ['calendar', 'what if'],
  },
  'POST /social-media-posting/category/queues/{queueId}/edit/save': {
    name: 'social_media_posting_queue_edit_publish',
    title: 'Apply the edits of a queue',
    summary:
      'Applies all staged edits to the live queue and ends the session. A draft queue starts publishing with it, unless keepInDraft is true.',
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: { looks: [], check: 'social_media_posting_queue_item_list without sessionId shows what is live now.' },
    hints: { ...sessionHints, keepInDraft },
    words: ['save', 'commit', 'activate', 'evergreen'],
  },
  'POST /social-media-posting/category/queues/{queueId}/edit/discard': {
    name: 'social_media_posting_queue_edit_cancel',
    title: 'Throw away the edits of a queue',
    summary:
      'Ends an edit session and loses everything staged in it; the live queue stays. For a draft queue send keepInDraft true, since it might start otherwise.',
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [],
      check: 'social_media_posting_queue_item_list with the sessionId shows whether the session is still there.',
    },
    hints: { ...sessionHints, keepInDraft },
    words: ['discard', 'undo', 'revert'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
