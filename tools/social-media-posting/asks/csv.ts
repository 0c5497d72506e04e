/** How people ask about importing social posts from a CSV. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const csvAsks = {
  'POST /social-media-posting/{locationId}/csv': [
    'bulk upload a month of posts from a spreadsheet',
    'upload a CSV of social posts',
    'import our content calendar from Excel',
    'load ninety captions from a sheet into the planner',
    'send the file with all posts in',
    'mass schedule posts from a table',
  ],
  'POST /social-media-posting/{locationId}/set-accounts': [
    'choose which channels the spreadsheet posts go to',
    'set the accounts of a CSV of posts',
    'point the bulk upload at Facebook and LinkedIn',
    'assign profiles to the imported posts file',
    'where should the bulk posts be published',
    'map the uploaded sheet to our Instagram',
  ],
  'GET /social-media-posting/{locationId}/csv': [
    'which bulk uploads have we done',
    'list CSV imports of social posts',
    'status of our post spreadsheets',
    'previous mass imports in the social planner',
    'did the content sheet finish processing',
    "find last week's bulk upload file",
  ],
  'GET /social-media-posting/{locationId}/csv/{id}': [
    'which rows in the post spreadsheet have errors',
    'get one CSV import of social posts',
    'review the bulk posts before scheduling',
    'why were some imported posts rejected',
    'show the posts from that uploaded sheet',
    'check dates and captions of a bulk import',
  ],
  'PATCH /social-media-posting/{locationId}/csv/{id}': [
    'approve the bulk upload and let it go',
    'schedule the posts of a CSV',
    'confirm the imported content sheet',
    'queue up everything from the spreadsheet',
    'finalize the mass import so posts go out',
    'the sheet looks fine, put it live',
  ],
  'DELETE /social-media-posting/{locationId}/csv/{id}': [
    'scrap the whole bulk upload',
    'delete a CSV import of social posts',
    'wrong spreadsheet, remove all its posts',
    'cancel the mass import',
    'throw away that content sheet',
    'undo the bulk scheduling from the file',
  ],
  'DELETE /social-media-posting/{locationId}/csv/{csvId}/post/{postId}': [
    'drop one row from the bulk upload',
    'delete one post of a CSV import',
    'remove a single bad post from the spreadsheet batch',
    'skip that entry but keep the remaining imported posts',
    'take the duplicate row out of the content sheet',
    'leave one caption out of the mass import',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
