import fc from 'fast-check';
import PQueue from 'p-queue';
import { describe, expect, it } from 'vitest';
import { type FairOptions, FairQueue } from '../../src/highlevel/transport/fair-queue.ts';

interface Call {
  readonly turn: string;
  readonly priority?: number;
  readonly id?: string;
}

/** Adds calls to a queue that stands still, lets it go, and answers in which order they ran. */
async function runAll(calls: readonly Call[], change = (_: PQueue<FairQueue, FairOptions>) => {}): Promise<number[]> {
  const queue = new PQueue<FairQueue, FairOptions>({ concurrency: 1, queueClass: FairQueue, autoStart: false });
  const order: number[] = [];
  for (const [index, call] of calls.entries()) void queue.add(() => void order.push(index), call);
  change(queue);
  queue.start();
  await queue.onIdle();
  expect(queue.size).toBe(0);
  return order;
}

const turnOf = (names: string): Call[] => [...names].map((turn) => ({ turn }));

describe('the queue for connections', () => {
  it('serves turn by turn, and in a turn first come first served', async () => {
    expect(await runAll(turnOf('aaabbc'))).toEqual([0, 3, 5, 1, 4, 2]);
  });

  it('serves the more urgent first', async () => {
    const calls = [0, 1, 0, 2, 1].map((priority, index) => ({ priority, turn: `t${index}` }));
    expect(await runAll(calls)).toEqual([3, 1, 4, 0, 2]);
  });

  it('takes calls without a turn as one turn', async () => {
    const queue = new PQueue<FairQueue, FairOptions>({ concurrency: 1, queueClass: FairQueue, autoStart: false });
    const order: string[] = [];
    for (const name of ['one', 'two']) void queue.add(() => void order.push(name));
    void queue.add(() => void order.push('other'), { turn: 'other' });
    queue.start();
    await queue.onIdle();
    expect(order).toEqual(['one', 'other', 'two']);
  });

  it('changes a waiting call’s priority, and its turn stays', async () => {
    const calls = turnOf('aab').map((call, index) => ({ ...call, id: `c${index}` }));
    expect(await runAll(calls, (queue) => queue.setPriority('c1', 5))).toEqual([1, 0, 2]);
    expect(() => new FairQueue().setPriority('none', 1)).toThrow(ReferenceError);
  });

  it('forgets a call that is taken out', () => {
    const queue = new FairQueue();
    const run = async () => {};
    const other = async () => {};
    queue.enqueue(run, { id: 'a', turn: 't' });
    queue.enqueue(other, { id: 'b', turn: 't', priority: 1 });
    expect(queue.filter({ priority: 1 })).toEqual([other]);
    queue.remove('a');
    queue.remove('a');
    queue.remove('unknown');
    expect(queue.size).toBe(1);
    expect(queue.dequeue()).toBe(other);
    expect(queue.dequeue()).toBeUndefined();
    expect(queue.size).toBe(0);
  });

  it('passes over a call that was called off while it waited', async () => {
    const controller = new AbortController();
    const queue = new PQueue<FairQueue, FairOptions>({ concurrency: 1, queueClass: FairQueue, autoStart: false });
    const order: string[] = [];
    const off = queue
      .add(() => void order.push('off'), { turn: 'a', signal: controller.signal })
      .catch(() => 'rejected');
    void queue.add(() => void order.push('on'), { turn: 'a' });
    controller.abort();
    queue.start();
    await queue.onIdle();
    expect([await off, ...order]).toEqual(['rejected', 'on']);
  });
});

const anyCall = fc.record({ turn: fc.constantFrom('a', 'b', 'c', 'd'), priority: fc.integer({ min: 0, max: 2 }) });
const anyStep = fc.oneof(
  { weight: 3, arbitrary: anyCall },
  { weight: 2, arbitrary: fc.constant('serve' as const) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ raise: fc.nat(50), to: fc.integer({ min: 0, max: 2 }) }) },
);

describe('whatever comes', () => {
  it('no call is lost, and none is served twice', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 80 }), (steps) => {
        const queue = new FairQueue();
        const waiting = new Map<string, () => Promise<unknown>>();
        const names = new Map<unknown, string>();
        const serve = () => {
          const run = queue.dequeue();
          const name = names.get(run);
          expect(run === undefined ? waiting.size === 0 : waiting.delete(name ?? '')).toBe(true);
        };
        for (const [index, step] of steps.entries()) {
          if (step === 'serve') serve();
          else if ('remove' in step) {
            queue.remove(`c${step.remove}`);
            waiting.delete(`c${step.remove}`);
          } else if ('raise' in step) {
            if (waiting.has(`c${step.raise}`)) queue.setPriority(`c${step.raise}`, step.to);
          } else {
            const run = async () => {};
            const id = `c${index}`;
            names.set(run, id);
            waiting.set(id, run);
            queue.enqueue(run, { ...step, id });
          }
          expect(queue.size).toBe(waiting.size);
        }
        while (waiting.size > 0) serve();
        expect(queue.dequeue()).toBeUndefined();
      }),
    );
  });

  it('a turn’s first call waits for at most one call of each other turn', () => {
    const before = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 });
    fc.assert(
      fc.property(
        before,
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }),
        fc.nat(30),
        (first, then, served) => {
          const queue = new FairQueue();
          const turns = new Map<unknown, string>();
          const add = (turn: string): void => {
            const run = async () => {};
            turns.set(run, turn);
            queue.enqueue(run, { turn });
          };
          for (const turn of first) add(turn);
          for (let call = 0; call < served; call++) queue.dequeue();
          add('late');
          for (const turn of then) add(turn);
          const ahead: (string | undefined)[] = [];
          for (let turn = turns.get(queue.dequeue()); turn !== 'late'; turn = turns.get(queue.dequeue()))
            ahead.push(turn);
          expect(new Set(ahead).size).toBe(ahead.length);
        },
      ),
    );
  });
});
