/**
 * How pipelines are made, changed and deleted, as HighLevel's documentation site says (create-, update- and
 * delete-pipeline) and clients have measured it: the stages of an update replace all others.
 */
import { badRequest } from '../../errors.ts';
import type { World } from '../../world.ts';
import { createWorldUuid } from '../shared/uuid.ts';
import { opportunities, type Pipeline, type PipelineStage, pipelines } from './records.ts';

interface GivenStage extends Partial<PipelineStage> {
  readonly name: string;
  readonly position: number;
}

/** The body of a create or update request, past the gate. */
export interface PipelineChange extends Partial<Pick<Pipeline, 'useOpportunityProbability' | 'colorRenderMode'>> {
  readonly name: string;
  readonly stages: readonly GivenStage[];
  readonly showInFunnel?: boolean;
  readonly showInPieChart?: boolean;
}

/** Throws 400 for a name that the location, or a stage name that the pipeline, has already. */
export function createPipeline(change: PipelineChange, locationId: string, world: World): Pipeline {
  assertNames(change, locationId, world);
  const now = world.timestamp();
  return pipelines(world).insert({
    showInFunnel: true,
    showInPieChart: true,
    useOpportunityProbability: false,
    colorRenderMode: 'dot',
    ...pickSettings(change),
    id: world.newId(),
    locationId,
    stages: buildStages(change.stages, [], world),
    dateAdded: now,
    dateUpdated: now,
  });
}

/**
 * Stages with a known id stay, those without one are new, all others are gone: their opportunities go to the first
 * of the stages that stay. Throws 400 for names that are taken and for ids of stages that the pipeline does not have.
 */
export function updatePipeline(pipeline: Pipeline, change: PipelineChange, world: World): Pipeline {
  assertNames(change, pipeline.locationId, world, pipeline.id);
  const stages = buildStages(change.stages, pipeline.stages, world);
  const [first] = stages;
  const kept = new Set(stages.map(({ id }) => id));
  for (const { id, pipelineStageId } of listOpportunities(pipeline, world)) {
    if (first && !kept.has(pipelineStageId)) opportunities(world).update(id, { pipelineStageId: first.id });
  }
  return pipelines(world).update(pipeline.id, { ...pickSettings(change), stages, dateUpdated: world.timestamp() });
}

/** All opportunities in it go with it. */
export function deletePipeline(pipeline: Pipeline, world: World): void {
  for (const { id } of listOpportunities(pipeline, world)) opportunities(world).delete(id);
  pipelines(world).delete(pipeline.id);
}

function listOpportunities({ id, locationId }: Pipeline, world: World) {
  return opportunities(world)
    .inLocation(locationId)
    .filter(({ pipelineId }) => pipelineId === id);
}

type Settings = Pick<PipelineChange, 'name'> & Partial<Omit<PipelineChange, 'name' | 'stages'>>;

function pickSettings(change: PipelineChange): Settings {
  const { name, showInFunnel, showInPieChart, useOpportunityProbability, colorRenderMode } = change;
  return {
    name,
    ...(showInFunnel !== undefined && { showInFunnel }),
    ...(showInPieChart !== undefined && { showInPieChart }),
    ...(useOpportunityProbability !== undefined && { useOpportunityProbability }),
    ...(colorRenderMode !== undefined && { colorRenderMode }),
  };
}

/** In order of their positions, which are counted anew. One missing probability rewrites them all as even steps. */
function buildStages(given: readonly GivenStage[], known: readonly PipelineStage[], world: World): PipelineStage[] {
  const unknown = given.find(({ id }) => id !== undefined && !known.some((stage) => stage.id === id));
  if (unknown) throw badRequest(`Pipeline stage with id ${unknown.id} not found`);
  const isComplete = given.every(({ stageWinProbability }) => stageWinProbability !== undefined);
  return given
    .toSorted((a, b) => a.position - b.position)
    .map((stage, index) => ({
      showInFunnel: true,
      showInPieChart: true,
      ...known.find(({ id }) => id === stage.id),
      ...stage,
      id: stage.id ?? createWorldUuid(world),
      position: index,
      stageWinProbability: isComplete ? (stage.stageWinProbability ?? 0) : (100 * (index + 1)) / (given.length + 1),
    }));
}

function assertNames(change: PipelineChange, locationId: string, world: World, ownId?: string): void {
  const others = pipelines(world)
    .inLocation(locationId)
    .filter(({ id }) => id !== ownId);
  if (others.some(({ name }) => isSameName(name, change.name)))
    throw badRequest(`Pipeline with name ${change.name} already exists`);
  const repeated = change.stages.find(({ name }, index) =>
    change.stages.slice(0, index).some((earlier) => isSameName(earlier.name, name)),
  );
  if (repeated) throw badRequest(`Stage with name ${repeated.name} already exists in the pipeline`);
}

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
