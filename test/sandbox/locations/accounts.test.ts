import { expect, test } from 'vitest';
import { startSandbox } from './start.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

test('a location token reads its own location and only that one', async () => {
  const { sdk, call, locationId, otherLocationId } = await startSandbox();
  const { location } = await sdk.locations.getLocation({ locationId });
  expect(location).toMatchObject({
    id: locationId,
    name: 'Lakeview Dental Studio',
    timezone: 'America/Chicago',
    business: { name: 'Lakeview Dental Studio' },
    settings: { allowDuplicateContact: false, allowDuplicateOpportunity: false },
  });
  expect((await call('GET', `/locations/${otherLocationId}`)).status).toBe(403);
  const { body } = await call('GET', '/locations/search');
  expect(body.locations.map(({ id }: Named) => id)).toEqual([locationId]);
});

test('the agency creates, finds, changes and deletes a location', async () => {
  const { call, sandbox } = await startSandbox();
  const { agency } = sandbox.tokens;
  const { companyId } = sandbox.world;
  const prospectInfo = { firstName: 'Lou', lastName: 'Ray', email: 'lou@example.com' };
  const draft = { companyId, name: 'Mark Shoes', country: 'US', timezone: 'US/Central', prospectInfo };
  const created = await call('POST', '/locations/', draft, agency);
  expect(created).toMatchObject({
    status: 200,
    body: { companyId, name: 'Mark Shoes', email: 'lou@example.com', settings: { allowDuplicateContact: false } },
  });
  const { id } = created.body;

  const found = await call('GET', '/locations/search?email=LOU@example.com', undefined, agency);
  expect(found.body.locations.map((one: Named) => one.id)).toEqual([id]);
  const newest = await call('GET', '/locations/search?order=desc&limit=1', undefined, agency);
  expect(newest.body.locations[0].id).toBe(id);
  const skipped = await call('GET', '/locations/search?skip=2', undefined, agency);
  expect(skipped.body.locations.map((one: Named) => one.id)).toEqual([id]);

  const change = { companyId, name: 'Mark Boots', settings: { allowDuplicateContact: true } };
  const changed = await call('PUT', `/locations/${id}`, change, agency);
  expect(changed.body).toMatchObject({
    name: 'Mark Boots',
    email: 'lou@example.com',
    settings: { allowDuplicateContact: true },
  });

  const deleted = await call('DELETE', `/locations/${id}?deleteTwilioAccount=false`, undefined, agency);
  expect(deleted.body).toMatchObject({ success: true, message: `Deleted location with id: ${id}` });
  const left = await call('GET', '/locations/search', undefined, agency);
  expect(left.body.locations).toHaveLength(2);
});

test('a location belongs to the company of the token', async () => {
  const { call, sandbox } = await startSandbox();
  const draft = { companyId: 'someOtherCompany0000', name: 'Mark Shoes' };
  expect((await call('POST', '/locations/', draft, sandbox.tokens.agency)).status).toBe(403);
  expect((await call('POST', '/locations/', { ...draft, companyId: sandbox.world.companyId })).status).toBe(401);
});

test('the agency reads its company', async () => {
  const { call, sandbox } = await startSandbox();
  const { companyId } = sandbox.world;
  const { body } = await call('GET', `/companies/${companyId}`, undefined, sandbox.tokens.agency);
  expect(body.company).toMatchObject({ id: companyId, name: 'Brightwater Agency', locationCount: 2 });
  expect((await call('GET', '/companies/another', undefined, sandbox.tokens.agency)).status).toBe(403);
});

test('permissions of a location are read and replaced in v3', async () => {
  const { sandbox, locationId, send } = await startSandbox();
  const path = `/locations/${locationId}/permissions`;
  const agency = { token: sandbox.tokens.agency, version: 'v3' };
  expect((await send('GET', path, agency)).body.permissions).toContain('funnels');
  const replaced = await send('PUT', path, { ...agency, json: { permissions: ['crm', 'calendar'] } });
  expect(replaced.body.permissions).toEqual(['calendar', 'crm']);
  expect((await send('GET', path, agency)).body.permissions).toEqual(['calendar', 'crm']);
});

test('channels name the providers of one kind in v3', async () => {
  const { locationId, send } = await startSandbox();
  const { status, body } = await send('GET', `/locations/${locationId}/conversationChannels/SMS`, { version: 'v3' });
  expect(status).toBe(200);
  expect(body.conversationChannel.SMS).toMatchObject([{ conversationProvider: { type: 'SMS', default: true } }]);
  expect(body.conversationChannel.Email).toEqual([]);
});

test('timezones are IANA names', async () => {
  const { sdk, locationId } = await startSandbox();
  const answer = (await sdk.locations.getTimezones({ locationId })) as unknown as { timeZones: string[] };
  expect(answer.timeZones).toEqual(expect.arrayContaining(['America/Chicago', 'Europe/Madrid']));
});
