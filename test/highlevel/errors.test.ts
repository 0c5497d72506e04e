import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/catalogue/operation.ts';
import type { TokenKind, TokenLevel } from '../../src/highlevel/auth/token-source.ts';
import { createErrorFromAnswer } from '../../src/highlevel/errors/from-answer.ts';
import { HighLevelError } from '../../src/highlevel/errors/index.ts';
import { parseRefusal } from '../../src/highlevel/errors/parse.ts';
import { defineOperation } from './support.ts';

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly operation?: Partial<Operation>;
  readonly level?: TokenLevel;
  readonly tokenKind?: TokenKind;
  readonly locationId?: string;
  readonly rateLimit?: Record<string, number>;
}

function errorFor(answered: Answered): HighLevelError {
  const {
    status,
    body,
    operation,
    level = 'unknown',
    tokenKind = 'private integration',
    locationId,
    rateLimit,
  } = answered;
  return createErrorFromAnswer({
    operation: defineOperation({ method: 'POST', path: '/things/{id}', ...operation }),
    tokenKind,
    level,
    locationId,
    status,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    rateLimit,
    changes: operation?.method !== 'GET',
  });
}

describe('shapes of a refusal', () => {
  it.each([
    ['the Nest shape', { statusCode: 400, message: 'no', error: 'Bad Request', traceId: 't1' }, ['no'], 't1'],
    [
      'messages in a list',
      { statusCode: 422, message: ['x should not exist', 'y must be a string'], error: 'U' },
      ['x should not exist', 'y must be a string'],
      undefined,
    ],
    [
      'a bare string on 422',
      { statusCode: 422, message: "locationId can't be undefined" },
      ["locationId can't be undefined"],
      undefined,
    ],
    [
      'the gateway shape',
      { status: 400, message: 'no', name: 'HttpException', options: {}, error: 'x', traceId: 't2' },
      ['no'],
      't2',
    ],
    ['an object in message', { message: { message: 'inner', statusCode: 400 } }, ['inner'], undefined],
    [
      'objects in a list',
      { message: [{ message: 'a' }, { property: 'p', constraints: { isString: 'b' } }] },
      ['a', 'p', 'b'],
      undefined,
    ],
    ['OAuth', { error: 'invalid_grant', error_description: 'used already' }, ['used already'], undefined],
    ['OAuth without words', { error: 'invalid_grant' }, ['invalid_grant'], undefined],
    ['the v3 envelope', { error: { code: 'E1', message: 'no', traceId: 't3' } }, ['no'], 't3'],
    ['V1', { msg: 'no' }, ['no'], undefined],
    ['a list of errors', { errors: ['a', 'b'] }, ['a', 'b'], undefined],
    ['only a name', { statusCode: 400, message: '', error: 'Bad Request' }, ['Bad Request'], undefined],
    ['a bare JSON string', '"no"', ['no'], undefined],
    ['a bare JSON list', ['a', 'b'], ['a', 'b'], undefined],
    ['plain text', 'Unauthorized\n', ['Unauthorized'], undefined],
    [
      'HTML',
      '<html><head><title>502 Bad Gateway</title></head><body>x</body></html>',
      ['HTML page: 502 Bad Gateway'],
      undefined,
    ],
    ['nothing', '', [], undefined],
    ['null', 'null', [], undefined],
    ['an empty object', {}, [], undefined],
  ])('%s', (_, body, messages, traceId) => {
    expect(parseRefusal(typeof body === 'string' ? body : JSON.stringify(body))).toMatchObject({ messages, traceId });
  });

  it.each([
    ['Contact with id lena.ort+x@example.com not found', 'Contact with id [e-mail address] not found'],
    ['GET /contacts/lena%40example.com: no', 'GET /contacts/[e-mail address]: no'],
    ['To: "+12025550147"', 'To: "[phone number]"'],
    ['To +1 (202) 555-0147, or 202-555-0147.', 'To [phone number], or [phone number].'],
    ['token pit-00000000-0000-4000-8000-000000000009 is unknown', 'token [token] is unknown'],
    [`${'x'.repeat(495)} lena@example.com`, `${'x'.repeat(495)} [e-m…`],
    ['v2021-07-28, id 5550147202555, +5 more', 'v2021-07-28, id 5550147202555, +5 more'],
  ])('repeats nobody: %s', (message, expected) => {
    expect(parseRefusal(JSON.stringify({ message })).messages).toEqual([expected]);
  });

  it.each(['x', 'a@', 'eyJ', '+1', 'a@b.', '1-'])('is not kept busy by two million times %j', (part) => {
    const [message = ''] = parseRefusal(JSON.stringify({ message: part.repeat(2_000_000) })).messages;
    expect(message.length).toBeLessThan(502);
  });

  it('keeps code and meta', () => {
    const body = { statusCode: 400, message: 'm', code: 'C', meta: { existingId: 'x' } };
    expect(parseRefusal(JSON.stringify(body))).toMatchObject({ code: 'C', meta: { existingId: 'x' } });
  });

  it('any body becomes an error of ours, of bounded length and without control characters', () => {
    const bodies = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc
        .record({ message: fc.jsonValue(), error: fc.jsonValue(), meta: fc.jsonValue(), code: fc.jsonValue() })
        .map((it) => JSON.stringify(it)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), bodies, (status, body) => {
        const error = errorFor({ status, body });
        expect(error).toBeInstanceOf(HighLevelError);
        expect(error.advice).not.toBe('');
        expect(error.message.length).toBeLessThan(12_000);
        expect(error.message).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('401 and 403', () => {
  const locationOnly = { security: ['Location-Access'], scopes: ['contacts.write', 'contacts.readonly'] };
  const agencyOnly = { security: ['Agency-Access'], scopes: ['snapshots.readonly'] };
  const either = { security: ['Agency-Access', 'Location-Access'], scopes: ['invoices.write'] };
  const scopeText = 'The token is not authorized for this scope.';

  it.each([
    [401, 'Invalid JWT', {}, 'unknown', 'bad-token', 'current one'],
    [401, 'Invalid Private Integration token', {}, 'location', 'bad-token', 'current one'],
    [403, 'Location is not active', {}, 'location', 'location-suspended', 'reactivate'],
    [401, 'Unauthorized', {}, 'unknown', 'bad-token', 'did not accept'],
    [401, scopeText, locationOnly, 'location', 'missing-scope', 'contacts.write, contacts.readonly'],
    [401, scopeText, locationOnly, 'unknown', 'missing-scope', 'If it is an agency token'],
    [401, scopeText, locationOnly, 'agency', 'agency-token-on-location-route', 'token of that location'],
    [401, scopeText, agencyOnly, 'unknown', 'wrong-token-level', 'belongs to the agency'],
    [401, scopeText, agencyOnly, 'agency', 'missing-scope', 'snapshots.readonly'],
    [401, scopeText, either, 'agency', 'missing-scope', 'invoices.write'],
    [401, scopeText, { scopes: [] }, 'location', 'missing-scope', 'does not document'],
    [401, "Token's user type mismatch!", {}, 'agency', 'agency-token-on-location-route', 'token of the location'],
    [401, "Token's user type mismatch!", {}, 'location', 'wrong-token-level', 'other level'],
    [
      401,
      'This authClass type is not allowed to access this scope. Please verify your IAM configuration if this is not the case.',
      {},
      'agency',
      'agency-token-on-location-route',
      'token of the location',
    ],
    [403, 'The token does not have access to this location.', {}, 'unknown', 'wrong-location', 'another location'],
    [401, 'The token does not have access to this location.', {}, 'unknown', 'wrong-location', 'another location'],
    [403, 'Forbidden resource', {}, 'unknown', 'forbidden', 'plan'],
  ] as const)('%i %s (%o, %s) is %s', (status, message, operation, level, reason, advice) => {
    const error = errorFor({ status, body: { statusCode: status, message }, operation, level });
    expect(error).toMatchObject({
      kind: 'needs_another_token',
      name: 'TokenError',
      reason,
      sent: 'yes',
      outcome: 'not-done',
    });
    expect(error.advice).toContain(advice);
    expect(error.message).toContain(message);
  });

  it.each([
    ['the location, where the call names it', { context: { locationId: 'location' } }, 'does not open location L1'],
    ['the record, where it does not', {}, 'belongs to another location than location L1, which this call was about'],
  ] as const)('what is out of reach is %s', (_, facts, advice) => {
    const body = { message: 'The token does not have access to this location.' };
    expect(errorFor({ status: 403, body, operation: facts, locationId: 'L1' }).advice).toContain(advice);
  });

  it.each([
    'version header was not found.',
    'version header is invalid',
    'This route is not yet supported by the IAM Service. Please update your IAM config.',
  ])('no other token would help with: %s', (message) => {
    expect(errorFor({ status: 401, body: { message } }).kind).toBe('refused');
  });

  it.each([
    [locationOnly, 'contacts.write'],
    [{ scopes: [] }, 'does not document'],
    [agencyOnly, 'for the agency'],
  ] as const)('an app is not told to mend a private integration: %o', (operation, advice) => {
    const body = { message: scopeText };
    const error = errorFor({ status: 401, body, operation, level: 'location', tokenKind: 'OAuth app' });
    expect(error.advice).toContain(advice);
    expect(error.advice).not.toMatch(/private integration/i);
  });

  it('an agent is told the scopes', () => {
    const error = errorFor({ status: 401, body: { message: scopeText }, operation: either });
    expect(error.toAgent()).toMatchObject({ reason: 'missing-scope', scopes: ['invoices.write'] });
  });
});

describe('what HighLevel refuses', () => {
  it('names the contact that exists already', () => {
    const meta = { contactId: 'c1', contactName: 'Ada', matchingField: 'email' };
    const body = { statusCode: 400, message: 'This location does not allow duplicated contacts.', meta, traceId: 't' };
    const error = errorFor({ status: 400, body });
    expect(error.toAgent()).toEqual({
      kind: 'duplicate',
      message: 'HighLevel refused POST /things/{id} (400): This location does not allow duplicated contacts.',
      sent: 'yes',
      outcome: 'not-done',
      advice: expect.stringContaining('c1'),
      status: 400,
      traceId: 't',
      meta,
      existingId: 'c1',
    });
  });

  it('names the opportunity that exists already', () => {
    const message = 'Can not create duplicate opportunity for the contact.';
    const body = { message, code: 'OPPORTUNITY_NO_DUPLICATE', meta: { existingId: 'o1' } };
    expect(errorFor({ status: 400, body })).toMatchObject({
      name: 'DuplicateError',
      existingId: 'o1',
      code: body.code,
    });
  });

  it('an id in meta alone is no duplicate, and neither is the word without an id', () => {
    const other = { message: 'Contact with id x not found', meta: { contactId: 'x' } };
    expect(errorFor({ status: 400, body: other }).kind).toBe('refused');
    expect(errorFor({ status: 400, body: { message: 'duplicate relation a' } }).kind).toBe('refused');
  });

  it.each([
    [400, 'Contact with id x not found', 'Check the id'],
    [404, 'Cannot GET /things', 'Check the id'],
    [400, 'The slot you have selected is no longer available.', 'free slots'],
    [400, 'Cannot send message as DND is active for SMS.', 'Do not send again'],
    [400, 'Ada has unsubscribed', 'Do not send again'],
    [413, 'File too large', 'Send less'],
    [415, 'Unsupported', 'files of this type'],
    [422, 'x should not exist', 'unchanged it will be refused again'],
  ])('%i %s says what next', (status, message, advice) => {
    const error = errorFor({ status, body: { message } });
    expect(error).toMatchObject({ kind: 'refused', status, sent: 'yes', outcome: 'not-done' });
    expect(error.advice).toContain(advice);
  });
});

describe('429 and 5xx', () => {
  it.each([
    [undefined, 10_000, false],
    [{ intervalMs: 5_000 }, 5_000, false],
    [{ intervalMs: 5_000, retryAfterMs: 2_000 }, 2_000, false],
    [{ dailyRemaining: 0, dailyResetMs: 3_600_000 }, 3_600_000, true],
  ])('429 with %j waits %i ms', (rateLimit, retryAfterMs, daily) => {
    const error = errorFor({ status: 429, body: 'Too Many Requests', ...(rateLimit && { rateLimit }) });
    expect(error).toMatchObject({ kind: 'rate_limited', sent: 'yes', outcome: 'not-done', retryAfterMs, daily });
  });

  it.each([
    ['POST', 'unknown'],
    ['DELETE', 'unknown'],
    ['GET', 'not-done'],
  ] as const)('500 to %s leaves the outcome %s', (method, outcome) => {
    const body = { statusCode: 500, message: 'Internal server error' };
    const error = errorFor({ status: 500, body, operation: { method } });
    expect(error).toMatchObject({ kind: 'highlevel_failed', sent: 'yes', outcome });
  });
});
