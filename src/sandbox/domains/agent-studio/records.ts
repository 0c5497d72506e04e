/** Agent Studio: agents built as graphs, their versions, and the sessions in which they run. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type AgentStatus = 'active' | 'inactive' | 'archived';

/** The id is what the API calls `agentId`; `uuid` is what it calls `id`. */
export interface StudioAgent extends SandboxRecord {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly agencyId: string;
  readonly status: AgentStatus;
  readonly authorId?: string;
  readonly authorName?: string;
  readonly authorEmail?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The graph and its variables; the sandbox keeps them and never runs them. */
export interface VersionContent {
  readonly nodes: readonly unknown[];
  readonly edges: readonly unknown[];
  readonly uiNodes: readonly unknown[];
  readonly uiEdges: readonly unknown[];
  readonly globalVariables: readonly unknown[];
  readonly inputVariables: readonly unknown[];
  readonly runtimeVariables: readonly unknown[];
  readonly scopes: readonly unknown[];
  readonly globalConfig: Readonly<Record<string, unknown>>;
}

/**
 * `staging`: as created; `draft`: opened by the last publication; `prod`: what runs; `archived`: what ran before.
 * The id is what the API calls `versionId`.
 */
export interface AgentVersion extends SandboxRecord, VersionContent {
  readonly uuid: string;
  readonly agentId: string;
  readonly versionName: string;
  readonly description: string;
  readonly state: 'staging' | 'draft' | 'prod' | 'archived';
  readonly version: number;
  readonly publishedAt?: string;
  readonly publishedBy?: string;
  readonly publishedByName?: string;
  readonly publishedByEmail?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A conversation with an agent. The id is what the API calls `executionId`. */
export interface Execution extends SandboxRecord {
  readonly agentId: string;
  readonly messages: readonly string[];
}

export const studioAgents = (world: World): Collection<StudioAgent> => world.collection<StudioAgent>('studio-agents');
export const agentVersions = (world: World): Collection<AgentVersion> =>
  world.collection<AgentVersion>('studio-agent-versions');
export const executions = (world: World): Collection<Execution> => world.collection<Execution>('studio-executions');

/** The versions of one agent, oldest first. */
export const versionsOfAgent = (world: World, agent: StudioAgent): AgentVersion[] =>
  agentVersions(world)
    .inLocation(agent.locationId)
    .filter((version) => version.agentId === agent.id);

/** The version that runs, if one was ever published. */
export const productionVersionOf = (world: World, agent: StudioAgent): AgentVersion | undefined =>
  versionsOfAgent(world, agent).find((version) => version.state === 'prod');
