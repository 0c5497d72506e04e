import type { PromptDefinition, PromptStep } from './prompt.ts';

const operation = 'opportunities_opportunity_search';
const inPipeline = { field: 'pipeline_id', operator: 'eq', value: '<pipelineId>' };
const open = { field: 'status', operator: 'eq', value: 'open' };

function ask(does: string, filters: readonly object[], table: object): PromptStep {
  return { does, tool: 'query', input: { operation, arguments: { limit: 100, filters }, ...table } };
}

export const pipelineReview: PromptDefinition = {
  name: 'pipeline_review',
  title: 'Pipeline review',
  description: 'Open deals by stage with their value, what stands still, what was won and lost lately.',
  arguments: [{ name: 'pipeline', description: 'which one; otherwise each', completer: 'pipeline' }],
  goal: 'Review the pipeline below (none given: each). Change nothing.',
  steps: [
    { does: 'Stages and pipelines', tool: 'lookup', input: { kind: 'stage' } },
    ask('Open deals by stage', [inPipeline, open], {
      groupBy: ['pipelineStageId:name'],
      aggregate: ['count', 'sum:monetaryValue'],
    }),
    ask(
      'Standing still',
      [inPipeline, open, { field: 'last_stage_change_date', operator: 'range', value: { lt: '<30 days ago>' } }],
      {
        select: ['name', 'monetaryValue', 'pipelineStageId', 'assignedTo', 'lastStageChangeAt'],
        sort: '-monetaryValue',
        limit: 15,
      },
    ),
    ask(
      'Decided lately',
      [inPipeline, { field: 'last_status_change_date', operator: 'range', value: { gte: '<30 days ago>' } }],
      { groupBy: ['status'], aggregate: ['count', 'sum:monetaryValue'] },
    ),
    { does: 'Names of owners', tool: 'lookup', input: { kind: 'user' }, isOptional: true },
  ],
  closing:
    'Answer with a table by stage (deals, value), the deals that stand still with their owners, won and lost, and at most three proposals. Say so where a table is not complete.',
};
