/** Single arguments and components of a wrong type, where no rule can tell. */
import type { ComponentRepair, OperationRepair, Schema } from '../../src/catalogue/repair.ts';

const flag = { schema: { type: 'boolean' } } as const;
const commaListOf = (items: Schema) => ({ place: 'query-comma', schema: { type: 'array', items } }) as const;
const openObject = { type: 'object', additionalProperties: true } as const;
const statuses = { schema: { type: 'string', enum: ['open', 'won', 'lost', 'abandoned'] } } as const;
const digits = { schema: { call: { from: '../number-text.ts', name: 'numberText', text: 'numberText()' } } } as const;

export const typeRepairs = [
  {
    operations: 'GET /medias/files',
    reason: 'typed text; the code sample of its page and clients in use send these values',
    arguments: {
      fetchAll: flag,
      type: { schema: { type: 'string', enum: ['file', 'folder'] } },
      sortOrder: { schema: { type: 'string', enum: ['asc', 'desc'] } },
    },
  },
  {
    operations: 'GET /agent-studio/agent',
    reason: 'typed text, described as a filter that is on or off',
    arguments: { isPublished: flag },
  },
  {
    operations: 'GET /chat-widget/public/config/{id}',
    reason: 'typed text, with a number as default and as example',
    arguments: { version: { schema: { type: 'integer', default: 2 } } },
  },
  {
    operations: 'GET /phone-system/numbers/location/{locationId}/available',
    reason: 'typed text, described as separated by commas; the v3 document has a list of these three',
    arguments: { numberTypes: commaListOf({ type: 'string', enum: ['local', 'tollFree', 'mobile'] }) },
  },
  {
    operations: 'GET /voice-ai/dashboard/call-logs',
    reason: 'typed text, described as separated by commas, and its example has two',
    arguments: { contactId: commaListOf({ type: 'string' }) },
  },
  {
    operations: 'GET /proposals/document',
    reason: 'one value of an enumeration, described as several separated by commas',
    arguments: {
      status: commaListOf({ type: 'string', enum: ['draft', 'sent', 'viewed', 'completed', 'accepted'] }),
      paymentStatus: commaListOf({ type: 'string', enum: ['waiting_for_payment', 'paid', 'no_payment'] }),
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
    operations: 'POST /social-media-posting/{locationId}/posts/list',
    reason: 'the values are listed in the description only (pending in the v3 document)',
    arguments: {
      type: {
        schema: {
          type: 'string',
          enum: [
            'recent',
            'all',
            'scheduled',
            'draft',
            'failed',
            'in_review',
            'published',
            'in_progress',
            'pending',
            'deleted',
          ],
          default: 'all',
        },
      },
      postType: { schema: { type: 'string', enum: ['post', 'story', 'reel'] } },
      includeUsers: { schema: { type: 'string', enum: ['true', 'false'] } },
    },
  },
  {
    operations: 'POST /social-media-posting/{locationId}/posts/bulk-delete',
    reason: 'the description says at most 50; a call without any deletes nothing',
    arguments: {
      postIds: {
        required: true,
        schema: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 50 },
      },
    },
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
    reason: 'described as separated by commas, but not marked; the v3 document lists the fields',
    arguments: {
      fields: commaListOf({
        type: 'string',
        enum: [
          'clicks',
          'oneClickLeads',
          'costInLocalCurrency',
          'impressions',
          'costInUsd',
          'ctr',
          'cpc',
          'cpm',
          'cpl',
          'externalWebsitePostClickConversions',
          'conversionRate',
        ],
      }),
    },
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
    component: ['users#CreateUserDto', 'users#UpdateUserDto'],
    reason: 'the later document (v3 set) has five scopes more, pipelines.create among them',
    properties: {
      scopes: { like: 'users-v3#CreateUserDto.scopes' },
      scopesAssignedToOnly: { like: 'users-v3#CreateUserDto.scopesAssignedToOnly' },
    },
  },
  {
    component: ['social-media-posting#PostCreateRequest', 'social-planner-v3#QueueModifiedPostDTO'],
    reason: 'free objects whose description lists the values that the v3 document has at a new post',
    properties: {
      status: { like: 'social-planner-v3#CreatePostDTO.status' },
      type: { like: 'social-planner-v3#CreatePostDTO.type' },
    },
  },
  {
    component: ['calendars#CalendarCreateDTO', 'calendars#CalendarUpdateDTO'],
    reason: 'the description gives null a meaning: both kinds of availability count',
    properties: { availabilityType: { schema: { type: 'number', enum: [0, 1], nullable: true } } },
  },
  {
    component: ['conversation-ai#CreateEmployeeDto', 'conversation-ai#UpdateEmployeeDto'],
    reason: 'the description gives null a meaning: asleep without an end',
    properties: {
      sleepTime: { schema: { type: 'number', nullable: true } },
      sleepTimeUnit: { schema: { type: 'string', enum: ['hours', 'minutes', 'seconds'], nullable: true } },
    },
  },
  {
    component: ['store#CreateShippingRateDto', 'store#UpdateShippingRateDto'],
    reason: 'the description gives null a meaning: no bound',
    properties: {
      minCondition: { schema: { type: 'number', nullable: true } },
      maxCondition: { schema: { type: 'number', nullable: true } },
    },
  },
  {
    component: 'store#GetAvailableShippingRates',
    reason: 'described as true or false; the enumeration of countries was copied from the line above',
    properties: { amountAvailable: { schema: { type: 'boolean' } } },
  },
  {
    component: 'emails-v3#UpdateTemplatePublicV2BodyDto',
    reason: 'the description gives null a meaning: out of all folders',
    properties: { parentFolderId: { schema: { type: 'string', nullable: true } } },
  },
  {
    component: 'emails#IBuilderJsonMapper',
    reason: 'items typed as text, described as elements of the page (v3 document); clients in use send objects',
    properties: { 'elements.[]': { schema: openObject } },
  },
  {
    component: 'ad-manager#AudienceDimensionDTO',
    reason: 'items typed as text; the example shows the bounds',
    properties: {
      'ageRanges.[]': {
        schema: { type: 'object', properties: { minAge: { type: 'integer' }, maxAge: { type: 'integer' } } },
      },
    },
  },
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
