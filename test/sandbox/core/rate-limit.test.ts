import { describe, expect, it } from 'vitest';
import { createClock, type Opened, openSandbox } from './harness.ts';

const path = '/contacts/list/typed';

/** The statuses of `count` requests, one after the other. */
async function sendMany({ send }: Opened, count: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await send('GET', path)).status);
  return statuses;
}

describe('headers', () => {
  it('stand on every answer, refusals included', async () => {
    const { send } = await openSandbox();
    const answers = [
      await send('GET', path),
      await send('GET', '/nowhere'),
      await send('GET', path, { version: null }),
      await send('GET', path, { token: null }),
      await send('POST', '/contacts/', { json: { locationId: 'sandboxLocation00001' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 401, 401, 422]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-ratelimit-limit-daily': '200000',
        'x-ratelimit-daily-remaining': expect.stringMatching(/^\d+$/),
        'x-ratelimit-interval-milliseconds': '10000',
        'x-ratelimit-max': '100',
        'x-ratelimit-remaining': expect.stringMatching(/^\d+$/),
        'x-ratelimit-daily-reset': '86400000',
      });
    }
  });

  it('count down, the day too', async () => {
    const clock = createClock();
    const { send } = await openSandbox({ clock: clock.now });
    await send('GET', path);
    clock.advance(4000);
    expect((await send('GET', path)).headers).toMatchObject({
      'x-ratelimit-remaining': '98',
      'x-ratelimit-daily-remaining': '199998',
      'x-ratelimit-daily-reset': String(86_400_000 - 4000),
    });
  });
});

it('every answer says when it was given, refusals and faults included: clients reckon with it', async () => {
  const { send } = await openSandbox({ rateLimit: { max: 2 } });
  const answers = [
    await send('GET', path),
    await send('GET', path, { headers: { 'x-sandbox-fault': '500-after' } }),
    await send('GET', path),
    await send('GET', '/nowhere'),
    await send('GET', path, { token: null }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 500, 429, 404, 401]);
  for (const { headers } of answers) {
    expect(headers.date).toBe(new Date(headers.date ?? '').toUTCString());
  }
});

describe('the short window', () => {
  it('slides: a place is free as soon as the request that held it is old enough', async () => {
    const clock = createClock();
    const opened = await openSandbox({ clock: clock.now, rateLimit: { max: 3, intervalMs: 10_000 } });
    expect(await sendMany(opened, 2)).toEqual([200, 200]);
    clock.advance(6000);
    expect(await sendMany(opened, 2)).toEqual([200, 429]);
    clock.advance(3999);
    expect(await sendMany(opened, 1)).toEqual([429]);
    clock.advance(1);
    expect(await sendMany(opened, 3)).toEqual([200, 200, 429]);
  });

  it('is fixed: everything is free when the next one begins', async () => {
    const clock = createClock();
    const rateLimit = { max: 3, intervalMs: 10_000, window: 'fixed' } as const;
    const opened = await openSandbox({ clock: clock.now, rateLimit });
    clock.advance(9999);
    expect(await sendMany(opened, 4)).toEqual([200, 200, 200, 429]);
    clock.advance(1);
    expect(await sendMany(opened, 4)).toEqual([200, 200, 200, 429]);
  });

  it('answers 429 without Retry-After, or with it when asked', async () => {
    const without = await openSandbox({ rateLimit: { max: 1 } });
    await without.send('GET', path);
    const plain = await without.send('GET', path);
    expect(plain.body).toMatchObject({ statusCode: 429, message: 'Too Many Requests' });
    expect(plain.headers).toMatchObject({ 'x-ratelimit-remaining': '0' });
    expect(plain.headers).not.toHaveProperty('retry-after');

    const clock = createClock();
    const telling = await openSandbox({ clock: clock.now, rateLimit: { max: 1, retryAfter: true } });
    await telling.send('GET', path);
    clock.advance(2500);
    expect((await telling.send('GET', path)).headers['retry-after']).toBe('8');
  });

  it('belongs to one token and location', async () => {
    const { send, sandbox } = await openSandbox({ rateLimit: { max: 1 } });
    const status = async (token: string, at = path): Promise<number> => (await send('GET', at, { token })).status;
    const app = { class: 'oauth', app: 'one-app' } as const;
    const [before, after] = [sandbox.tokens.create(app), sandbox.tokens.create(app)];
    expect(await status(sandbox.tokens.location)).toBe(200);
    expect(await status(sandbox.tokens.secondLocation)).toBe(200);
    expect(await status(sandbox.tokens.location)).toBe(429);
    expect(await status(before)).toBe(200);
    expect(await status(after)).toBe(429);
    const invoices = (locationId: string): string => `/invoices/?altId=${locationId}&altType=location`;
    expect(await status(sandbox.tokens.agency, invoices('sandboxLocation00001'))).toBe(200);
    expect(await status(sandbox.tokens.agency, invoices('sandboxLocation00002'))).toBe(200);
    expect(await status(sandbox.tokens.agency, invoices('sandboxLocation00002'))).toBe(429);
  });
});

it('the day ends the allowance, and the next one brings it back', async () => {
  const clock = createClock();
  const opened = await openSandbox({ clock: clock.now, rateLimit: { daily: 2 } });
  expect(await sendMany(opened, 3)).toEqual([200, 200, 429]);
  clock.advance(60_000);
  const refused = await opened.send('GET', path);
  expect(refused.headers).toMatchObject({ 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-daily-reset': '86340000' });
  clock.advance(86_340_000);
  expect(await sendMany(opened, 1)).toEqual([200]);
});
