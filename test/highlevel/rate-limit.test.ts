import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveBucket } from '../../src/highlevel/rate-limit/bucket.ts';
import type { Slot } from '../../src/highlevel/rate-limit/limiter.ts';
import { SlidingWindowLimiter } from '../../src/highlevel/rate-limit/sliding-window.ts';
import { parseRateLimitHeaders } from '../../src/highlevel/rate-limit/status.ts';
import { FakeClock, settle } from './fake-clock.ts';
import { catchError } from './support.ts';

const windowMs = 10_000;

/** The most events in any window `[t, t + windowMs)`. */
function countBusiestWindow(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(
    0,
    ...sorted.map((start) => sorted.filter((time) => time >= start && time < start + windowMs).length),
  );
}

describe('SlidingWindowLimiter', () => {
  it('keeps the limit in every window, at HighLevel’s end too, and the order of arrival', async () => {
    const marginMs = 250;
    const call = fc.record({
      /** Time since the call before it. */
      pauseMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4_000 })),
      /** From leave to departure: connecting. Zero departs at once, null never departs. */
      connectMs: fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.nat(3_000) },
        fc.constant(null),
      ),
      travelMs: fc.integer({ min: 0, max: marginMs }),
    });
    const scenario = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.array(call, { minLength: 20, maxLength: 80 }));
    await fc.assert(
      fc.asyncProperty(scenario, async ([limit, calls]) => {
        const clock = new FakeClock();
        const limiter = new SlidingWindowLimiter({ limit, windowMs, marginMs, clock });
        const granted: number[] = [];
        const departures: number[] = [];
        const arrivals: number[] = [];
        for (const [index, { pauseMs, connectMs, travelMs }] of calls.entries()) {
          await clock.advance(pauseMs);
          void limiter.acquire('b').then((slot) => {
            granted.push(index);
            const leave = () => {
              if (connectMs === null) return slot.release();
              slot.depart();
              slot.release();
              departures.push(clock.now());
              arrivals.push(clock.now() + travelMs);
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
    const limiter = new SlidingWindowLimiter({ clock });
    const started = clock.now();
    const times: number[] = [];
    for (let call = 0; call < 1_000; call++) {
      void limiter.acquire('b').then((slot) => {
        slot.depart();
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
    const limiter = new SlidingWindowLimiter({ limit: 1, clock });
    (await limiter.acquire('b')).depart();
    await clock.advance(10_249);
    expect((await catchError(limiter.acquire('b', { maxWaitMs: 0 }))).kind).toBe('rate_limited');
    const next = limiter.acquire('b', { maxWaitMs: 60_000 });
    await clock.advance(1);
    (await next).depart();
    expect(clock.hasTimers).toBe(false);
  });

  it('keeps buckets apart', async () => {
    const limiter = new SlidingWindowLimiter({ limit: 1, clock: new FakeClock() });
    const granted: string[] = [];
    for (const bucket of ['a', 'b', 'a']) void limiter.acquire(bucket).then(() => granted.push(bucket));
    await settle();
    expect(granted).toEqual(['a', 'b']);
  });

  it('passes a released slot on at once, and releases only once', async () => {
    const limiter = new SlidingWindowLimiter({ limit: 1, clock: new FakeClock() });
    const slot = await limiter.acquire('b');
    const granted: Slot[] = [];
    for (let call = 0; call < 2; call++) void limiter.acquire('b').then((next) => granted.push(next));
    slot.release();
    slot.release();
    slot.depart();
    await settle();
    expect(granted).toHaveLength(1);
  });

  it('forgets a waiter whose signal aborts, and serves the next one in its place', async () => {
    const clock = new FakeClock();
    const limiter = new SlidingWindowLimiter({ limit: 1, clock });
    (await limiter.acquire('b')).depart();
    const controller = new AbortController();
    const withdrawn = catchError(limiter.acquire('b', { signal: controller.signal }));
    const next = limiter.acquire('b');
    controller.abort();
    expect(await withdrawn).toMatchObject({ kind: 'cancelled', sent: 'no', outcome: 'not-done' });
    await clock.advance(10_250);
    (await next).release();
    expect(clock.hasTimers).toBe(false);
  });

  it('refuses a signal that was aborted before', async () => {
    const limiter = new SlidingWindowLimiter({ clock: new FakeClock() });
    const error = await catchError(limiter.acquire('b', { signal: AbortSignal.abort() }));
    expect(error.kind).toBe('cancelled');
  });

  it('refuses at once what cannot be in time, and says when it could', async () => {
    const clock = new FakeClock();
    const limiter = new SlidingWindowLimiter({ limit: 2, windowMs, marginMs: 0, clock });
    (await limiter.acquire('b')).depart();
    await clock.advance(1_000);
    (await limiter.acquire('b')).depart();
    for (let call = 0; call < 2; call++) void limiter.acquire('b').then((slot) => slot.depart());
    const error = await catchError(limiter.acquire('b', { maxWaitMs: 18_999 }));
    expect(error).toMatchObject({ kind: 'rate_limited', sent: 'no', retryAfterMs: 19_000 });
    const justInTime = limiter.acquire('b', { maxWaitMs: 19_000 });
    await clock.advance(19_000);
    (await justInTime).depart();
    expect(clock.hasTimers).toBe(false);
  });

  it('gives up at the deadline when slots are held longer than foreseen', async () => {
    const clock = new FakeClock();
    const limiter = new SlidingWindowLimiter({ limit: 1, windowMs, marginMs: 0, clock });
    const held = await limiter.acquire('b');
    const late = catchError(limiter.acquire('b', { maxWaitMs: 12_000 }));
    await clock.advance(12_000);
    expect(await late).toMatchObject({ kind: 'rate_limited', sent: 'no' });
    held.release();
    (await limiter.acquire('b')).release();
    expect(clock.hasTimers).toBe(false);
  });

  it.each([
    { limit: 0 },
    { limit: 1.5 },
    { limit: Number.NaN },
    { windowMs: Number.NaN },
    { windowMs: -1, marginMs: 0 },
  ])('refuses %j', (options) => {
    expect(() => new SlidingWindowLimiter(options)).toThrow(RangeError);
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

  it('is read, kept by bucket, and outlives answers without it', () => {
    const limiter = new SlidingWindowLimiter();
    expect(limiter.observe('b', headers)).toEqual(status);
    expect(limiter.observe('b', { 'content-type': 'text/html' })).toBeUndefined();
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
