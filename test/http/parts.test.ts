/** The parts that hold for any sequence of requests: places, tenants, tokens, addresses; and slow clients. */
import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/highlevel/auth/secret.ts';
import { createAdmission } from '../../src/http/admission.ts';
import { createBearerToken, findHolder, hashBearerToken, parseBearer } from '../../src/http/clients/bearer-token.ts';
import { type Account, createGrant } from '../../src/http/clients/grant.ts';
import { listen } from '../../src/http/listener.ts';
import { isLoopback } from '../../src/http/loopback.ts';
import { resolveRequestId } from '../../src/http/request-scope.ts';
import { createTenants } from '../../src/http/tenants.ts';
import { createTurns } from '../../src/http/turns.ts';

const account: Account = {
  name: 'main',
  token: undefined,
  takesTokenHeader: true,
  locationId: undefined,
  companyId: undefined,
  policy: undefined,
  tools: undefined,
  readOnly: false,
};
const grantOf = (token: string, locationId?: string) =>
  createGrant('one', account, { token: new Secret(token), locationId });

describe('places', () => {
  it('are never more than there are, and are all there again at the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.integer({ min: 0, max: 12 })), (max, steps) => {
        const admission = createAdmission(max);
        const held: (() => void)[] = [];
        for (const step of steps) {
          if (step < 8) {
            const leave = admission.enter();
            expect(leave === undefined).toBe(held.length === max);
            if (leave) held.push(leave);
          } else {
            const leave = held.shift();
            leave?.();
            // Given back twice, it is one place.
            leave?.();
          }
          expect(admission.running).toBe(held.length);
        }
      }),
    );
  });

  it('of one account leave room for others', () => {
    const admission = createAdmission(8);
    const held = Array.from({ length: 8 }, () => admission.enterAccount('a'));
    expect(held.filter(Boolean)).toHaveLength(6);
    expect(admission.enterAccount('b')).toBeDefined();
    held[0]?.();
    expect(admission.enterAccount('a')).toBeDefined();
  });

  it('tell when the last one is free', async () => {
    const admission = createAdmission(2);
    await admission.whenIdle();
    const [one, two] = [admission.enter(), admission.enter()];
    let isIdle = false;
    const idle = admission.whenIdle().then(() => {
      isIdle = true;
    });
    one?.();
    await Promise.resolve();
    expect(isIdle).toBe(false);
    two?.();
    await idle;
  });
});

it('turns are taken one in each turn of the event loop, by each account in turn, in the order of asking', async () => {
  const turns = createTurns();
  for (const round of ['first', 'second']) {
    const begun: string[] = [];
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2'])
      void turns.take(name.charAt(0)).then(() => begun.push(name));
    const order = ['a1', 'b1', 'c1', 'a2', 'c2', 'a3'];
    for (let count = 1; count <= order.length; count += 1) {
      await new Promise(setImmediate);
      expect(begun, round).toEqual(order.slice(0, count));
    }
  }
});

describe('tenants', () => {
  it('are one for each account, token and location, in any order of any requests, and closed when too many', async () => {
    const request = fc.record({ token: fc.nat({ max: 4 }), location: fc.nat({ max: 1 }), overlaps: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 40 }), async (requests) => {
        const open = new Set<string>();
        const running = new Map<string, number>();
        const tenants = createTenants({
          max: 3,
          open: ({ key }) => {
            expect(open.has(key)).toBe(false);
            open.add(key);
            return {
              key,
              close: async () => {
                expect(running.get(key) ?? 0).toBe(0);
                open.delete(key);
              },
            };
          },
        });
        const ends: (() => void)[] = [];
        const uses: Promise<void>[] = [];
        for (const { token, location, overlaps } of requests) {
          const grant = grantOf(`t${token}`, `l${location}`);
          const end = Promise.withResolvers<void>();
          uses.push(
            tenants.use(grant, async ({ key }) => {
              expect(key).toBe(grant.key);
              running.set(key, (running.get(key) ?? 0) + 1);
              await end.promise;
              running.set(key, (running.get(key) ?? 0) - 1);
            }),
          );
          if (overlaps) ends.push(end.resolve);
          else {
            end.resolve();
            await uses.at(-1);
          }
        }
        for (const end of ends) end();
        await Promise.all(uses);
        expect(open.size).toBeLessThanOrEqual(3);
        expect(tenants.list().length).toBe(open.size);
        await tenants.close();
        expect(open.size).toBe(0);
      }),
    );
  });

  it('are told apart by each part of what they are', () => {
    const keys = [grantOf('a'), grantOf('b'), grantOf('a', 'x'), grantOf('a', 'y'), createGrant('one', account)];
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
    expect(createGrant('another client', account, grantOf('a')).key).toBe(grantOf('a').key);
    for (const { key } of keys) expect(key).not.toContain('a,');
  });
});

describe('tokens', () => {
  const holders = ['anna', 'bert'].map((holder) => ({ holder, token: createBearerToken() }));
  const known = holders.map(({ holder, token }) => ({
    holder,
    hashes: [hashBearerToken('old'), hashBearerToken(token)],
  }));

  it('are found by each hash of their holder, and by nothing else', () => {
    for (const { holder, token } of holders) expect(findHolder(token, known)).toBe(holder);
    fc.assert(fc.property(fc.string(), (text) => text === 'old' || findHolder(text, known) === undefined));
  });

  it('survive the header that carries them', () => {
    for (const { token } of holders) expect(parseBearer(`bearer ${token}`)).toBe(token);
    for (const header of [undefined, '', 'Bearer', 'Bearer a b', 'Basic abc', `Bearer ${'a'.repeat(20_000)}`]) {
      expect(parseBearer(header)).toBeUndefined();
    }
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['localhost.example.com', false],
  ['', false],
])('%s is loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

it('a request id is kept only as long as it cannot forge a line', () => {
  expect(resolveRequestId('a.b-C_1')).toBe('a.b-C_1');
  fc.assert(fc.property(fc.string(), (given) => /^[\w.-]{1,64}$/.test(resolveRequestId(given))));
});

describe('slow clients', () => {
  const limits = { host: '127.0.0.1', port: 0, maxConnections: 1 };

  it('that never end their headers are answered 408 and let go', async () => {
    const timeouts = { headersTimeout: 20, connectionsCheckingInterval: 10 };
    const listener = await listen(() => expect.unreachable(), { ...limits, timeouts });
    const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
    socket.write('POST /mcp HTTP/1.1\r\nhost: localhost\r\n');
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 408 /);
    await listener.close();
  });

  it('beyond the connections that are held are not kept waiting', async () => {
    const listener = await listen((_, response) => void response.end('ok'), limits);
    const port = Number(new URL(listener.url).port);
    const first = connect(port, '127.0.0.1');
    first.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await new Promise((resolve) => first.once('data', resolve));
    const second = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) => {
      second.on('error', () => {}).on('close', () => resolve());
    });
    first.destroy();
    await listener.close();
  });
});
