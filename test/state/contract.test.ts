/** What every store promises, held against each of them. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { State, TakeOptions } from '../../src/state/state.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis.ts';
import { stores, uniqueName } from './stores.ts';

const redisIsHere = hasRedis();
let redis: RedisServer | undefined;

beforeAll(async () => {
  if (redisIsHere) redis = await startRedis();
});
afterAll(() => redis?.stop());

const keepMs = 60_000;

function createOptions(limit: number, more: Partial<TakeOptions> = {}): TakeOptions {
  return { rule: { limit, intervalMs: 300, dailyLimit: 1_000 }, margin: 0, reserve: 0, ...more };
}

describe.each(Object.keys(stores))('%s', (name) => {
  const open = (): State => {
    const create = stores[name];
    if (create === undefined) throw new Error(name);
    return create(redis);
  };

  describe.skipIf(name === 'redis' && !redisIsHere)('records', () => {
    it('are read as they were written, each write in a version of its own', async () => {
      const { records } = open();
      const key = uniqueName();
      expect(await records.get(key)).toBeUndefined();
      const first = await records.put(key, 'one 😀', { expected: 'absent', keepMs });
      expect(await records.get(key)).toMatchObject({ value: 'one 😀', version: first });
      const second = await records.put(key, 'two', { expected: first ?? '', keepMs, flush: false });
      expect(await records.get(key)).toMatchObject({ value: 'two', version: second });
      expect(second).not.toBe(first);
    });

    it('change only from the expected version', async () => {
      const { records } = open();
      const key = uniqueName();
      expect(await records.put(key, 'x', { expected: 'never seen', keepMs })).toBeUndefined();
      const version = await records.put(key, 'one', { expected: 'absent', keepMs });
      expect(await records.put(key, 'two', { expected: 'absent', keepMs })).toBeUndefined();
      expect(await records.remove(key, 'another')).toBe(false);
      expect(await records.get(key)).toMatchObject({ value: 'one', version });
      expect(await records.remove(key, version ?? '')).toBe(true);
      expect(await records.remove(key, version ?? '')).toBe(false);
      const again = await records.put(key, 'one', { expected: 'absent', keepMs });
      expect(again).not.toBe(version);
    });

    it('have one winner among many that write at once', async () => {
      const { records } = open();
      const key = uniqueName();
      const writers = Array.from({ length: 50 }, (_, index) =>
        records.put(key, String(index), { expected: 'absent', keepMs }),
      );
      const versions = (await Promise.all(writers)).filter((version) => version !== undefined);
      expect(versions).toHaveLength(1);
      expect((await records.get(key))?.version).toBe(versions[0]);
    });

    it('grow older, and young again with a write', async () => {
      const { records } = open();
      const key = uniqueName();
      const version = await records.put(key, 'one', { expected: 'absent', keepMs });
      await vi.waitFor(async () => expect((await records.get(key))?.ageMs).toBeGreaterThan(60));
      await records.put(key, 'two', { expected: version ?? '', keepMs });
      expect((await records.get(key))?.ageMs).toBeLessThan(60);
    });
  });

  describe.skipIf(name === 'redis' && !redisIsHere)('windows', () => {
    it('grant the limit at once and no more, and say when the next may go', async () => {
      const { windows } = open();
      const bucket = uniqueName();
      const kinds: string[] = [];
      for (let call = 0; call < 5; call += 1) kinds.push((await windows.take(bucket, createOptions(3))).kind);
      expect(kinds).toEqual(['granted', 'granted', 'granted', 'wait', 'wait']);
      const taken = await windows.take(bucket, createOptions(3));
      expect(taken).toMatchObject({ kind: 'wait', status: { limit: 3, used: 3, dailyUsed: 3 } });
      if (taken.kind === 'granted') throw new Error('granted');
      expect(taken.waitMs).toBeGreaterThan(0);
      expect(taken.waitMs).toBeLessThanOrEqual(300);
      expect((await windows.take(uniqueName(), createOptions(3))).kind).toBe('granted');
    });

    it('slide: a place is free an interval after it was taken, and the margin later', async () => {
      const { windows } = open();
      const bucket = uniqueName();
      const ask = createOptions(1, { margin: 0.5 });
      const before = performance.now();
      await windows.take(bucket, ask);
      await vi.waitFor(async () => expect((await windows.take(bucket, ask)).kind).toBe('granted'), { interval: 10 });
      expect(performance.now() - before).toBeGreaterThanOrEqual(449);
    });

    it('count a call from its stamp, and one that never left not at all', async () => {
      const { windows } = open();
      const bucket = uniqueName();
      const first = await windows.take(bucket, createOptions(1));
      if (first.kind !== 'granted') throw new Error(first.kind);
      await windows.giveBack(bucket, first.permit);
      const second = await windows.take(bucket, createOptions(1));
      if (second.kind !== 'granted') throw new Error(second.kind);
      expect(second.status).toMatchObject({ used: 1, dailyUsed: 1 });
      await vi.waitFor(async () => expect((await windows.learn(bucket, {}, createOptions(1))).used).toBe(0));
      const before = performance.now();
      await windows.stamp(bucket, second.permit);
      await vi.waitFor(async () => expect((await windows.take(bucket, createOptions(1))).kind).toBe('granted'), {
        interval: 10,
      });
      expect(performance.now() - before).toBeGreaterThanOrEqual(299);
    });

    it('keep the limit when many ask at once', async () => {
      const { windows } = open();
      const bucket = uniqueName();
      const taken = await Promise.all(Array.from({ length: 60 }, () => windows.take(bucket, createOptions(7))));
      expect(taken.filter(({ kind }) => kind === 'granted')).toHaveLength(7);
    });

    it('learn limits, calls of others, and pauses', async () => {
      const { windows } = open();
      const bucket = uniqueName();
      const ask = createOptions(10);
      await windows.take(bucket, ask);
      expect(await windows.learn(bucket, { limit: 5, intervalMs: 10_000, used: 4 }, ask)).toMatchObject({
        limit: 5,
        intervalMs: 10_000,
        used: 4,
      });
      expect(await windows.learn(bucket, { used: 3 }, ask)).toMatchObject({ used: 4 });
      expect((await windows.take(bucket, ask)).kind).toBe('granted');
      expect((await windows.take(bucket, ask)).kind).toBe('wait');
      expect(await windows.learn(bucket, { limit: 50 }, ask)).toMatchObject({ limit: 50 });
      await windows.learn(bucket, { pauseMs: 5_000 }, ask);
      await windows.learn(bucket, { pauseMs: 1 }, ask);
      const paused = await windows.take(bucket, ask);
      expect(paused.kind).toBe('wait');
      if (paused.kind === 'wait') expect(Math.abs(paused.waitMs - 4_500)).toBeLessThanOrEqual(500);
    });

    it('cut a pause that makes no sense, and calls of others that are beyond all bounds', async () => {
      const { windows } = open();
      const bucket = uniqueName();
      const ask = createOptions(20);
      expect(await windows.learn(bucket, { used: 1e12, pauseMs: 1e12 }, ask)).toMatchObject({ used: 20 });
      const taken = await windows.take(bucket, ask);
      expect(taken.kind === 'wait' && taken.waitMs).toBeLessThanOrEqual(600_000);
    });

    it('keep the day’s budget, its reserve, and HighLevel’s count of it', async () => {
      const { windows } = open();
      const bucket = uniqueName();
      const ask = createOptions(100);
      const told = await windows.learn(bucket, { dailyLimit: 20, dailyUsed: 16, dailyResetMs: 3_600_000 }, ask);
      expect(told).toMatchObject({ dailyLimit: 20, dailyUsed: 16 });
      expect(Math.abs(told.dailyResetMs - 3_600_000)).toBeLessThan(5_000);
      expect((await windows.take(bucket, { ...ask, reserve: 4 })).kind).toBe('spent');
      expect((await windows.take(bucket, { ...ask, reserve: 3 })).kind).toBe('granted');
      expect(await windows.learn(bucket, { dailyUsed: 3 }, ask)).toMatchObject({ dailyUsed: 17 });
      await windows.learn(bucket, { dailyUsed: 20 }, ask);
      const spent = await windows.take(bucket, ask);
      expect(spent.kind).toBe('spent');
      if (spent.kind === 'spent') expect(Math.abs(spent.waitMs - 3_600_000)).toBeLessThan(5_000);
      // The next day has begun: its renewal lies further ahead.
      expect(await windows.learn(bucket, { dailyUsed: 1, dailyResetMs: 80_000_000 }, ask)).toMatchObject({
        dailyUsed: 1,
      });
      await windows.learn(bucket, { dailyUsed: 20, dailyResetMs: 50 }, ask);
      await vi.waitFor(async () => expect((await windows.take(bucket, ask)).kind).toBe('granted'));
    });
  });
});
