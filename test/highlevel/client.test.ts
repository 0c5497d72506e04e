import { describe, expect, it } from 'vitest';
import { createPrivateIntegrationTokens } from '../../src/highlevel/auth/private-integration.ts';
import { createHighLevelClient } from '../../src/highlevel/client.ts';
import { ConfigurationError } from '../../src/highlevel/errors/index.ts';
import { answerJson, catchError, createTestClient, defineOperation, startRecorder, token } from './support.ts';

const update = defineOperation({
  method: 'PUT',
  path: '/locations/{locationId}/things/{id}',
  places: { locationId: 'path', id: 'path', expand: 'query-repeat', name: 'body' },
  context: { locationId: 'location' },
  body: 'json',
});
const args = { locationId: 'L1', id: 'x y', expand: ['a', 'b'], name: 'N' };

it('sends exactly what the plan shows, and the token', async () => {
  const recorder = await startRecorder();
  const client = createTestClient(`${recorder.url}/mirror`, { userAgent: 'test/1.0' });
  const plan = await client.plan(update, args);
  expect(recorder.requests).toHaveLength(0);
  expect(plan).toEqual({
    method: 'PUT',
    url: `${recorder.url}/mirror/locations/L1/things/x%20y?expand=a&expand=b`,
    headers: {
      authorization: 'Bearer [redacted]',
      'user-agent': 'test/1.0',
      accept: 'application/json',
      version: '2021-07-28',
      'content-type': 'application/json',
    },
    body: { name: 'N' },
  });
  await client.execute(update, args);
  const [request] = recorder.requests;
  expect(request).toMatchObject({
    method: plan.method,
    url: plan.url.slice(recorder.url.length),
    headers: { ...plan.headers, authorization: `Bearer ${token}` },
  });
  expect(JSON.parse(request?.body.toString() ?? '')).toEqual(plan.body);
});

it('plans uploads by name, type and size, and forms as they are written', async () => {
  const client = createTestClient('http://127.0.0.1:9');
  const upload = defineOperation({ method: 'POST', places: { file: 'file', name: 'body' }, body: 'multipart' });
  const plan = await client.plan(upload, { name: 'n', file: { base64: 'aGk=', filename: 'a.txt' } });
  expect(plan.body).toEqual({
    parts: [
      { name: 'name', value: 'n' },
      { name: 'file', filename: 'a.txt', contentType: 'text/plain', sizeBytes: 2 },
    ],
  });
  const form = defineOperation({ method: 'POST', places: { a: 'body' }, body: 'form' });
  expect((await client.plan(form, { a: 'x y' })).body).toBe('a=x+y');
});

it('keeps its connections for the next call', async () => {
  const ports = new Set<unknown>();
  const recorder = await startRecorder((response, request) => {
    ports.add(response.req.socket.remotePort);
    answerJson({})(response, request);
  });
  const client = createTestClient(recorder.url, { connections: 1 });
  for (let call = 0; call < 5; call++) await client.execute(defineOperation(), {});
  expect(ports.size).toBe(1);
});

it('waits for the limiter by token and location, and reports HighLevel’s count', async () => {
  const recorder = await startRecorder(answerJson({}, 200, { 'x-ratelimit-daily-remaining': '42' }));
  const tokens = createPrivateIntegrationTokens([{ token: 'pit-agency', level: 'agency' }]);
  const client = createTestClient(recorder.url, { tokens, deadlineMs: 5_000 });
  const effect = { repetition: 'repeatable', isIrreversible: false } as const;
  const inLocation = (locationId: string) => client.execute(update, { ...args, locationId }, { effect });
  await Promise.all(Array.from({ length: 100 }, () => inLocation('L1')));
  expect(await catchError(inLocation('L1'))).toMatchObject({ kind: 'rate_limited', sent: 'no' });
  expect((await inLocation('L2')).rateLimit).toEqual({ dailyRemaining: 42 });
  expect(recorder.requests).toHaveLength(101);
  const limits = await Promise.all(['L1', 'L2'].map((locationId) => client.rateLimits({ locationId })));
  expect(limits.map(({ bucket }) => bucket.split(':')[1])).toEqual(['L1', 'L2']);
  expect(limits).toMatchObject([{ counted: { used: 100 }, heard: { dailyRemaining: 42 } }, { counted: { used: 1 } }]);
  expect(JSON.stringify(limits)).not.toContain('pit-agency');
});

it('refuses arguments for another location than the call is about', async () => {
  const recorder = await startRecorder();
  const client = createTestClient(recorder.url);
  for (const call of [client.execute, client.plan]) {
    const error = await catchError(call(update, args, { locationId: 'L2' }));
    expect(error).toMatchObject({ kind: 'invalid_arguments', argument: 'locationId', sent: 'no' });
  }
  expect(recorder.requests).toHaveLength(0);
});

it('errors keep values and tokens to themselves', async () => {
  const recorder = await startRecorder(answerJson({ message: 'no' }, 400));
  const operation = defineOperation({ places: { email: 'query', id: 'path' }, path: '/people/{id}' });
  const call = createTestClient(recorder.url).execute(operation, { email: 'ada@example.com', id: '+15550100' });
  const error = await catchError(call);
  expect(error.message).toBe('HighLevel refused GET /people/{id} (400): no');
  expect(JSON.stringify(error) + error.stack).not.toMatch(/ada@example|15550100|pit-/);
});

it('an error keeps the trace id and the words of HighLevel', async () => {
  const body = { statusCode: 422, message: ['a', 'b'], error: 'Unprocessable Entity', traceId: 'trace-1' };
  const recorder = await startRecorder(answerJson(body, 422));
  const error = await catchError(createTestClient(recorder.url).execute(defineOperation(), {}));
  expect(error).toMatchObject({ name: 'RefusedError', status: 422, messages: ['a', 'b'], traceId: 'trace-1' });
});

describe('options that cannot work', () => {
  it.each([
    'http://services.leadconnectorhq.com',
    'http://127.0.0.1.example.com',
    'http://0.0.0.0',
    'ftp://localhost',
    'https://user:secret@example.com',
    'https://example.com/?a=1',
    'https://example.com/#a',
    'services.leadconnectorhq.com',
    '',
  ])('base URL %j', (baseUrl) => {
    expect(() => createHighLevelClient({ token, baseUrl })).toThrow(ConfigurationError);
    expect(() => createHighLevelClient({ token, baseUrl })).not.toThrow('secret');
  });

  it.each([
    'https://example.com',
    'https://example.com/a/b/',
    'http://localhost:1',
    'http://127.9.9.9',
    'http://[::1]:80',
    undefined,
  ])('base URL %j is fine', async (baseUrl) => {
    const client = createHighLevelClient({ token, baseUrl });
    const { url } = await client.plan(defineOperation({ path: '/things' }), {});
    expect(url).toBe(new URL(`${(baseUrl ?? 'https://services.leadconnectorhq.com').replace(/\/$/, '')}/things`).href);
    await client.close();
  });

  it.each([
    {},
    { token: '' },
    { token: 'a b' },
    { token, tokens: createPrivateIntegrationTokens([{ token }]) },
    { token, userAgent: 'a\r\nb' },
    { token, headersTimeoutMs: 0 },
    { token, maxResponseBytes: -1 },
    { token, connections: 1.5 },
  ])('%j', (options) => {
    expect(() => createHighLevelClient(options)).toThrow(ConfigurationError);
  });
});
