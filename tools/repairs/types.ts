/** Single arguments and components of a wrong type, where no rule can tell. */
import type { ComponentRepair, OperationRepair } from '../../src/catalogue/repair.ts';

const flag = { schema: { type: 'boolean' } } as const;
const openObject = { type: 'object', additionalProperties: true } as const;
const statuses = { schema: { type: 'string', enum: ['open', 'won', 'lost', 'abandoned'] } } as const;
const digits = { schema: { call: { from: '../number-text.ts', name: 'numberText', text: 'numberText()' } } } as const;

export const typeRepairs = [
  {
    operations: 'GET /affiliate-manager/{locationId}/affiliates',
    reason: 'typed text, with the example true and the default false',
    arguments: { active: flag },
  },
  {
    operations: 'GET /objects/{key}',
    reason: 'typed text, with the example true',
    arguments: { fetchProperties: flag },
  },
  {
    operations: 'GET /emails/builder',
    reason: 'typed text, with the default false',
    arguments: {
      archived: { schema: { type: 'boolean', default: false } },
      templatesOnly: { schema: { type: 'boolean', default: false } },
    },
  },
  {
    operations: 'POST /conversations/providers/live-chat/typing',
    reason: 'typed text, with the example true; nobody has reported which of the two is refused',
    arguments: { isTyping: { schema: { anyOf: [{ type: 'boolean' }, { type: 'string', enum: ['true', 'false'] }] } } },
  },
  {
    operations: 'GET /conversations/search',
    reason: 'the alternatives are objects that hold the parameter a second time, and the second types numbers as text',
    arguments: {
      startAfterDate: {
        place: 'query-repeat',
        schema: { anyOf: [{ type: 'number' }, { type: 'array', items: { type: 'number' } }] },
      },
    },
  },
  {
    operations: 'POST /conversations/messages/inbound',
    reason: 'typed as a free object; its example lists the two values it can have',
    arguments: { direction: { schema: { type: 'string', enum: ['outbound', 'inbound'], default: 'outbound' } } },
  },
  {
    operations: 'POST /contacts/bulk/tags/update/{type}',
    reason: 'the undeclared part of the path knows two values',
    arguments: { type: { schema: { type: 'string', enum: ['add', 'remove'] } } },
  },
  {
    operations: 'POST /social-media-posting/{locationId}/posts/list',
    reason: 'numbers in this JSON body really have to be texts (issue #178); an agent may give either',
    arguments: { skip: digits, limit: digits },
  },
  {
    operations: 'POST /users/search/filter-by-email',
    reason: 'numbers in this JSON body are typed as text; an agent may give either',
    arguments: { skip: digits, limit: digits },
  },
  {
    operations: [
      'GET /ad-publishing/linkedin/reporting',
      'GET /ad-publishing/linkedin/reporting/list',
      'GET /ad-publishing/linkedin/reporting/campaign-group/{campaignGroupId}',
    ],
    reason: 'described as separated by commas, and sent so by the two other ad platforms, but not marked',
    arguments: { fields: { place: 'query-comma' } },
  },
  {
    operations: 'POST /objects/{schemaKey}/records',
    reason: 'the documented body is an empty object; its fields stand only in the page it links to',
    arguments: {
      locationId: { required: true, schema: { type: 'string' } },
      properties: { required: true, schema: { type: 'object' } },
      owner: { schema: { type: 'array', items: { type: 'string' }, maxItems: 1 } },
      followers: { schema: { type: 'array', items: { type: 'string' }, maxItems: 10 } },
    },
    context: { locationId: 'location' },
  },
  {
    operations: 'PUT /objects/{schemaKey}/records/{id}',
    reason: 'the documented body is an empty object; its fields stand only in the page it links to',
    arguments: {
      properties: { schema: { type: 'object' } },
      owner: { schema: { type: 'array', items: { type: 'string' }, maxItems: 1 } },
      followers: { schema: { type: 'array', items: { type: 'string' }, maxItems: 10 } },
    },
  },
  {
    operations: 'PUT /custom-fields/{id}',
    reason: 'its own description says that the key of an option is left out of an update, its type requires it',
    arguments: {
      options: {
        schema: {
          type: 'array',
          items: {
            type: 'object',
            properties: { key: { type: 'string' }, label: { type: 'string' }, url: { type: 'string' } },
            required: ['label'],
          },
        },
      },
    },
  },
] as const satisfies readonly OperationRepair[];

export const typeComponents = [
  {
    component: [
      'opportunities#CreateDto',
      'opportunities#UpdateOpportunityDto',
      'opportunities#UpdateStatusDto',
      'opportunities#UpsertOpportunityDto',
    ],
    reason: 'all is a word of the search; no opportunity has that status',
    properties: { status: statuses },
  },
  {
    component: 'invoices#EstimateTemplatesDto',
    reason: 'items lost their type; an estimate made from the template takes these',
    properties: { 'items.[]': { schema: { $ref: 'invoices#EstimateLineItemDto' } } },
  },
  {
    component: 'invoices#ProcessingFeeDto',
    reason: 'charges lost their type; the list of those that were paid, beside it, has these fields',
    properties: {
      'charges.[]': {
        schema: {
          type: 'object',
          properties: {
            _id: { type: 'string' },
            name: { type: 'string' },
            charge: { type: 'number' },
            amount: { type: 'number' },
          },
          additionalProperties: true,
        },
      },
    },
  },
  {
    component: 'invoices#PaymentScheduleConfigDto',
    reason: 'schedules lost their type; clients in use send objects with the share as value, the rest is not known',
    properties: {
      'schedules.[]': {
        schema: { type: 'object', properties: { value: { type: 'number' } }, additionalProperties: true },
      },
    },
  },
  {
    component: 'invoices#PaymentScheduleDto',
    reason: 'the same schedule on an invoice, its items typed as text; objects may be given as they are on an estimate',
    properties: { 'schedules.[]': { schema: { anyOf: [openObject, { type: 'string' }] } } },
  },
  {
    component: 'products#UpdateDisplayPriorityBodyDto',
    reason: 'a list of lists of nothing, described as products with their priorities; no document names their fields',
    properties: { 'products.[]': { schema: openObject } },
  },
  {
    component: 'products#ProductMediaDto',
    reason: 'items lost their type; the example is the id of a price',
    properties: { 'priceIds.[]': { schema: { type: 'string' } } },
  },
  {
    component: 'ad-manager#UpsertCampaignDTO',
    reason:
      'one value; the later document (v3 set, same Version) has a list of them, as the network’s name for it says',
    properties: {
      specialAdCategories: {
        schema: {
          type: 'array',
          items: {
            type: 'string',
            enum: [
              'EMPLOYMENT',
              'CREDIT',
              'FINANCIAL_PRODUCTS_SERVICES',
              'HOUSING',
              'ISSUES_ELECTIONS_POLITICS',
              'ONLINE_GAMBLING_AND_GAMING',
              'NONE',
            ],
          },
        },
      },
    },
  },
  {
    component: 'ad-manager#UpsertAdsetDTO',
    reason: 'one value; the later document (v3 set, same Version) has a list of them',
    properties: {
      messagingPlatforms: {
        schema: { type: 'array', items: { type: 'string', enum: ['WHATSAPP', 'MESSENGER', 'INSTAGRAM_DIRECT'] } },
      },
    },
  },
] as const satisfies readonly ComponentRepair[];
