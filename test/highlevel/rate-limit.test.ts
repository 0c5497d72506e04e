import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveBucket } from '../../src/highlevel/rate-limit/bucket.ts';
import { createRateLimiter, documentedRule, type RateLimiterOptions } from '../../src/highlevel/rate-limit/limiter.ts';
import type { LimiterNotice } from '../../src/highlevel/rate-limit/notice.ts';
import { type Slot, TRAVEL_SHARE } from '../../src/highlevel/rate-limit/slot.ts';
import { parseRateLimitHeaders } from '../../src/highlevel/rate-limit/status.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import { FakeClock, settle } from './fake-clock.ts';
import { catchError } from './support.ts';

const windowMs = 10_000;

interface TestLimits extends Partial<RateLimiterOptions> {
  readonly limit?: number;
  readonly dailyLimit?: number;
}

/** A limiter over windows in memory, all by one clock that goes only when told. */
function createLimiter({ limit = 100, dailyLimit = 200_000, ...options }: TestLimits, clock = new FakeClock()) {
  const now = () => clock.now();
  const { windows } = createSqliteState({ clock: { monotonicMs: now, wallMs: now, boot: 'test' } });
  return createRateLimiter({ windows, clock, rule: { limit, intervalMs: windowMs, dailyLimit }, ...options });
}

/** Sends, and has the answer at once. */
function use(slot: Slot): void {
  slot.depart();
  slot.release();
}

/** HighLevel's headers on a successful answer. */
function answerWith(headers: Record<string, string>, status = 200) {
  const named = Object.entries(headers).map(([name, value]) => [`x-ratelimit-${name}`, value] as const);
  return { status, headers: Object.fromEntries(named) };
}

/** The most events in any window `[t, t + windowMs)`. */
function countBusiestWindow(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(
    0,
    ...sorted.map((start) => sorted.filter((time) => time >= start && time < start + windowMs).length),
  );
}

