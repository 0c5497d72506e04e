/** The agents themselves. The first of a location is its primary one, and another that is made primary takes over. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { hasWords, pickFields } from '../payments/lists.ts';
import { takeAfterId } from '../shared/pages.ts';
import { actionsOfAgent, agentActions, type ConversationAgent, conversationAgents } from './records.ts';

const agentFields = [
  'name',
  'businessName',
  'mode',
  'channels',
  'isPrimary',
  'waitTime',
  'waitTimeUnit',
  'sleepEnabled',
  'sleepTime',
  'sleepTimeUnit',
  'autoPilotMaxMessages',
  'personality',
  'goal',
  'instructions',
  'knowledgeBaseIds',
  'respondToImages',
  'respondToAudio',
  'sleepOnManualMessage',
  'sleepOnWorkflowMessage',
];

/** The longest waits and sleeps that the documents allow, by unit. */
const longestWait = { minutes: 5, seconds: 300 };
const longestSleep = { hours: 48, minutes: 2880, seconds: 172_800 };

/** The agent of the path. Throws a 400 in HighLevel's words (issue #293). */
export function resolveAgent(request: SandboxRequest, world: World): ConversationAgent {
  const id = request.path.agentId ?? '';
  const absent = () => badRequest(`No Agent found for the id: ${id}`);
  return resolveInLocation(conversationAgents(world), id, request.locationId, absent);
}

/** Only a sleep without an end is said with null; any other null is a field that is not there. */
function parseFields(request: SandboxRequest): Partial<ConversationAgent> {
  const named = Object.entries(pickFields(request.body, agentFields));
  return Object.fromEntries(named.filter(([field, value]) => value !== null || field === 'sleepTime'));
}

/** Throws a 400 for what the documents limit: waits, sleeps and the number of messages. */
function validateAgent(agent: ConversationAgent): void {
  const { autoPilotMaxMessages, waitTime, waitTimeUnit, sleepEnabled, sleepTime, sleepTimeUnit = 'hours' } = agent;
  if (autoPilotMaxMessages < 1 || autoPilotMaxMessages > 100)
    throw badRequest('autoPilotMaxMessages must be between 1 and 100');
  if (waitTime > longestWait[waitTimeUnit])
    throw badRequest(`waitTime must not be greater than ${longestWait[waitTimeUnit]} ${waitTimeUnit}`);
  if (sleepEnabled && sleepTime === undefined) throw badRequest('sleepTime is required when sleepEnabled is true');
  if ((sleepTime ?? 0) > longestSleep[sleepTimeUnit])
    throw badRequest(`sleepTime must not be greater than ${longestSleep[sleepTimeUnit]} ${sleepTimeUnit}`);
}

function buildAgent(request: SandboxRequest, world: World): ConversationAgent {
  const now = world.timestamp();
  const isFirst = conversationAgents(world).inLocation(request.locationId).length === 0;
  return {
    mode: 'off',
    channels: [],
    isPrimary: isFirst,
    waitTime: 2,
    waitTimeUnit: 'seconds',
    sleepEnabled: false,
    autoPilotMaxMessages: 75,
    knowledgeBaseIds: [],
    respondToImages: false,
    respondToAudio: false,
    sleepOnManualMessage: false,
    sleepOnWorkflowMessage: false,
    ...(parseFields(request) as Pick<ConversationAgent, 'name' | 'personality' | 'goal' | 'instructions'>),
    ...(isFirst && { isPrimary: true }),
    id: world.newId(),
    locationId: request.locationId,
    createdAt: now,
    updatedAt: now,
  };
}

/** Leaves the location with this agent as its only primary one, if it is primary. */
function demoteOthers(world: World, agent: ConversationAgent): void {
  if (!agent.isPrimary) return;
  for (const other of conversationAgents(world).inLocation(agent.locationId)) {
    if (other.isPrimary && other.id !== agent.id) conversationAgents(world).update(other.id, { isPrimary: false });
  }
}

/** An agent as it is read by id. */
function formatAgent(world: World, agent: ConversationAgent): object {
  const { locationId: _locationId, createdAt: _createdAt, updatedAt: _updatedAt, ...shown } = agent;
  return { ...shown, actions: actionsOfAgent(world, agent).map(({ id, type }) => ({ id, type })) };
}

/** An agent as the search lists it: its goal is an object there, and its instructions are left out. */
function formatListed(world: World, agent: ConversationAgent): object {
  const { locationId: _locationId, personality: _personality, instructions: _instructions, ...shown } = agent;
  const actions = actionsOfAgent(world, agent).map(({ id, type }) => ({ id, type }));
  return { ...shown, goal: { prompt: agent.goal, type: 'custom', actionId: null }, actions };
}

export const agentHandlers: Handlers = {
  'POST /conversation-ai/agents': (request, world) => {
    const agent = buildAgent(request, world);
    validateAgent(agent);
    conversationAgents(world).insert(agent);
    demoteOthers(world, agent);
    return { body: formatAgent(world, agent) };
  },

  'GET /conversation-ai/agents/search': (request, world) => {
    const { startAfter, limit = 20, query } = request.query;
    const all = conversationAgents(world).indexed(request.locationId);
    const found = all.filter((agent) => hasWords(query, [agent.name]));
    const agents = takeAfterId(found, startAfter, limit).items.map((agent) => formatListed(world, agent));
    return { body: { agents, totalCount: all.length, count: agents.length } };
  },

  'GET /conversation-ai/agents/{agentId}': (request, world) => ({
    body: formatAgent(world, resolveAgent(request, world)),
  }),

  'PUT /conversation-ai/agents/{agentId}': (request, world) => {
    const agent = resolveAgent(request, world);
    const change = { ...parseFields(request), updatedAt: world.timestamp() };
    validateAgent({ ...agent, ...change });
    const updated = conversationAgents(world).update(agent.id, change);
    demoteOthers(world, updated);
    return { body: formatAgent(world, updated) };
  },

  'DELETE /conversation-ai/agents/{agentId}': (request, world) => {
    const agent = resolveAgent(request, world);
    for (const action of actionsOfAgent(world, agent)) agentActions(world).delete(action.id);
    conversationAgents(world).delete(agent.id);
    return { body: { success: true, id: agent.id } };
  },
};
