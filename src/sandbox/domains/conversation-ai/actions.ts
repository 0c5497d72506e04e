/** What an agent can do besides answering. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { validateDetails } from './action-rules.ts';
import { resolveAgent } from './agents.ts';
import { type AgentAction, actionsOfAgent, agentActions, type ConversationAgent } from './records.ts';

function findAction(world: World, agent: ConversationAgent, id: string): AgentAction {
  const action = agentActions(world).get(id);
  if (action === undefined || action.agentId !== agent.id) throw badRequest(`No Action found for the id: ${id}`);
  return action;
}

const resolveAction = (request: SandboxRequest, world: World): AgentAction =>
  findAction(world, resolveAgent(request, world), request.path.actionId ?? '');

function parseAction({ body }: SandboxRequest): Pick<AgentAction, 'type' | 'name' | 'details'> {
  const { type, name, details } = body;
  validateDetails(type, details);
  return { type, name, details };
}

const answer = ({ locationId: _locationId, ...action }: AgentAction): object => ({ data: action, success: true });

export const actionHandlers: Handlers = {
  'POST /conversation-ai/agents/{agentId}/actions': (request, world) => {
    const agent = resolveAgent(request, world);
    const owner = { locationId: agent.locationId, agentId: agent.id };
    return { body: answer(agentActions(world).insert({ id: world.newId(), ...owner, ...parseAction(request) })) };
  },

  'GET /conversation-ai/agents/{agentId}/actions/list': (request, world) => {
    const actions = actionsOfAgent(world, resolveAgent(request, world));
    return { body: { data: actions.map(({ locationId: _locationId, ...action }) => action), success: true } };
  },

  'GET /conversation-ai/agents/{agentId}/actions/{actionId}': (request, world) => ({
    body: answer(resolveAction(request, world)),
  }),

  'PUT /conversation-ai/agents/{agentId}/actions/{actionId}': (request, world) => {
    const { id } = resolveAction(request, world);
    return { body: answer(agentActions(world).update(id, parseAction(request))) };
  },

  'DELETE /conversation-ai/agents/{agentId}/actions/{actionId}': (request, world) => {
    const { id } = resolveAction(request, world);
    agentActions(world).delete(id);
    return { body: { data: { id }, success: true } };
  },

  // The documents answer one action however many are named: the last one written.
  'PATCH /conversation-ai/agents/{agentId}/followup-settings': (request, world) => {
    const agent = resolveAgent(request, world);
    const { actionIds, followupSettings } = request.body;
    const chosen = (actionIds as readonly string[]).map((id) => findAction(world, agent, id));
    const other = chosen.find((action) => action.type !== 'advancedFollowup');
    if (other !== undefined) throw badRequest(`Action ${other.id} is not an advancedFollowup action`);
    const written = chosen.map((action) =>
      agentActions(world).update(action.id, { details: { ...action.details, followupSettings } }),
    );
    const last = written.at(-1);
    if (last === undefined) throw badRequest('actionIds should not be empty');
    return { body: answer(last) };
  },
};
