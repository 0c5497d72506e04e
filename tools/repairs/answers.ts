/** Answers that are not what the documents say. */
import type { OperationRepair } from '../../src/catalogue/repair.ts';

export const answerRepairs = [
  {
    operations: [
      'GET /social-media-posting/oauth/google/start',
      'GET /social-media-posting/oauth/facebook/start',
      'GET /social-media-posting/oauth/instagram/start',
      'GET /social-media-posting/oauth/linkedin/start',
      'GET /social-media-posting/oauth/twitter/start',
      'GET /social-media-posting/oauth/tiktok/start',
      'GET /social-media-posting/oauth/tiktok-business/start',
      'GET /social-media-posting/oauth/{platform}/start',
    ],
    reason: 'a browser is sent on to the network’s own sign-in page',
    answer: 'redirect',
  },
] as const satisfies readonly OperationRepair[];
