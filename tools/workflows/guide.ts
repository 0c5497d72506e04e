import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'GET /workflows/': {
    name: 'workflows_workflow_list',
    title: 'List workflows',
    summary:
      'All workflows with id, name and status; the API cannot read or edit their steps. To start one for a contact: contacts_workflow_add.',
    notes: ['status is published or draft.'],
    risk: 'read',
    paging: { style: 'none', items: 'workflows' },
    words: ['automation', 'sequence', 'trigger', 'drip', 'nurture'],
  },
} as const satisfies Guides<typeof operations>;
