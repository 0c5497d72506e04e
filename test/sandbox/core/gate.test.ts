import { describe, expect, it } from 'vitest';
import { closeSandbox, createClock, openSandbox, type Sent } from './harness.ts';

const first = 'sandboxLocation00001';
const second = 'sandboxLocation00002';
const list = `/contacts/?locationId=${first}`;

describe('routes', () => {
  it.each([
    ['GET', '/nowhere/at-all?x=1'],
    ['PUT', '/contacts/'],
    ['GET', '/'],
    ['GET', '/contacts/%zz'],
  ])('answers %s %s as Nest does', async (method, path) => {
    const { send } = await openSandbox();
    expect(await send(method, path)).toMatchObject({
      status: 404,
      body: { statusCode: 404, message: `Cannot ${method} ${path}`, error: 'Not Found' },
    });
  });

  it('finds a path with and without its trailing slash', async () => {
    const { send } = await openSandbox();
    expect((await send('GET', `/contacts/?locationId=${first}`)).status).toBe(200);
    expect((await send('GET', `/contacts?locationId=${first}`)).status).toBe(200);
    expect((await send('GET', '/contacts/abc/')).status).toBe(200);
  });

  it('prefers a static path to a parameter', async () => {
    const { send, sandbox } = await openSandbox();
    await send('GET', `/contacts/search/static?locationId=${first}`);
    await send('GET', '/contacts/search');
    expect(sandbox.requests.map(({ key }) => key)).toEqual([
      'GET /contacts/search/static',
      'GET /contacts/{contactId}',
    ]);
  });

  it('decodes what a path carries', async () => {
    const { send } = await openSandbox();
    const { body } = await send('DELETE', '/contacts/a%2Fb%20c/tags', { json: { tags: [] } });
    expect(body.id).toBe('a/b c');
  });

  it('answers HEAD without a body and OPTIONS without a token', async () => {
    const { send } = await openSandbox();
    expect(await send('HEAD', list)).toMatchObject({ status: 200, body: '' });
    expect(await send('OPTIONS', list, { token: null, version: null })).toMatchObject({ status: 204 });
  });
});

describe('Version', () => {
  it.each([
    [null, 'version header was not found.'],
    ['2020-01-01', 'version header is invalid'],
  ])('refuses %s before it looks at the token', async (version, message) => {
    const { send } = await openSandbox();
    expect(await send('GET', list, { version, token: null })).toMatchObject({
      status: 401,
      body: { statusCode: 401, message },
    });
  });

  it.each(['2021-01-01', '2021-04-15', '2021-07-28', '2023-02-21', 'v3'])(
    'takes %s on established paths',
    async (version) => {
      const { send } = await openSandbox();
      expect((await send('GET', '/contacts/abc', { version })).status).toBe(200);
    },
  );

  it('knows v3 paths with v3 only, unless they declare an older version', async () => {
    const { send } = await openSandbox();
    expect((await send('GET', '/chat-widget/list', { version: 'v3' })).status).toBe(200);
    const old = await send('GET', '/chat-widget/list');
    expect(old).toMatchObject({ status: 404, body: { message: 'Cannot GET /chat-widget/list' } });
    expect((await send('GET', '/chat-widget/w1')).status).toBe(200);
  });

  it('says that v3 has removed a path', async () => {
    const { send } = await openSandbox();
    const { status, body } = await send('GET', list, { version: 'v3' });
    expect(status).toBe(400);
    expect(body.message).toBe(
      `Endpoint ${list} not available in API version v3. This endpoint was removed in version v3. Please use a version before v3.`,
    );
  });

  it('asks neither Version nor token of those who come for a token', async () => {
    const { send } = await openSandbox();
    const body = new URLSearchParams({ client_id: 'c', grant_type: 'refresh_token' });
    const answer = await send('POST', '/oauth/token', { token: null, version: null, body });
    expect(answer).toMatchObject({ status: 200, body: { client_id: 'c', grant_type: 'refresh_token' } });
  });
});

