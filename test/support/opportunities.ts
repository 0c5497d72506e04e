/** More opportunities than the sandbox is seeded with. */
import type { SandboxRecord, World } from '../../src/sandbox/world.ts';

interface Opportunity extends SandboxRecord {
  readonly name: string;
  readonly status: string;
  readonly monetaryValue: number;
  readonly pipelineId: string;
  readonly pipelineStageId: string;
  readonly assignedTo?: string;
  readonly createdAt: string;
}

interface Pipeline extends SandboxRecord {
  readonly stages: readonly { readonly id: string }[];
}

const statuses = ['open', 'open', 'won', 'lost'];

/**
 * Fills the location up to so many, spread over stages and owners that it has: the same ones for the same world.
 *
 * @returns All opportunities of the location.
 */
export function fillUpOpportunities(world: World, locationId: string, count: number): Opportunity[] {
  const opportunities = world.collection<Opportunity>('opportunities');
  const [pipeline] = world.collection<Pipeline>('pipelines').inLocation(locationId);
  const seeded = opportunities.inLocation(locationId);
  const owners = [...new Set(seeded.map(({ assignedTo }) => assignedTo))];
  for (let index = seeded.length; index < count; index += 1) {
    const { assignedTo: _, ...model } = seeded[index % seeded.length] as Opportunity;
    const owner = owners[index % owners.length];
    const stages = pipeline?.stages ?? [];
    opportunities.insert({
      ...model,
      id: world.newId(),
      name: `Deal ${index}`,
      status: statuses[Math.floor(world.random() * statuses.length)] ?? 'open',
      monetaryValue: Math.floor(world.random() * 5_000),
      pipelineId: pipeline?.id ?? model.pipelineId,
      pipelineStageId: stages[Math.floor(world.random() * stages.length)]?.id ?? model.pipelineStageId,
      createdAt: new Date(Date.parse(model.createdAt) - index * 1_000).toISOString(),
      ...(owner !== undefined && { assignedTo: owner }),
    });
  }
  return opportunities.inLocation(locationId);
}
