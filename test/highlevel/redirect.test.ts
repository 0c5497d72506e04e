import { expect, it } from 'vitest';
import { catchError, createTestClient, defineOperation, startRecorder } from './support.ts';

it.each([301, 302, 303, 307, 308])('a %i is never followed, so the token stays with the first host', async (status) => {
  const other = await startRecorder();
  const first = await startRecorder((response) => {
    response.writeHead(status, { location: `${other.url}/stolen?code=secret-code` }).end('moved');
  });
  const client = createTestClient(first.url);
  for (const method of ['GET', 'POST', 'DELETE'] as const) {
    const error = await catchError(client.execute(defineOperation({ method }), {}));
    expect(error).toMatchObject({ kind: 'unexpected_redirect', sent: 'yes', status });
    expect(error.message).toContain(new URL(other.url).host);
    expect(JSON.stringify(error.toAgent())).not.toContain('secret-code');
  }
  const answer = await client.execute(defineOperation({ answer: 'redirect' }), {});
  expect(answer).toMatchObject({ kind: 'redirect', status, data: `${other.url}/stolen?code=secret-code` });
  expect(first.requests).toHaveLength(4);
  expect(other.requests).toHaveLength(0);
});

it('a relative redirect is made absolute, and one to nowhere is an error', async () => {
  const relative = await startRecorder((response) => response.writeHead(302, { location: '/login' }).end());
  const answer = await createTestClient(relative.url).execute(defineOperation({ answer: 'redirect' }), {});
  expect(answer.data).toBe(`${relative.url}/login`);
  const nowhere = await startRecorder((response) => response.writeHead(302).end());
  const error = await catchError(createTestClient(nowhere.url).execute(defineOperation({ answer: 'redirect' }), {}));
  expect(error.kind).toBe('unexpected_redirect');
});
