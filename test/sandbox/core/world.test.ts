import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getStartOfDay } from '../../../src/sandbox/seed/time.ts';
import { createWorldStore } from '../../../src/sandbox/store/world.ts';
import type { World } from '../../../src/sandbox/world.ts';
import type { Thing } from './fixture.ts';
import { createClock, openSandbox, startOfTest } from './harness.ts';

const here = 'sandboxLocation00001';
const there = 'sandboxLocation00002';

function createWorld(indexLagMs: number, seed = 1): { world: World; advance(ms: number): void } {
  const clock = createClock();
  return { world: createWorldStore({ seed, indexLagMs, now: clock.now }).world, advance: clock.advance };
}

describe('collections', () => {
  it('hand out copies that nobody can change', () => {
    const { world } = createWorld(0);
    const things = world.collection<Thing>('things');
    const given = { id: 'a', locationId: here, name: 'A', tags: ['x'] };
    const kept = things.insert(given);
    given.tags.push('y');
    expect(things.get('a')).toEqual({ id: 'a', locationId: here, name: 'A', tags: ['x'] });
    expect(() => (kept.tags as string[]).push('z')).toThrow(TypeError);
  });

  it('merge updates; undefined removes a field', () => {
    const { world } = createWorld(0);
    const things = world.collection<Thing>('things');
    things.insert({ id: 'a', locationId: here, name: 'A', tags: ['x'] });
    const removal = { tags: undefined } as unknown as Partial<Thing>;
    expect(things.update('a', { name: 'B', ...removal })).toEqual({ id: 'a', locationId: here, name: 'B' });
    expect(() => things.update('b', {})).toThrow(/no record b/);
    expect(() => things.insert({ id: 'a', locationId: here, name: 'C' })).toThrow(/already/);
  });

  it('follow a record that moves', () => {
    const { world } = createWorld(0);
    const things = world.collection<Thing>('things');
    things.insert({ id: 'a', locationId: here, name: 'A' });
    things.update('a', { locationId: there });
    expect(things.inLocation(here)).toEqual([]);
    expect(things.inLocation(there)).toHaveLength(1);
  });

  type Step = { kind: 'put' | 'move' | 'delete'; id: string; name: string };
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom('put', 'move', 'delete') as fc.Arbitrary<Step['kind']>,
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.string(),
    }),
    { maxLength: 30 },
  );

  function apply(world: World, { kind, id, name }: Step): void {
    const things = world.collection<Thing>('things');
    const known = things.get(id);
    if (kind === 'delete') things.delete(id);
    else if (known === undefined) things.insert({ id, locationId: here, name });
    else things.update(id, kind === 'put' ? { name } : { locationId: known.locationId === here ? there : here });
  }

  it('agree with a plain map after any history', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { world } = createWorld(0);
        const plain = new Map<string, Thing>();
        for (const step of history) {
          apply(world, step);
          const known = plain.get(step.id);
          const moved = known?.locationId === here ? there : here;
          if (step.kind === 'delete') plain.delete(step.id);
          else if (known === undefined) plain.set(step.id, { id: step.id, locationId: here, name: step.name });
          else
            plain.set(step.id, step.kind === 'put' ? { ...known, name: step.name } : { ...known, locationId: moved });
        }
        const things = world.collection<Thing>('things');
        expect(things.all()).toEqual([...plain.values()]);
        for (const location of [here, there]) {
          const local = new Set(things.inLocation(location));
          expect(local).toEqual(new Set([...plain.values()].filter((thing) => thing.locationId === location)));
        }
      }),
    );
  });

  it('show in their index what was there one lag ago, after any history', () => {
    const lag = 5;
    const timed = fc.array(fc.tuple(steps, fc.integer({ min: 0, max: 4 })), { maxLength: 8 });
    fc.assert(
      fc.property(timed, (history) => {
        const { world, advance } = createWorld(lag);
        const things = world.collection<Thing>('things');
        const past: { at: number; here: Thing[] }[] = [{ at: Number.NEGATIVE_INFINITY, here: [] }];
        for (const [batch, wait] of history) {
          for (const step of batch) apply(world, step);
          past.push({ at: world.now(), here: things.inLocation(here) });
          advance(wait);
          const settled = past.findLast(({ at }) => at + lag <= world.now());
          expect(new Set(things.indexed(here))).toEqual(new Set(settled?.here));
        }
        advance(lag);
        expect(new Set(things.indexed(here))).toEqual(new Set(things.inLocation(here)));
      }),
    );
  });
});

describe('the index of the served sandbox', () => {
  it('lags behind a write that an id finds at once', async () => {
    const clock = createClock();
    const { send, sandbox } = await openSandbox({ clock: clock.now, indexLagMs: 2000 });
    const { body } = await send('POST', '/contacts/', { json: { locationId: here, name: 'Ada' } });
    const list = async (): Promise<string[]> => {
      const answer = await send('GET', `/contacts/?locationId=${here}`);
      return answer.body.contacts.map(({ name }: Thing) => name);
    };
    expect(await list()).toEqual([]);
    clock.advance(1999);
    expect(await list()).toEqual([]);
    clock.advance(1);
    expect(await list()).toEqual(['Ada']);
    const things = sandbox.world.collection<Thing>('things');
    things.update(body.contact.id, { name: 'Bea' });
    expect(await list()).toEqual(['Ada']);
    things.delete(body.contact.id);
    expect(things.get(body.contact.id)).toBeUndefined();
    expect(await list()).toEqual(['Ada']);
    clock.advance(2000);
    expect(await list()).toEqual([]);
  });

  it('does not lag when told not to', async () => {
    const { send } = await openSandbox({ indexLagMs: 0 });
    await send('POST', '/contacts/', { json: { locationId: here, name: 'Ada' } });
    expect((await send('GET', `/contacts/?locationId=${here}`)).body.contacts).toHaveLength(1);
  });
});

describe('ids', () => {
  it('look like HighLevel’s, never repeat, and follow from the seed', () => {
    const draw = (seed: number): string[] => {
      const { world } = createWorld(0, seed);
      return Array.from({ length: 500 }, (_, index) => (index % 2 === 0 ? world.newId() : world.newObjectId()));
    };
    const ids = draw(7);
    expect(new Set(ids).size).toBe(500);
    expect(ids.every((id, index) => (index % 2 === 0 ? /^[A-Za-z0-9]{20}$/ : /^[0-9a-f]{24}$/).test(id))).toBe(true);
    expect(draw(7)).toEqual(ids);
    expect(draw(8)).not.toEqual(ids);
  });
});

describe('days', () => {
  it('begin at local midnight, also when the clocks change', () => {
    const zones = ['America/Chicago', 'America/Denver', 'America/Phoenix', 'Europe/Berlin', 'Asia/Kolkata', 'UTC'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: -400, max: 400 }), (timeZone, days) => {
        const midnight = getStartOfDay(startOfTest, days, timeZone);
        const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(midnight);
        expect(time).toBe('00:00:00');
      }),
    );
  });

  it('count from the local day of now', () => {
    const lateEvening = Date.UTC(2026, 5, 16, 4);
    expect(new Date(getStartOfDay(lateEvening, 0, 'America/Chicago')).toISOString()).toBe('2026-06-15T05:00:00.000Z');
    expect(new Date(getStartOfDay(lateEvening, 1, 'UTC')).toISOString()).toBe('2026-06-17T00:00:00.000Z');
  });
});
