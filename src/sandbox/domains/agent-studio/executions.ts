/** Running an agent. There is no model here: the reply says so, and the session is real. */
import { badRequest, notFound } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { resolveAgent } from './agents.ts';
import { type Execution, executions, productionVersionOf, type StudioAgent, versionsOfAgent } from './records.ts';

/** Throws unless the version that the request names, or else the published one, exists. */
function assertRunnable(request: SandboxRequest, world: World, agent: StudioAgent): void {
  const { versionId } = request.body;
  if (versionId === undefined || versionId === null) {
    if (productionVersionOf(world, agent) === undefined) throw badRequest('Agent has no published version');
  } else if (!versionsOfAgent(world, agent).some(({ id }) => id === versionId)) {
    throw notFound('Version not found');
  }
}

/** Goes on with the session that the request names, or opens one. Throws a 404 for a session of another agent. */
function continueSession(request: SandboxRequest, world: World, agent: StudioAgent): Execution {
  const { executionId, message } = request.body;
  if (executionId === undefined || executionId === null) {
    const { id: agentId, locationId } = agent;
    return executions(world).insert({ id: world.newObjectId(), locationId, agentId, messages: [message] });
  }
  const session = executions(world).get(executionId);
  if (session?.agentId !== agent.id) throw notFound('Execution not found');
  return executions(world).update(session.id, { messages: [...session.messages, message] });
}

/** The contact, if the request names one of its location. Throws a 400 for any other. */
function findAudience(request: SandboxRequest, world: World): string {
  const { contactId } = request.body;
  if (contactId === undefined || contactId === null) return 'you';
  const contact = contacts(world).get(contactId);
  if (contact?.locationId !== request.locationId) throw badRequest(`Contact with id ${contactId} not found`);
  return contact.contactName ?? 'the contact';
}

const execute: Handler = (request, world) => {
  const agent = resolveAgent(request, world);
  if (agent.status !== 'active') throw badRequest('Agent is not active');
  assertRunnable(request, world, agent);
  const audience = findAudience(request, world);
  const { id: executionId, messages } = continueSession(request, world, agent);
  const response =
    `${agent.name} (sandbox, no model behind it) has message ${messages.length} of this session ` +
    `from ${audience}: ${messages.at(-1)}`;
  return {
    body: {
      success: true,
      executionId,
      interactionId: world.newObjectId(),
      response,
      type: 'text',
      nextExpectedInput: 'text',
      goalCompletion: false,
      executionStatus: 'completed',
      flowSwitch: false,
      attachments: [],
      generativeOutputs: [],
    },
  };
};

export const executionHandlers: Handlers = {
  'POST /agent-studio/agent/{agentId}/execute': execute,
  'POST /agent-studio/public-api/agents/{agentId}/execute': execute,
};
