/** Clocks that jump, and machines that start anew: nothing is forgotten early, nothing waits for ever. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StateClock } from '../../src/state/clock.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import { closing, makeFolder } from './stores.ts';

const HOUR_MS = 3_600_000;

/** The clocks of a machine, set by hand. */
function createClock(boot = 'first'): StateClock & { monotonic: number; wall: number } {
  return {
    boot,
    monotonic: 5_000_000,
    wall: Date.UTC(2026, 5, 1),
    monotonicMs() {
      return this.monotonic;
    },
    wallMs() {
      return this.wall;
    },
  };
}

const options = { rule: { limit: 2, intervalMs: 10_000, dailyLimit: 100 }, margin: 0, reserve: 0 };

describe.each([
  ['back', -HOUR_MS],
  ['forward', HOUR_MS],
])('a wall clock that is set %s by an hour', (_, jumpMs) => {
  it('changes no age', async () => {
    const clock = createClock();
    const { records } = closing(createSqliteState({ clock }));
    await records.put('key', 'value', { expected: 'absent', keepMs: 10 * HOUR_MS });
    clock.monotonic += 5_000;
    clock.wall += 5_000 + jumpMs;
    expect((await records.get('key'))?.ageMs).toBe(5_000);
  });

  it('neither opens a window nor blocks it', async () => {
    const clock = createClock();
    const { windows } = closing(createSqliteState({ clock }));
    for (let call = 0; call < 2; call += 1) await windows.take('b', options);
    clock.wall += jumpMs;
    expect(await windows.take('b', options)).toMatchObject({ kind: 'wait', waitMs: 10_000 });
    clock.monotonic += 10_000;
    expect((await windows.take('b', options)).kind).toBe('granted');
  });

  it('keeps the day within a day', async () => {
    const clock = createClock();
    const { windows } = closing(createSqliteState({ clock }));
    await windows.take('b', options);
    clock.wall += jumpMs;
    const { status } = await windows.take('b', options);
    expect(status.dailyUsed).toBe(2);
    expect(status.dailyResetMs).toBeLessThanOrEqual(24 * HOUR_MS);
  });
});

describe('a machine that starts anew', () => {
  it('tells ages by the wall clock, and never a negative one', async () => {
    const path = join(makeFolder(), 'state.sqlite');
    const before = createClock();
    const first = createSqliteState({ path, clock: before });
    await first.records.put('key', 'value', { expected: 'absent', keepMs: 10 * HOUR_MS });
    await first.close();
    for (const [passedMs, age] of [
      [60_000, 60_000],
      [-60_000, 0],
    ] as const) {
      const after = Object.assign(createClock('second'), { monotonic: 100, wall: before.wall + passedMs });
      const second = createSqliteState({ path, clock: after });
      expect((await second.records.get('key'))?.ageMs).toBe(age);
      await second.close();
    }
  });

  it.each(['second', ''])('counts what was sent just before for one more window (boot "%s")', async (boot) => {
    const path = join(makeFolder(), 'state.sqlite');
    const before = createClock(boot === '' ? '' : 'first');
    const first = createSqliteState({ path, clock: before });
    for (let call = 0; call < 2; call += 1) await first.windows.take('b', options);
    await first.windows.learn('b', { pauseMs: 500_000 }, options);
    await first.close();
    const after = Object.assign(createClock(boot), { monotonic: 1_000, wall: before.wall + 5_000 });
    const { windows } = closing(createSqliteState({ path, clock: after }));
    expect(await windows.take('b', options)).toMatchObject({ kind: 'wait', waitMs: 10_000 });
    after.monotonic += 10_000;
    expect((await windows.take('b', options)).kind).toBe('granted');
  });
});

it('whatever is asked in whatever order, no window ever holds more than the limit', async () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ kind: 'take' } as const) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('advance' as const), ms: fc.nat(6_000) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('stamp' as const), index: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('giveBack' as const), index: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('learn' as const), used: fc.nat(6) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('jump' as const), ms: fc.integer({ min: -HOUR_MS, max: HOUR_MS }) }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 60 }), async (limit, steps) => {
      const clock = createClock();
      const { windows, ...state } = createSqliteState({ clock });
      const ask = { ...options, rule: { limit, intervalMs: 10_000, dailyLimit: 1_000 } };
      /** When each call that left counts, by our own books. */
      const calls = new Map<string, number>();
      for (const one of steps) {
        const permits = [...calls.keys()];
        if (one.kind === 'advance') {
          clock.monotonic += one.ms;
          clock.wall += one.ms;
        } else if (one.kind === 'jump') clock.wall += one.ms;
        else if (one.kind === 'learn') await windows.learn('b', { used: one.used }, ask);
        else if (one.kind === 'take') {
          const taken = await windows.take('b', ask);
          const counted = [...calls.values()].filter((at) => at > clock.monotonic - 10_000).length;
          if (taken.kind === 'granted') {
            expect(counted).toBeLessThan(limit);
            calls.set(taken.permit, clock.monotonic);
          } else if (taken.kind === 'wait') {
            expect(taken.waitMs).toBeLessThanOrEqual(10_000);
          }
        } else {
          const permit = permits[one.index % Math.max(1, permits.length)];
          if (permit === undefined) continue;
          if (one.kind === 'giveBack') {
            await windows.giveBack('b', permit);
            calls.delete(permit);
          } else if ((calls.get(permit) ?? 0) > clock.monotonic - 10_000) {
            // Only a call that still counts is stamped: whoever holds one renews it in time.
            await windows.stamp('b', permit);
            calls.set(permit, clock.monotonic);
          }
        }
      }
      await state.close();
    }),
    { numRuns: 150 },
  );
});
