/** Answers that are not what the documents say. */
import type { ComponentRepair, OperationRepair } from '../../src/catalogue/repair.ts';

const association = { $ref: 'associations#GetPostSuccessfulResponseDto' } as const;
const funnelPage = { $ref: 'funnels#FunnelPageResponseDTO' } as const;

export const answerRepairs = [
  {
    operations: [
      'GET /social-media-posting/oauth/google/start',
      'GET /social-media-posting/oauth/facebook/start',
      'GET /social-media-posting/oauth/instagram/start',
      'GET /social-media-posting/oauth/linkedin/start',
      'GET /social-media-posting/oauth/twitter/start',
      'GET /social-media-posting/oauth/tiktok/start',
      'GET /social-media-posting/oauth/tiktok-business/start',
      'GET /social-media-posting/oauth/{platform}/start',
    ],
    reason: 'a browser is sent on to the network’s own sign-in page',
    answer: 'redirect',
  },
  {
    operations: 'GET /conversations/{conversationId}/messages',
    reason: 'what is documented arrives one level down, under messages (issue #54)',
    output: {
      type: 'object',
      properties: { messages: { $ref: 'conversations#GetMessagesByConversationResponseDto' } },
    },
  },
  {
    operations: 'GET /conversations/messages/{id}',
    reason: 'reported to arrive under message; an answer without it fits as well',
    output: { type: 'object', properties: { message: { $ref: 'conversations#GetMessageResponseDto' } } },
  },
  {
    operations: 'GET /conversations/messages/email/{id}',
    reason: 'clients in use read emailMessage; one reads the documented fields without it, which fits as well',
    output: { type: 'object', properties: { emailMessage: { $ref: 'conversations#GetEmailMessageResponseDto' } } },
  },
  {
    operations: 'GET /associations/',
    reason: 'a list that is documented as one association; clients read associations and total',
    output: {
      type: 'object',
      properties: { associations: { type: 'array', items: association }, total: { type: 'number' } },
    },
  },
  {
    operations: 'GET /associations/relations/{recordId}',
    reason: 'a list that is documented as one association; clients read relations and total',
    output: {
      type: 'object',
      properties: {
        relations: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              id: { type: 'string' },
              associationId: { type: 'string' },
              firstRecordId: { type: 'string' },
              secondRecordId: { type: 'string' },
            },
          },
        },
        total: { type: 'number' },
      },
    },
  },
  {
    operations: 'GET /calendars/{calendarId}/free-slots',
    reason: 'a traceId stands among the days',
    output: {
      type: 'object',
      additionalProperties: { anyOf: [{ $ref: 'calendars#SlotsSchema' }, { type: 'string' }] },
    },
  },
  {
    operations: 'GET /emails/builder',
    reason: 'a list that is documented as one template; clients read builders and total',
    output: {
      type: 'object',
      properties: {
        builders: { type: 'array', items: { $ref: 'emails#FetchBuilderSuccesfulResponseDto' } },
        total: { anyOf: [{ type: 'number' }, { type: 'array', items: {} }] },
      },
    },
  },
  {
    operations: 'GET /funnels/page',
    reason: 'a list in pages that is documented as one page',
    output: { anyOf: [{ type: 'array', items: funnelPage }, funnelPage] },
  },
] as const satisfies readonly OperationRepair[];

export const answerComponents = [
  {
    component: 'funnels#FunnelListResponseDTO',
    reason: 'a list with a count, documented as one funnel',
    properties: {
      funnels: { schema: { type: 'array', items: { type: 'object', additionalProperties: true } } },
    },
  },
  {
    component: 'social-media-posting#GetUploadStatusResponseSchema',
    reason: 'a list with a count, documented as one import; the v3 document has the list',
    properties: {
      csvs: { schema: { type: 'array', items: { $ref: 'social-media-posting#CSVImportSchema' } } },
    },
  },
  {
    component: ['users#UserSchema', 'users#UserSuccessfulResponseDto'],
    reason: 'typed as one scope; a user is written with a list, and the example of the v3 document is one',
    properties: { scopes: { schema: { type: 'array', items: { type: 'string' } } } },
  },
  {
    component: 'invoices#ListEstimatesResponseDTO',
    reason: 'items typed as text; a single estimate is answered with this type',
    properties: { 'estimates.[]': { schema: { $ref: 'invoices#EstimateResponseDto' } } },
  },
  {
    component: 'invoices#ListEstimateTemplateResponseDTO',
    reason: 'items typed as text; a single template is answered with this type',
    properties: { 'data.[]': { schema: { $ref: 'invoices#EstimateTemplateResponseDTO' } } },
  },
  {
    component: 'products#ListCollectionResponseDto',
    reason: 'items lost their type; a new collection is answered with this one',
    properties: { 'data.[]': { schema: { $ref: 'products#CollectionSchema' } } },
  },
  {
    component: 'emails#ScheduleFetchSuccessfulDTO',
    reason: 'described as the number of campaigns, typed as a list of texts',
    properties: { total: { schema: { anyOf: [{ type: 'number' }, { type: 'array', items: {} }] } } },
  },
] as const satisfies readonly ComponentRepair[];
