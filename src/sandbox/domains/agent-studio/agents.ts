/** The agents themselves. Only active ones are listed and read; an inactive one can still be changed and deleted. */
import { notFound } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { pickFields, takePage } from '../payments/lists.ts';
import { buildAgent, buildVersion, parseContent } from './drafts.ts';
import {
  agentVersions,
  executions,
  productionVersionOf,
  type StudioAgent,
  studioAgents,
  versionsOfAgent,
} from './records.ts';
import { formatAgent, formatBriefVersion, formatCreated, formatListed } from './views.ts';

const defaultLimit = 10;

/** The agent of the path, whatever its status. Throws a 404. */
export function resolveAgent(request: SandboxRequest, world: World): StudioAgent {
  const absent = () => notFound('Agent not found');
  return resolveInLocation(studioAgents(world), request.path.agentId ?? '', request.locationId, absent);
}

function listAgents(request: SandboxRequest, world: World, publishedOnly: boolean): object {
  const found = studioAgents(world)
    .indexed(request.locationId)
    .filter((agent) => agent.status === 'active')
    .filter((agent) => !publishedOnly || productionVersionOf(world, agent) !== undefined);
  const limit = request.query.limit ?? defaultLimit;
  const offset = request.query.offset ?? 0;
  const agents = takePage(found, { limit, offset }, defaultLimit);
  const pagination = { total: found.length, limit, offset, hasMore: offset + agents.length < found.length };
  return { success: true, message: 'Agents retrieved successfully', agents: agents.map(formatListed), pagination };
}

const readAgent: Handler = (request, world) => {
  const agent = studioAgents(world).get(request.path.agentId ?? '');
  if (agent?.locationId !== request.locationId || agent.status !== 'active')
    throw notFound('Agent not found or not available');
  return { body: { success: true, message: 'Agent retrieved successfully', agent: formatAgent(world, agent) } };
};

export const agentHandlers: Handlers = {
  'POST /agent-studio/agent': (request, world) => {
    const { status, version, name, agencyId } = request.body;
    const author = pickFields(request.body, ['description', 'authorId', 'authorName', 'authorEmail']);
    const agent = studioAgents(world).insert(
      buildAgent(world, request.locationId, {
        ...author,
        name: name ?? 'Untitled agent',
        status,
        ...(agencyId && { agencyId }),
      }),
    );
    const named = pickFields(version, ['versionName', 'description']);
    // The graph beside `version` is the older way to send it.
    const content = { ...parseContent(request.body), ...parseContent(version) };
    const first = buildVersion(world, agent, { ...named, ...content, state: 'staging', version: 1 });
    const versions = [formatBriefVersion(agentVersions(world).insert(first))];
    const message = 'Agent created successfully with staging version.';
    return { body: { success: true, message, agent: formatCreated(agent), versions } };
  },

  'GET /agent-studio/agent': (request, world) => ({
    body: listAgents(request, world, request.query.isPublished === true),
  }),
  'GET /agent-studio/public-api/agents': (request, world) => ({ body: listAgents(request, world, true) }),

  'GET /agent-studio/agent/{agentId}': readAgent,
  'GET /agent-studio/public-api/agents/{agentId}': readAgent,

  'PATCH /agent-studio/agent/{agentId}': (request, world) => {
    const { id } = resolveAgent(request, world);
    const change = pickFields(request.body, ['name', 'description', 'status']);
    const agent = studioAgents(world).update(id, { ...change, updatedAt: world.timestamp() });
    const { name, description, status, updatedAt } = agent;
    const data = { agentId: id, name, description, status, updatedAt };
    return { body: { success: true, message: 'Agent updated successfully', data } };
  },

  'DELETE /agent-studio/agent/{agentId}': (request, world) => {
    const agent = resolveAgent(request, world);
    for (const version of versionsOfAgent(world, agent)) agentVersions(world).delete(version.id);
    for (const execution of executions(world).inLocation(agent.locationId)) {
      if (execution.agentId === agent.id) executions(world).delete(execution.id);
    }
    studioAgents(world).delete(agent.id);
    return { body: { success: true, message: 'Agent deleted successfully', agentId: agent.id } };
  },
};