describe('the limiter', () => {
  it('keeps the limit in every window, at HighLevel’s end too, and the order of arrival', async () => {
    const margin = 0.01;
    const call = fc.record({
      /** Time since the call before it. */
      pauseMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4_000 })),
      /** From leave to departure: connecting. Zero departs at once, null never departs. */
      connectMs: fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.nat(3_000) },
        fc.constant(null),
      ),
      travelMs: fc.integer({ min: 0, max: windowMs * TRAVEL_SHARE }),
      /** From arrival to answer. */
      workMs: fc.nat(3_000),
    });
    const scenario = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.array(call, { minLength: 20, maxLength: 80 }));
    await fc.assert(
      fc.asyncProperty(scenario, async ([limit, calls]) => {
        const clock = new FakeClock();
        const limiter = createLimiter({ limit, margin }, clock);
        const granted: number[] = [];
        const departures: number[] = [];
        const arrivals: number[] = [];
        for (const [index, { pauseMs, connectMs, travelMs, workMs }] of calls.entries()) {
          await clock.advance(pauseMs);
          void limiter.acquire('b').then((slot) => {
            granted.push(index);
            const leave = () => {
              if (connectMs === null) return slot.release();
              slot.depart();
              departures.push(clock.now());
              arrivals.push(clock.now() + travelMs);
              clock.schedule(slot.release, travelMs + workMs);
            };
            if (connectMs === 0) leave();
            else clock.schedule(leave, connectMs ?? 500);
          });
        }
        await settle();
        while (await clock.runNext());
        expect(granted).toEqual(calls.map((_, index) => index));
        expect(departures).toHaveLength(calls.filter(({ connectMs }) => connectMs !== null).length);
        expect(countBusiestWindow(departures)).toBeLessThanOrEqual(limit);
        expect(countBusiestWindow(arrivals)).toBeLessThanOrEqual(limit);
        expect(clock.hasTimers).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('lets the first hundred go at once and drains the rest at 97 % of the rate or better', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({}, clock);
    const started = clock.now();
    const times: number[] = [];
    for (let call = 0; call < 1_000; call++) {
      void limiter.acquire('b').then((slot) => {
        use(slot);
        times.push(clock.now() - started);
      });
    }
    await settle();
    expect(times).toEqual(Array(100).fill(0));
    while (await clock.runNext());
    expect(times).toHaveLength(1_000);
    expect(countBusiestWindow(times)).toBe(100);
    const idealMs = (1_000 / 100 - 1) * windowMs;
    expect(idealMs / (times.at(-1) ?? 0)).toBeGreaterThanOrEqual(0.97);
  });

  it('frees a slot when its window and margin are over, not a millisecond before', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ limit: 1 }, clock);
    use(await limiter.acquire('b'));
    await clock.advance(10_099);
    expect((await catchError(limiter.acquire('b', { maxWaitMs: 0 }))).kind).toBe('rate_limited');
    const next = limiter.acquire('b', { maxWaitMs: 60_000 });
    await settle();
    await clock.advance(1);
    use(await next);
    expect(clock.hasTimers).toBe(false);
  });

  it('keeps buckets apart', async () => {
    const limiter = createLimiter({ limit: 1 });
    const granted: string[] = [];
    for (const bucket of ['a', 'b', 'a']) void limiter.acquire(bucket).then(() => granted.push(bucket));
    await settle();
    expect(granted).toEqual(['a', 'b']);
  });

  it('passes a released slot on soon, and releases only once', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ limit: 1 }, clock);
    const slot = await limiter.acquire('b');
    const granted: Slot[] = [];
    for (let call = 0; call < 2; call++) void limiter.acquire('b').then((next) => granted.push(next));
    slot.release();
    slot.release();
    slot.depart();
    await settle();
    while (granted.length === 0 && (await clock.runNext()));
    expect(granted).toHaveLength(1);
  });

  it('forgets a waiter whose signal aborts, and serves the next one in its place', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ limit: 1 }, clock);
    use(await limiter.acquire('b'));
    const controller = new AbortController();
    const withdrawn = catchError(limiter.acquire('b', { signal: controller.signal }));
    const next = limiter.acquire('b');
    controller.abort();
    expect(await withdrawn).toMatchObject({ kind: 'cancelled', sent: 'no', outcome: 'not-done' });
    await clock.advance(10_100);
    (await next).release();
    expect(clock.hasTimers).toBe(false);
  });

  it('refuses a signal that was aborted before', async () => {
    const limiter = createLimiter({});
    const error = await catchError(limiter.acquire('b', { signal: AbortSignal.abort() }));
    expect(error.kind).toBe('cancelled');
  });

  it('refuses at once what cannot be in time, and says when it could', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ limit: 2, margin: 0 }, clock);
    use(await limiter.acquire('b'));
    await clock.advance(1_000);
    use(await limiter.acquire('b'));
    for (let call = 0; call < 2; call++) void limiter.acquire('b').then(use);
    await settle();
    const error = await catchError(limiter.acquire('b', { maxWaitMs: 18_999 }));
    expect(error).toMatchObject({ kind: 'rate_limited', sent: 'no', retryAfterMs: 19_000 });
    const justInTime = limiter.acquire('b', { maxWaitMs: 19_001 });
    await settle();
    await clock.advance(19_000);
    use(await justInTime);
    expect(clock.hasTimers).toBe(false);
  });

  it('gives up at the deadline when slots are held longer than foreseen', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ limit: 1, margin: 0 }, clock);
    const held = await limiter.acquire('b');
    const late = catchError(limiter.acquire('b', { maxWaitMs: 12_000 }));
    await clock.advance(12_000);
    expect(await late).toMatchObject({ kind: 'rate_limited', sent: 'no' });
    held.release();
    (await limiter.acquire('b')).release();
    expect(clock.hasTimers).toBe(false);
  });

  it('lets people go before background work, and each kind in the order of arrival', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ limit: 1 }, clock);
    use(await limiter.acquire('b'));
    const granted: string[] = [];
    const enter = (name: string, priority: 'interactive' | 'background') =>
      void limiter.acquire('b', { priority }).then((slot) => {
        granted.push(name);
        use(slot);
      });
    enter('head', 'background');
    enter('export 1', 'background');
    enter('person 1', 'interactive');
    enter('export 2', 'background');
    enter('person 2', 'interactive');
    await settle();
    while (await clock.runNext());
    // The head of the line was asking already.
    expect(granted).toEqual(['head', 'person 1', 'person 2', 'export 1', 'export 2']);
  });

  it('refuses the call too many that would wait', async () => {
    const limiter = createLimiter({ limit: 1, maxWaiting: 3 });
    use(await limiter.acquire('b'));
    for (let call = 0; call < 4; call++) void limiter.acquire('b').catch(() => {});
    await settle();
    expect(await catchError(limiter.acquire('b'))).toMatchObject({ kind: 'rate_limited', sent: 'no' });
  });

  it('keeps a slot that waits to leave, however long, and frees one whose holder has gone', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ limit: 1 }, clock);
    const held = await limiter.acquire('b');
    await clock.advance(35_000);
    expect((await catchError(limiter.acquire('b', { maxWaitMs: 100 }))).kind).toBe('rate_limited');
    use(held);
    await clock.advance(10_099);
    expect((await catchError(limiter.acquire('b', { maxWaitMs: 0 }))).kind).toBe('rate_limited');
    await clock.advance(1);
    use(await limiter.acquire('b', { maxWaitMs: 0 }));
  });

  it.each([
    { limit: 0 },
    { limit: 1.5 },
    { limit: Number.NaN },
    { dailyLimit: 0 },
    { margin: -1 },
    { margin: Number.NaN },
    { reserve: 1 },
  ])('refuses %j', (options) => {
    expect(() => createLimiter(options)).toThrow(RangeError);
  });
});

