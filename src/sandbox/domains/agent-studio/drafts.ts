/** New agents and versions. */
import type { World } from '../../world.ts';
import { createWorldUuid } from '../shared/uuid.ts';
import type { AgentVersion, StudioAgent, VersionContent } from './records.ts';

const emptyContent: VersionContent = {
  nodes: [],
  edges: [],
  uiNodes: [],
  uiEdges: [],
  globalVariables: [],
  inputVariables: [],
  runtimeVariables: [],
  scopes: [],
  globalConfig: {},
};

/** The parts of a graph that a body names. */
export function parseContent(body: Readonly<Record<string, unknown>>): Partial<VersionContent> {
  const named = Object.keys(emptyContent).filter((field) => body[field] !== undefined && body[field] !== null);
  return Object.fromEntries(named.map((field) => [field, body[field]]));
}

/** An agent of the sandbox's company, created now. */
export function buildAgent(
  world: World,
  locationId: string,
  fields: Partial<StudioAgent> & Pick<StudioAgent, 'name' | 'status'>,
): StudioAgent {
  const now = world.timestamp();
  return {
    description: '',
    agencyId: world.companyId,
    createdAt: now,
    updatedAt: now,
    ...fields,
    id: world.newId(),
    uuid: createWorldUuid(world),
    locationId,
  };
}

/** A version of the agent, created now. */
export function buildVersion(
  world: World,
  agent: StudioAgent,
  fields: Partial<AgentVersion> & Pick<AgentVersion, 'state' | 'version'>,
): AgentVersion {
  const now = world.timestamp();
  return {
    ...emptyContent,
    versionName: `${agent.name} v${fields.version}`,
    description: agent.description,
    createdAt: now,
    updatedAt: now,
    ...fields,
    id: world.newId(),
    uuid: createWorldUuid(world),
    agentId: agent.id,
    locationId: agent.locationId,
  };
}
