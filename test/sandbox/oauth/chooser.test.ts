import { expect, test } from 'vitest';
import { sandboxApp } from '../../../src/sandbox/domains/oauth/records.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';

const wanted = {
  response_type: 'code',
  client_id: sandboxApp.clientId,
  redirect_uri: 'http://localhost:8920/callback',
  scope: 'contacts.readonly oauth.write',
  state: 'a&b',
};

async function withChooser(
  use: (open: (path: string, fields: object) => Promise<Response>, url: string) => Promise<void>,
) {
  const sandbox = createSandbox();
  try {
    const { url } = await sandbox.listen();
    await use((path, fields) => {
      const query = new URLSearchParams(Object.entries(fields));
      return fetch(`${url}${path}?${query}`, { redirect: 'manual' });
    }, url);
  } finally {
    await sandbox.close();
  }
}

test.each(['/v2/oauth/chooselocation', '/oauth/chooselocation'])('%s leads to a code for the choice', (path) =>
  withChooser(async (open, url) => {
    const page = await (await open(path, wanted)).text();
    const [company, location] = [...page.matchAll(/href="\?([^"]+)"/g)].map(([, link = '']) =>
      link.replaceAll('&#38;', '&'),
    );
    expect(company).toContain('choice=company');
    const chosen = await fetch(`${url}${path}?${location}`, { redirect: 'manual' });
    expect(chosen.status).toBe(302);
    const target = new URL(chosen.headers.get('location') ?? '');
    expect(target.origin + target.pathname).toBe(wanted.redirect_uri);
    expect(target.searchParams.get('state')).toBe('a&b');
    const body = new URLSearchParams({
      client_id: sandboxApp.clientId,
      client_secret: sandboxApp.clientSecret,
      grant_type: 'authorization_code',
      code: target.searchParams.get('code') ?? '',
    });
    const granted = await fetch(`${url}/oauth/token`, { method: 'POST', body });
    expect(await granted.json()).toMatchObject({ userType: 'Location', scope: wanted.scope });
  }),
);

test.each([
  ['another app', { client_id: 'x' }],
  ['another flow', { response_type: 'token' }],
  ['a redirect to elsewhere', { redirect_uri: 'https://example.com/' }],
  ['a scope that is none', { scope: 'everything' }],
  ['a location that is none', { choice: 'x' }],
])('%s gets no code', (_, change) =>
  withChooser(async (open) => {
    const answer = await open('/v2/oauth/chooselocation', { ...wanted, choice: 'company', ...change });
    expect(answer.status).toBe(400);
  }),
);
