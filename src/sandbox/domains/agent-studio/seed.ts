/** Each location has an agent that is published and one that is still being built. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { buildAgent, buildVersion } from './drafts.ts';
import { agentVersions, type StudioAgent, studioAgents, type VersionContent } from './records.ts';

const graph: Pick<VersionContent, 'nodes' | 'edges' | 'inputVariables'> = {
  nodes: [
    { nodeId: 'node_1', nodeName: 'Start', type: 'start', isStartNode: true },
    { nodeId: 'node_2', nodeName: 'Write', type: 'llm', nodeConfig: { prompt: 'Write what was asked for.' } },
    { nodeId: 'node_3', nodeName: 'End', type: 'end' },
  ],
  edges: [
    { edgeId: 'edge_1', source: 'node_1', target: 'node_2' },
    { edgeId: 'edge_2', source: 'node_2', target: 'node_3' },
  ],
  inputVariables: [{ name: 'topic', type: 'string', required: false }],
};

export function seedAgentStudio(context: SeedContext): void {
  for (const location of context.locations) {
    const writer = seedAgent(context, location, 'Newsletter writer', 'Drafts the monthly newsletter');
    seedPublished(context, writer);
    const scout = seedAgent(context, location, 'Review scout', 'Sorts new reviews by what they praise or miss');
    const createdAt = context.daysAgo(9);
    agentVersions(context.world).insert(
      buildVersion(context.world, scout, { ...graph, state: 'staging', version: 1, createdAt, updatedAt: createdAt }),
    );
  }
}

function seedAgent(context: SeedContext, location: SeedLocation, name: string, description: string): StudioAgent {
  const { world, daysAgo, usersIn } = context;
  const [author] = usersIn(location.id);
  return studioAgents(world).insert(
    buildAgent(world, location.id, {
      name,
      description,
      status: 'active',
      ...(author && { authorId: author.userId, authorName: `${author.firstName} ${author.lastName}` }),
      createdAt: daysAgo(40),
      updatedAt: daysAgo(9),
    }),
  );
}

function seedPublished({ world, daysAgo }: SeedContext, agent: StudioAgent): void {
  const published = {
    publishedAt: daysAgo(30),
    ...(agent.authorId && { publishedBy: agent.authorId }),
    ...(agent.authorName && { publishedByName: agent.authorName }),
  };
  const times = { createdAt: daysAgo(40), updatedAt: daysAgo(30) };
  agentVersions(world).insert(
    buildVersion(world, agent, { ...graph, ...published, ...times, state: 'prod', version: 1 }),
  );
  const opened = { createdAt: daysAgo(30), updatedAt: daysAgo(9) };
  agentVersions(world).insert(buildVersion(world, agent, { ...graph, ...opened, state: 'draft', version: 2 }));
}
