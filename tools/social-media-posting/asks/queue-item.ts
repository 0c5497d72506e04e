/** How people ask about the posts in a queue. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const queueItemAsks = {
  'POST /social-media-posting/category/queues/{queueId}/items': [
    'what posts are in the evergreen rotation',
    'list the posts of a queue',
    'show the order of recurring content',
    'which posts in this queue are broken',
    'contents of the testimonial loop',
    'what comes after what in the queue',
  ],
  'POST /social-media-posting/category/queues/{queueId}/slots': [
    'when does each recycled post go out next',
    'list the dates of a queue',
    'next publishing times in the rotation',
    'schedule of upcoming slots in that loop',
    'on what day will the queued tip be posted',
    'dates after reshuffling the queue',
  ],
  'POST /social-media-posting/category/queues/{queueId}/create/item': [
    'add this quote to the evergreen rotation',
    'add a post to a queue',
    'put a new tip in the recurring loop',
    'insert a testimonial into the posting queue',
    'queue up this graphic for repeated posting',
    'throw this caption in with the recycled content',
  ],
  'PUT /social-media-posting/category/queues/{queueId}/items/{itemId}': [
    'edit the caption of a queued post',
    'change or move a post of a queue',
    'move that tip to the top of the rotation',
    'reorder the recurring posts',
    'swap the picture on an evergreen post',
    'bump this queued post further down',
  ],
  'PUT /social-media-posting/category/queues/{queueId}/items/{itemId}/reset': [
    'undo my changes to that queued post',
    'reset a post of a queue',
    'bring back the original caption in the rotation',
    'revert the evergreen post to how it was',
    "restore the queued post's first version",
    'I messed up the recycled post, roll it back',
  ],
  'POST /social-media-posting/category/queues/{queueId}/items/{itemId}/clone': [
    'have the same post twice in the rotation',
    'copy a post within a queue',
    'duplicate this tip in the evergreen loop',
    'repeat one queued post more often than the others',
    'clone an item in the recurring queue',
    'make a second copy further down the loop',
  ],
  'DELETE /social-media-posting/category/queues/{queueId}/items/{itemId}': [
    'take the outdated offer out of the rotation',
    'delete a post from a queue',
    'stop recycling that one post',
    'remove an evergreen post from the loop',
    'kick this testimonial out of the queue',
    'drop an item from recurring content',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
