/** Arguments that are marked required and are not, or the other way round. */
import type { ComponentRepair, OperationRepair } from '../../src/catalogue/repair.ts';

const optional = { required: false } as const;
const from = '../one-of.ts';

export const requiredRepairs = [
  {
    operations: 'POST /conversations/messages',
    reason: 'type and contactId suffice: status is what HighLevel finds out, subType belongs to e-mail',
    arguments: { status: optional, subType: optional },
  },
  {
    operations: ['POST /conversations/messages/inbound', 'POST /conversations/messages/outbound'],
    reason: 'conversationId or contactId is enough; only custom providers have a conversationProviderId',
    arguments: {
      conversationId: optional,
      contactId: { required: false, schema: { type: 'string' } },
      conversationProviderId: optional,
    },
    check: { from, name: 'atLeastOneOf', text: "atLeastOneOf('conversationId', 'contactId')" },
  },
  {
    operations: ['POST /contacts/', 'POST /contacts/upsert', 'PUT /contacts/{contactId}'],
    reason: 'a custom field is named by id or by key (the v3 document says so beside an id that is required)',
    check: {
      from,
      name: 'eachWithOneOf',
      text: "eachWithOneOf('customFields', 'id', 'key')",
    },
  },
  {
    operations: 'POST /invoices/{invoiceId}/record-payment',
    reason: 'card and cheque belong to one mode of payment each; recording the payment of an order requires neither',
    arguments: { card: optional, cheque: optional },
  },
  {
    operations: 'POST /opportunities/upsert',
    reason:
      'followers may stay as they are, and an opportunity without id is found by its contactId, which is missing ' +
      '(clients in use send it and none of the three)',
    arguments: {
      contactId: { schema: { type: 'string' } },
      followers: optional,
      isRemoveAllFollowers: optional,
      followersActionType: optional,
    },
  },
  {
    operations: 'POST /calendars/events/block-slots',
    reason: 'a slot is blocked for a calendar or for a user, and naming both is refused (issue #23)',
    arguments: { calendarId: optional },
    check: { from, name: 'exactlyOneOf', text: "exactlyOneOf('calendarId', 'assignedUserId')" },
  },
  {
    operations: 'PUT /calendars/events/block-slots/{eventId}',
    reason: 'as when it is created, only that a change may leave calendar and user as they are',
    arguments: { calendarId: optional },
    check: { from, name: 'atMostOneOf', text: "atMostOneOf('calendarId', 'assignedUserId')" },
  },
  {
    operations: ['GET /ad-publishing/facebook/reporting/list', 'GET /ad-publishing/linkedin/reporting/list'],
    reason: 'a list of campaigns cannot name a campaign; the v3 document of the first says so',
    arguments: { campaignId: optional },
  },
  {
    operations: 'GET /ad-publishing/linkedin/reporting/list',
    reason: 'a list of campaign groups cannot name a group',
    arguments: { campaignGroupId: optional },
  },
  {
    operations: 'GET /payments/coupon',
    reason: 'a coupon is named by id or by code: clients in use send one of them',
    arguments: { id: optional, code: optional },
    check: { from, name: 'atLeastOneOf', text: "atLeastOneOf('id', 'code')" },
  },
  {
    operations: 'GET /saas/locations',
    reason: 'the same operation under its other path lets both be left out',
    arguments: { customerId: optional, subscriptionId: optional },
  },
  {
    operations: 'POST /emails/builder',
    reason: 'only an import has a provider; clients in use leave it out otherwise',
    arguments: { importProvider: optional },
  },
  {
    operations: 'POST /emails/builder/data',
    reason: 'only what the drag-and-drop editor made has it; clients in use send HTML without',
    arguments: { dnd: optional },
  },
  {
    operations:
      'POST /saas-api/public-api/companies/{companyId}/locations/{locationId}/wallet-balance/complimentary-credits',
    reason: 'the only field of the body: without it nothing is credited',
    arguments: { complimentaryCreditsAmount: { required: true } },
  },
  {
    operations: 'GET /snapshots/snapshot-status/{snapshotId}',
    reason: 'the first page comes after no document',
    arguments: { lastDoc: optional },
  },
  {
    operations: 'PUT /ad-publishing/facebook/custom-audience/{audienceId}',
    reason: 'the v3 document lets an audience keep its description',
    arguments: { description: optional },
  },
] as const satisfies readonly OperationRepair[];

export const requiredComponents = [
  {
    component: [
      'contacts#TextField',
      'contacts#LargeTextField',
      'contacts#SingleSelectField',
      'contacts#RadioField',
      'contacts#NumericField',
      'contacts#MonetoryField',
      'contacts#CheckboxField',
      'contacts#MultiSelectField',
      'contacts#FileField',
    ],
    reason: 'a custom field is named by id or by key (the v3 document says so beside an id that is required)',
    properties: { id: { required: false } },
  },
  {
    component: ['brand-boards#Logo', 'brand-boards#Color', 'brand-boards#Font'],
    reason: 'a new entry has no id yet: HighLevel gives it one (the v3 document says so)',
    properties: { id: { required: false } },
  },
  {
    component: 'payments#ApplyToFuturePaymentsConfig',
    reason: 'the default and an example are {type: forever}, which has no duration; one version of it requires none',
    properties: { duration: { required: false }, durationType: { required: false } },
  },
  {
    component: ['store#CreateShippingRateDto'],
    reason: 'a rate that is not of a carrier (isCarrierRate, which is optional) has none to name',
    properties: { shippingCarrierId: { required: false } },
  },
  {
    component: 'ad-manager#FormQuestionOption',
    reason: 'both examples of a question give options that have only a value',
    properties: { key: { required: false } },
  },
  {
    component: 'chat-widget-v3#WidgetSettingsDTO',
    reason: 'a change of a single setting is shown without the icon',
    properties: { chatIcon: { required: false } },
  },
] as const satisfies readonly ComponentRepair[];
