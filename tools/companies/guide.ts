import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'GET /companies/{companyId}': {
    name: 'companies_company_get',
    title: 'Get the agency',
    summary:
      'The agency account: plan, domain, timezone. Companies of contacts: businesses_business_list; sub-accounts: locations_location_search.',
    notes: ['Needs an agency token.'],
    risk: 'read',
    words: ['agency', 'white label domain', 'HighLevel plan', 'relationship number'],
  },
} as const satisfies Guides<typeof operations>;
