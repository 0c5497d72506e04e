/** Versions: the one being worked on is changed and published, and publishing opens the next one. */
import { badRequest, notFound } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly, resolveInLocation } from '../locations/access.ts';
import { pickFields } from '../payments/lists.ts';
import { buildVersion, parseContent } from './drafts.ts';
import { type AgentVersion, agentVersions, productionVersionOf, studioAgents, versionsOfAgent } from './records.ts';
import { formatBriefVersion } from './views.ts';

/** The version of the path with its agent. Throws a 404. */
function resolveVersion(request: SandboxRequest, world: World) {
  const absent = () => notFound('Version not found');
  const version = resolveInLocation(agentVersions(world), request.path.versionId ?? '', request.locationId, absent);
  const agent = studioAgents(world).get(version.agentId);
  if (agent === undefined) throw absent();
  return { agent, version };
}

const isOpen = ({ state }: AgentVersion): boolean => state === 'draft' || state === 'staging';

export const versionHandlers: Handlers = {
  'PATCH /agent-studio/agent/versions/{versionId}': (request, world) => {
    const { agent, version } = resolveVersion(request, world);
    if (!isOpen(version)) throw badRequest('Only draft versions can be updated');
    const updatedAt = world.timestamp();
    const change = { ...pickFields(request.body, ['versionName', 'description']), ...parseContent(request.body) };
    const { description } = agentVersions(world).update(version.id, { ...change, updatedAt });
    studioAgents(world).update(agent.id, { updatedAt });
    const data = { agentId: agent.id, versionId: version.id, name: agent.name, description, updatedAt };
    return { body: { success: true, message: 'Agent updated successfully', data: { ...data, status: agent.status } } };
  },

  'POST /agent-studio/agent/versions/{versionId}/publish': (request, world) => {
    const { agent, version } = resolveVersion(request, world);
    if (!isOpen(version)) throw badRequest('Only draft versions can be promoted');
    const { userId, userName, userEmail } = request.body;
    const now = world.timestamp();
    const before = productionVersionOf(world, agent);
    if (before !== undefined) agentVersions(world).update(before.id, { state: 'archived', updatedAt: now });
    const production = agentVersions(world).update(version.id, {
      state: 'prod',
      publishedAt: now,
      updatedAt: now,
      ...definedOnly({ publishedBy: userId, publishedByName: userName, publishedByEmail: userEmail }),
    });
    const next = Math.max(...versionsOfAgent(world, agent).map((known) => known.version)) + 1;
    const draft = agentVersions(world).insert(
      buildVersion(world, agent, {
        ...parseContent({ ...production }),
        description: production.description,
        state: 'draft',
        version: next,
      }),
    );
    studioAgents(world).update(agent.id, { updatedAt: now });
    const message = 'Draft published to production successfully. New draft version created for future edits.';
    const data = { productionVersion: formatBriefVersion(production), newDraftVersion: formatBriefVersion(draft) };
    return { body: { success: true, message, data } };
  },
};
