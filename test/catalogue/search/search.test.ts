/** How often the right operation is found by what people say. */
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createSearch } from '../../../src/catalogue/search/search.ts';
import { everydayTools } from '../../../src/mcp/surface/everyday.ts';
import { getShare, placeRequests } from './places.ts';
import { requests } from './requests.ts';

const catalogue = createCatalogue();
const search = createSearch(catalogue, { favoured: everydayTools });
const placed = await placeRequests(search, requests);

describe('the right operation', () => {
  it('is first for 80 % of the requests, and in the first five for 95 %', () => {
    expect(getShare(placed, 1)).toBeGreaterThanOrEqual(0.8);
    expect(getShare(placed, 5)).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['synonym', 'typo', 'language'] as const)('is in the first five for 9 of 10 of kind %s', (kind) => {
    const own = placed.filter(({ request }) => request.kind === kind);
    expect(getShare(own, 5)).toBeGreaterThanOrEqual(0.9);
  });
});

it('every operation is reached by its name and title', async () => {
  const unreached: string[] = [];
  for (const row of catalogue.rows.filter(({ guided, withheld }) => guided && withheld === undefined)) {
    const options = { limit: 20, isCallable: () => true, resource: row.resource };
    const found = await search.search(`${row.name.replaceAll('_', ' ')} ${row.title}`, options);
    if (!found.hits.some((hit) => hit.row.name === row.name)) unreached.push(row.name);
  }
  expect(unreached).toEqual([]);
});
