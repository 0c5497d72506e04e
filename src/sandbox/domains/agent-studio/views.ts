/** Agents and versions as Agent Studio answers them: by two ids each, and briefly where a list or a change is meant. */
import type { World } from '../../world.ts';
import { type AgentVersion, productionVersionOf, type StudioAgent, versionsOfAgent } from './records.ts';

const isPublished = ({ state }: AgentVersion): boolean => state === 'prod';

/** What a list shows. */
export function formatListed({ id, name, description, locationId, status, createdAt, updatedAt }: StudioAgent): object {
  return { agentId: id, name, description, locationId, status, createdAt, updatedAt };
}

/** What the creation answers. */
export function formatCreated(agent: StudioAgent): object {
  const { agencyId, authorId } = agent;
  return { ...formatListed(agent), agencyId, ...(authorId && { authorId }), folderId: agent.locationId };
}

/** What the creation and the publication show of a version. */
export function formatBriefVersion(version: AgentVersion): object {
  const { id, agentId, versionName, state, version: number, createdAt } = version;
  const { publishedAt, publishedBy, publishedByName, publishedByEmail } = version;
  const published = { publishedAt, publishedBy, publishedByName, publishedByEmail };
  const brief = { versionId: id, agentId, versionName, state, isPublished: isPublished(version), version: number };
  return publishedAt === undefined ? { ...brief, createdAt } : { ...brief, ...published };
}

function formatVersion(agent: StudioAgent, version: AgentVersion): object {
  const { id, uuid, ...shown } = version;
  return {
    ...shown,
    id: uuid,
    versionId: id,
    agencyId: agent.agencyId,
    isPublished: isPublished(version),
    viewport: { x: 0, y: 0, zoom: 1 },
    deleted: false,
  };
}

/** The whole agent with all its versions. */
export function formatAgent(world: World, agent: StudioAgent): object {
  const { id, uuid, ...shown } = agent;
  const production = productionVersionOf(world, agent);
  return {
    ...shown,
    id: uuid,
    agentId: id,
    productSlug: 'agent_studio',
    productId: 'agent_studio',
    folderId: agent.locationId,
    deleted: false,
    ...(production && {
      productionVersion: {
        versionId: production.id,
        versionName: production.versionName,
        isPublished: true,
        inputVariables: production.inputVariables,
        updatedAt: production.updatedAt,
      },
    }),
    versions: versionsOfAgent(world, agent).map((version) => formatVersion(agent, version)),
  };
}
