/** The bodies of the three advanced searches, which the documents leave empty or describe by half. */
import type { OperationRepair } from '../../src/catalogue/repair.ts';

const from = '../search-filters.ts';
const sort = { schema: { call: { from, name: 'searchSort', text: 'searchSort()' } } } as const;
const filtersWithNested = {
  schema: { call: { from, name: 'searchFilters', text: 'searchFilters({ nested: true })' } },
} as const;
const filters = {
  schema: { call: { from, name: 'searchFilters', text: 'searchFilters({ nested: false })' } },
} as const;
const query = { required: false, schema: { type: 'string', maxLength: 75 } } as const;
const page = { required: false, schema: { type: 'integer', minimum: 1 } } as const;
const size = { required: true, schema: { type: 'integer', minimum: 1, maximum: 500 } } as const;
const searchAfter = {
  required: false,
  schema: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
} as const;
const flag = { type: 'boolean' } as const;

export const searchRepairs = [
  {
    operations: 'POST /contacts/search',
    reason: 'the documented body is an empty object; locationId and pageLimit are needed (422 without, issue #31)',
    arguments: {
      locationId: { required: true, schema: { type: 'string' } },
      pageLimit: size,
      page,
      searchAfter,
      query,
      filters: filtersWithNested,
      sort,
    },
    context: { locationId: 'location' },
    check: { from, name: 'pageOrSearchAfter', text: "pageOrSearchAfter('pageLimit')" },
  },
  {
    operations: 'POST /opportunities/search',
    reason: 'filters and sort are missing; query, page, searchAfter and additionalDetails are wrongly required',
    arguments: {
      limit: size,
      page,
      searchAfter,
      query,
      filters,
      sort,
      additionalDetails: {
        required: false,
        schema: {
          type: 'object',
          properties: { notes: flag, tasks: flag, calendarEvents: flag, unReadConversations: flag },
        },
      },
    },
    check: { from, name: 'pageOrSearchAfter', text: "pageOrSearchAfter('limit')" },
  },
  {
    operations: 'POST /objects/{schemaKey}/records/search',
    reason: 'filters and sort are missing; query, page and searchAfter are wrongly required',
    arguments: { pageLimit: size, page, searchAfter, query, filters: filtersWithNested, sort },
    check: { from, name: 'pageOrSearchAfter', text: "pageOrSearchAfter('pageLimit')" },
  },
] as const satisfies readonly OperationRepair[];
