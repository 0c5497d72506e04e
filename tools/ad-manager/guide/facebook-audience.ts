/** Whom Facebook ads reach and how their success is measured: custom audiences and pixels. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const audienceHints = { audienceId: 'from ad_manager_facebook_audience_list' } as const;

const memberHints = {
  ...audienceHints,
  contactId: 'from contacts_contact_search',
  fbAdAccountId: 'with prefix, e.g. act_123',
} as const;

export const facebookAudienceGuides = {
  'GET /ad-publishing/facebook/custom-audience': {
    name: 'ad_manager_facebook_audience_list',
    title: 'List Facebook custom audiences',
    summary: 'Custom and lookalike audiences of a Facebook ad account with id, size and delivery status.',
    notes: ['Small sizes are floors: 20 and 1000 are placeholders, not counts.'],
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { adAccountId: 'from ad_manager_facebook_ad_account_list' },
    words: ['meta', 'lookalike', 'retargeting', 'remarketing'],
  },
  'GET /ad-publishing/facebook/custom-audience/{audienceId}': {
    name: 'ad_manager_facebook_audience_get',
    title: 'Get a Facebook custom audience',
    summary: 'One Facebook audience with size, source and delivery status. Its members cannot be read.',
    risk: 'read',
    hints: audienceHints,
    words: ['meta', 'lookalike', 'retargeting'],
  },
  'PUT /ad-publishing/facebook/custom-audience/{audienceId}': {
    name: 'ad_manager_facebook_audience_update',
    title: 'Rename a Facebook custom audience',
    summary:
      'Changes name and description of a Facebook audience, not its members: those by ad_manager_facebook_audience_bulk_update.',
    notes: ['A single member: ad_manager_facebook_audience_member_add.'],
    risk: 'write',
    idempotent: true,
    openWorld: true,
    hints: audienceHints,
    words: ['meta', 'rename'],
  },
  'DELETE /ad-publishing/facebook/custom-audience/{audienceId}': {
    name: 'ad_manager_facebook_audience_delete',
    title: 'Delete a Facebook custom audience',
    summary: 'Deletes an audience at Facebook for good; ad sets and lookalikes built on it may stop delivering.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: audienceHints,
    words: ['meta', 'remove audience'],
  },
  'PUT /ad-publishing/facebook/custom-audience/{audienceId}/member': {
    name: 'ad_manager_facebook_audience_member_add',
    title: 'Add a contact to a Facebook audience',
    summary:
      "Sends one contact's hashed identifiers to Facebook as an audience member; needs that person's consent. Many: ad_manager_facebook_audience_bulk_update.",
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: memberHints,
    words: ['meta', 'retargeting', 'sync contact'],
  },
  'DELETE /ad-publishing/facebook/custom-audience/{audienceId}/member': {
    name: 'ad_manager_facebook_audience_member_remove',
    title: 'Remove a contact from a Facebook audience',
    summary: 'Takes one contact out of a Facebook audience; contact and audience stay.',
    risk: 'write',
    idempotent: true,
    openWorld: true,
    hints: memberHints,
    words: ['meta', 'exclude', 'opt out', 'retargeting'],
  },
  'PUT /ad-publishing/facebook/custom-audience/{audienceId}/member/batch': {
    name: 'ad_manager_facebook_audience_bulk_update',
    title: 'Change many members of a Facebook audience',
    summary:
      'Adds, removes or replaces audience members from smart lists or a CSV: their personal data goes to Facebook. REPLACE drops all others.',
    notes: [
      'It is queued: success says accepted only.',
      'One of smartlistIds and csvPath is needed.',
      'With dynamicAudience the audience follows the smart lists from then on.',
    ],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: {
      ...audienceHints,
      operationType: 'ADD, REMOVE or REPLACE',
      dynamicAudience: '"true" keeps following the lists',
    },
    words: ['meta', 'retargeting', 'upload customers', 'sync list'],
    examples: [
      {
        ask: 'Add everyone on this smart list to the Facebook audience',
        args: {
          audienceId: '23851234567890123',
          locationId: 've9EPM428h8vShlRW1KT',
          operationType: 'ADD',
          smartlistIds: ['hqm9dEuJcgYdkaPpBpDB'],
        },
      },
    ],
  },
  'GET /ad-publishing/facebook/pixels': {
    name: 'ad_manager_facebook_pixel_list',
    title: 'List Facebook pixels',
    summary: 'Conversion pixels of a location; ad sets that optimise for a website take one as pixelId.',
    risk: 'read',
    paging: { style: 'none', items: 'items', total: 'total' },
    hints: { channel: 'FACEBOOK (default), or IG for Instagram datasets' },
    words: ['meta', 'tracking', 'conversions api', 'dataset'],
  },
  'PUT /ad-publishing/facebook/pixels': {
    name: 'ad_manager_facebook_pixel_upsert',
    title: 'Create or rename a Facebook pixel',
    summary:
      'Creates a Facebook pixel, or renames the one in conversionPixelId; none can be deleted. See ad_manager_facebook_pixel_list first.',
    notes: ['INSTAGRAM_DM needs igUserId, allows one per account and cannot be renamed.'],
    risk: 'write',
    openWorld: true,
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /ad-publishing/facebook/pixels', with: {} }],
          records: 'items',
          match: { name: 'name', fbPixelId: 'conversionPixelId' },
          needs: ['name'],
          created: 'createdAt',
          id: 'fbPixelId',
        },
      ],
      check: 'ad_manager_facebook_pixel_list shows the pixels; with channel IG, the datasets of Instagram.',
    },
    hints: { type: 'e.g. LEAD_EVENT or INSTAGRAM_DM', conversionPixelId: 'only to rename' },
    words: ['meta', 'tracking', 'conversions api', 'dataset'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
