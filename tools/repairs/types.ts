/** Single arguments and components of a wrong type, where no rule can tell. */
import type { ComponentRepair, OperationRepair } from '../../src/catalogue/repair.ts';

const flag = { schema: { type: 'boolean' } } as const;
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
] as const satisfies readonly OperationRepair[];

export const typeComponents = [
  {
    component: 'invoices#EstimateTemplatesDto',
    reason: 'items lost their type; an estimate made from the template takes these',
    properties: { 'items.[]': { schema: { $ref: 'invoices#EstimateLineItemDto' } } },
  },
  {
    component: 'products#ProductMediaDto',
    reason: 'items lost their type; the example is the id of a price',
    properties: { 'priceIds.[]': { schema: { type: 'string' } } },
  },
] as const satisfies readonly ComponentRepair[];
