/** The creation that these tests make, for processes without a test around them too. */
import * as z from 'zod';
import type { Operation } from '../../../src/catalogue/operation.ts';
import type { Effect } from '../../../src/highlevel/client.ts';

export const createThing: Operation = {
  method: 'POST',
  path: '/things/',
  version: '2021-07-28',
  source: 'v2',
  security: ['bearer'],
  scopes: [],
  places: { locationId: 'body', name: 'body', size: 'body', tags: 'body' },
  context: { locationId: 'location' },
  body: 'json',
  answer: 'json',
  success: 201,
  input: () => z.object({}),
};

export const args = { locationId: 'L1', name: 'chair' };
export const single: Effect = { repetition: 'single', isIrreversible: false };
export const repeatable: Effect = { repetition: 'repeatable', isIrreversible: false };
