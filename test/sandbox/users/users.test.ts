import { expect, test } from 'vitest';
import { startSandbox } from '../locations/start.ts';
import { refusalOf } from '../sdk.ts';

interface Listed {
  readonly id: string;
  readonly email: string;
  readonly roles: { readonly role: string; readonly locationIds: readonly string[] };
}

async function startWithDraft() {
  const started = await startSandbox();
  const draft = {
    companyId: started.sandbox.world.companyId,
    firstName: 'Nia',
    lastName: 'Okoro',
    email: 'Nia@Example.com',
    password: 'not-a-real-password',
    type: 'account',
    role: 'user',
    locationIds: [started.locationId],
  };
  return { ...started, draft };
}

test('a user is created with the rights of the role, read, promoted and deleted', async () => {
  const { sdk, draft, locationId } = await startWithDraft();
  const permissions = { invoiceEnabled: false };
  const created = await sdk.users.createUser({ ...draft, permissions } as never);
  expect(created).toMatchObject({
    name: 'Nia Okoro',
    email: 'nia@example.com',
    permissions: { contactsEnabled: true, settingsEnabled: false, invoiceEnabled: false, assignedDataOnly: false },
    roles: { type: 'account', role: 'user', locationIds: [locationId] },
  });
  expect(created).not.toHaveProperty('password');
  const userId = created.id ?? '';
  expect(await sdk.users.getUser({ userId })).toMatchObject({ id: userId, name: 'Nia Okoro' });

  const changed = await sdk.users.updateUser({ userId }, { role: 'admin', lastName: 'Okoro-Lund' } as never);
  expect(changed).toMatchObject({
    name: 'Nia Okoro-Lund',
    roles: { role: 'admin' },
    permissions: { invoiceEnabled: false },
  });

  const deleted = await sdk.users.deleteUser({ userId });
  expect(deleted).toMatchObject({ succeded: true, message: expect.stringContaining('nia@example.com') });
  expect((await refusalOf(sdk.users.getUser({ userId }))).statusCode).toBe(400);
});

test('search narrows by words, role, place and ids, and pages', async () => {
  const { call, sandbox, locationId, otherLocationId } = await startSandbox();
  const { companyId } = sandbox.world;
  const search = async (query: string, token = sandbox.tokens.agency) => {
    const { body } = await call('GET', `/users/search?companyId=${companyId}&${query}`, undefined, token);
    return body as { users: Listed[]; count: number };
  };
  const all = await search('limit=100');
  expect(all.count).toBe(all.users.length);
  expect((await search('query=ellery')).users).toMatchObject([{ lastName: 'Ellery' }]);
  const admins = all.users.filter((user) => user.roles.role === 'admin');
  expect((await search('role=admin')).count).toBe(admins.length);
  const [one, two] = all.users;
  expect((await search(`ids=${one?.id},${two?.id}`)).users.map(({ id }) => id)).toEqual([one?.id, two?.id]);
  expect((await search('limit=2&skip=1')).users.map(({ id }) => id)).toEqual(all.users.slice(1, 3).map(({ id }) => id));
  const inOther = await search(`locationId=${otherLocationId}`);
  expect(inOther.users.every((user) => user.roles.locationIds.includes(otherLocationId))).toBe(true);
  expect(inOther.count).toBeGreaterThan(0);
  const visible = await search('limit=100', sandbox.tokens.location);
  expect(visible.users.every((user) => user.roles.locationIds.includes(locationId))).toBe(true);
  expect(visible.count).toBeLessThan(all.count);
});

test('users are found by e-mail, with the fields that were asked for', async () => {
  const { call, sandbox } = await startSandbox();
  const { companyId } = sandbox.world;
  const emails = 'MORGAN.ELLERY@brightwater-agency.example.com,nobody@example.com';
  const path = '/users/search/filter-by-email';
  const bare = await call('POST', path, { companyId, emails }, sandbox.tokens.agency);
  expect(bare.body).toMatchObject({ count: 1 });
  expect(bare.body.users).toEqual([{ id: expect.any(String), email: 'morgan.ellery@brightwater-agency.example.com' }]);
  const full = await call('POST', path, { companyId, emails, projection: 'all' }, sandbox.tokens.agency);
  expect(full.body.users[0]).toMatchObject({ firstName: 'Morgan', roles: { role: 'admin' } });
});

test('the older list has everybody of the location', async () => {
  const { sdk, locationId } = await startSandbox();
  const { users } = await sdk.users.getUserByLocation({ locationId });
  expect(users?.length).toBeGreaterThanOrEqual(3);
  expect(users?.every((user) => user.roles?.locationIds?.includes(locationId))).toBe(true);
});

test('taken e-mails, unknown roles and foreign locations are refused', async () => {
  const { call, draft, otherLocationId, sandbox } = await startWithDraft();
  expect((await call('POST', '/users/', draft)).status).toBe(201);
  expect((await call('POST', '/users/', { ...draft, email: 'nia@example.com' })).status).toBe(400);
  const fresh = { ...draft, email: 'other@example.com' };
  expect((await call('POST', '/users/', { ...fresh, role: 'emperor' })).status).toBe(422);
  expect((await call('POST', '/users/', { ...fresh, locationIds: [otherLocationId] })).status).toBe(403);
  expect((await call('POST', '/users/', { ...fresh, companyId: 'someOtherCompany0000' })).status).toBe(403);
  const { body } = await call('GET', `/users/?locationId=${otherLocationId}`, undefined, sandbox.tokens.secondLocation);
  const stranger = body.users.find((user: Listed) => user.roles.locationIds.length === 1);
  expect((await call('GET', `/users/${stranger.id}`)).status).toBe(403);
});
