/** Conversation AI: agents that answer messages, and their actions. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { actionHandlers } from './actions.ts';
import { agentHandlers } from './agents.ts';
import { generationHandlers } from './generations.ts';
import { seedConversationAi } from './seed.ts';

export const domain: Domain = {
  name: 'conversation-ai',
  handlers: { ...agentHandlers, ...treatNullAsAbsent(actionHandlers), ...generationHandlers },
  seed: seedConversationAi,
};
