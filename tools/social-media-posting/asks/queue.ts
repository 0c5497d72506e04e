/** How people ask about queues that publish the posts of a category again and again. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const queueAsks = {
  'GET /social-media-posting/category/queues/available-categories': [
    "which categories don't have a queue yet",
    'list categories with their queue status',
    'what content buckets can still be put on repeat',
    'is the testimonials category already in a queue',
    'can I set up recurring posting for this category',
    'categories free for an evergreen queue',
  ],
  'POST /social-media-posting/category/queues': [
    'recycle our best posts automatically',
    'create a post queue',
    'set up evergreen posting for testimonials',
    'repeat tips every Tuesday and Thursday at nine',
    'build a recurring content rotation for a category',
    'put the quotes category on autopilot',
    'make a new loop of weekly social slots',
  ],
  'POST /social-media-posting/category/queues/list': [
    'what recurring content rotations do we have',
    'list post queues',
    'which evergreen queues are running',
    'is any posting queue paused',
    'show all category queues with their time slots',
    'how many posts are in each loop',
  ],
  'GET /social-media-posting/category/queues/{queueId}': [
    'what time slots does the testimonial queue use',
    'get one post queue',
    'is that evergreen rotation active or paused',
    'settings of a single content loop',
    'how many posts in this queue have errors',
    'on which weekdays does that queue publish',
  ],
  'PUT /social-media-posting/category/queues/{queueId}': [
    'pause the evergreen rotation',
    'start the queue we built',
    "change a post queue's time slots",
    'stop recycling old posts',
    'delete a whole queue of recurring posts',
    'move the weekly slot from 9am to noon',
    'turn recurring posting back on',
    'add a Saturday slot to the content loop',
  ],
  'POST /social-media-posting/category/queues/list/calendar': [
    'what will our evergreen queues post this week',
    'list upcoming queue posts',
    'calendar of recycled content across all queues',
    'recurring posts coming up tomorrow',
    'show what the rotations publish in June',
    'which repeated posts go out next',
  ],
  'DELETE /social-media-posting/category/queues/{postId}/active-post': [
    'skip the next post in the rotation',
    'delete the next post of a queue',
    'do not publish the upcoming recycled post, take the following one',
    'drop the evergreen post that is up next',
    'remove the currently scheduled queue post',
    'jump over the next repeat',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
