/** Voice AI: agents on the telephone, their actions and their calls. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { actionHandlers } from './actions.ts';
import { agentHandlers } from './agents.ts';
import { callLogHandlers } from './call-logs.ts';
import { seedVoiceAi } from './seed.ts';

export const domain: Domain = {
  name: 'voice-ai',
  handlers: treatNullAsAbsent({ ...agentHandlers, ...actionHandlers, ...callLogHandlers }),
  seed: seedVoiceAi,
};
