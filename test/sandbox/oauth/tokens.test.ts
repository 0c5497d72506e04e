import { expect, test } from 'vitest';
import { sandboxApp, sandboxCodes } from '../../../src/sandbox/domains/oauth/records.ts';
import { type Started, startSandbox } from '../locations/start.ts';

const { clientId: client_id, clientSecret: client_secret } = sandboxApp;

function requestToken({ send }: Started, fields: Readonly<Record<string, string>>) {
  const form = new URLSearchParams({ client_id, client_secret, ...fields });
  return send('POST', '/oauth/token', { form, token: null });
}

test('a code opens its location once', async () => {
  const started = await startSandbox();
  const { sandbox, locationId, send } = started;
  const fields = { grant_type: 'authorization_code', code: sandboxCodes.location, user_type: 'Location' };
  const { status, body } = await requestToken(started, fields);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    token_type: 'Bearer',
    expires_in: 86_399,
    userType: 'Location',
    locationId,
    companyId: sandbox.world.companyId,
    refresh_token: expect.any(String),
    scope: expect.stringContaining('contacts.readonly'),
  });
  expect(body).not.toHaveProperty('approvedLocations');
  expect((await send('GET', `/locations/${locationId}`, { token: body.access_token })).status).toBe(200);

  const again = await requestToken(started, fields);
  expect(again.status).toBe(400);
  expect(again.body).toMatchObject({ error: 'invalid_grant' });
});

test('a refresh token works once, and for 30 seconds more with the same answer', async () => {
  let now = Date.UTC(2026, 5, 15, 12);
  const started = await startSandbox({ clock: () => now });
  const first = await requestToken(started, { grant_type: 'authorization_code', code: sandboxCodes.location });
  const refresh = () => requestToken(started, { grant_type: 'refresh_token', refresh_token: first.body.refresh_token });

  const renewed = await refresh();
  expect(renewed.status).toBe(200);
  expect(renewed.body.refresh_token).not.toBe(first.body.refresh_token);
  now += 29_000;
  const { access_token, refresh_token } = (await refresh()).body;
  expect({ access_token, refresh_token }).toEqual({
    access_token: renewed.body.access_token,
    refresh_token: renewed.body.refresh_token,
  });
  now += 2_000;
  const late = await refresh();
  expect(late).toMatchObject({ status: 400, body: { message: 'Invalid grant: refresh token is invalid' } });
  const next = await requestToken(started, { grant_type: 'refresh_token', refresh_token });
  expect(next.status).toBe(200);
});

test('an access token ends after a day', async () => {
  let now = Date.UTC(2026, 5, 15, 12);
  const started = await startSandbox({ clock: () => now });
  const { body } = await requestToken(started, { grant_type: 'authorization_code', code: sandboxCodes.location });
  const read = () => started.send('GET', `/locations/${started.locationId}`, { token: body.access_token });
  now += 86_398_000;
  expect((await read()).status).toBe(200);
  now += 2_000;
  expect(await read()).toMatchObject({ status: 401, body: { message: 'Invalid JWT' } });
});

test('an agency token is exchanged for one of a location', async () => {
  const started = await startSandbox();
  const { sandbox, send } = started;
  const [, locationId] = sandbox.world.locationIds;
  const { body: agency } = await requestToken(started, {
    grant_type: 'authorization_code',
    code: sandboxCodes.company,
  });
  expect(agency).toMatchObject({ userType: 'Company', approvedLocations: sandbox.world.locationIds });
  expect(agency).not.toHaveProperty('locationId');

  const form = () => new URLSearchParams({ companyId: agency.companyId, locationId });
  const { status, body } = await send('POST', '/oauth/locationToken', { form: form(), token: agency.access_token });
  expect(status).toBe(200);
  expect(body).toMatchObject({ locationId, userType: 'Location', appId: sandboxApp.appId });
  expect((await send('GET', `/locations/${locationId}/tags`, { token: body.access_token })).status).toBe(200);
  expect((await send('GET', `/locations/${locationId}/tags`, { token: agency.access_token })).status).toBe(401);

  const modern = { form: form(), token: agency.access_token, version: 'v3' };
  expect((await send('POST', '/oauth/location-token', modern)).body).toMatchObject({ locationId, tokenType: 'Bearer' });
  const pit = { form: form(), token: sandbox.tokens.agency };
  expect((await send('POST', '/oauth/locationToken', pit)).status).toBe(401);
  const foreign = new URLSearchParams({ companyId: 'someOtherCompany0000', locationId });
  expect((await send('POST', '/oauth/locationToken', { form: foreign, token: agency.access_token })).status).toBe(403);
});