describe('the day’s budget', () => {
  it('is kept, and renewed a day after its first call', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ dailyLimit: 3 }, clock);
    for (let call = 0; call < 3; call++) use(await limiter.acquire('b'));
    const error = await catchError(limiter.acquire('b', { maxWaitMs: 60_000 }));
    expect(error).toMatchObject({ kind: 'rate_limited', daily: true, sent: 'no', retryAfterMs: 86_400_000 });
    expect(error.advice).toContain('86400 s');
    await clock.advance(86_400_000);
    use(await limiter.acquire('b', { maxWaitMs: 0 }));
  });

  it('is not spent by calls that never left', async () => {
    const limiter = createLimiter({ dailyLimit: 1 });
    (await limiter.acquire('b')).release();
    use(await limiter.acquire('b'));
  });

  it('has a part that background work leaves to people', async () => {
    const limiter = createLimiter({ dailyLimit: 10, reserve: 0.2 });
    for (let call = 0; call < 8; call++) use(await limiter.acquire('b', { priority: 'background' }));
    const late = catchError(limiter.acquire('b', { priority: 'background', maxWaitMs: 1 }));
    expect(await late).toMatchObject({ kind: 'rate_limited', daily: true });
    use(await limiter.acquire('b'));
  });

  it('warns once when four fifths are used, and again the next day', async () => {
    const clock = new FakeClock();
    const notices: LimiterNotice[] = [];
    const limiter = createLimiter({ dailyLimit: 10, onNotice: (notice) => notices.push(notice) }, clock);
    for (let call = 0; call < 7; call++) use(await limiter.acquire('b'));
    expect(notices).toEqual([]);
    for (let call = 0; call < 3; call++) use(await limiter.acquire('b'));
    expect(notices).toMatchObject([{ kind: 'daily-budget', bucket: 'b', dailyUsed: 8, dailyLimit: 10 }]);
    await clock.advance(86_400_000);
    for (let call = 0; call < 9; call++) use(await limiter.acquire('b'));
    expect(notices).toHaveLength(2);
  });

  it('follows HighLevel’s count and its time of renewal', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({}, clock);
    const daily = { 'limit-daily': '10000', 'daily-remaining': '1', 'daily-reset': '5000' };
    await limiter.observe('b', answerWith(daily));
    expect(await limiter.peek('b')).toMatchObject({ dailyLimit: 10_000, dailyUsed: 9_999, dailyResetMs: 5_000 });
    use(await limiter.acquire('b'));
    expect(await catchError(limiter.acquire('b', { maxWaitMs: 1 }))).toMatchObject({
      daily: true,
      retryAfterMs: 5_000,
    });
    await clock.advance(5_000);
    use(await limiter.acquire('b', { maxWaitMs: 0 }));
  });

  it('is spent when HighLevel says so with a 429', async () => {
    const limiter = createLimiter({});
    await limiter.observe('b', answerWith({ 'daily-remaining': '0', 'daily-reset': '7200000' }, 429));
    const error = await catchError(limiter.acquire('b', { maxWaitMs: 60_000 }));
    expect(error).toMatchObject({ daily: true, retryAfterMs: 7_200_000 });
  });
});

