import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with campaigns. */
export const asks = {
  'GET /campaigns/': [
    'list the campaigns in this account',
    'which legacy drip campaigns exist',
    'find the id of a campaign',
    'old style campaigns still published',
    'show campaigns I can add a lead to',
    'draft and live nurture campaigns, the older kind',
    'what campaign is called reactivation',
  ],
} as const satisfies Asks<typeof operations>;
