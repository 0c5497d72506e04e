import { describe, expect, it, vi } from 'vitest';
import type { Thing } from './fixture.ts';
import { type Opened, openFullSandbox, openSandbox } from './harness.ts';

const locationId = 'sandboxLocation00001';

function create({ send }: Opened, fault: string): ReturnType<Opened['send']> {
  return send('POST', '/contacts/', { json: { locationId, name: 'Ada' }, headers: { 'x-sandbox-fault': fault } });
}

function countThings({ sandbox }: Opened): number {
  return sandbox.world.collection<Thing>('things').inLocation(locationId).length;
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

  it('delay answers all the same', async () => {
    const opened = await openSandbox();
    expect((await create(opened, 'delay=1')).status).toBe(201);
    expect(countThings(opened)).toBe(1);
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

  it.each([
    ['500-after', { statusCode: 500, message: 'Internal server error' }],
    ['422-after', { statusCode: 422, error: 'Unprocessable Entity' }],
  ])('%s answers a failure to what was done', async (fault, body) => {
    const opened = await openSandbox();
    expect(await create(opened, fault)).toMatchObject({ status: Number(fault.slice(0, 3)), body });
    expect(countThings(opened)).toBe(1);
    expect(opened.sandbox.requests[0]).toMatchObject({ fault, isProcessed: true });
  });

  it('what is refused anyway keeps its refusal', async () => {
    const { send, sandbox } = await openSandbox();
    const headers = { 'x-sandbox-fault': '500-after' };
    expect((await send('POST', '/contacts/', { json: {}, token: null, headers })).status).toBe(401);
    expect(sandbox.counts).toMatchObject({ processed: 0, answers: { 401: 1 } });
  });

  it('delay-after has done it before it answers', async () => {
    const opened = await openSandbox();
    const answer = create(opened, 'delay-after=200');
    await vi.waitFor(() => expect(countThings(opened)).toBe(1));
    expect(opened.sandbox.requests[0]).toMatchObject({ status: 0, isProcessed: true });
    expect((await answer).status).toBe(201);
  });

  it.each([
    ['hang-before', 0],
    ['hang', 1],
  ])('%s never answers, with %i records written', async (fault, written) => {
    const opened = await openSandbox();
    const answer = create(opened, fault);
    const ending = expect(answer).rejects.toThrow();
    await vi.waitFor(() => expect(opened.sandbox.requests).toHaveLength(1));
    await vi.waitFor(() => expect(countThings(opened)).toBe(written));
    await opened.sandbox.close();
    await ending;
    expect(opened.sandbox.counts).toMatchObject({ requests: 1, processed: written, answers: {} });
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
  while (sandbox.requests[0]?.fault === undefined) await new Promise((resolve) => setImmediate(resolve));
  await sandbox.close();
  expect(await pending).toBeInstanceOf(Error);
});

it('refuses a delay that no timer can keep', async () => {
  const opened = await openSandbox();
  expect((await create(opened, 'delay=99999999999')).status).toBe(400);
  expect(countThings(opened)).toBe(0);
});

describe('the books', () => {
  it('count all requests and keep the last', async () => {
    const { send, sandbox } = await openSandbox({ logSize: 2 });
    for (const path of ['/contacts/list/typed', '/nowhere', '/contacts/list/typed']) await send('GET', path);
    expect(sandbox.counts).toEqual({ requests: 3, processed: 2, answers: { 200: 2, 404: 1 } });
    expect(sandbox.requests.map(({ path }) => path)).toEqual(['/nowhere', '/contacts/list/typed']);
  });

  it('give each request the time at which the limit counted it', async () => {
    let time = 7;
    const { send, sandbox } = await openSandbox({ monotonicClock: () => time });
    await send('GET', '/contacts/list/typed');
    time = 9;
    await send('GET', '/contacts/list/typed');
    expect(sandbox.requests.map(({ at }) => at)).toEqual([7, 9]);
  });

  it('stand beside the Date header by which a client tells HighLevel’s time', async () => {
    const { send } = await openSandbox();
    const { headers } = await send('GET', '/contacts/list/typed');
    expect(Math.abs(Date.parse(headers.date ?? '') - Date.now())).toBeLessThan(60_000);
  });
});
