/** Arguments that are marked required and are not, or the other way round. */
import type { ComponentRepair, OperationRepair } from '../../src/catalogue/repair.ts';

const optional = { required: false } as const;

export const requiredRepairs = [
  {
    operations: 'POST /conversations/messages',
    reason: 'type and contactId suffice: status is what HighLevel finds out, subType belongs to e-mail',
    arguments: { status: optional, subType: optional },
  },
  {
    operations: 'POST /conversations/messages/inbound',
    reason: 'one of conversationId and contactId is enough; only custom providers have a conversationProviderId',
    arguments: { conversationId: optional, contactId: optional, conversationProviderId: optional },
  },
  {
    operations: 'POST /conversations/messages/outbound',
    reason: 'only custom providers have a conversationProviderId',
    arguments: { conversationProviderId: optional },
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
    operations: ['POST /calendars/events/block-slots', 'PUT /calendars/events/block-slots/{eventId}'],
    reason: 'a slot is blocked for a calendar or for a user, and naming both is refused (issue #23)',
    arguments: { calendarId: optional },
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
    component: ['brand-boards#Logo', 'brand-boards#Color', 'brand-boards#Font'],
    reason: 'a new entry has no id yet: HighLevel gives it one (the v3 document says so)',
    properties: { id: { required: false } },
  },
] as const satisfies readonly ComponentRepair[];
