import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'GET /campaigns/': {
    name: 'campaigns_campaign_list',
    title: 'List campaigns',
    summary:
      'Campaigns of the older automation kind, for contacts_campaign_add. Automations built today are in workflows_workflow_list, email broadcasts in emails_campaign_list.',
    risk: 'read',
    paging: { style: 'none', items: 'campaigns' },
    hints: { status: 'draft or published' },
    words: ['drip', 'nurture', 'sequence', 'automation', 'legacy'],
  },
} as const satisfies Guides<typeof operations>;
