/** Agent Studio: agents, their versions and their runs. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { agentHandlers } from './agents.ts';
import { executionHandlers } from './executions.ts';
import { seedAgentStudio } from './seed.ts';
import { versionHandlers } from './versions.ts';

export const domain: Domain = {
  name: 'agent-studio',
  handlers: treatNullAsAbsent({ ...agentHandlers, ...versionHandlers, ...executionHandlers }),
  seed: seedAgentStudio,
};
