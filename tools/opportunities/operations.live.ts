/**
 * Operations that HighLevel serves and neither set of its documents has yet (changelog of 2026-06-26, issue #248).
 * Written by hand after the pages create-, get-, update- and delete-pipeline of HighLevel's documentation site and
 * after what clients in use send; the generated operations take these in.
 */
import { z } from 'zod';
import type { Operations } from '../../src/catalogue/operation.ts';

const stageFields = {
  name: z.string().min(1).max(255),
  position: z.int().min(0),
  stageWinProbability: z.number().min(0).max(100).optional(),
  color: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/)
    .optional(),
  showInFunnel: z.boolean().optional(),
  showInPieChart: z.boolean().optional(),
};

const pipelineFields = {
  useOpportunityProbability: z.boolean().optional(),
  colorRenderMode: z.enum(['dot', 'bg-tint', 'none']).optional(),
  showInFunnel: z.boolean().optional(),
  showInPieChart: z.boolean().optional(),
};

const pipelineAnswer = (): z.ZodType =>
  z.looseObject({
    pipeline: z
      .looseObject({
        id: z.string().nullish(),
        name: z.string().nullish(),
        locationId: z.string().nullish(),
        stages: z
          .array(
            z.looseObject({
              id: z.string().nullish(),
              name: z.string().nullish(),
              position: z.number().nullish(),
              stageWinProbability: z.number().nullish(),
            }),
          )
          .nullish(),
      })
      .nullish(),
    traceId: z.string().nullish(),
  });

const shared = { version: 'v3', source: 'live', security: ['bearer'], answer: 'json' } as const;
const settings = {
  useOpportunityProbability: 'body',
  colorRenderMode: 'body',
  showInFunnel: 'body',
  showInPieChart: 'body',
} as const;

export const liveOperations = {
  'POST /opportunities/pipelines': {
    ...shared,
    method: 'POST',
    path: '/opportunities/pipelines',
    scopes: ['pipelines.create'],
    places: { locationId: 'body', name: 'body', stages: 'body', ...settings },
    context: { locationId: 'location' },
    body: 'json',
    success: 201,
    input: (): z.ZodObject =>
      z.strictObject({
        locationId: z.string(),
        name: z.string().min(1).max(255),
        stages: z.array(z.strictObject(stageFields)).min(1),
        ...pipelineFields,
      }),
    output: pipelineAnswer,
  },
  'GET /opportunities/pipelines/{pipelineId}': {
    ...shared,
    method: 'GET',
    path: '/opportunities/pipelines/{pipelineId}',
    scopes: ['pipelines.readonly'],
    places: { pipelineId: 'path' },
    body: 'none',
    success: 200,
    input: (): z.ZodObject => z.strictObject({ pipelineId: z.string() }),
    output: pipelineAnswer,
  },
  'PUT /opportunities/pipelines/{pipelineId}': {
    ...shared,
    method: 'PUT',
    path: '/opportunities/pipelines/{pipelineId}',
    scopes: ['pipelines.write'],
    places: { pipelineId: 'path', name: 'body', stages: 'body', ...settings },
    body: 'json',
    success: 200,
    input: (): z.ZodObject =>
      z.strictObject({
        pipelineId: z.string(),
        name: z.string().min(1).max(255),
        stages: z.array(z.strictObject({ id: z.string().optional(), ...stageFields })).min(1),
        ...pipelineFields,
      }),
    output: pipelineAnswer,
  },
  'DELETE /opportunities/pipelines/{pipelineId}': {
    ...shared,
    method: 'DELETE',
    path: '/opportunities/pipelines/{pipelineId}',
    scopes: ['pipelines.write'],
    places: { pipelineId: 'path' },
    body: 'none',
    success: 200,
    input: (): z.ZodObject => z.strictObject({ pipelineId: z.string() }),
  },
} as const satisfies Operations;
