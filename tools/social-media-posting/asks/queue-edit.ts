/** How people ask about edit sessions of a queue. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const queueEditAsks = {
  'POST /social-media-posting/category/queues/{queueId}/edit/start': [
    "I want to rework the rotation without touching what's live",
    'start editing a queue',
    'open a draft of the evergreen loop to play with',
    'begin a safe edit session for recurring posts',
    'unlock the posting queue for changes',
    'stage several queue changes together',
  ],
  'POST /social-media-posting/category/queues/{queueId}/edit/calendar': [
    'what would the rotation look like with my changes',
    'preview the edits of a queue',
    'see new dates before applying queue changes',
    'simulate the reshuffled evergreen loop',
    'dry run of my queue edits',
    'check the staged posting schedule',
  ],
  'POST /social-media-posting/category/queues/{queueId}/edit/save': [
    'apply my changes to the rotation',
    'publish the edits of a queue',
    'save the queue edit session',
    'commit the staged evergreen changes',
    'make the reworked loop live',
    "I'm done editing the queue, save it",
  ],
  'POST /social-media-posting/category/queues/{queueId}/edit/discard': [
    'forget my changes to the rotation',
    'throw away the edits of a queue',
    'cancel the queue edit session',
    'abandon the staged evergreen changes',
    'close the queue editor without saving',
    'never mind, leave the live loop as it is',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
