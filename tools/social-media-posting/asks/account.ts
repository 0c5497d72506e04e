/** How people ask about connected social accounts. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const accountAsks = {
  'GET /social-media-posting/{locationId}/accounts': [
    'which social profiles are hooked up',
    'list connected social accounts',
    'is our Instagram still connected',
    'which channels can I post to',
    'did any social login expire',
    'does a network need to be reconnected',
    'what Facebook pages and groups do we publish on',
    "why can't we post to TikTok anymore",
    'account ids for scheduling a post',
  ],
  'DELETE /social-media-posting/{locationId}/accounts/{id}': [
    'unlink our Instagram from the planner',
    'disconnect a social account',
    'remove the old Facebook page from social posting',
    'stop publishing to that TikTok for good',
    'client left, detach their LinkedIn page',
    'take the Google profile off our social channels',
    'drop a channel we no longer manage',
  ],
  'GET /social-media-posting/oauth/{platform}/start': [
    'hook up our YouTube channel',
    'start connecting a social account',
    'get a login link for Pinterest',
    'connect Threads to the social planner',
    'add Bluesky as a channel',
    'sign in again, the channel expired',
    'send the client a link to authorize their social profile',
    'link a new network for posting',
  ],
  'GET /social-media-posting/oauth/{locationId}/{platform}/accounts/{accountId}': [
    'which YouTube channels did the login give us',
    'list accounts behind a social sign-in',
    'what profiles can I pick after the client authorized',
    'boards or channels available from the Pinterest login',
    'which Threads profile came with this authorization',
    'show pages found by that login not yet linked',
  ],
  'POST /social-media-posting/oauth/{locationId}/{platform}/accounts/{accountId}': [
    'attach the YouTube channel after login',
    'connect a social account from a finished sign-in',
    'add this Pinterest profile to the location',
    'finish linking Threads after the client authorized',
    'use that Bluesky handle for posting from now on',
    'pick this channel from the login and activate it',
    'complete the social channel setup',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
