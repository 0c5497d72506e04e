/** The agents themselves. Every field has a default, as documented. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { locations } from '../locations/records.ts';
import { hasWords, pickFields } from '../payments/lists.ts';
import { takeNumberedPage } from '../shared/pages.ts';
import { actionsOfAgent, type VoiceAgent, voiceActions, voiceAgents } from './records.ts';

const agentFields = [
  'agentName',
  'businessName',
  'welcomeMessage',
  'agentPrompt',
  'voiceId',
  'language',
  'patienceLevel',
  'maxCallDuration',
  'sendUserIdleReminders',
  'reminderAfterIdleTimeSeconds',
  'inboundNumber',
  'numberPoolId',
  'callEndWorkflowIds',
  'sendPostCallNotificationTo',
  'agentWorkingHours',
  'timezone',
  'isAgentAsBackupDisabled',
  'translation',
];

/** Throws a 400 for an agent that the location does not have. */
export function resolveVoiceAgent(world: World, locationId: string, agentId: string): VoiceAgent {
  return resolveInLocation(voiceAgents(world), agentId, locationId, () => badRequest('Agent not found'));
}

const agentOfPath = (request: SandboxRequest, world: World): VoiceAgent =>
  resolveVoiceAgent(world, request.locationId, request.path.agentId ?? '');

/** What HighLevel fills in where a new agent says nothing. */
export function buildVoiceAgent(world: World, locationId: string, fields: Partial<VoiceAgent>): VoiceAgent {
  const location = locations(world).get(locationId);
  const businessName = fields.businessName ?? location?.name ?? 'My Business';
  return {
    businessName,
    agentName: `My Agent ${100 + Math.floor(world.random() * 900)}`,
    welcomeMessage: `Hello, you have reached ${businessName}. How can I help you?`,
    agentPrompt: `You answer the telephone for ${businessName}. Be friendly and brief.`,
    voiceId: world.newObjectId(),
    language: 'en-US',
    patienceLevel: 'medium',
    maxCallDuration: 300,
    sendUserIdleReminders: true,
    reminderAfterIdleTimeSeconds: 8,
    inboundNumber: null,
    numberPoolId: null,
    callEndWorkflowIds: [],
    agentWorkingHours: [],
    timezone: location?.timezone ?? 'America/New_York',
    isAgentAsBackupDisabled: false,
    translation: { enabled: false },
    ...fields,
    id: world.newObjectId(),
    locationId,
  };
}

/** The documented rules of translation: not for English, and only into the agent's language or English. Throws 400. */
function validateTranslation({ language, translation }: VoiceAgent): void {
  if (translation?.enabled !== true) return;
  if (language === 'en-US') throw badRequest('translation can only be enabled when the agent language is not en-US');
  if (translation.language === undefined) throw badRequest('translation.language is required');
  if (translation.language !== language && translation.language !== 'en-US')
    throw badRequest('translation.language must be the agent language or en-US');
}

/** An agent as reads show it, with its actions. */
function formatAgent(world: World, agent: VoiceAgent): object {
  const actions = actionsOfAgent(world, agent).map(({ id, actionType, name, actionParameters }) => ({
    id,
    actionType,
    name,
    actionParameters,
  }));
  return { ...agent, actions };
}

export const agentHandlers: Handlers = {
  'POST /voice-ai/agents': (request, world) => {
    const agent = buildVoiceAgent(world, request.locationId, pickFields(request.body, agentFields));
    validateTranslation(agent);
    return { body: voiceAgents(world).insert(agent) };
  },

  'GET /voice-ai/agents': (request, world) => {
    const { page = 1, pageSize = 10, query } = request.query;
    const found = voiceAgents(world)
      .indexed(request.locationId)
      .filter((agent) => hasWords(query, [agent.agentName]));
    const agents = takeNumberedPage(found, page, pageSize).map((agent) => formatAgent(world, agent));
    return { body: { total: found.length, page, pageSize, agents } };
  },

  'GET /voice-ai/agents/{agentId}': (request, world) => ({ body: formatAgent(world, agentOfPath(request, world)) }),

  'PATCH /voice-ai/agents/{agentId}': (request, world) => {
    const agent = agentOfPath(request, world);
    const change = pickFields(request.body, agentFields);
    validateTranslation({ ...agent, ...change });
    return { body: voiceAgents(world).update(agent.id, change) };
  },

  'DELETE /voice-ai/agents/{agentId}': (request, world) => {
    const agent = agentOfPath(request, world);
    for (const action of actionsOfAgent(world, agent)) voiceActions(world).delete(action.id);
    voiceAgents(world).delete(agent.id);
    return { body: undefined };
  },
};
