import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildAuthorizeUrl } from '../../../src/highlevel/auth/oauth/authorize.ts';
import { createOAuthEndpoint, type OAuthNames } from '../../../src/highlevel/auth/oauth/endpoint.ts';
import { createPkce } from '../../../src/highlevel/auth/oauth/pkce.ts';
import { Secret } from '../../../src/highlevel/auth/secret.ts';
import { answerJson, catchError, startRecorder } from '../support.ts';
import { app, startLife } from './oauth-life.ts';

const request = { clientId: app.clientId, redirectUri: 'http://localhost:1/callback', scopes: [], state: 's' };

test.each([
  ['v2', 'code_verifier'],
  ['v3', 'codeVerifier'],
] as const)('the code comes with what the challenge was made of, by the names of %s', async (names, field) => {
  const server = await startRecorder(answerJson({ access_token: 'a', expires_in: 1 }));
  const { challenge, verifier } = createPkce();
  const { searchParams } = new URL(buildAuthorizeUrl({ ...request, challenge }));
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  await redeem(server.url, names, verifier);
  const sent = new URLSearchParams(server.requests[0]?.body.toString()).get(field) ?? '';
  expect(sent).toMatch(/^[\w-]{43}$/);
  expect(createHash('sha256').update(sent).digest('base64url')).toBe(searchParams.get('code_challenge'));
});

test('without it neither chooser nor code say anything of it', async () => {
  const server = await startRecorder(answerJson({ access_token: 'a', expires_in: 1 }));
  expect(buildAuthorizeUrl(request)).not.toContain('challenge');
  await redeem(server.url, 'v2');
  expect(server.requests[0]?.body.toString()).not.toContain('verifier');
});

test('a server that knows none says so, and repeats nothing of it', async () => {
  const { url } = await startLife('location');
  const { verifier } = createPkce();
  const { message } = await catchError(redeem(url, 'v2', verifier));
  expect(message).toContain('code_verifier should not exist');
  expect(message).not.toContain(verifier.reveal());
});

function redeem(baseUrl: string, names: OAuthNames, verifier?: Secret) {
  return createOAuthEndpoint({ baseUrl, names }).redeemCode(
    app,
    new Secret('of-the-test'),
    request.redirectUri,
    verifier,
  );
}
