import { describe, expect, it } from 'vitest';
import type { AnswerKind, Operation } from '../../src/catalogue/operation.ts';
import { catchError, createTestClient, defineOperation, startRecorder, token } from './support.ts';

interface Sent {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

async function call(sent: Sent, facts: Partial<Operation> = {}) {
  const recorder = await startRecorder((response) => {
    response.writeHead(sent.status ?? 200, sent.headers ?? {}).end(sent.body ?? '');
  });
  return createTestClient(recorder.url).execute(defineOperation(facts), {});
}

const html = '<!doctype html>\n<html><head><title>Sign in</title></head><body>please</body></html>';

describe('what comes back', () => {
  it.each([
    [
      'JSON',
      'json',
      { body: '{"a":1}', headers: { 'content-type': 'application/json; charset=utf-8' } },
      'json',
      { a: 1 },
    ],
    ['JSON under another type', 'json', { body: '[1]', headers: { 'content-type': 'text/html' } }, 'json', [1]],
    ['JSON without a type', 'json', { body: 'true' }, 'json', true],
    ['JSON after a byte order mark', 'json', { body: '\ufeff{"a":"é"}' }, 'json', { a: 'é' }],
    ['an empty body', 'json', { body: '' }, 'json', null],
    ['204', 'json', { status: 204 }, 'json', null],
    ['a bare word', 'json', { body: 'Accepted', headers: { 'content-type': 'text/plain' } }, 'text', 'Accepted'],
    ['text', 'text', { body: '{"not":"parsed"}' }, 'text', '{"not":"parsed"}'],
    [
      'audio',
      'audio',
      { body: Buffer.from([0, 255, 1]), headers: { 'content-type': 'audio/x-wav' } },
      'audio',
      Buffer.from([0, 255, 1]),
    ],
    ['audio without a type', 'audio', { body: Buffer.from([0, 255]) }, 'audio', Buffer.from([0, 255])],
    [
      'JSON where audio was due',
      'audio',
      { body: '{"a":1}', headers: { 'content-type': 'application/json' } },
      'json',
      { a: 1 },
    ],
    ['no audio at all', 'audio', { status: 204 }, 'json', null],
    [
      'a redirect that is the answer',
      'redirect',
      { status: 302, headers: { location: 'https://social.example/login?state=1' } },
      'redirect',
      'https://social.example/login?state=1',
    ],
    ['data where a redirect was due', 'redirect', { body: '{"url":"u"}' }, 'json', { url: 'u' }],
  ] as [string, AnswerKind, Sent, string, unknown][])('%s', async (_, answer, sent, kind, data) => {
    expect(await call(sent, { answer })).toMatchObject({ kind, data, status: sent.status ?? 200 });
  });

  it('carries content type, trace id and HighLevel’s count', async () => {
    const headers = { 'content-type': 'application/json', 'x-ratelimit-remaining': '7' };
    expect(await call({ body: '{"traceId":"t"}', headers })).toEqual({
      status: 200,
      kind: 'json',
      data: { traceId: 't' },
      contentType: 'application/json',
      traceId: 't',
      rateLimit: { remaining: 7 },
      serverTimeMs: expect.any(Number),
    });
  });

  it('never carries the token, whoever repeats it', async () => {
    const echo = JSON.stringify({ headers: { authorization: `Bearer ${token}` } });
    expect(JSON.stringify(await call({ body: echo }))).not.toContain(token);
    expect(JSON.stringify(await call({ body: token }, { answer: 'text' }))).not.toContain(token);
    const location = `https://elsewhere.example/?t=${token}`;
    const redirect = await call({ status: 302, headers: { location } }, { answer: 'redirect' });
    expect(JSON.stringify(redirect)).not.toContain(token);
    const error = await catchError(call({ status: 400, body: JSON.stringify({ message: echo, meta: { echo } }) }));
    expect(JSON.stringify(error.toAgent()) + error.stack).not.toContain(token);
  });

  it.each(['json', 'text', 'redirect'] as const)('is no HTML page where %s was due', async (answer) => {
    const error = await catchError(
      call({ body: html, headers: { 'content-type': 'text/html' } }, { answer, method: 'POST' }),
    );
    expect(error).toMatchObject({ kind: 'unreadable_answer', status: 200, sent: 'unknown', outcome: 'unknown' });
    expect(error.message).toContain('HTML page: Sign in');
    expect(error.message).not.toMatch(/[<>]|please/);
  });
});
