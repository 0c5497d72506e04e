import type { Request } from '../requests.ts';

export const opportunitiesRequests: readonly Request[] = [
  { ask: 'what pipelines and stages do we have?', tools: ['opportunities_pipeline_list'] },
  {
    ask: 'I need the stage ids of the sales pipeline',
    tools: ['opportunities_pipeline_list', 'opportunities_pipeline_get'],
  },
  {
    ask: 'show me the columns of our sales board',
    tools: ['opportunities_pipeline_list', 'opportunities_pipeline_get'],
  },
  { ask: 'which open opportunities are worth more than 5000?', tools: ['opportunities_opportunity_search'] },
  {
    ask: 'opportunities that have not moved for three weeks',
    tools: ['opportunities_opportunity_search', 'opportunities_opportunity_list'],
  },
  {
    ask: 'total value per stage in the sales pipeline',
    tools: ['opportunities_opportunity_search', 'opportunities_opportunity_list'],
  },
  { ask: 'biggest opportunities first, closing this quarter', tools: ['opportunities_opportunity_search'] },
  {
    ask: 'all open opportunities of this contact',
    tools: ['opportunities_opportunity_list', 'opportunities_opportunity_search'],
  },
  {
    ask: 'list the opportunities in the Proposal stage',
    tools: ['opportunities_opportunity_list', 'opportunities_opportunity_search'],
  },
  {
    ask: 'everything we won last month in the sales pipeline',
    tools: ['opportunities_opportunity_list', 'opportunities_opportunity_search'],
  },
  {
    ask: 'opportunities marked lost since January that we might win back',
    tools: ['opportunities_opportunity_list', 'opportunities_opportunity_search'],
  },
  {
    ask: 'open this opportunity by its id and tell me value, stage and owner',
    tools: ['opportunities_opportunity_get'],
  },
  { ask: 'what stage is opportunity op_9 in right now?', tools: ['opportunities_opportunity_get'] },
  {
    ask: 'give me the details of the opportunity, custom fields too, id attached',
    tools: ['opportunities_opportunity_get'],
  },
  {
    ask: 'create an opportunity of 2500 for this contact in the first stage',
    tools: ['opportunities_opportunity_create', 'opportunities_opportunity_upsert'],
  },
  {
    ask: 'add a new sale in progress for this lead to the roofing pipeline',
    tools: ['opportunities_opportunity_create', 'opportunities_opportunity_upsert'],
  },
  {
    ask: 'start an opportunity called Website redesign for the client',
    tools: ['opportunities_opportunity_create', 'opportunities_opportunity_upsert'],
  },
  {
    ask: 'make or update the opportunity for this contact, never a second one',
    tools: ['opportunities_opportunity_upsert'],
  },
  {
    ask: 'if there is already an opportunity in the pipeline, update it, otherwise open one',
    tools: ['opportunities_opportunity_upsert'],
  },
  { ask: 'move the opportunity to Negotiation', tools: ['opportunities_opportunity_update'] },
  { ask: 'raise the value of the opportunity to 8000', tools: ['opportunities_opportunity_update'] },
  { ask: 'give this opportunity to another sales rep', tools: ['opportunities_opportunity_update'] },
  { ask: 'rename the opportunity and fill in its custom field', tools: ['opportunities_opportunity_update'] },
  { ask: 'we won it! close the opportunity as won', tools: ['opportunities_status_update'] },
  { ask: 'mark the opportunity as lost because of price', tools: ['opportunities_status_update'] },
  { ask: 'reopen the opportunity we had given up on', tools: ['opportunities_status_update'] },
  { ask: 'set it to abandoned, they never replied', tools: ['opportunities_status_update'] },
  { ask: 'which reasons can we choose from when a sale is lost?', tools: ['opportunities_lost_reason_list'] },
  { ask: 'list our lost reasons with ids', tools: ['opportunities_lost_reason_list'] },
  { ask: 'delete the duplicate opportunity', tools: ['opportunities_opportunity_delete'] },
  { ask: 'let the sales manager follow this opportunity', tools: ['opportunities_follower_add'] },
  { ask: 'take the intern off the followers of the opportunity', tools: ['opportunities_follower_remove'] },
  { ask: 'set up a new pipeline for partnerships with four stages', tools: ['opportunities_pipeline_create'] },
  { ask: 'add a stage called Contract sent to the pipeline', tools: ['opportunities_pipeline_update'] },
  { ask: 'rename the second stage of our sales pipeline', tools: ['opportunities_pipeline_update'] },
  { ask: 'show one pipeline with its stage probabilities', tools: ['opportunities_pipeline_get'] },
  { ask: 'get rid of the test pipeline and all that is in it', tools: ['opportunities_pipeline_delete'] },
];
