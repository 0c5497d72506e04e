import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with companies. */
export const asks = {
  'GET /companies/{companyId}': [
    'show our agency account',
    'what plan is the agency on',
    'white label domain of the agency',
    'agency name, email and timezone',
    'what is our relationship number',
    'get company details by company id',
    'agency profile and branding settings',
  ],
} as const satisfies Asks<typeof operations>;
