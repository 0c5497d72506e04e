import { describe, expect, it } from 'vitest';
import type { Repetition } from '../../src/highlevel/effect.ts';
import {
  ConnectionLostError,
  HighLevelError,
  RateLimitedError,
  RefusedError,
  ServerError,
  UnreachableError,
} from '../../src/highlevel/errors/index.ts';
import { createRetryBudget } from '../../src/highlevel/retry/budget.ts';
import { type RetryOptions, withRetries } from '../../src/highlevel/retry/retry.ts';
import { FakeClock, settle } from './fake-clock.ts';
import { answerJson, catchError, createTestClient, defineOperation, startRecorder, startTcpServer } from './support.ts';

const facts = { sent: 'yes', outcome: 'not-done', advice: '' } as const;
const unreachable = new UnreachableError('connection refused', undefined);
const refusedByLimit = new RateLimitedError('slow down', { ...facts, status: 429, retryAfterMs: 1 });
const spentForToday = new RateLimitedError('enough', { ...facts, status: 429, retryAfterMs: 1, daily: true });
const turnedAway = new RateLimitedError('too many wait', { ...facts, sent: 'no', retryAfterMs: 1 });
const failed = new ServerError('failed', { ...facts, outcome: 'unknown', status: 502 });
const lost = new ConnectionLostError('reset', { sent: 'unknown', status: undefined, changes: true, cause: undefined });
const refused = new RefusedError('no', { ...facts, status: 400 });

/** Runs work that always fails, by a clock that jumps to whatever is due. */
async function countTries(error: unknown, options: Partial<RetryOptions> = {}): Promise<number> {
  const clock = new FakeClock();
  let tries = 0;
  const budget = createRetryBudget();
  const all = { repetition: 'single', budget, getTimeLeft: () => 60_000, clock, ...options } as const;
  const ended = withRetries(all, async () => {
    tries += 1;
    throw error;
  }).catch((thrown: unknown) => thrown);
  await settle();
  while (await clock.runNext());
  expect(await ended).toBe(error);
  return tries;
}

describe('is sent again', () => {
  it.each<[string, unknown, Record<Repetition, boolean>]>([
    ['no connection', unreachable, { read: true, repeatable: true, single: true }],
    ['a 429', refusedByLimit, { read: true, repeatable: true, single: true }],
    ['a 5xx', failed, { read: true, repeatable: true, single: false }],
    ['a lost connection', lost, { read: true, repeatable: true, single: false }],
    ['a spent day', spentForToday, { read: false, repeatable: false, single: false }],
    ['our own limiter', turnedAway, { read: false, repeatable: false, single: false }],
    ['a refusal', refused, { read: false, repeatable: false, single: false }],
    ['a mistake of ours', new TypeError('x'), { read: false, repeatable: false, single: false }],
  ])('after %s', async (_, error, isRetried) => {
    for (const repetition of ['read', 'repeatable', 'single'] as const) {
      expect(await countTries(error, { repetition }), repetition).toBe(isRetried[repetition] ? 4 : 1);
    }
  });

  it('as often as is allowed', async () => {
    expect(await countTries(unreachable, { maxAttempts: 1 })).toBe(1);
    expect(await countTries(unreachable, { maxAttempts: 6 })).toBe(6);
  });

  it('never after the deadline, nor when the pause would outlast it', async () => {
    expect(await countTries(unreachable, { getTimeLeft: () => 0 })).toBe(1);
    const clock = new FakeClock();
    const endsAt = clock.now() + 300;
    const begun: number[] = [];
    const options = { repetition: 'read', budget: createRetryBudget(), clock, maxAttempts: 50 } as const;
    const ended = withRetries({ ...options, getTimeLeft: () => endsAt - clock.now() }, async () => {
      begun.push(clock.now());
      throw unreachable;
    }).catch(() => {});
    await settle();
    while (await clock.runNext());
    await ended;
    expect(Math.max(...begun)).toBeLessThan(endsAt);
    expect(clock.now()).toBeLessThan(endsAt);
  });
});

it('what succeeds at last is the answer', async () => {
  const clock = new FakeClock();
  let tries = 0;
  const options = { repetition: 'single', budget: createRetryBudget(), getTimeLeft: () => 60_000, clock } as const;
  const call = withRetries(options, async () => {
    tries += 1;
    if (tries < 3) throw refusedByLimit;
    return 'done';
  });
  await settle();
  while (await clock.runNext());
  expect(await call).toBe('done');
});

