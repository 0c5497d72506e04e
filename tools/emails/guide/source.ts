/** Emails that come from elsewhere than a campaign: steps of workflows, bulk actions on contacts. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const listPaging = {
  style: 'offset-limit',
  items: 'campaigns',
  total: 'total',
  size: 'limit',
  defaultSize: 10,
  maxSize: 20,
  offset: 'offset',
} as const;

export const sourceGuides = {
  'GET /emails/locations/{locationId}/campaigns/workflows': {
    name: 'emails_workflow_campaign_list',
    title: 'List workflows that send email',
    summary: 'Workflows with email steps, to look up their email figures. To start one: workflows_workflow_list.',
    risk: 'read',
    paging: listPaging,
    hints: { search: 'part of the name' },
    words: ['automation emails', 'drip', 'sequence'],
  },
  'GET /emails/locations/{locationId}/campaigns/workflows/{campaignId}': {
    name: 'emails_workflow_campaign_get',
    title: 'Get the emails of a workflow',
    summary:
      'Email steps of one workflow (subSources) with subject and sender; their ids are subSourceId in emails_campaign_statistics_get.',
    risk: 'read',
    hints: { campaignId: 'id from emails_workflow_campaign_list' },
    words: ['automation emails', 'drip', 'steps'],
  },
  'GET /emails/locations/{locationId}/campaigns/bulk-actions': {
    name: 'emails_bulk_action_campaign_list',
    title: 'List bulk email actions',
    summary:
      'Emails sent to many contacts from the contact list (bulk actions), by date and status. Broadcasts are in emails_campaign_list.',
    risk: 'read',
    paging: listPaging,
    hints: { dateFrom: 'ISO 8601 date-time', dateTo: 'ISO 8601 date-time' },
    words: ['mass email', 'bulk send'],
  },
  'GET /emails/locations/{locationId}/campaigns/bulk-actions/{campaignId}': {
    name: 'emails_bulk_action_campaign_get',
    title: 'Get a bulk email action',
    summary: 'One bulk email action with subject, sender and state; its text lies behind editorContentUrl.',
    risk: 'read',
    hints: { campaignId: 'id from emails_bulk_action_campaign_list' },
    words: ['mass email', 'bulk send'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
