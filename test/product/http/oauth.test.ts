/** Access tokens of somebody's authorization server: what is checked, and what a client is told where. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { buildCall, connectHttp, type HttpProcess, sendRaw, startHttpProcess } from '../../support/http-process.ts';
import { createFolder } from '../../support/run.ts';

const issuer = 'https://login.example.com';
const resource = 'https://mcp.example.com/mcp';
const now = Math.floor(Date.now() / 1000);

const { privateKey, publicKey } = await generateKeyPair('ES256');
const { privateKey: foreignKey } = await generateKeyPair('ES256');
const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
let areKeysThere = false;
const keys = createServer((_, response) => {
  if (!areKeysThere) return response.writeHead(500).end();
  return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
});
await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
const sandbox = createSandbox({});
const [first = '', second = ''] = sandbox.world.locationIds;
const folder = createFolder('http-oauth');
let server: HttpProcess;

beforeAll(async () => {
  const { url } = await sandbox.listen();
  const file = join(folder, 'clients.json');
  const accounts = {
    first: { token: { environment: 'FIRST_TOKEN' }, location: first },
    second: { token: { environment: 'SECOND_TOKEN' }, location: second },
  };
  const oauth = {
    resource,
    issuer,
    jwks: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks.json`,
    scopes: ['highlevel'],
    claim: 'org',
    accounts: { acme: 'first', other: 'second' },
  };
  writeFileSync(file, JSON.stringify({ accounts, oauth }));
  server = await startHttpProcess(['--clients', file, '--allowed-host', 'mcp.example.com,127.0.0.1'], {
    HIGHLEVEL_BASE_URL: url,
    FIRST_TOKEN: sandbox.tokens.location,
    SECOND_TOKEN: sandbox.tokens.secondLocation,
  });
});
afterAll(async () => {
  await server.stop();
  await sandbox.close();
  await new Promise((resolve) => keys.close(resolve));
});

const claims = { iss: issuer, aud: resource, exp: now + 300, scope: 'openid highlevel', org: 'acme', sub: 'u-1' };

function sign(changes: Record<string, unknown> = {}, key = privateKey): Promise<string> {
  return new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(key);
}

const call = buildCall('account');
const post = (token: string) =>
  sendRaw(server.url, { ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } });

it('while the keys cannot be read, nobody is let in, and nobody is told that the token is wrong', async () => {
  const answer = await post(await sign());
  expect(answer.status).toBe(503);
  expect(answer.headers['retry-after']).toBeDefined();
  areKeysThere = true;
  expect((await post(await sign())).status).toBe(200);
});

it('a client without a token is told where to get one', async () => {
  const { status, headers } = await sendRaw(server.url, call);
  expect(status).toBe(401);
  const metadata = 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp';
  expect(headers['www-authenticate']).toBe(
    `Bearer realm="highlevel-mcp", resource_metadata="${metadata}", scope="highlevel"`,
  );
  for (const path of ['/.well-known/oauth-protected-resource', new URL(metadata).pathname]) {
    const page = await sendRaw(new URL(path, server.url).href, { headers: { host: 'mcp.example.com' } });
    expect(JSON.parse(page.body)).toMatchObject({
      resource,
      authorization_servers: [issuer],
      scopes_supported: ['highlevel'],
      bearer_methods_supported: ['header'],
    });
  }
});

it('a token opens the account of its claim', async () => {
  for (const [org, location] of [
    ['acme', first],
    ['other', second],
  ]) {
    const headers = { authorization: `Bearer ${await sign({ org })}` };
    const { client, call: callTool } = await connectHttp(server.url, { headers });
    expect((await callTool('account')).body.result.pinned.locationId).toBe(location);
    await client.close();
  }
});

it.each([
  ['another audience', { aud: 'https://else.example.com/mcp' }],
  ['another issuer', { iss: 'https://evil.example.com' }],
  ['no expiry', { exp: undefined }],
  ['an expiry that has passed', { exp: now - 300 }],
  ['a beginning that is to come', { nbf: now + 300 }],
  ['no claim', { org: undefined }],
  ['a claim of another kind', { org: ['acme'] }],
])('401 for %s', async (_, changes) => {
  const answer = await post(await sign(changes));
  expect(answer.status).toBe(401);
  expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
});

it('401 for whoever signs by another key, by none, or by our public one as a secret', async () => {
  const unsigned = new UnsecuredJWT(claims).encode();
  const secret = new TextEncoder().encode(JSON.stringify(jwk));
  const confused = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret);
  for (const token of [await sign({}, foreignKey), `${unsigned}x`, confused])
    expect((await post(token)).status).toBe(401);
});

it.each([
  ['no scope', undefined],
  ['another scope', 'highlevelx openid'],
])('403 for %s, with what is missing', async (_, scope) => {
  const answer = await post(await sign({ scope }));
  expect(answer.status).toBe(403);
  expect(answer.headers['www-authenticate']).toContain('error="insufficient_scope"');
  expect(answer.headers['www-authenticate']).toContain('scope="highlevel"');
});

it.each(['nobody', '__proto__', 'constructor'])('403 for a valid token of %s', async (org) => {
  expect((await post(await sign({ org }))).status).toBe(403);
});
