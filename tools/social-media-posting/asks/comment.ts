/** How people ask about comments on social posts. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const commentAsks = {
  'POST /social-media-posting/comments/{platform}/list': [
    'what are people saying under our posts',
    'list social comments',
    'any new comments on the Instagram reel',
    'unanswered comments on our Facebook page',
    'read the replies to that comment',
    'is somebody complaining under our last post',
    'show feedback on the LinkedIn update',
    'trolls or spam in our comment section',
  ],
  'POST /social-media-posting/comments/{platform}': [
    'reply to that comment on Facebook',
    'comment on a social post',
    'thank the person who commented on our reel',
    'answer the question under our Instagram post',
    'drop a first comment with the link under our post',
    'respond publicly to the angry commenter',
    'write back to a fan on LinkedIn',
  ],
  'POST /social-media-posting/comments/{platform}/{id}/like': [
    'give that comment a thumbs up',
    'like a social comment',
    'heart the nice feedback under our post',
    "react to a fan's comment on Facebook",
    "like the customer's reply as our page",
    'show some love for that comment',
  ],
  'DELETE /social-media-posting/comments/{platform}/{id}/like': [
    'take our like off that comment',
    'unlike a social comment',
    'remove the thumbs up we gave',
    'we liked the wrong comment, undo it',
    "withdraw the heart from a fan's reply",
    'retract our reaction on the Facebook comment',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
