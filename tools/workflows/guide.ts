import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'GET /workflows/': {
    name: 'workflows_workflow_list',
    title: 'List workflows',
    summary:
      'All workflows of a location with id, name and status (published or draft). The API cannot read their steps or edit them; to run one for a contact use contacts_workflow_add.',
    risk: 'read',
    paging: { style: 'none', items: 'workflows' },
    words: ['automation', 'sequence', 'trigger', 'drip', 'nurture'],
  },
} as const satisfies Guides<typeof operations>;
