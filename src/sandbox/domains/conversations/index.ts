/** Conversations: messages of every channel, calls, files and what people have opted out of. */
import type { Domain } from '../../domain.ts';
import { callHandlers } from './calls.ts';
import { changeHandlers } from './changes.ts';
import { conversationHandlers } from './conversations.ts';
import { enteringHandlers } from './entering.ts';
import { preferenceHandlers } from './preferences.ts';
import { readingHandlers } from './reading.ts';
import { searchHandlers } from './search.ts';
import { seedConversations } from './seed.ts';
import { sendingHandlers } from './sending.ts';
import { uploadHandlers } from './uploads.ts';

export const domain: Domain = {
  name: 'conversations',
  handlers: {
    ...searchHandlers,
    ...conversationHandlers,
    ...readingHandlers,
    ...sendingHandlers,
    ...enteringHandlers,
    ...changeHandlers,
    ...callHandlers,
    ...uploadHandlers,
    ...preferenceHandlers,
  },
  seed: seedConversations,
};