describe('tokens', () => {
  const scopeMissing = 'The token is not authorized for this scope.';
  const classMismatch =
    'This authClass type is not allowed to access this scope. Please verify your IAM configuration if this is not the case.';

  it.each([
    [null, 'Invalid JWT'],
    ['eyJhbGciOiJub25lIn0.e30.x', 'Invalid JWT'],
    ['pit-00000000-0000-4000-8000-0000000000ff', 'Invalid Private Integration token'],
  ])('refuses %s', async (token, message) => {
    const { send } = await openSandbox();
    const answer = await send('GET', list, { token });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ statusCode: 401, message });
  });

  it('refuses an expired token', async () => {
    const clock = createClock();
    const { send, sandbox } = await openSandbox({ clock: clock.now });
    const token = sandbox.tokens.create({ class: 'oauth', expiresInMs: 1000 });
    expect((await send('GET', list, { token })).status).toBe(200);
    clock.advance(1000);
    expect(await send('GET', list, { token })).toMatchObject({ status: 401, body: { message: 'Invalid JWT' } });
  });

  const cases: [who: string, request: object, path: string, message: string | undefined][] = [
    ['agency PIT', { kind: 'agency' }, '/contacts/abc', scopeMissing],
    ['agency PIT', { kind: 'agency' }, `/users/?locationId=${first}`, "Token's user type mismatch!"],
    ['company token of an app', { kind: 'agency', class: 'oauth' }, '/contacts/abc', classMismatch],
    ['location PIT', {}, '/snapshots/', scopeMissing],
    ['location token of an app', { class: 'oauth' }, '/snapshots/', classMismatch],
    ['location PIT', {}, '/marketplace/billing/charges', classMismatch],
    ['agency PIT', { kind: 'agency' }, '/oauth/installedLocations', classMismatch],
    ['location token of an app', { class: 'oauth' }, '/marketplace/billing/charges', undefined],
    ['company token of an app', { kind: 'agency', class: 'oauth' }, '/oauth/installedLocations', undefined],
    ['agency PIT', { kind: 'agency' }, '/snapshots/', undefined],
    ['agency PIT', { kind: 'agency' }, `/invoices/?altId=${second}&altType=location`, undefined],
    ['PIT without the scope', { scopes: ['contacts.write'] }, '/contacts/abc', scopeMissing],
    ['PIT without any scope', { scopes: [] }, '/contacts/list/typed', undefined],
    ['PIT with the scope', { scopes: ['contacts.readonly'] }, '/contacts/abc', undefined],
  ];
  it.each(cases)('%s %o on GET %s: %s', async (_who, request, path, message) => {
    const { send, sandbox } = await openSandbox();
    const { status, body } = await send('GET', path, { token: sandbox.tokens.create(request) });
    expect({ status, message: body.message }).toEqual({ status: message === undefined ? 200 : 401, message });
  });
});

describe('locations', () => {
  const noAccess = { statusCode: 403, message: 'The token does not have access to this location.' };
  const foreign: [method: string, path: string, sent?: Sent][] = [
    ['GET', `/contacts/?locationId=${second}`],
    ['GET', '/contacts/'],
    ['GET', '/contacts/?locationId='],
    ['POST', '/contacts/', { json: { locationId: second, name: 'x' } }],
    ['POST', '/contacts/', { json: { name: 'x' } }],
    ['GET', `/invoices/?altId=${second}&altType=location`],
    ['GET', '/invoices/?altType=location'],
  ];
  it.each(foreign)('%s %s %o is out of reach', async (method, path, sent) => {
    const { send } = await openSandbox();
    const answer = await send(method, path, sent);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual(noAccess);
  });

  it('an agency reaches its own locations only', async () => {
    const { send, sandbox } = await openSandbox();
    const answer = await send('GET', '/invoices/?altId=elsewhere&altType=location', { token: sandbox.tokens.agency });
    expect(answer.body).toEqual(noAccess);
  });

  it('falls back to the location of the token', async () => {
    const { send, sandbox } = await openSandbox();
    const own = await send('GET', '/contacts/list/typed', { token: sandbox.tokens.secondLocation });
    expect(own.body.locationId).toBe(second);
  });
});

describe('what is logged', () => {
  it('keeps everything but the token', async () => {
    const { send, sandbox } = await openSandbox();
    await send('POST', '/contacts/', { json: { locationId: first, name: 'Ada' } });
    const [logged] = sandbox.requests;
    expect(logged).toMatchObject({
      method: 'POST',
      path: '/contacts/',
      key: 'POST /contacts/',
      status: 201,
      isProcessed: true,
      body: { locationId: first, name: 'Ada' },
      headers: { version: '2021-07-28' },
    });
    expect(JSON.stringify(logged)).not.toContain(sandbox.tokens.location);
  });

  it('holds the mistake of a handler, which the caller does not see', async () => {
    const { send, sandbox } = await openSandbox();
    const answer = await send('POST', '/contacts/abc/breaks');
    expect(answer).toMatchObject({ status: 500, body: { statusCode: 500, message: 'Internal server error' } });
    expect(sandbox.requests[0]?.error).toBeInstanceOf(TypeError);
  });
});

it('closes twice without harm to others', async () => {
  const { sandbox, send } = await openSandbox();
  const other = await openSandbox();
  await closeSandbox(sandbox);
  await expect(send('GET', list)).rejects.toThrow();
  expect((await other.send('GET', list)).status).toBe(200);
});