it('a call that is called off ends at once, waits for nothing, and is not sent again', async () => {
  const clock = new FakeClock();
  const controller = new AbortController();
  let tries = 0;
  const options = { repetition: 'read', budget: createRetryBudget(), getTimeLeft: () => 60_000, clock } as const;
  const call = catchError(
    withRetries({ ...options, signal: controller.signal }, async () => {
      tries += 1;
      throw unreachable;
    }),
  );
  await settle();
  controller.abort();
  expect((await call).kind).toBe('cancelled');
  expect(clock.hasTimers).toBe(false);
  expect(tries).toBe(1);
});

describe('the budget', () => {
  it('is spent by retries, and earned by calls', async () => {
    const budget = createRetryBudget();
    const spent = [];
    for (let call = 0; call < 8; call++) spent.push((await countTries(unreachable, { budget })) - 1);
    // Ten to begin with, and one more for every five calls.
    expect(spent.reduce((sum, retries) => sum + retries)).toBe(11);
    expect(spent.slice(0, 3)).toEqual([3, 3, 3]);
    for (let call = 0; call < 1_000; call++) budget.earn();
    let saved = 0;
    while (budget.spend()) saved += 1;
    expect(saved).toBe(100);
  });

  it('is not spent by what is not sent again', async () => {
    const budget = createRetryBudget();
    for (let call = 0; call < 50; call++) await countTries(refused, { budget });
    expect(await countTries(unreachable, { budget })).toBe(4);
  });
});

describe('on the network', () => {
  const write = defineOperation({ method: 'PUT', places: { note: 'body' }, body: 'json' });
  const repeatable = { repetition: 'repeatable', isIrreversible: false } as const;

  it('reads and idempotent writes are sent again after a 5xx, others are not', async () => {
    let fails = 1;
    const recorder = await startRecorder((response) => {
      answerJson({}, fails > 0 ? 503 : 200)(response, { method: '', url: '', headers: {}, body: Buffer.alloc(0) });
      fails -= 1;
    });
    const client = createTestClient(recorder.url);
    expect(await client.execute(defineOperation(), {})).toMatchObject({ status: 200 });
    fails = 1;
    expect(await client.execute(write, {}, { effect: repeatable })).toMatchObject({ status: 200 });
    expect(recorder.requests).toHaveLength(4);
    fails = 1;
    expect(await catchError(client.execute(write, {}))).toMatchObject({ kind: 'highlevel_failed', outcome: 'unknown' });
    expect(recorder.requests).toHaveLength(5);
  });

  /** A server whose first answer is lost, and whose later ones are as given. */
  async function startLosing(later: string) {
    let isFirst = true;
    return startTcpServer((socket) => {
      if (isFirst) socket.destroy();
      else socket.end(`HTTP/1.1 ${later}\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}`);
      isFirst = false;
    });
  }

  it.each([
    ['a refusal', '404 Not Found', 'refused'],
    ['a token that fits no more', '401 Unauthorized', 'connection_lost'],
    ['a spent day', '429 Too Many\r\nx-ratelimit-daily-remaining: 0', 'connection_lost'],
  ])('%s after a lost answer does not make the write undone', async (_, later, kind) => {
    const server = await startLosing(later);
    const error = await catchError(createTestClient(server.url).execute(write, {}, { effect: repeatable }));
    expect(error).toMatchObject({ kind, outcome: 'unknown' });
    expect(error.sent).not.toBe('no');
  });

  it('a read that is refused after a lost answer is simply refused', async () => {
    const server = await startLosing('404 Not Found');
    const error = await catchError(createTestClient(server.url).execute(defineOperation(), {}));
    expect(error).toMatchObject({ kind: 'refused', sent: 'yes', outcome: 'not-done' });
    expect(error.advice).not.toContain('may be done already');
  });

  it('a server that is gone after a lost answer does not make the write unsent', async () => {
    let stop = (): void => {};
    const server = await startTcpServer((socket) => {
      stop();
      socket.destroy();
    });
    stop = server.stop;
    const client = createTestClient(server.url);
    const error = await catchError(client.execute(write, {}, { effect: repeatable }));
    expect(error).toMatchObject({ kind: 'connection_lost', sent: 'unknown', outcome: 'unknown' });
  });

  it('our own limit after a lost answer does not make the write unsent', async () => {
    const server = await startLosing('200 OK');
    const limits = { rule: { limit: 1, intervalMs: 60_000, dailyLimit: 10 } };
    const client = createTestClient(server.url, { limits, deadlineMs: 10_000 });
    const error = await catchError(client.execute(write, {}, { effect: repeatable }));
    expect(error).toMatchObject({ kind: 'connection_lost', sent: 'unknown', outcome: 'unknown' });
    expect(error).toBeInstanceOf(HighLevelError);
  });
});
