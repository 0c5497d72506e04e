/** Businesses: the companies that contacts work for. The agency itself is the companies resource. */
import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const businessHints = {
  phone: 'E.164, e.g. +14155550123',
  country: 'two-letter ISO code, e.g. US',
} as const;

const businessId = 'from businesses_business_list';

export const guides = {
  'GET /businesses/': {
    name: 'businesses_business_list',
    title: 'List businesses',
    summary:
      'Company records of a location, without search: to find one use objects_record_search. Its people: contacts_business_contact_list.',
    notes: [
      'For the search schemaKey is business.',
      'The answer has no total: go on until a page is shorter than limit.',
    ],
    risk: 'read',
    paging: { style: 'skip-limit', items: 'businesses', size: 'limit', defaultSize: 100, offset: 'skip' },
    words: ['companies', 'accounts', 'organizations', 'B2B', 'customers'],
  },
  'GET /businesses/{businessId}': {
    name: 'businesses_business_get',
    title: 'Get a business',
    summary:
      'One company record by id with address and contact details; its people are contacts_business_contact_list.',
    risk: 'read',
    hints: { businessId },
    words: ['company', 'account', 'organization', 'B2B'],
  },
  'POST /businesses/': {
    name: 'businesses_business_create',
    title: 'Create a business',
    summary:
      'Adds a company record; one of the same name is not noticed, so search first (objects_record_search). Link people with contacts_bulk_business_set.',
    notes: [
      'Custom fields cannot be set here; whether objects_record_update can is reported both ways (issues #34, #329).',
      'HighLevel spells the field of the answer buiseness.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /businesses/', with: { limit: 100, skip: 0 } }],
          records: 'businesses',
          match: { name: 'name', phone: 'phone', email: 'email', website: 'website' },
          created: 'createdAt',
        },
        // By name: reaches all, but needs a scope of its own.
        {
          steps: [
            {
              ask: 'POST /objects/{schemaKey}/records/search',
              with: {
                schemaKey: 'business',
                page: 1,
                pageLimit: 100,
                filters: [{ field: 'properties.name', operator: 'eq', value: '$name' }],
              },
            },
          ],
          records: 'records',
          match: { 'properties.name': 'name' },
          created: 'createdAt',
          complete: true,
        },
      ],
      check: 'objects_record_search with schemaKey business finds the record by its name.',
    },
    hints: businessHints,
    words: ['company', 'account', 'organization', 'new B2B customer'],
    examples: [
      {
        ask: 'Add Example Plumbing in Austin as a company',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Example Plumbing',
          phone: '+15125550100',
          website: 'https://plumbing.example.com',
          city: 'Austin',
          state: 'TX',
          country: 'US',
        },
      },
    ],
  },
  'PUT /businesses/{businessId}': {
    name: 'businesses_business_update',
    title: 'Update a business',
    summary:
      'Changes the standard fields sent of a company record. For custom fields try objects_record_update with schemaKey business.',
    notes: ['HighLevel spells the field of the answer buiseness.'],
    risk: 'write',
    idempotent: true,
    hints: { ...businessHints, businessId },
    words: ['company', 'account', 'rename', 'address'],
  },
  'DELETE /businesses/{businessId}': {
    name: 'businesses_business_delete',
    title: 'Delete a business',
    summary:
      'Deletes a company record for good. To only unlink people from it use contacts_bulk_business_set with businessId null.',
    notes: [
      'That its contacts stay is likely but not documented: list them with contacts_business_contact_list first.',
    ],
    risk: 'high-impact',
    idempotent: true,
    hints: { businessId },
    words: ['company', 'account', 'remove organization'],
  },
} as const satisfies Guides<typeof operations>;
