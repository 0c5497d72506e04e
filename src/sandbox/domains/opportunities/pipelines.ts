/** Pipelines and lost reasons: what an opportunity refers to, and the checks on those references. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveRecord } from '../locations/access.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { createPipeline, deletePipeline, updatePipeline } from './pipeline-write.ts';
import { lostReasons, type Pipeline, type PipelineStage, pipelines } from './records.ts';

/** Throws 400 for a pipeline that the location does not have. */
export function resolvePipeline(world: World, locationId: string, pipelineId: string): Pipeline {
  const pipeline = pipelines(world).get(pipelineId);
  if (!pipeline || pipeline.locationId !== locationId) throw badRequest(`Pipeline with id ${pipelineId} not found`);
  return pipeline;
}

/** The named stage, or the first one. Throws 400 for a stage of another pipeline. */
export function resolveStage(pipeline: Pipeline, stageId?: string): PipelineStage {
  const stage = stageId === undefined ? pipeline.stages[0] : pipeline.stages.find(({ id }) => id === stageId);
  if (!stage) throw badRequest(`Pipeline stage with id ${stageId} not found in pipeline ${pipeline.id}`);
  return stage;
}

/** Throws 400 for a lost reason that the location does not have, or has deleted. */
export function assertLostReason(world: World, locationId: string, lostReasonId: string): void {
  const reason = lostReasons(world).get(lostReasonId);
  if (!reason || reason.locationId !== locationId || reason.deleted)
    throw badRequest(`Lost reason with id ${lostReasonId} not found`);
}

/** The pipeline in the path. Throws 400 when there is none, 403 when it belongs to another location. */
function resolveRequested(request: SandboxRequest, world: World): Pipeline {
  const id = request.path.pipelineId ?? '';
  return resolveRecord(pipelines(world), id, request, () => badRequest(`Pipeline with id ${id} not found`));
}

export const pipelineHandlers: Handlers = {
  'GET /opportunities/pipelines': (request, world) => ({
    body: { pipelines: pipelines(world).inLocation(request.locationId) },
  }),

  'POST /opportunities/pipelines': (request, world) => ({
    body: { pipeline: createPipeline(request.body, request.locationId, world) },
  }),

  'GET /opportunities/pipelines/{pipelineId}': (request, world) => ({
    body: { pipeline: resolveRequested(request, world) },
  }),

  'PUT /opportunities/pipelines/{pipelineId}': (request, world) => ({
    body: { pipeline: updatePipeline(resolveRequested(request, world), request.body, world) },
  }),

  'DELETE /opportunities/pipelines/{pipelineId}': (request, world) => {
    deletePipeline(resolveRequested(request, world), world);
    return { body: { succeded: true } };
  },

  'GET /opportunities/lost-reason': (request, world) => {
    const { name, query = '', deleted = false, getCount } = request.query;
    const found = lostReasons(world)
      .inLocation(request.locationId)
      .filter((reason) => reason.deleted === deleted && (name === undefined || reason.name === name))
      .filter((reason) => reason.name.toLowerCase().includes(String(query).toLowerCase()));
    const page = takeWindow(found, parseWindow(request.query, { limit: 100 }));
    return {
      body: {
        lostReasons: page.map(({ deleted: _deleted, ...reason }) => reason),
        ...(getCount && { total: found.length }),
      },
    };
  },
};
