/** Email campaigns (broadcasts) as the v3 documents have them: drafted, then sent. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const campaignId = 'from emails_campaign_list';
const userId = 'who does it; from users_user_search';

const listCampaigns = 'GET /emails/locations/{locationId}/campaigns/emails';
const lookAtCampaigns = { records: 'campaigns', match: { name: 'name' }, created: 'createdAt' } as const;

/** A draft may have a subject as well, so the status has to show that it was scheduled. */
const lookAtScheduled = (status: 'scheduled' | 'processing' | 'sent') =>
  ({
    steps: [{ ask: `${listCampaigns}/{campaignId}`, with: { campaignId: '$campaignId' } }],
    records: '',
    match: { subject: 'emailMeta.subject', fromName: 'emailMeta.fromName', fromEmail: 'emailMeta.fromEmail' },
    where: { status },
    created: 'updatedAt',
  }) as const;

export const campaignGuides = {
  'GET /emails/locations/{locationId}/campaigns/emails': {
    name: 'emails_campaign_list',
    title: 'List email campaigns',
    summary:
      'Email campaigns (broadcasts) by status and name. Figures: emails_campaign_statistics_get. Workflow emails: emails_workflow_campaign_list.',
    notes: ['Emails of bulk actions: emails_bulk_action_campaign_list.'],
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'campaigns',
      total: 'total',
      size: 'limit',
      defaultSize: 10,
      maxSize: 20,
      offset: 'offset',
    },
    hints: { search: 'part of the name' },
    words: ['newsletter', 'broadcast', 'blast', 'email marketing'],
  },
  'GET /emails/locations/{locationId}/campaigns/emails/{campaignId}': {
    name: 'emails_campaign_get',
    title: 'Get an email campaign',
    summary: 'One email campaign with subject, sender and status; its text lies behind editorContentUrl.',
    notes: ['For figures pass sourceId to emails_campaign_statistics_get.'],
    risk: 'read',
    hints: { campaignId },
    words: ['newsletter', 'broadcast', 'blast'],
  },
  'POST /emails/locations/{locationId}/campaigns/emails': {
    name: 'emails_campaign_create',
    title: 'Draft an email campaign',
    summary:
      'Drafts an email campaign from a template or own content; nobody gets it yet. Subject, recipients, sending: emails_campaign_schedule.',
    notes: ['Give templateId or editorContent; with neither it stays blank.', 'Calling twice makes two drafts.'],
    risk: 'write',
    findOut: {
      // Names are searched for by their words, and the order of the list is not documented.
      looks: [
        { ...lookAtCampaigns, steps: [{ ask: listCampaigns, with: { limit: 20, offset: 0, status: 'all' } }] },
        {
          ...lookAtCampaigns,
          steps: [{ ask: listCampaigns, with: { search: '$name', limit: 20, offset: 0, status: 'all' } }],
        },
      ],
      check: 'emails_campaign_list shows whether a campaign of this name is there.',
    },
    hints: {
      userId,
      templateId: 'from emails_template_list',
      editorContent: 'whole email as HTML or text',
      timeZone: 'IANA name, e.g. America/New_York',
    },
    words: ['newsletter', 'broadcast', 'blast', 'mass email'],
    examples: [
      {
        ask: 'Draft the June newsletter from this template',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'June newsletter',
          editorType: 'html',
          templateId: '507f1f77bcf86cd799439011',
          timeZone: 'America/New_York',
          userId: 'y0BeYjuRIlDwsDcOHOJo',
        },
      },
    ],
  },
  'PATCH /emails/locations/{locationId}/campaigns/emails/{campaignId}': {
    name: 'emails_campaign_update',
    title: 'Change a drafted email campaign',
    summary:
      'Changes name or content of a drafted campaign; editorContent replaces the whole text. Subject and recipients: emails_campaign_schedule.',
    notes: ['editorContent needs editorType beside it.'],
    risk: 'write',
    idempotent: true,
    hints: { campaignId, userId, editorContent: 'whole email as HTML or text' },
    words: ['edit newsletter', 'rename campaign'],
  },
  'DELETE /emails/locations/{locationId}/campaigns/emails/{campaignId}': {
    name: 'emails_campaign_delete',
    title: 'Delete an email campaign',
    summary: 'Deletes an email campaign for good; what was sent stays sent, and its figures may go with it.',
    risk: 'high-impact',
    idempotent: true,
    hints: { campaignId },
    words: ['remove newsletter', 'discard draft'],
  },
  'POST /emails/locations/{locationId}/campaigns/emails/{campaignId}/schedule': {
    name: 'emails_campaign_schedule',
    title: 'Send or schedule an email campaign',
    summary:
      'Sends an email campaign to contacts, tags or a segment, now or later; no tool stops it afterwards. One person: conversations_message_send.',
    notes: [
      'The campaign is a draft, cancelled or paused; scheduleType immediate sends at once.',
      'recipients.type decides which of contactIds, tagIds and segment is required.',
      'scheduled, batch and smart_send need scheduleConfig.sendAt; batch also scheduleConfig.batch; rss needs rssConfig instead of scheduleConfig.',
      'HighLevel documents scheduleConfig as required for every type but rss: send {} with immediate when nothing is to be set.',
      'freezeList false also reaches contacts who match later.',
      'abTestConfig.testDuration is in seconds, testSize in percent of the recipients.',
      'Calling twice can send twice: read emails_campaign_get first after a timeout.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: {
      each: ['recipients.contactIds[]'],
      untold: ['recipients.tagIds', 'recipients.segment', 'rssConfig', 'scheduleConfig.resend.enabled'],
    },
    moments: [
      { at: 'scheduleConfig.sendAt', form: 'clock', zone: 'timeZone' },
      { at: 'rssConfig.firstExecutionDate', form: 'clock', zone: 'timeZone' },
    ],
    findOut: {
      looks: [lookAtScheduled('scheduled'), lookAtScheduled('processing'), lookAtScheduled('sent')],
      check: 'emails_campaign_get shows its status: as long as it is draft, nothing was sent.',
    },
    hints: {
      campaignId,
      userId,
      timeZone: 'IANA name, e.g. America/New_York',
      'scheduleConfig.sendAt': 'e.g. 2026-04-01 09:00 AM, in timeZone',
      'emailMeta.fromEmail': 'sender address of the location',
      'recipients.tagIds': 'ids, not names; from locations_tag_list',
      'recipients.contactIds': 'from contacts_contact_search',
    },
    words: ['newsletter', 'broadcast', 'blast', 'mass email', 'send now', 'drip', 'A/B test', 'RSS'],
    examples: [
      {
        ask: 'Send the June newsletter to everybody with the customer tag on 1 June 2026 at 9 in the morning in New York',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          campaignId: '67f15c2ae99226d5bcccb8f3',
          scheduleType: 'scheduled',
          timeZone: 'America/New_York',
          userId: 'y0BeYjuRIlDwsDcOHOJo',
          emailMeta: { subject: 'June at Example', fromName: 'Example Co', fromEmail: 'hello@example.com' },
          recipients: { type: 'tag', tagIds: ['sx6wyHhbFdRXh302LLNR'] },
          scheduleConfig: { sendAt: '2026-06-01 09:00 AM' },
        },
      },
    ],
  },
  'GET /emails/locations/{locationId}/campaigns/stats/{source}/{sourceId}': {
    name: 'emails_campaign_statistics_get',
    title: 'Get email statistics',
    summary:
      'Sent, delivered, opened, clicked, bounced, unsubscribed and replied, with rates, of an email campaign, a workflow or a bulk action.',
    notes: ['Only workflows take subSourceId: one email step, listed in emails_workflow_campaign_get.'],
    risk: 'read',
    hints: { sourceId: 'sourceId of the campaign, not its id', subSourceId: 'workflows only: one email step' },
    words: ['open rate', 'click rate', 'report', 'performance', 'newsletter results', 'bounce'],
    examples: [
      {
        ask: 'How did this newsletter do?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          source: 'email-campaigns',
          sourceId: 'B67vyPIAfq3Bnk3FVioE',
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
