/** Many posts from a CSV file: upload, choose accounts, check, schedule. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { accountIds, countedList, userId } from './shared.ts';

const csvId = '_id from social_media_posting_csv_list';

export const csvGuides = {
  'POST /social-media-posting/{locationId}/csv': {
    name: 'social_media_posting_csv_upload',
    title: 'Upload a CSV of social posts',
    summary:
      'Stores a CSV of posts and counts its rows; nothing is planned yet. Pass filePath, rowsCount and fileName on to social_media_posting_csv_account_set.',
    notes: ["The columns are those of the sample file in HighLevel's Social Planner."],
    risk: 'write',
    findOut: {
      looks: [],
      check: 'Files are not listed; uploading again does no harm before social_media_posting_csv_account_set.',
    },
    words: ['bulk schedule', 'spreadsheet', 'import posts'],
  },
  'POST /social-media-posting/{locationId}/set-accounts': {
    name: 'social_media_posting_csv_account_set',
    title: 'Choose the accounts of a CSV',
    summary:
      'Makes an import of an uploaded CSV for the given accounts and checks it; nothing goes out yet. Next: social_media_posting_csv_get.',
    notes: [
      'social_media_posting_csv_schedule then plans the posts.',
      'Calling twice may make two imports of the same posts.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /social-media-posting/{locationId}/csv', with: { skip: 0, limit: 100 } }],
          records: 'results.csvs',
          match: { fileName: 'fileName', count: 'rowsCount', accountIds: 'accountIds' },
          created: 'createdAt',
          id: '_id',
        },
      ],
      check: 'social_media_posting_csv_list shows the imports with their times of creation.',
    },
    hints: {
      accountIds,
      userId,
      filePath: 'answered by social_media_posting_csv_upload',
      fileName: 'answered by social_media_posting_csv_upload',
      rowsCount: 'at most the rows of the file',
      approver: 'user id, if posts need approval',
    },
    words: ['bulk schedule', 'import posts'],
    examples: [
      {
        ask: 'Use our Facebook page for the twelve posts of the uploaded file',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          accountIds: ['aF3KhyL8JIuBwzK3m7Ly_ve9EPM428h8vShlRW1KT_12554616564525983496'],
          filePath: 've9EPM428h8vShlRW1KT/social-planner-import/a6d04a26-0401-4e52-8f48-dbb274050fab.csv',
          rowsCount: 12,
          fileName: 'june.csv',
          userId: 'y0BeYjuRIlDwsDcOHOJo',
        },
      },
    ],
  },
  'GET /social-media-posting/{locationId}/csv': {
    name: 'social_media_posting_csv_list',
    title: 'List CSV imports',
    summary: 'CSV imports of posts with their status and number of posts. The posts: social_media_posting_csv_get.',
    risk: 'read',
    paging: { ...countedList, items: 'results.csvs', defaultSize: 10 },
    hints: { includeUsers: 'text true adds who made it', userId },
    words: ['bulk schedule', 'upload status'],
  },
  'GET /social-media-posting/{locationId}/csv/{id}': {
    name: 'social_media_posting_csv_get',
    title: 'Get a CSV import',
    summary:
      'One CSV import with its posts, dates and errorMessage for each: read it before social_media_posting_csv_schedule.',
    risk: 'read',
    paging: { ...countedList, items: 'results.posts' },
    hints: { id: csvId },
    words: ['bulk schedule', 'import errors', 'check'],
  },
  'PATCH /social-media-posting/{locationId}/csv/{id}': {
    name: 'social_media_posting_csv_schedule',
    title: 'Schedule the posts of a CSV',
    summary:
      'Schedules every post of a CSV import: all go out at their dates. Check social_media_posting_csv_get first.',
    notes: ['Single posts are taken out with social_media_posting_csv_post_delete.'],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [],
      check: 'social_media_posting_csv_get shows its status, social_media_posting_post_list the posts it made.',
    },
    hints: { id: csvId, userId },
    words: ['finalize', 'bulk publish', 'import posts'],
  },
  'DELETE /social-media-posting/{locationId}/csv/{id}': {
    name: 'social_media_posting_csv_delete',
    title: 'Delete a CSV import',
    summary: 'Deletes a CSV import together with all its posts, so none of them goes out.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: csvId },
    words: ['cancel bulk schedule', 'remove import'],
  },
  'DELETE /social-media-posting/{locationId}/csv/{csvId}/post/{postId}': {
    name: 'social_media_posting_csv_post_delete',
    title: 'Delete a post of a CSV import',
    summary: 'Takes one post out of a CSV import; the others stay. Whole import: social_media_posting_csv_delete.',
    risk: 'high-impact',
    idempotent: true,
    hints: { csvId, postId: 'from social_media_posting_csv_get' },
    words: ['remove row', 'bulk schedule'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
