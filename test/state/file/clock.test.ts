import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import type { TakeOptions, Windows } from '../../../src/state/state.ts';
import { createTestClock } from '../clock.ts';

const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;
const ask: TakeOptions = { rule: { limit: 5, intervalMs: minute, dailyLimit: 100 }, margin: 0, reserve: 0 };

function createStore() {
  const clock = createTestClock();
  return { clock, ...createSqliteState({ clock }) };
}

async function takeAll(windows: Windows, options = ask): Promise<number> {
  for (let count = 0; ; count += 1) if ((await windows.take('b', options)).kind !== 'granted') return count;
}

describe.each([
  ['back by an hour', -hour],
  ['back by a year', -365 * day],
  ['forward by an hour', hour],
  ['forward by a year', 365 * day],
])('a wall clock that is set %s', (_, byMs) => {
  it('changes no age', async () => {
    const { clock, records } = createStore();
    await records.put('k', 'one', { expected: 'absent', keepMs: hour });
    clock.advance(1_000);
    clock.setWall(byMs);
    clock.advance(1_000);
    expect(await records.get('k')).toMatchObject({ ageMs: 2_000 });
  });

  it('changes no interval and no pause', async () => {
    const { clock, windows } = createStore();
    expect(await takeAll(windows)).toBe(5);
    await windows.learn('paused', { pauseMs: minute }, ask);
    clock.advance(minute / 2);
    clock.setWall(byMs);
    expect(await windows.take('b', ask)).toMatchObject({ kind: 'wait', waitMs: minute / 2 });
    expect(await windows.take('paused', ask)).toMatchObject({ kind: 'wait', waitMs: minute / 2 });
    clock.advance(minute / 2);
    expect(await takeAll(windows)).toBe(5);
    expect(await windows.take('paused', ask)).toMatchObject({ kind: 'granted' });
  });

  it('makes nobody wait longer than a day for the next one', async () => {
    const { clock, windows } = createStore();
    await windows.learn('b', { dailyLimit: 3, dailyUsed: 3 }, ask);
    clock.setWall(byMs);
    for (let hours = 0; hours < 24; hours += 1) {
      const taken = await windows.take('b', ask);
      if (taken.kind === 'granted') break;
      expect(taken).toMatchObject({ kind: 'spent' });
      expect(taken.kind === 'spent' && taken.waitMs).toBeLessThanOrEqual(day - hours * hour);
      clock.advance(hour);
    }
    expect(await windows.take('b', ask)).toMatchObject({ kind: 'granted' });
  });

  it('removes no record before its time', async () => {
    const { clock, records } = createStore();
    await records.put('k', 'one', { expected: 'absent', keepMs: hour });
    clock.advance(minute);
    clock.setWall(byMs);
    await keepHouse();
    expect(await records.get('k')).toMatchObject({ value: 'one' });
    clock.advance(Math.max(0, -byMs) + hour);
    await keepHouse();
    expect(await records.get('k')).toBeUndefined();

    async function keepHouse(): Promise<void> {
      for (let count = 0; count < 201; count += 1) {
        await records.put(randomUUID(), '', { expected: 'absent', keepMs: 400 * day });
      }
    }
  });
});

describe('a machine that starts again', () => {
  it('knows ages by the wall clock, and none is negative', async () => {
    const { clock, records } = createStore();
    await records.put('k', 'one', { expected: 'absent', keepMs: hour });
    clock.advance(1_000);
    clock.reboot(20_000);
    expect(await records.get('k')).toMatchObject({ ageMs: 21_000 });
    clock.setWall(-hour);
    expect(await records.get('k')).toMatchObject({ ageMs: 0 });
  });

  it('counts the calls before as if they had just been made, for one interval', async () => {
    const { clock, windows } = createStore();
    expect(await takeAll(windows)).toBe(5);
    clock.reboot();
    expect(await windows.take('b', ask)).toMatchObject({ kind: 'wait', waitMs: minute, status: { dailyUsed: 5 } });
    clock.advance(minute);
    expect(await takeAll(windows)).toBe(5);
  });

  it('forgets pauses, which end by a clock that began anew', async () => {
    const { clock, windows } = createStore();
    await windows.learn('b', { pauseMs: minute }, ask);
    clock.reboot();
    expect(await windows.take('b', ask)).toMatchObject({ kind: 'granted' });
  });

  it('keeps limits that were learnt, and the budget of the day', async () => {
    const { clock, windows } = createStore();
    await windows.learn('b', { limit: 7, dailyUsed: 42, dailyResetMs: 2 * hour }, ask);
    clock.reboot(minute);
    const { status } = await windows.take('b', ask);
    expect(status).toMatchObject({ limit: 7, dailyUsed: 43, dailyResetMs: 2 * hour - minute });
  });
});

it('whatever becomes of the clocks, no interval lets more through, and none is waited for longer than it lasts', async () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ kind: 'take' } as const) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('advance' as const), ms: fc.nat(minute) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('setWall' as const), ms: fc.integer({ min: -day, max: day }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reboot' as const), ms: fc.nat(minute) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), async (steps) => {
      const { clock, windows, close } = createStore();
      const departures: number[] = [];
      let now = 0;
      for (const step of steps) {
        if (step.kind === 'setWall') clock.setWall(step.ms);
        else if (step.kind === 'reboot') {
          // Off for so long, and five seconds to start.
          clock.reboot(step.ms + 5_000);
          now += step.ms + 5_000;
        } else if (step.kind === 'advance') {
          clock.advance(step.ms);
          now += step.ms;
        } else {
          const taken = await windows.take('b', ask);
          if (taken.kind === 'granted') departures.push(now);
          if (taken.kind === 'wait') expect(taken.waitMs).toBeLessThanOrEqual(minute);
          expect(departures.filter((at) => at > now - minute).length).toBeLessThanOrEqual(5);
        }
      }
      await close();
    }),
    { numRuns: 200 },
  );
});