describe('what answers teach', () => {
  it.each([
    ['smaller', '25'],
    ['larger', '150'],
  ])('a %s limit is adopted', async (_, max) => {
    const clock = new FakeClock();
    const limiter = createLimiter({}, clock);
    use(await limiter.acquire('b'));
    await limiter.observe('b', answerWith({ max, remaining: String(Number(max) - 1) }));
    let granted = 1;
    for (let call = 0; call < 200; call++) {
      void limiter.acquire('b').then((slot) => {
        use(slot);
        granted += 1;
      });
    }
    await settle();
    expect(granted).toBe(Number(max));
  });

  it('another interval is adopted', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ limit: 1 }, clock);
    use(await limiter.acquire('b'));
    await limiter.observe('b', answerWith({ max: '1', 'interval-milliseconds': '2000' }));
    expect(await catchError(limiter.acquire('b', { maxWaitMs: 2_019 }))).toMatchObject({ retryAfterMs: 2_020 });
    await clock.advance(2_020);
    use(await limiter.acquire('b', { maxWaitMs: 0 }));
  });

  it('calls of others with the same token count, once', async () => {
    const clock = new FakeClock();
    const limiter = createLimiter({ limit: 10 }, clock);
    for (let call = 0; call < 2; call++) use(await limiter.acquire('b'));
    for (let answer = 0; answer < 2; answer++) await limiter.observe('b', answerWith({ max: '10', remaining: '3' }));
    expect(await limiter.peek('b')).toMatchObject({ used: 7 });
    await clock.advance(10_100);
    expect(await limiter.peek('b')).toMatchObject({ used: 0 });
  });

  it('nonsense teaches nothing', async () => {
    const limiter = createLimiter({});
    await limiter.observe(
      'b',
      answerWith({ max: '0', 'interval-milliseconds': '0', remaining: '0', 'limit-daily': '0' }),
    );
    expect(await limiter.peek('b')).toMatchObject({ ...documentedRule, used: 0, dailyUsed: 0 });
  });

  it('a 429 holds the bucket for as long as it says, else for an interval, and the operator hears of it', async () => {
    const clock = new FakeClock();
    const notices: LimiterNotice[] = [];
    const limiter = createLimiter({ onNotice: (notice) => notices.push(notice) }, clock);
    await limiter.observe('b', { status: 429, headers: { 'retry-after': '3' } });
    expect(await catchError(limiter.acquire('b', { maxWaitMs: 2_999 }))).toMatchObject({ retryAfterMs: 3_000 });
    use(await limiter.acquire('other', { maxWaitMs: 0 }));
    await clock.advance(3_000);
    use(await limiter.acquire('b', { maxWaitMs: 0 }));
    await limiter.observe('b', { status: 429, headers: {} });
    expect(await catchError(limiter.acquire('b', { maxWaitMs: 1 }))).toMatchObject({ retryAfterMs: 10_000 });
    expect(notices).toMatchObject([
      { kind: 'refused', pauseMs: 3_000 },
      { kind: 'refused', pauseMs: 10_000 },
    ]);
  });
});

describe('HighLevel’s own count', () => {
  const headers = {
    'x-ratelimit-limit-daily': '200000',
    'x-ratelimit-daily-remaining': '199988',
    'x-ratelimit-interval-milliseconds': '10000',
    'x-ratelimit-max': '100',
    'x-ratelimit-remaining': '97',
    'x-ratelimit-daily-reset': '84322000',
  };
  const status = {
    limit: 100,
    remaining: 97,
    intervalMs: 10_000,
    dailyLimit: 200_000,
    dailyRemaining: 199_988,
    dailyResetMs: 84_322_000,
  };

  it('is read, kept by bucket, and outlives answers without it', async () => {
    const limiter = createLimiter({});
    expect(await limiter.observe('b', { status: 200, headers })).toEqual(status);
    expect(await limiter.observe('b', { status: 200, headers: { 'content-type': 'text/html' } })).toBeUndefined();
    expect([...limiter.statuses]).toEqual([['b', status]]);
  });

  it.each([
    [{ 'x-ratelimit-remaining': '-3' }, { remaining: 0 }],
    [{ 'x-ratelimit-remaining': 'many', 'x-ratelimit-max': '25' }, { limit: 25 }],
    [{ 'x-ratelimit-max': ['1', '2'] }, undefined],
    [{ 'x-ratelimit-max': '' }, undefined],
    [{ 'x-ratelimit-max': '1e9' }, undefined],
    [{ 'retry-after': '3' }, { retryAfterMs: 3000 }],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, { retryAfterMs: 0 }],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('reads %j as %j', (sent, expected) => {
    expect(parseRateLimitHeaders(sent)).toEqual(expected);
  });
});

it.each([
  ['location', { locationId: 'L1' }, 'T'],
  ['location', {}, 'T'],
  ['unknown', { locationId: 'L1' }, 'T'],
  ['agency', { locationId: 'L1', companyId: 'C' }, 'T:L1'],
  ['agency', { companyId: 'C' }, 'T:C'],
  ['agency', {}, 'T:agency'],
] as const)('a token of level %s about %j counts in bucket %s', (level, context, bucket) => {
  expect(resolveBucket({ id: 'T', level }, context)).toBe(bucket);
});
