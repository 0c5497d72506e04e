import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Taken, TakeOptions, WindowLesson, WindowStatus, Windows } from '../../src/state/state.ts';
import { storeKinds, useStore } from './stores.ts';

const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;
const ask: TakeOptions = { rule: { limit: 5, intervalMs: minute, dailyLimit: 100 }, margin: 0, reserve: 0 };

describe.each(storeKinds)('windows in $name', (kind) => {
  describe.skipIf(kind.isMissing)('as every store counts them', () => {
    const store = useStore(kind);
    const { driftMs } = kind;
    let windows: Windows;
    beforeEach(() => {
      windows = store.state.windows;
    });

    const take = (options: Partial<TakeOptions> = {}): Promise<Taken> => windows.take('b', { ...ask, ...options });
    const learn = (lesson: WindowLesson): Promise<WindowStatus> => windows.learn('b', lesson, ask);

    /** How many are let through at once. */
    async function takeAll(options: Partial<TakeOptions> = {}): Promise<number> {
      for (let count = 0; ; count += 1) if ((await take(options)).kind !== 'granted') return count;
    }

    async function takePermit(): Promise<string> {
      const taken = await take();
      return taken.kind === 'granted' ? taken.permit : expect.fail(`not granted: ${taken.kind}`);
    }

    async function getWait(kind: 'wait' | 'spent' = 'wait'): Promise<number> {
      const taken = await take();
      return taken.kind === kind ? taken.waitMs : expect.fail(`not ${kind}: ${taken.kind}`);
    }

    function expectAbout(actual: number, expected: number): void {
      expect(actual).toBeLessThanOrEqual(expected + driftMs);
      expect(actual).toBeGreaterThanOrEqual(expected - driftMs);
    }

    describe('the interval', () => {
      it('lets through as many as the limit, and counts them', async () => {
        for (let used = 1; used <= 5; used += 1) {
          expect(await take()).toMatchObject({ kind: 'granted', status: { ...ask.rule, used, dailyUsed: used } });
        }
        expect(await take()).toMatchObject({ kind: 'wait', status: { used: 5, dailyUsed: 5 } });
        expect(await takeAll()).toBe(0);
      });

      it('gives every call a permit of its own', async () => {
        const permits = new Set<string>();
        for (let count = 0; count < 5; count += 1) permits.add(await takePermit());
        expect(permits.size).toBe(5);
      });

      it('lets through no more when many ask at once', async () => {
        const taken = await Promise.all(Array.from({ length: 40 }, () => take()));
        expect(taken.filter(({ kind }) => kind === 'granted')).toHaveLength(5);
      });

      it('counts buckets apart, whatever their names', async () => {
        const names = ['b', 'c', 'b:c', '', '}', '{', '{}', '{a}b', '{a}c', 'ключ 🔑', `'"\0`];
        for (const name of names) {
          for (let used = 1; used <= 5; used += 1) {
            expect(await windows.take(name, ask)).toMatchObject({ kind: 'granted', status: { used } });
          }
        }
      });

      it('slides: places come free one by one', async () => {
        for (let count = 0; count < 2; count += 1) await takePermit();
        await store.advance(minute / 2);
        expect(await takeAll()).toBe(3);
        await store.advance(minute / 2);
        expect(await takeAll()).toBe(2);
        await store.advance(minute / 2);
        expect(await takeAll()).toBe(3);
        await store.advance(minute);
        expect(await takeAll()).toBe(5);
      });

      it('says how long until the first place comes free', async () => {
        await takePermit();
        await store.advance(minute / 2);
        await takeAll();
        const waitMs = await getWait();
        expectAbout(waitMs, minute / 2);
        await store.advance(waitMs);
        expect(await takeAll()).toBe(1);
        expectAbout(await getWait(), minute / 2);
      });

      it('is longer by the margin', async () => {
        await takeAll({ margin: 0.5 });
        await store.advance(minute * 1.5 - driftMs - 1);
        expect(await take({ margin: 0.5 })).toMatchObject({ kind: 'wait' });
        await store.advance(driftMs + 1);
        expect(await takeAll({ margin: 0.5 })).toBe(5);
      });

      it('counts a call from its stamp', async () => {
        const permit = await takePermit();
        await store.advance(minute / 2);
        await windows.stamp('b', permit);
        expect(await takeAll()).toBe(4);
        await store.advance(minute / 2);
        expect(await takeAll()).toBe(0);
        await store.advance(minute / 2);
        expect(await takeAll()).toBe(5);
      });

      it('counts a call that left after its permit had aged out', async () => {
        const permit = await takePermit();
        await store.advance(2 * minute);
        await windows.stamp('b', permit);
        expect(await takeAll()).toBe(4);
      });

      it('has room again for a call that never left, and the day as well', async () => {
        const permit = await takePermit();
        await takeAll();
        await windows.giveBack('b', permit);
        expect(await take()).toMatchObject({ kind: 'granted', status: { used: 5, dailyUsed: 5 } });
        expect(await takeAll()).toBe(0);
      });

      it('takes back no more than was counted', async () => {
        const permit = await takePermit();
        for (let count = 0; count < 3; count += 1) await windows.giveBack('b', permit);
        await windows.giveBack('other', permit);
        expect(await take()).toMatchObject({ kind: 'granted', status: { used: 1, dailyUsed: 1 } });
      });
    });

    describe('lessons', () => {
      it('change nothing when they say nothing', async () => {
        await takePermit();
        const { dailyResetMs, ...status } = await learn({});
        expect(status).toEqual({ ...ask.rule, used: 1, dailyUsed: 1 });
        expectAbout(dailyResetMs, day);
      });

      it('make the limit smaller at once', async () => {
        await takeAll();
        expect(await learn({ limit: 2 })).toMatchObject({ limit: 2, used: 5 });
        await store.advance(minute);
        expect(await takeAll()).toBe(2);
      });

      it('say when a window that is over a smaller limit has room', async () => {
        for (let count = 0; count < 3; count += 1) {
          await takePermit();
          await store.advance(10_000);
        }
        await learn({ limit: 1 });
        expectAbout(await getWait(), minute - 10_000);
      });

      it('make the limit larger at once', async () => {
        await takeAll();
        expect(await learn({ limit: 8 })).toMatchObject({ limit: 8, used: 5 });
        expect(await takeAll()).toBe(3);
      });

      it('change the interval', async () => {
        await takeAll();
        await learn({ intervalMs: 2 * minute });
        await store.advance(minute);
        expect(await takeAll()).toBe(0);
        await learn({ intervalMs: minute });
        expect(await takeAll()).toBe(5);
      });

      it('outlive the rule that the caller goes by', async () => {
        await learn({ limit: 2, intervalMs: minute, dailyLimit: 50 });
        await store.advance(10 * minute);
        expect((await take({ rule: { limit: 9, intervalMs: 1, dailyLimit: 9 } })).status).toMatchObject({
          limit: 2,
          intervalMs: minute,
          dailyLimit: 50,
        });
      });

      it('count the calls of others, until they have aged out', async () => {
        await takePermit();
        expect(await learn({ used: 4 })).toMatchObject({ used: 4, dailyUsed: 1 });
        expect(await takeAll()).toBe(1);
        await store.advance(minute);
        expect(await takeAll()).toBe(5);
      });

      it('count no call of others twice', async () => {
        await learn({ used: 3 });
        await learn({ used: 3 });
        expect(await learn({ used: 2 })).toMatchObject({ used: 3 });
      });

      it('count all calls of others that a larger limit allowed', async () => {
        expect(await learn({ limit: 50, used: 40 })).toMatchObject({ limit: 50, used: 40 });
        expect(await takeAll()).toBe(10);
      });

      it('count no more calls than the limit, whatever they claim', async () => {
        expect(await learn({ used: 1_000_000_000 })).toMatchObject({ used: 5 });
        const { used } = await learn({ limit: 2_000_000_000, used: 1_000_000_000 });
        expect(used).toBeLessThanOrEqual(10_000);
      });
    });

    describe('a pause', () => {
      it('lets nobody through until it is over', async () => {
        await learn({ pauseMs: minute });
        const waitMs = await getWait();
        expectAbout(waitMs, minute);
        await store.advance(waitMs);
        expect(await takeAll()).toBe(5);
      });

      it('holds for one bucket', async () => {
        await learn({ pauseMs: minute });
        expect(await windows.take('other', ask)).toMatchObject({ kind: 'granted' });
      });

      it('and a full window are waited for at the same time', async () => {
        await takeAll();
        await learn({ pauseMs: minute / 2 });
        expectAbout(await getWait(), minute);
        await learn({ pauseMs: 2 * minute });
        expectAbout(await getWait(), 2 * minute);
      });

      it('is not made shorter by a later one', async () => {
        await learn({ pauseMs: 5 * minute });
        await learn({ pauseMs: minute });
        await learn({});
        expectAbout(await getWait(), 5 * minute);
      });

      it('ends after ten minutes', async () => {
        await learn({ pauseMs: 365 * day });
        expectAbout(await getWait(), 10 * minute);
        await store.advance(10 * minute);
        expect(await takeAll()).toBe(5);
      });
    });

    describe('the day', () => {
      const full = (dailyLimit: number) => ({ rule: { ...ask.rule, limit: 1_000, dailyLimit } });

      it('lets through as many as its budget, and says when it is renewed', async () => {
        expect(await takeAll(full(7))).toBe(7);
        const taken = await take(full(7));
        expect(taken).toMatchObject({ kind: 'spent', status: { dailyUsed: 7, dailyLimit: 7 } });
        expectAbout(taken.status.dailyResetMs, day);
        await store.advance(taken.status.dailyResetMs - driftMs - 1);
        expect(await takeAll(full(7))).toBe(0);
        await store.advance(driftMs + 1);
        expect(await takeAll(full(7))).toBe(7);
      });

      it('keeps a reserve for those who may use it', async () => {
        expect(await takeAll({ ...full(10), reserve: 4 })).toBe(6);
        expect(await take({ ...full(10), reserve: 4 })).toMatchObject({ kind: 'spent' });
        expect(await takeAll(full(10))).toBe(4);
      });

      it('counts what others have used of it', async () => {
        expect(await learn({ dailyUsed: 95 })).toMatchObject({ dailyUsed: 95 });
        expect(await takeAll(full(100))).toBe(5);
        expect(await learn({ dailyUsed: 20 })).toMatchObject({ dailyUsed: 100 });
      });

      it('has the limit that was learnt', async () => {
        await learn({ dailyLimit: 3 });
        expect(await takeAll()).toBe(3);
        expect(await take()).toMatchObject({ kind: 'spent', status: { dailyLimit: 3 } });
      });

      it('ends when HighLevel says, not a day after the first call', async () => {
        await learn({ dailyLimit: 3 });
        await takeAll();
        await learn({ dailyResetMs: hour });
        expectAbout(await getWait('spent'), hour);
        await store.advance(hour);
        expect(await take()).toMatchObject({ kind: 'granted', status: { dailyUsed: 1 } });
      });

      it('is not moved by answers that took a little longer', async () => {
        await learn({ dailyResetMs: hour });
        expectAbout((await learn({ dailyResetMs: hour + 30_000 })).dailyResetMs, hour);
      });

      it('is renewed when HighLevel has renewed it, although ours goes on', async () => {
        await learn({ dailyResetMs: hour, dailyUsed: 90 });
        expect(await learn({ dailyResetMs: day - 1_000, dailyUsed: 4 })).toMatchObject({ dailyUsed: 4 });
      });

      it('is not waited for longer than a day, whatever is claimed', async () => {
        await learn({ dailyLimit: 3, dailyUsed: 3, dailyResetMs: 365 * day });
        const waitMs = await getWait('spent');
        expectAbout(waitMs, day);
        await store.advance(waitMs);
        expect(await takeAll()).toBe(3);
      });
    });

    it('let through no more than the limit in any interval, whatever happens', async () => {
      const step = fc.oneof(
        { weight: 6, arbitrary: fc.constant({ kind: 'take' } as const) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('stamp' as const), which: fc.nat(20) }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('giveBack' as const), which: fc.nat(20) }) },
        { weight: 3, arbitrary: fc.record({ kind: fc.constant('advance' as const), ms: fc.nat(minute) }) },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant('learn' as const),
            lesson: fc.record(
              { limit: fc.integer({ min: 1, max: 8 }), used: fc.nat(10), pauseMs: fc.nat(minute) },
              { requiredKeys: [] },
            ),
          }),
        },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), fc.nat(2), async (steps, tenths) => {
          const { state, advance, remove } = await store.create();
          const options = { ...ask, margin: tenths / 10 };
          /** Departures by permit, in the time that passed by `advance`. */
          const departures = new Map<string, number>();
          const spanMs = minute * (1 + options.margin);
          let now = 0;
          let { limit } = ask.rule;
          const isCounted = (at: number) => at > now - spanMs + driftMs;
          try {
            for (const step of steps) {
              const permit =
                step.kind === 'stamp' || step.kind === 'giveBack' ? [...departures.keys()][step.which] : '';
              if (step.kind === 'advance') {
                now += step.ms;
                await advance(step.ms);
              } else if (step.kind === 'learn') {
                limit = step.lesson.limit ?? limit;
                expect(await state.windows.learn('b', step.lesson, options)).toMatchObject({ limit });
              } else if (step.kind === 'take') {
                const taken = await state.windows.take('b', options);
                if (taken.kind === 'granted') departures.set(taken.permit, now);
                else if (taken.kind === 'wait') expect(taken.waitMs).toBeLessThanOrEqual(Math.max(spanMs, minute));
                else expect(taken.status.dailyUsed).toBeGreaterThanOrEqual(taken.status.dailyLimit);
                const used = [...departures.values()].filter(isCounted).length;
                if (taken.kind === 'granted') expect(used).toBeLessThanOrEqual(limit);
              } else if (permit !== undefined && isCounted(departures.get(permit) ?? now)) {
                await state.windows[step.kind]('b', permit);
                if (step.kind === 'stamp') departures.set(permit, now);
                else departures.delete(permit);
              }
            }
          } finally {
            await remove();
          }
        }),
        { numRuns: kind.name === 'memory' ? 300 : 20 },
      );
    });
  });
});
