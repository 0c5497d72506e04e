import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../src/sandbox/faults/kinds.ts';
import type { Thing } from './fixture.ts';
import { type Answered, closeSandbox, type Opened, openFullSandbox, openSandbox } from './harness.ts';

const locationId = 'sandboxLocation00001';

function create({ send }: Opened, fault: string): ReturnType<Opened['send']> {
  return send('POST', '/contacts/', { json: { locationId, name: 'Ada' }, headers: { 'x-sandbox-fault': fault } });
}

function countThings({ sandbox }: Opened): number {
  return sandbox.world.collection<Thing>('things').inLocation(locationId).length;
}

/** A create that is on its way: what came of it so far, and in the end. */
function startCreate(opened: Opened, fault: string): { isSettled(): boolean; outcome: Promise<Answered | Error> } {
  let isSettled = false;
  const outcome = create(opened, fault)
    .catch((cause: Error) => cause)
    .finally(() => {
      isSettled = true;
    });
  return { isSettled: () => isSettled, outcome };
}

/** Lets the event loop turn until it holds; a test in which it never does runs into its time limit. */
async function until(isTrue: () => boolean | undefined): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

describe('one request', () => {
  it.each([
    ['429', { statusCode: 429, message: 'Too Many Requests' }],
    ['500', { statusCode: 500, message: 'Internal server error' }],
  ])('%s refuses before anything is processed', async (fault, body) => {
    const opened = await openSandbox();
    expect(await create(opened, fault)).toMatchObject({ status: Number(fault), body });
    expect(countThings(opened)).toBe(0);
    expect(opened.sandbox.requests[0]).toMatchObject({ fault, isProcessed: false });
  });

  it.each([
    ['500-after', { statusCode: 500, message: 'Internal server error' }],
    ['422-after', { statusCode: 422, message: [expect.any(String)], error: 'Unprocessable Entity' }],
  ])('%s answers a failure after all was processed', async (fault, body) => {
    const opened = await openSandbox();
    const answer = await create(opened, fault);
    expect(answer).toMatchObject({
      status: body.statusCode,
      body: { ...body, traceId: opened.sandbox.requests[0]?.traceId },
      headers: { 'x-ratelimit-remaining': '99' },
    });
    expect(answer.body).not.toHaveProperty('contact');
    expect(countThings(opened)).toBe(1);
    expect(opened.sandbox.requests[0]).toMatchObject({
      fault,
      key: 'POST /contacts/',
      status: body.statusCode,
      isProcessed: true,
    });
  });

  it.each([
    ['500-after', { status: 500, message: 'Internal server error', name: 'HttpException' }],
    ['422-after', { status: 422, name: 'UnprocessableEntityException', error: 'Unprocessable Entity' }],
  ])('%s takes the shape of the resource', async (fault, body) => {
    const { send } = await openSandbox();
    const headers = { 'x-sandbox-fault': fault };
    const answer = await send('POST', '/conversations/messages', { json: { type: 'SMS' }, headers });
    expect(answer).toMatchObject({ status: body.status, body });
  });

  it.each(['500-after', '422-after'])('%s leaves a refusal as it is', async (fault) => {
    const { send, sandbox } = await openSandbox();
    const headers = { 'x-sandbox-fault': fault };
    const answer = await send('POST', '/contacts/', { json: { locationId, name: 'twin' }, headers });
    expect(answer).toMatchObject({ status: 400, body: { meta: { x: 1 } } });
    expect(sandbox.requests[0]).toMatchObject({ fault, status: 400, isProcessed: false });
  });

  it.each(['delay=1', 'delay-after=1'])('%s answers all the same', async (fault) => {
    const opened = await openSandbox();
    expect((await create(opened, fault)).status).toBe(201);
    expect(countThings(opened)).toBe(1);
    expect(opened.sandbox.requests[0]).toMatchObject({ status: 201, isProcessed: true });
  });

  it.each([
    ['hang-before', 'hang-before', 0],
    ['hang', 'hang', 1],
    ['delay=3600000', 'delay', 0],
    ['delay-after=3600000', 'delay-after', 1],
  ])('%s keeps the socket open without an answer, with %3$i records written', async (fault, kind, written) => {
    const opened = await openSandbox();
    const { sandbox, send } = opened;
    const { isSettled, outcome } = startCreate(opened, fault);
    await until(() => sandbox.requests[0]?.fault === kind && sandbox.requests[0].isProcessed === (written === 1));
    // A later request overtakes it. Whatever had been sent for the first, or broken, would have arrived by now.
    expect((await send('GET', '/contacts/list/typed')).status).toBe(200);
    expect(isSettled()).toBe(false);
    expect(countThings(opened)).toBe(written);
    expect(sandbox.requests[0]).toMatchObject({ fault: kind, status: 0, isProcessed: written === 1 });
    await closeSandbox(sandbox);
    expect(await outcome).toBeInstanceOf(Error);
  });

  it.each(['hang', 'hang-before'])('a client that gives up on %s can go on', async (fault) => {
    const { url, sandbox, send } = await openSandbox();
    const patience = new AbortController();
    const pending = fetch(`${url}/contacts/list/typed`, {
      headers: {
        authorization: `Bearer ${sandbox.tokens.location}`,
        version: '2021-07-28',
        'x-sandbox-fault': fault,
      },
      signal: patience.signal,
    }).catch((cause: Error) => cause.name);
    await until(() => sandbox.requests[0]?.fault === fault);
    patience.abort();
    expect(await pending).toBe('AbortError');
    expect((await send('GET', '/contacts/list/typed')).status).toBe(200);
    expect(sandbox.counts.answers).toEqual({ 200: 1 });
  });

  it.each([
    ['drop-before', 0],
    ['drop-after', 1],
    ['truncate', 1],
  ])('%s breaks the connection with %i records written', async (fault, written) => {
    const opened = await openSandbox();
    await expect(create(opened, fault)).rejects.toThrow();
    expect(countThings(opened)).toBe(written);
    expect(opened.sandbox.requests[0]).toMatchObject({ fault, status: 0, isProcessed: written === 1 });
    expect((await opened.send('GET', `/contacts/?locationId=${locationId}`)).status).toBe(200);
  });

  it('truncate sends the headers and half of the body', async () => {
    const { url, sandbox } = await openSandbox();
    const response = await fetch(`${url}/contacts/?locationId=${locationId}`, {
      headers: {
        authorization: `Bearer ${sandbox.tokens.location}`,
        version: '2021-07-28',
        'x-sandbox-fault': 'truncate',
      },
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('a fault that does not exist is refused, not ignored', async () => {
    const opened = await openSandbox();
    expect(await create(opened, 'explode')).toMatchObject({ status: 400 });
    expect(() => opened.sandbox.faults.rate({ fault: 'explode' as '500', rate: 1 })).toThrow(/unknown fault/);
    expect(() => opened.sandbox.faults.next('explode' as '500')).toThrow(/unknown fault/);
    await expect(openSandbox({ faults: [{ fault: 'explode' as '500', rate: 1 }] })).rejects.toThrow(/unknown fault/);
  });
});

describe('queued and rated', () => {
  it('hits the next matching requests', async () => {
    const { send, sandbox } = await openSandbox();
    sandbox.faults.next('500', { method: 'GET', path: '/contacts/list', times: 2 });
    const paths = ['/snapshots/', '/contacts/list/typed', '/contacts/list/typed', '/contacts/list/typed'];
    const statuses: number[] = [];
    for (const path of paths) statuses.push((await send('GET', path)).status);
    expect(statuses).toEqual([401, 500, 500, 200]);
  });

  it('hits a share that the seed decides', async () => {
    const draw = async (seed: number): Promise<number[]> => {
      const faults = [{ fault: '500', rate: 0.3, path: /typed/ }] as const;
      const { send } = await openSandbox({ seed, faults });
      const statuses: number[] = [];
      for (let index = 0; index < 40; index += 1) statuses.push((await send('GET', '/contacts/list/typed')).status);
      return statuses;
    };
    const [first, again, other] = [await draw(5), await draw(5), await draw(6)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    const failed = first.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(3);
    expect(failed).toBeLessThan(25);
  });

  it('ends when cleared', async () => {
    const { send, sandbox } = await openSandbox({ faults: [{ fault: '500', rate: 1 }] });
    sandbox.faults.next('429');
    expect((await send('GET', '/contacts/list/typed')).status).toBe(429);
    expect((await send('GET', '/contacts/list/typed')).status).toBe(500);
    sandbox.faults.clear();
    expect((await send('GET', '/contacts/list/typed')).status).toBe(200);
  });
});

it('closing does not wait for a delayed answer', async () => {
  const { sandbox, send } = await openFullSandbox({ populate: false });
  sandbox.faults.next('delay=3600000');
  const pending = send('GET', '/contacts/abc').catch((cause: unknown) => cause);
  await until(() => sandbox.requests[0]?.fault !== undefined);
  await sandbox.close();
  expect(await pending).toBeInstanceOf(Error);
});

it.each(['delay=99999999999', 'delay-after=99999999999', 'delay', 'delay-after=', '500=1', 'hang=5'])(
  'refuses %s, a delay that no timer can keep or a time out of place',
  async (fault) => {
    const opened = await openSandbox();
    const answer = await create(opened, fault);
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(`unknown fault ${fault}`) } });
    expect(countThings(opened)).toBe(0);
  },
);

it('names every kind to whoever writes an unknown one', () => {
  expect(() => parseFault('explode')).toThrow(
    'unknown fault explode: use delay=<ms>, delay-after=<ms>, 429, 500, 500-after, 422-after, drop-before, drop-after, truncate, hang-before, hang',
  );
});
