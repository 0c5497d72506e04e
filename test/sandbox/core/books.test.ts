import { describe, expect, it } from 'vitest';
import { type Opened, openSandbox } from './harness.ts';

const path = '/contacts/list/typed';
const json = { locationId: 'sandboxLocation00001', name: 'Ada' };

async function sendMany({ send }: Opened, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 50) {
    await Promise.all(Array.from({ length: Math.min(left, 50) }, () => send('GET', path)));
  }
}

/** A clock that is one later each time somebody looks. */
function createTicks(): () => number {
  let ticks = 0;
  return () => {
    ticks += 1;
    return ticks;
  };
}

describe('when a request was', () => {
  it('is when it was counted, or refused, by the rate limit', async () => {
    const { send, sandbox } = await openSandbox({ monotonicClock: createTicks(), rateLimit: { max: 1 } });
    await send('GET', path);
    await send('GET', path);
    // Each is looked at twice: received at 1 and 3, before the limit at 2 and 4.
    expect(sandbox.requests.map(({ at, status }) => [at, status])).toEqual([
      [2, 200],
      [4, 429],
    ]);
  });

  it('is when it was received, if it never got to the limit', async () => {
    const { send, sandbox } = await openSandbox({ monotonicClock: createTicks(), maxBodyBytes: 100 });
    await send('GET', '/nowhere');
    await send('GET', path, { token: null });
    await send('GET', path, { headers: { 'x-sandbox-fault': 'drop-before' } }).catch(() => undefined);
    await send('POST', '/contacts/', { json: { ...json, name: 'x'.repeat(100) } });
    expect(sandbox.requests.map(({ at, status }) => [at, status])).toEqual([
      [1, 404],
      [2, 401],
      [3, 0],
      [4, 413],
    ]);
  });

  it("is told by the process's own clock unless another is given", async () => {
    const { send, sandbox } = await openSandbox();
    const before = performance.now();
    await send('GET', path);
    await send('GET', path);
    const times = [before, ...sandbox.requests.map(({ at }) => at), performance.now()];
    expect(times).toHaveLength(4);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });
});

describe('the log', () => {
  it('keeps as many as it is told, the last ones', async () => {
    const { send, sandbox } = await openSandbox({ logSize: 3 });
    for (let index = 0; index < 5; index += 1) await send('GET', `${path}?limit=${index}`);
    expect(sandbox.requests.map((request) => request.path)).toEqual([2, 3, 4].map((index) => `${path}?limit=${index}`));
  });

  it('keeps a thousand when it is told nothing, and more on demand', async () => {
    const [usual, large] = [await openSandbox(), await openSandbox({ logSize: 2000 })];
    await sendMany(usual, 1001);
    await sendMany(large, 1001);
    expect(usual.sandbox.requests).toHaveLength(1000);
    expect(large.sandbox.requests).toHaveLength(1001);
  });
});

describe('the counts', () => {
  it('start at nothing and go on when the log has let go', async () => {
    const opened = await openSandbox({ logSize: 0, rateLimit: { max: 3 } });
    const { counts } = opened.sandbox;
    expect(counts).toEqual({ requests: 0, processed: 0, answers: {} });
    await sendMany(opened, 5);
    expect(opened.sandbox.requests).toHaveLength(0);
    expect(counts).toEqual({ requests: 5, processed: 3, answers: { 200: 3, 429: 2 } });
  });

  it.each([
    ['429', { processed: 0, answers: { 429: 1 } }],
    ['500', { processed: 0, answers: { 500: 1 } }],
    ['500-after', { processed: 1, answers: { 500: 1 } }],
    ['422-after', { processed: 1, answers: { 422: 1 } }],
    ['delay-after=1', { processed: 1, answers: { 201: 1 } }],
    ['drop-before', { processed: 0, answers: {} }],
    ['drop-after', { processed: 1, answers: {} }],
    ['truncate', { processed: 1, answers: {} }],
    ['explode', { processed: 0, answers: { 400: 1 } }],
  ])('tell what was done from what was answered: %s', async (fault, expected) => {
    const { send, sandbox } = await openSandbox();
    await send('POST', '/contacts/', { json, headers: { 'x-sandbox-fault': fault } }).catch(() => undefined);
    expect(sandbox.counts).toEqual({ requests: 1, ...expected });
  });
});
