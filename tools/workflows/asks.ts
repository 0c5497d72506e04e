import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with workflows. */
export const asks = {
  'GET /workflows/': [
    'what automations do we have',
    'list all workflows',
    'is the onboarding sequence published',
    'find the id of the nurture flow',
    'which workflows are still drafts',
    'show me all triggers and sequences in the account',
    'which drips are live',
    'look for the missed call text back automation',
  ],
} as const satisfies Asks<typeof operations>;
