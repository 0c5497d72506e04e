import type { Guides } from '../../src/catalogue/guide.ts';
import { conversationGuides } from './guide/conversation.ts';
import { mediaGuides } from './guide/media.ts';
import { messageGuides } from './guide/message.ts';
import { preferenceGuides } from './guide/preference.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...conversationGuides,
  ...messageGuides,
  ...mediaGuides,
  ...preferenceGuides,
} as const satisfies Guides<typeof operations>;
