import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'GET /campaigns/': {
    name: 'campaigns_campaign_list',
    title: 'List campaigns',
    summary:
      'Campaigns of the older automation kind, for contacts_campaign_add. Newer: workflows_workflow_list; broadcasts: emails_campaign_list.',
    risk: 'read',
    paging: { style: 'none', items: 'campaigns' },
    hints: { status: 'draft or published' },
    words: ['drip', 'nurture', 'sequence', 'automation', 'legacy'],
  },
} as const satisfies Guides<typeof operations>;
