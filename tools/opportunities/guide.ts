import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const dealHints = {
  pipelineId: 'from opportunities_pipeline_list',
  pipelineStageId: 'a stage of that pipeline, from opportunities_pipeline_list',
  assignedTo: 'user id, from users_user_search',
  monetaryValue: 'number without currency sign, e.g. 1500',
} as const;

const customFieldHints = {
  'customFields[].id': 'or key; from locations_custom_field_list',
  'customFields[].field_value': 'text, or array for multi-select',
} as const;

export const guides = {
  'POST /opportunities/search': {
    name: 'opportunities_opportunity_search',
    title: 'Search opportunities',
    summary:
      'Finds deals by value, stage, dates, owner or custom fields, sorted; lags writes. Plain filters: opportunities_opportunity_list.',
    notes: [
      'Filter fields are snake_case, unlike the answer: id, name, monetary_value, pipeline_id, pipeline_stage_id, status, lost_reason_id, source, assigned_to, followers, contact_id, contact_name, company_name, email, phone, date_added, date_updated, last_status_change_date, last_stage_change_date, custom_fields.<id>.',
      'Operators are eq, not_eq, contains, not_contains, exists, not_exists and range; dates take range only.',
      'Filters in the list are joined by AND; nest {group: "OR", filters: [...]} for alternatives.',
      'Sort by date_added, date_updated, name, monetary_value, last_status_change_date or last_stage_change_date.',
      'page reaches 10,000 records at most; beyond them pass searchAfter and leave page out.',
    ],
    risk: 'read',
    paging: {
      style: 'search-after',
      items: 'opportunities',
      total: 'total',
      size: 'limit',
      maxSize: 500,
      offset: 'page',
      firstPage: 1,
      next: { searchAfter: '$last.sort' },
    },
    hints: {
      limit: '1 to 500, required by HighLevel',
      page: 'from 1; leave out when searchAfter is set',
      query: 'free text, at most 75 characters',
      filters: '[{field, operator, value}], or {group: AND|OR, filters}',
      sort: '[{field: "date_added", direction: "desc"}]',
      additionalDetails: 'adds notes, tasks or events of the contact',
    },
    words: ['deal', 'pipeline report', 'forecast', 'stale deals', 'sales', 'filter'],
    examples: [
      {
        ask: 'Open deals over 1000 in this pipeline, biggest first',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          page: 1,
          limit: 100,
          filters: [
            { field: 'pipeline_id', operator: 'eq', value: 'bCkKGpDsyPP4peuKowkG' },
            { field: 'status', operator: 'eq', value: 'open' },
            { field: 'monetary_value', operator: 'range', value: { gt: 1000 } },
          ],
          sort: [{ field: 'monetary_value', direction: 'desc' }],
        },
      },
      {
        ask: 'Which open deals have not changed stage since 1 May 2026?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          page: 1,
          limit: 100,
          filters: [
            { field: 'status', operator: 'eq', value: 'open' },
            { field: 'last_stage_change_date', operator: 'range', value: { lt: '2026-05-01' } },
          ],
        },
      },
    ],
  },
  'GET /opportunities/search': {
    name: 'opportunities_opportunity_list',
    title: 'List opportunities',
    summary:
      'Lists deals by pipeline, stage, status, owner, contact or date. Value, custom fields, sorting: opportunities_opportunity_search.',
    notes: [
      'Arguments are snake_case (pipeline_id, contact_id).',
      'Lags writes by seconds.',
      'The next page takes startAfter and startAfterId from meta together.',
    ],
    risk: 'read',
    paging: {
      style: 'cursor',
      items: 'opportunities',
      total: 'meta.total',
      size: 'limit',
      defaultSize: 20,
      maxSize: 100,
      next: { startAfter: 'meta.startAfter', startAfterId: 'meta.startAfterId' },
    },
    hints: {
      q: 'free text, e.g. name or email',
      pipeline_stage_id: 'from opportunities_pipeline_list',
      assigned_to: 'user id, from users_user_search',
      id: 'opportunity id',
      order: 'e.g. added_asc, added_desc',
      date: 'start date, mm-dd-yyyy',
      endDate: 'end date, mm-dd-yyyy',
      startAfter: 'meta.startAfter of the page before',
      startAfterId: 'meta.startAfterId of the page before',
    },
    words: ['deals', 'pipeline', 'sales', 'won', 'lost', "contact's deals"],
    examples: [
      {
        ask: 'Which open deals does this contact have?',
        args: { location_id: 've9EPM428h8vShlRW1KT', contact_id: 'ocQHyuzHvysMo5N5VsXc', status: 'open' },
      },
    ],
  },
  'GET /opportunities/pipelines': {
    name: 'opportunities_pipeline_list',
    title: 'List pipelines and stages',
    summary:
      'All pipelines of a location with their stages and ids. Call it first: creating, moving and filtering deals need these ids. Deals are not in it.',
    risk: 'read',
    paging: { style: 'none', items: 'pipelines' },
    words: ['stage', 'funnel', 'board', 'sales process'],
  },
  'GET /opportunities/lost-reason': {
    name: 'opportunities_lost_reason_list',
    title: 'List lost reasons',
    summary:
      'Reasons a location gives for lost deals, with the ids that opportunities_status_update takes as lostReasonId.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'lostReasons',
      total: 'total',
      size: 'limit',
      defaultSize: 100,
      offset: 'skip',
    },
    hints: { getCount: 'true adds total', deleted: 'true lists deleted ones' },
    words: ['why lost', 'churn reason'],
  },
  'GET /opportunities/{id}': {
    name: 'opportunities_opportunity_get',
    title: 'Get an opportunity',
    summary:
      'One deal by id: stage, status, value, contact, custom fields; current at once. Notes: contacts_note_list, tasks: contacts_task_list.',
    risk: 'read',
    hints: { id: 'opportunity id' },
    words: ['deal', 'details', 'sale', 'pipeline card'],
  },
  'POST /opportunities/': {
    name: 'opportunities_opportunity_create',
    title: 'Create an opportunity',
    summary:
      'Creates a deal for a contact in a pipeline; may start workflows. A second one can be refused: see opportunities_opportunity_upsert.',
    notes: [
      'meta.existingId of the refusal (400) names the deal that exists.',
      'pipelineId, name, status and contactId are required; status is open for a new deal, and all is a search value only.',
      "The refusal has code OPPORTUNITY_NO_DUPLICATE and depends on the location's duplicate setting.",
      'There is no bulk create.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          // Stage, status and owner may have been changed by a workflow since.
          steps: [
            {
              ask: 'GET /opportunities/search',
              with: { contact_id: '$contactId', pipeline_id: '$pipelineId', limit: 100 },
            },
          ],
          records: 'opportunities',
          match: {
            name: 'name',
            contactId: 'contactId',
            pipelineId: 'pipelineId',
            monetaryValue: 'monetaryValue',
          },
          created: 'createdAt',
          complete: true,
        },
      ],
      record: { ask: 'GET /opportunities/{id}', id: 'id' },
      check: "opportunities_opportunity_list with contact_id shows the contact's deals.",
    },
    hints: {
      ...dealHints,
      ...customFieldHints,
      status: 'open for a new deal',
      contactId: 'from contacts_contact_search',
    },
    words: ['deal', 'new sale', 'lead', 'pipeline'],
    examples: [
      {
        ask: 'Add a 1500 deal for this contact to the first stage of the sales pipeline',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          pipelineId: 'VDm7RPYC2GLUvdpKmBfC',
          pipelineStageId: '7915dedc-8f18-44d5-8bc3-77c04e994a10',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          name: 'Kitchen refit',
          status: 'open',
          monetaryValue: 1500,
        },
      },
    ],
  },
  'POST /opportunities/upsert': {
    name: 'opportunities_opportunity_upsert',
    title: 'Create or update an opportunity',
    summary:
      "Updates a deal by id or the contact's deal in a pipeline, or creates it. Custom fields: opportunities_opportunity_update.",
    notes: [
      'new in the answer says which of the two happened.',
      "Without id send contactId, which HighLevel's document leaves out.",
      'followers, followersActionType and isRemoveAllFollowers are only for changing followers.',
      'May start workflows.',
    ],
    risk: 'write',
    idempotent: true,
    hints: {
      ...dealHints,
      id: 'opportunity id, when known',
      contactId: 'needed when there is no id',
      followers: 'user ids, with followersActionType',
    },
    words: ['deal', 'sync', 'create if missing'],
    examples: [
      {
        ask: 'Make sure this contact has an open deal of 2000 in the sales pipeline',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          pipelineId: 'bCkKGpDsyPP4peuKowkG',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          name: 'Kitchen refit',
          status: 'open',
          monetaryValue: 2000,
        },
      },
    ],
  },
  'PUT /opportunities/{id}': {
    name: 'opportunities_opportunity_update',
    title: 'Update an opportunity',
    summary:
      'Changes a deal: stage, name, value, owner, custom fields; may start workflows. To close it use opportunities_status_update.',
    notes: ['To move it to another pipeline send pipelineId and a pipelineStageId of that pipeline together.'],
    risk: 'write',
    idempotent: true,
    hints: { ...dealHints, ...customFieldHints, id: 'opportunity id', status: 'all is a search value only' },
    words: ['deal', 'move stage', 'assign', 'value', 'amount'],
    examples: [
      {
        ask: 'Move this deal to the proposal stage',
        args: {
          id: 'yWQobCRIhRguQtD2llvk',
          pipelineId: 'bCkKGpDsyPP4peuKowkG',
          pipelineStageId: '7915dedc-8f18-44d5-8bc3-77c04e994a10',
        },
      },
    ],
  },
  'PUT /opportunities/{id}/status': {
    name: 'opportunities_status_update',
    title: "Set an opportunity's status",
    summary:
      'Marks a deal won, lost (with reason), abandoned or open; may start workflows. Stage, value, owner: opportunities_opportunity_update.',
    risk: 'write',
    idempotent: true,
    hints: {
      id: 'opportunity id',
      status: 'all is a search value only',
      lostReasonId: 'with lost; from opportunities_lost_reason_list',
    },
    words: ['won', 'lost', 'close deal', 'reopen', 'abandoned'],
    examples: [
      {
        ask: 'We lost this deal on price',
        args: { id: 'yWQobCRIhRguQtD2llvk', status: 'lost', lostReasonId: 'CLu7BaljjqrEjBGKTNNe' },
      },
    ],
  },
  'DELETE /opportunities/{id}': {
    name: 'opportunities_opportunity_delete',
    title: 'Delete an opportunity',
    summary:
      'Deletes a deal for good; the contact stays. A deal that did not work out is marked with opportunities_status_update instead.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'opportunity id' },
    words: ['remove deal', 'erase sale', 'pipeline card'],
  },
  'POST /opportunities/{id}/followers': {
    name: 'opportunities_follower_add',
    title: 'Add followers to an opportunity',
    summary:
      'Adds staff users as followers of a deal and keeps present ones. The single owner is assignedTo in opportunities_opportunity_update.',
    risk: 'write',
    idempotent: true,
    hints: { id: 'opportunity id', followers: 'user ids, from users_user_search' },
    words: ['deal', 'watch', 'collaborator'],
  },
  'DELETE /opportunities/{id}/followers': {
    name: 'opportunities_follower_remove',
    title: 'Remove followers from an opportunity',
    summary: "Takes the given staff users off a deal's followers, or all of them with isRemoveAllFollowers.",
    risk: 'write',
    idempotent: true,
    hints: { id: 'opportunity id', followers: 'user ids to remove', isRemoveAllFollowers: 'true removes everyone' },
    words: ['deal', 'unfollow', 'collaborator'],
  },
  'POST /opportunities/pipelines': {
    name: 'opportunities_pipeline_create',
    title: 'Create a pipeline',
    summary:
      'Makes a pipeline with its stages. Names must be new in the location, whatever their case; deals: opportunities_opportunity_create.',
    notes: [
      'Stage names are unique within a pipeline.',
      'One stage without stageWinProbability makes HighLevel compute those of all.',
      'Needs the scope pipelines.create: a token made for opportunities alone does not have it.',
      'stageWinProbability counts only with useOpportunityProbability true.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /opportunities/pipelines', with: {} }],
          records: 'pipelines',
          match: { name: 'name', 'stages.0.name': 'stages.0.name' },
          complete: true,
        },
      ],
      check: 'opportunities_pipeline_list shows whether a pipeline of this name is there.',
    },
    hints: {
      stages: 'at least one, in order',
      'stages[].position': 'from 0',
      'stages[].stageWinProbability': '0 to 100; on every stage or on none',
      'stages[].color': 'e.g. #155EEF',
    },
    words: ['sales process', 'board', 'stage', 'new pipeline', 'add stages'],
    examples: [
      {
        ask: 'Set up a pipeline with the stages New, Quoted and Booked',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Bookings',
          stages: [
            { name: 'New', position: 0 },
            { name: 'Quoted', position: 1 },
            { name: 'Booked', position: 2 },
          ],
        },
      },
    ],
  },
  'GET /opportunities/pipelines/{pipelineId}': {
    name: 'opportunities_pipeline_get',
    title: 'Get a pipeline',
    summary:
      'One pipeline by id with its stages, positions and probabilities. Read it before opportunities_pipeline_update. All: opportunities_pipeline_list.',
    notes: ['Needs the scope pipelines.readonly; opportunities_pipeline_list does with opportunities.readonly.'],
    risk: 'read',
    hints: { pipelineId: 'from opportunities_pipeline_list' },
    words: ['stage', 'board', 'win probability'],
  },
  'PUT /opportunities/pipelines/{pipelineId}': {
    name: 'opportunities_pipeline_update',
    title: 'Change a pipeline and its stages',
    summary:
      'Changes a pipeline. stages replaces all of them and one left out is deleted: send those of opportunities_pipeline_get, ids included.',
    notes: [
      'Deals of a deleted stage move to the first stage.',
      'A stage with its id stays and keeps its deals; one without an id is new. At least one must remain.',
      'Send stageWinProbability on every stage: if one lacks it, HighLevel computes those of all.',
      'Deals of a removed stage cannot be told from others afterwards: move them first with opportunities_opportunity_update.',
    ],
    risk: 'high-impact',
    idempotent: true,
    hints: {
      pipelineId: 'from opportunities_pipeline_list',
      stages: 'all of them, also those that stay as they are',
      'stages[].id': 'of a stage that stays; left out for a new one',
      'stages[].position': 'from 0',
      'stages[].stageWinProbability': '0 to 100; on every stage or on none',
      'stages[].color': 'e.g. #155EEF',
    },
    words: ['rename pipeline', 'add stage', 'remove stage', 'reorder stages', 'board'],
    examples: [
      {
        ask: 'Add a stage Reminded between Quoted and Booked',
        args: {
          pipelineId: 'bCkKGpDsyPP4peuKowkG',
          name: 'Bookings',
          stages: [
            { id: '7915dedc-8f18-44d5-8bc3-77c04e994a10', name: 'New', position: 0 },
            { id: '7915dedc-8f18-44d5-8bc3-77c04e994a11', name: 'Quoted', position: 1 },
            { name: 'Reminded', position: 2 },
            { id: '7915dedc-8f18-44d5-8bc3-77c04e994a12', name: 'Booked', position: 3 },
          ],
        },
      },
    ],
  },
  'DELETE /opportunities/pipelines/{pipelineId}': {
    name: 'opportunities_pipeline_delete',
    title: 'Delete a pipeline',
    summary:
      'Deletes a pipeline with every deal in it, for good. Move deals worth keeping to another pipeline first (opportunities_opportunity_update).',
    risk: 'high-impact',
    idempotent: true,
    hints: { pipelineId: 'from opportunities_pipeline_list' },
    words: ['remove pipeline', 'board'],
  },
} as const satisfies Guides<typeof operations>;
