import { expect, test } from 'vitest';
import { domain as businesses } from '../../../src/sandbox/domains/businesses/index.ts';
import { domain as campaigns } from '../../../src/sandbox/domains/campaigns/index.ts';
import { domain as contacts } from '../../../src/sandbox/domains/contacts/index.ts';
import { domain as workflows } from '../../../src/sandbox/domains/workflows/index.ts';
import { operations as businessOperations } from '../../../tools/businesses/operations.gen.ts';
import { operations as campaignOperations } from '../../../tools/campaigns/operations.gen.ts';
import { operations as contactOperations } from '../../../tools/contacts/operations.gen.ts';
import { operations as workflowOperations } from '../../../tools/workflows/operations.gen.ts';

test.each([
  ['contacts', contacts, contactOperations],
  ['businesses', businesses, businessOperations],
  ['campaigns', campaigns, campaignOperations],
  ['workflows', workflows, workflowOperations],
])('%s: every operation has a handler, and no handler is without an operation', (_name, domain, operations) => {
  expect(Object.keys(domain.handlers).sort()).toEqual(Object.keys(operations).sort());
});
