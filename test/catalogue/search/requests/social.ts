import type { Request } from '../requests.ts';

/** The social planner. */
export const socialRequests: readonly Request[] = [
  { ask: 'which social accounts are connected?', tools: ['social_media_posting_account_list'] },
  {
    ask: 'is our Instagram login expired? check the connected social profiles',
    tools: ['social_media_posting_account_list'],
  },
  {
    ask: 'list the Facebook, Instagram and LinkedIn accounts we can post to',
    tools: ['social_media_posting_account_list'],
  },
  {
    ask: 'publish a post about the new opening hours on Facebook and Instagram',
    tools: ['social_media_posting_post_create'],
  },
  {
    ask: 'schedule this picture with caption for Friday 10 am on all channels',
    tools: ['social_media_posting_post_create'],
  },
  { ask: 'save a LinkedIn post as draft', tools: ['social_media_posting_post_create'] },
  { ask: 'what social posts are planned for next week?', tools: ['social_media_posting_post_list'] },
  { ask: 'show posts that failed to publish this month', tools: ['social_media_posting_post_list'] },
  { ask: 'list my draft social posts', tools: ['social_media_posting_post_list'] },
  { ask: 'why did this social post fail? here is its id', tools: ['social_media_posting_post_get'] },
  { ask: 'open social post sp_6 and read me its text and status', tools: ['social_media_posting_post_get'] },
  { ask: 'change the caption of the scheduled social post', tools: ['social_media_posting_post_update'] },
  { ask: 'delete the scheduled Facebook post before it goes out', tools: ['social_media_posting_post_delete'] },
  { ask: 'remove these 20 planned social posts together', tools: ['social_media_posting_bulk_post_delete'] },
  {
    ask: 'how did our social channels do in the last 7 days? reach, likes, followers',
    tools: ['social_media_posting_statistics_get'],
  },
  { ask: 'social performance compared with the week before', tools: ['social_media_posting_statistics_get'] },
  {
    ask: 'disconnect the old Facebook page from the social planner',
    tools: ['social_media_posting_account_disconnect'],
  },
  {
    ask: 'I want to connect our Facebook page for posting, give me the sign-in link',
    tools: ['social_media_posting_facebook_oauth_start', 'social_media_posting_oauth_start'],
  },
  { ask: 'connect YouTube to the social planner, where do I sign in?', tools: ['social_media_posting_oauth_start'] },
  {
    ask: 'get a sign-in link to connect TikTok',
    tools: [
      'social_media_posting_tiktok_oauth_start',
      'social_media_posting_oauth_start',
      'social_media_posting_tiktok_biz_oauth_start',
    ],
  },
  {
    ask: 'which company pages did the LinkedIn sign-in find?',
    tools: ['social_media_posting_linkedin_account_list', 'social_media_posting_oauth_account_list'],
  },
  {
    ask: 'attach the Google Business profile we just signed in with, so posts can go there',
    tools: ['social_media_posting_google_connect', 'social_media_posting_oauth_connect'],
  },
  {
    ask: 'hook up the Instagram business account from the sign-in',
    tools: ['social_media_posting_instagram_connect', 'social_media_posting_oauth_connect'],
  },
  { ask: 'upload a spreadsheet with 60 social posts', tools: ['social_media_posting_csv_upload'] },
  {
    ask: 'which CSV imports of social posts are there and how far are they?',
    tools: ['social_media_posting_csv_list'],
  },
  { ask: 'choose the accounts for the uploaded CSV of posts', tools: ['social_media_posting_csv_account_set'] },
  { ask: 'are there errors in the imported CSV posts?', tools: ['social_media_posting_csv_get'] },
  { ask: 'everything in the CSV looks good, schedule all of its posts', tools: ['social_media_posting_csv_schedule'] },
  { ask: 'throw away the CSV import with all its posts', tools: ['social_media_posting_csv_delete'] },
  { ask: 'what categories are our social posts filed under?', tools: ['social_media_posting_category_list'] },
  { ask: 'tags we use on social posts', tools: ['social_media_posting_tag_list'] },
  { ask: 'make an evergreen queue for the Tips category', tools: ['social_media_posting_queue_create'] },
  { ask: 'pause the evergreen post queue', tools: ['social_media_posting_queue_update'] },
  { ask: 'which post queues are running?', tools: ['social_media_posting_queue_list'] },
  { ask: 'what is inside this queue and in which order?', tools: ['social_media_posting_queue_item_list'] },
  { ask: 'add this post to the evergreen queue', tools: ['social_media_posting_queue_item_create'] },
  { ask: 'what will all queues post next week?', tools: ['social_media_posting_queue_calendar_list'] },
  {
    ask: 'skip the very next post of the queue by deleting it',
    tools: ['social_media_posting_queue_active_post_delete'],
  },
  { ask: 'what are people commenting under our latest Instagram post?', tools: ['social_media_posting_comment_list'] },
  { ask: 'reply to the comment under our Facebook post', tools: ['social_media_posting_comment_create'] },
  { ask: 'like the comment from our page', tools: ['social_media_posting_comment_like_add'] },
];
