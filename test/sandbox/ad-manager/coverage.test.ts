import { expect, test } from 'vitest';
import { domain } from '../../../src/sandbox/domains/ad-manager/index.ts';
import { domains } from '../../../src/sandbox/domains/index.ts';
import { operations } from '../../../tools/ad-manager/operations.gen.ts';

/** What only the platforms know. */
const stateless = [
  'GET /ad-publishing/facebook/me',
  'GET /ad-publishing/facebook/page/{pageId}/instagram',
  'GET /ad-publishing/facebook/reporting',
  'GET /ad-publishing/facebook/reporting/campaign/{campaignId}',
  'GET /ad-publishing/facebook/reporting/list',
  'GET /ad-publishing/facebook/targeting/search',
  'GET /ad-publishing/google/conversion-goals',
  'GET /ad-publishing/google/me',
  'GET /ad-publishing/google/reporting',
  'GET /ad-publishing/google/reporting/campaign/{campaignId}',
  'GET /ad-publishing/google/reporting/list',
  'GET /ad-publishing/google/target-interests',
  'GET /ad-publishing/google/targeting/search',
  'GET /ad-publishing/linkedin/me',
  'GET /ad-publishing/linkedin/reporting',
  'GET /ad-publishing/linkedin/reporting/campaign-group/{campaignGroupId}',
  'GET /ad-publishing/linkedin/reporting/list',
  'GET /ad-publishing/linkedin/targeting/search',
  'POST /ad-publishing/google/keyword-ideas',
];

test('everything keeps state but the look-ups at the platforms', () => {
  const known = Object.keys(operations).sort();
  expect([...Object.keys(domain.handlers), ...stateless].sort()).toEqual(known);
  expect(domains).toContain(domain);
});
