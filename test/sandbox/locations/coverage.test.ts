import { expect, test } from 'vitest';
import type { Operations } from '../../../src/catalogue/operation.ts';
import { domain as associations } from '../../../src/sandbox/domains/associations/index.ts';
import { domain as companies } from '../../../src/sandbox/domains/companies/index.ts';
import { domain as customFields } from '../../../src/sandbox/domains/custom-fields/index.ts';
import { domain as locations } from '../../../src/sandbox/domains/locations/index.ts';
import { domain as oauth } from '../../../src/sandbox/domains/oauth/index.ts';
import { domain as objects } from '../../../src/sandbox/domains/objects/index.ts';
import { domain as opportunities } from '../../../src/sandbox/domains/opportunities/index.ts';
import { domain as users } from '../../../src/sandbox/domains/users/index.ts';
import { operations as associationOperations } from '../../../tools/associations/operations.gen.ts';
import { operations as companyOperations } from '../../../tools/companies/operations.gen.ts';
import { operations as customFieldOperations } from '../../../tools/custom-fields/operations.gen.ts';
import { operations as locationOperations } from '../../../tools/locations/operations.gen.ts';
import { operations as oauthOperations } from '../../../tools/oauth/operations.gen.ts';
import { operations as objectOperations } from '../../../tools/objects/operations.gen.ts';
import { operations as opportunityOperations } from '../../../tools/opportunities/operations.gen.ts';
import { operations as userOperations } from '../../../tools/users/operations.gen.ts';
import { startSandbox } from './start.ts';

const pairs = [
  [associations, associationOperations],
  [companies, companyOperations],
  [customFields, customFieldOperations],
  [locations, locationOperations],
  [oauth, oauthOperations],
  [objects, objectOperations],
  [opportunities, opportunityOperations],
  [users, userOperations],
] as const;

test.each(pairs.map(([domain, operations]) => [domain.name, domain, operations] as const))(
  '%s: every operation has a handler, and no handler is without an operation',
  (_name, domain, operations) => {
    expect(Object.keys(domain.handlers).sort()).toEqual(Object.keys(operations).sort());
  },
);

test('what the seeded world answers fits the documented schemas', async () => {
  const { sandbox, locationId, send } = await startSandbox();
  const { world, tokens } = sandbox;
  const idOf = (collection: string) => world.collection(collection).inLocation(locationId)[0]?.id ?? '';
  const userId = world.collection('users').all()[0]?.id;
  const here = `locationId=${locationId}`;
  const object = 'custom_objects.treatment_plan';
  const reads: readonly (readonly [operation: string, path: string, token?: string, json?: object])[] = [
    ['GET /opportunities/search', `/opportunities/search?location_id=${locationId}`],
    ['POST /opportunities/search', '/opportunities/search', tokens.location, { locationId, limit: 50 }],
    ['GET /opportunities/{id}', `/opportunities/${idOf('opportunities')}`],
    ['GET /opportunities/pipelines', `/opportunities/pipelines?${here}`],
    ['GET /opportunities/lost-reason', `/opportunities/lost-reason?${here}`],
    ['GET /locations/search', '/locations/search', tokens.agency],
    ['GET /locations/{locationId}', `/locations/${locationId}`],
    ['GET /locations/{locationId}/tags', `/locations/${locationId}/tags`],
    ['GET /locations/{locationId}/customFields', `/locations/${locationId}/customFields?model=all`],
    ['GET /locations/{locationId}/customValues', `/locations/${locationId}/customValues`],
    ['GET /locations/{locationId}/templates', `/locations/${locationId}/templates?originId=${locationId}`],
    [
      'GET /locations/{locationId}/recurring-tasks/{id}',
      `/locations/${locationId}/recurring-tasks/${idOf('recurring-tasks')}`,
    ],
    ['POST /locations/{locationId}/tasks/search', `/locations/${locationId}/tasks/search`, tokens.location, {}],
    ['GET /companies/{companyId}', `/companies/${world.companyId}`, tokens.agency],
    ['GET /users/', `/users/?${here}`],
    ['GET /users/search', `/users/search?companyId=${world.companyId}`, tokens.agency],
    ['GET /users/{userId}', `/users/${userId}`],
    ['GET /objects/', `/objects/?${here}`],
    ['GET /objects/{key}', `/objects/${object}?${here}&fetchProperties=true`],
    ['GET /objects/{key}', `/objects/business?${here}`],
    ['GET /objects/{schemaKey}/records/{id}', `/objects/${object}/records/${idOf('object-records')}`],
    [
      'POST /objects/{schemaKey}/records/search',
      `/objects/${object}/records/search`,
      tokens.location,
      { locationId, pageLimit: 20 },
    ],
    ['GET /custom-fields/object-key/{objectKey}', `/custom-fields/object-key/${object}?${here}`],
    ['GET /custom-fields/{id}', `/custom-fields/${idOf('object-fields')}`],
    ['GET /associations/', `/associations/?${here}&skip=0&limit=10`],
    ['GET /associations/{associationId}', `/associations/${idOf('associations')}`],
  ];
  const facts: Operations = Object.assign({}, ...pairs.map(([, operations]) => operations));
  for (const [key, path, token = tokens.location, json] of reads) {
    const { status, body } = await send(key.split(' ')[0] ?? '', path, { token, ...(json && { json }) });
    expect(status, key).toBe(200);
    const output = facts[key as keyof Operations]?.output?.();
    expect(output?.safeParse(body).error?.issues ?? [], key).toEqual([]);
  }
});