test('client credentials open the agency and cannot be refreshed', async () => {
  const started = await startSandbox();
  const { body } = await requestToken(started, { grant_type: 'client_credentials' });
  expect(body).toMatchObject({ userType: 'Company' });
  expect(body).not.toHaveProperty('refresh_token');
  const { companyId } = started.sandbox.world;
  expect((await started.send('GET', `/companies/${companyId}`, { token: body.access_token })).status).toBe(200);
});

test('a stranger, or a made-up token, gets nothing', async () => {
  const started = await startSandbox();
  const grant_type = 'refresh_token';
  const stranger = await requestToken(started, { grant_type, refresh_token: 'x', client_secret: 'guess' });
  expect(stranger).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
  const madeUp = await requestToken(started, { grant_type, refresh_token: 'made-up' });
  expect(madeUp).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  const missing = await requestToken(started, { grant_type });
  expect(missing).toMatchObject({ status: 400, body: { message: 'Missing parameter: refresh_token' } });
});

test('installed locations are listed, in V2 by skip, in v3 by page token', async () => {
  const started = await startSandbox();
  const { sandbox, send } = started;
  const [first, second] = sandbox.world.locationIds;
  const { body } = await requestToken(started, { grant_type: 'client_credentials' });
  const base = `companyId=${body.companyId}&appId=${sandboxApp.appId}`;
  const list = (path: string, version?: string) =>
    send('GET', path, { token: body.access_token, ...(version && { version }) });

  const old = await list(`/oauth/installedLocations?${base}&limit=1&skip=1`);
  expect(old.body).toMatchObject({ count: 2, locations: [{ _id: second, isInstalled: true }] });
  const named = await list(`/oauth/installedLocations?${base}&query=dental`);
  expect(named.body.locations).toMatchObject([{ _id: first }]);

  const page = await list(`/oauth/installed-locations?${base}&pageSize=1`, 'v3');
  expect(page.body).toMatchObject({
    items: [{ _id: first }],
    pagination: { totalRecords: 2, hasNextPage: true, hasPrevPage: false },
  });
  const token = page.body.pagination.nextPageToken;
  const next = await list(`/oauth/installed-locations?${base}&pageSize=1&pageToken=${token}`, 'v3');
  expect(next.body).toMatchObject({ items: [{ _id: second }], pagination: { hasNextPage: false, hasPrevPage: true } });
  expect((await list(`/oauth/installed-locations?${base}&pageToken=%25`, 'v3')).status).toBe(400);
});

test.each(['json', 'form'] as const)('v3 spells the call and its answer in camel case, as %s', async (kind) => {
  const { send } = await startSandbox();
  const request = (fields: Readonly<Record<string, string>>) =>
    send('POST', '/oauth/token', {
      token: null,
      version: 'v3',
      ...(kind === 'json' ? { json: fields } : { form: new URLSearchParams(fields) }),
    });
  const app = { clientId: client_id, clientSecret: client_secret };
  const opened = await request({ ...app, grantType: 'authorization_code', code: sandboxCodes.location });
  expect(opened).toMatchObject({ status: 200, body: { tokenType: 'Bearer', expiresIn: 86_399 } });
  const { refreshToken } = opened.body;
  expect((await request({ ...app, grantType: 'refresh_token', refreshToken })).status).toBe(200);
  const refusals: [fields: Readonly<Record<string, string>>, message: string][] = [
    [{ grantType: 'refresh_token' }, 'Missing parameter: clientId'],
    [{ ...app, grantType: 'guess' }, 'Invalid parameter: grantType'],
    [{ ...app, grantType: 'refresh_token', refreshToken: 'x' }, 'Invalid grant: refresh token is invalid'],
  ];
  for (const [fields, message] of refusals)
    expect(await request(fields)).toMatchObject({ status: 400, body: { message } });
});

test('the old way to reconnect is gone', async () => {
  const { call } = await startSandbox();
  const body = { statusCode: 400, message: 'API endpoint has been removed', error: 'Bad Request' };
  expect(await call('POST', '/oauth/reconnect', {})).toMatchObject({ status: 400, body });
});
