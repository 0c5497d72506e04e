import { once } from 'node:events';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { StateError } from '../../../src/state/error.ts';
import { openState } from '../../../src/state/open.ts';
import { createRedisState } from '../../../src/state/redis/state.ts';
import { forkNode } from '../../support/processes.ts';
import { hasRedis } from '../../support/redis.ts';
import { startProxy } from '../proxy.ts';
import { shiftTimes } from '../stores.ts';
import { ask, isNew, openClient, openStore, startServer } from './support.ts';

const password = 'hunter2-and-more';

async function catchStateError(call: Promise<unknown>): Promise<StateError> {
  const error = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return error instanceof StateError ? error : expect.fail(`no StateError: ${inspect(error)}`);
}

describe('the address of a Redis', () => {
  it.each([
    ['redis://localhost', 'redis://localhost:6379/0'],
    ['redis://', 'redis://localhost:6379/0'],
    ['redis://example.test:7000/3', 'redis://example.test:7000/3'],
    [`rediss://user:${password}@example.test/`, 'rediss://example.test:6379/0'],
    [`redis://:${password}@[::1]:6380`, 'redis://[::1]:6380/0'],
  ])('%s is described without secrets', async (url, description) => {
    const state = await openState(url);
    expect(state.description).toBe(description);
    expect(inspect(state, { depth: 9 })).not.toContain(password);
    await state.close();
  });

  it.each([
    `redis://user:${password}@host:port`,
    `redis://user:${password}@host/name`,
    `redis://user:${password}%zz@host`,
    `redis://host?password=${password}`,
    `redis://host/0#${password}`,
  ])('that cannot be understood (%#) is refused without being quoted', async (url) => {
    const error = await catchStateError(openState(url));
    expect(error.problem).toBe('unreachable');
    expect(inspect(error, { depth: 9 })).not.toContain(password);
  });
});

describe.skipIf(!hasRedis)('a connection to Redis', () => {
  it('is made when first needed', async () => {
    const server = await startServer();
    const proxy = await startProxy(server.port);
    const idle = createRedisState(proxy.url);
    await idle.close();
    const state = openStore(proxy.url);
    expect(state.isDurable).toBe(true);
    expect(proxy.connections).toBe(0);
    await Promise.all([state.records.get('a'), state.records.get('b'), state.windows.take('b', ask)]);
    expect(proxy.connections).toBe(1);
    await proxy.close();
  });

  it('goes to the database of the address', async () => {
    const server = await startServer();
    await openStore(`${server.url}/3`).records.put('k', 'three', isNew);
    expect(await openStore(server.url).records.get('k')).toBeUndefined();
    expect(await openStore(`${server.url}/3`).records.get('k')).toMatchObject({ value: 'three' });
  });

  it('does not go to another database when there is none of that number', async () => {
    const server = await startServer();
    const error = await catchStateError(openStore(`${server.url}/99`).records.put('k', 'lost', isNew));
    expect(error.problem).toBe('unreachable');
    expect(await openClient(server.url).dbsize()).toBe(0);
  });

  it('lets its process end once it is closed, and is not made again', async () => {
    const server = await startServer();
    const child = forkNode(new URL('close-and-end.ts', import.meta.url), [server.url]);
    expect(await once(child, 'exit')).toEqual([0, null]);
    const state = openStore(server.url);
    await state.records.get('k');
    await state.close();
    await state.close();
    expect(await catchStateError(state.records.get('k'))).toMatchObject({ problem: 'unreachable' });
  });

  it('answers what was asked before it was closed', async () => {
    const server = await startServer();
    const state = openStore(server.url);
    await state.records.get('k');
    const writing = state.records.put('k', 'one', isNew);
    await state.close();
    expect(await writing).toBeTypeOf('string');
  });

  it('closes while Redis is away', async () => {
    const server = await startServer();
    const state = openStore(server.url);
    await server.stop();
    const call = catchStateError(state.records.get('k'));
    await state.close();
    expect(await call).toMatchObject({ problem: 'unreachable' });
  });
});

describe.skipIf(!hasRedis)('a Redis that refuses', () => {
  const guarded = { extraArguments: ['--requirepass', password] };

  it('takes the right password', async () => {
    const server = await startServer(guarded);
    const url = server.url.replace('//', `//:${password}@`);
    expect(await openStore(url).records.put('k', 'one', isNew)).toBeTypeOf('string');
  });

  it.each([
    ['a wrong password', `:wrong-${password}@`],
    ['a wrong user', `somebody:${password}@`],
    ['no password', ''],
  ])('%s is told, and the password is not', async (_, credentials) => {
    const server = await startServer(guarded);
    const state = openStore(server.url.replace('//', `//${credentials}`));
    const error = await catchStateError(state.records.put('k', 'a secret value', isNew));
    expect(error).toMatchObject({ problem: 'unreachable', advice: expect.stringContaining('password') });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(password);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('a secret value');
  });

  it('its user a script says so, and quotes no record', async () => {
    const server = await startServer();
    const client = openClient(server.url);
    await client.call('ACL', 'SETUSER', 'reader', 'on', `>${password}`, '~*', '+@all', '-eval', '-evalsha');
    const state = openStore(server.url.replace('//', `//reader:${password}@`));
    const error = await catchStateError(state.records.put('k', 'a secret value', isNew));
    expect(error).toMatchObject({ problem: 'unreachable', advice: expect.stringContaining('EVAL') });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/hunter2|secret value/);
  });

  it('a script that it does not know quotes no record', async () => {
    const server = await startServer({ extraArguments: ['--rename-command', 'EVALSHA', ''] });
    const { records } = openStore(server.url);
    await records.put('k', 'one', isNew);
    const error = await catchStateError(records.put('secret value', 'secret value', isNew));
    expect(error.problem).toBe('unreachable');
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('secret value');
  });

  it('writes as a replica is read-only, and can be read', async () => {
    const server = await startServer();
    const proxy = await startProxy(server.port);
    await openStore(server.url).records.put('k', 'one', isNew);
    const state = openStore(proxy.url);
    await openClient(server.url).replicaof('127.0.0.1', 1);
    expect(await state.records.get('k')).toMatchObject({ value: 'one' });
    expect(await catchStateError(state.records.put('k2', 'two', isNew))).toMatchObject({ problem: 'read-only' });
    expect(await catchStateError(state.windows.take('b', ask))).toMatchObject({ problem: 'read-only' });
    await openClient(server.url).replicaof('NO', 'ONE');
    // Connected anew each time, since the name of the primary may lead elsewhere now.
    const { connections } = proxy;
    expect(await state.records.put('k2', 'two', isNew)).toBeTypeOf('string');
    expect(proxy.connections).toBe(connections + 1);
    await proxy.close();
  });

  it('writes for want of memory is full, until it has more', async () => {
    const server = await startServer({ extraArguments: ['--maxmemory', '500kb', '--maxmemory-policy', 'noeviction'] });
    const state = openStore(server.url);
    expect(await catchStateError(state.records.put('k', 'one', isNew))).toMatchObject({ problem: 'full' });
    expect(await state.records.get('k')).toBeUndefined();
    await openClient(server.url).config('SET', 'maxmemory', '0');
    expect(await state.records.put('k', 'one', isNew)).toBeTypeOf('string');
  });

  it('a key of another kind is damaged', async () => {
    const server = await startServer();
    const state = openStore(server.url);
    const client = openClient(server.url);
    await state.records.put('k', 'one', isNew);
    await client.set('highlevel-mcp:{record:k}', 'text');
    expect(await catchStateError(state.records.get('k'))).toMatchObject({ problem: 'damaged' });
    expect(await client.get('highlevel-mcp:{record:k}')).toBe('text');
  });
});

describe.skipIf(!hasRedis)('warnings', () => {
  async function collect(...extraArguments: string[]): Promise<{ isDurable: boolean; warnings: string[] }> {
    const server = await startServer({ extraArguments });
    const warnings: string[] = [];
    const state = openStore(server.url, { onWarning: (message) => warnings.push(message) });
    for (let count = 0; count < 3; count += 1) await state.records.get('k');
    return { isDurable: state.isDurable, warnings };
  }

  it('are none for a Redis that keeps everything', async () => {
    expect(await collect()).toEqual({ isDurable: true, warnings: [] });
  });

  it.each([
    ['no append-only file', ['--appendonly', 'no'], 'appendonly no'],
    ['a file written once a second', ['--appendfsync', 'everysec'], 'appendfsync everysec'],
    ['pauses while it rewrites', ['--no-appendfsync-on-rewrite', 'yes'], 'no-appendfsync-on-rewrite yes'],
  ])('say that it may lose what it confirmed: %s', async (_, extraArguments, setting) => {
    expect(await collect(...extraArguments)).toEqual({
      isDurable: false,
      warnings: [expect.stringContaining(setting)],
    });
  });

  it('say that it may drop what it holds', async () => {
    expect(await collect('--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru')).toEqual({
      isDurable: true,
      warnings: [expect.stringContaining('maxmemory-policy allkeys-lru')],
    });
  });

  it('say that it does not tell', async () => {
    expect(await collect('--rename-command', 'CONFIG', '')).toEqual({
      isDurable: true,
      warnings: [expect.stringContaining('does not tell')],
    });
    expect((await collect('--rename-command', 'INFO', '', '--rename-command', 'CONFIG', '')).warnings).toEqual([
      expect.stringMatching(/appendfsync always.*noeviction/),
    ]);
  });

  it('come again with every connection', async () => {
    const server = await startServer({ extraArguments: ['--appendonly', 'no'] });
    const warnings: string[] = [];
    const state = openStore(server.url, { onWarning: (message) => warnings.push(message) });
    await state.records.get('k');
    await server.stop();
    await server.start();
    await state.records.get('k');
    expect(warnings).toHaveLength(2);
    expect(state.isDurable).toBe(false);
    await server.stop();
    await server.start([]);
    await state.records.get('k');
    expect(warnings).toHaveLength(2);
    expect(state.isDurable).toBe(true);
  });
});

describe.skipIf(!hasRedis)('keys', () => {
  it('all expire, also those of permits that nobody remembers', async () => {
    const server = await startServer();
    const { records, windows } = openStore(server.url);
    await records.put('k', 'one', isNew);
    await windows.take('taken', ask);
    await windows.learn('learnt', { limit: 3, used: 3, pauseMs: 1_000, dailyUsed: 2 }, ask);
    await windows.stamp('stamped', 'forgotten');
    await windows.giveBack('given back', 'forgotten');
    const client = openClient(server.url);
    const keys = await client.keys('*');
    expect(keys.filter((key) => !key.startsWith('highlevel-mcp:'))).toEqual([]);
    expect(keys).toHaveLength(6);
    for (const key of keys) {
      expect(await client.pttl(key)).toBeGreaterThan(0);
      expect(await client.pttl(key)).toBeLessThanOrEqual(48 * 3_600_000);
    }
  });

  it('of one call lie in one slot of a cluster', async () => {
    const server = await startServer({ extraArguments: ['--cluster-enabled', 'yes'] });
    const client = openClient(server.url);
    await client.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16_383);
    await expect.poll(() => client.call('CLUSTER', 'INFO'), { timeout: 10_000 }).toContain('cluster_state:ok');
    const { records, windows } = openStore(server.url);
    for (const name of ['b', '', '}', '{', '{}', 'a{b}c', '}{']) {
      const version = String(await records.put(name, 'one', isNew));
      expect(await records.get(name)).toMatchObject({ value: 'one' });
      expect(await records.remove(name, version)).toBe(true);
      const taken = await windows.take(name, ask);
      const permit = taken.kind === 'granted' ? taken.permit : expect.fail(taken.kind);
      await windows.stamp(name, permit);
      await windows.giveBack(name, permit);
      expect(await windows.learn(name, { used: 2 }, ask)).toMatchObject({ used: 2 });
    }
  });
});

describe.skipIf(!hasRedis)('a server whose clock was set back', () => {
  it.each([
    ['an hour', 3_600_000],
    ['a year', 365 * 86_400_000],
  ])('by %s makes nobody wait longer than otherwise', async (_, byMs) => {
    const server = await startServer();
    const client = openClient(server.url);
    const { records, windows } = openStore(server.url);
    await records.put('k', 'one', isNew);
    await windows.learn('paused', { pauseMs: 60_000 }, ask);
    await windows.learn('spent', { dailyLimit: 3, dailyUsed: 3 }, ask);
    for (let count = 0; count < 5; count += 1) await windows.take('full', ask);
    await shiftTimes(client, -byMs);

    expect((await records.get('k'))?.ageMs).toBe(0);
    const [full, paused, spent] = [await take('full'), await take('paused'), await take('spent')];
    expect(full).toMatchObject({ kind: 'wait', status: { used: 5 } });
    expect(full.waitMs).toBeLessThanOrEqual(60_000);
    expect(paused).toMatchObject({ kind: 'wait' });
    expect(paused.waitMs).toBeLessThanOrEqual(60_000);
    expect(spent).toMatchObject({ kind: 'spent' });
    expect(spent.waitMs).toBeLessThanOrEqual(86_400_000);

    await shiftTimes(client, 60_000);
    expect(await windows.take('full', ask)).toMatchObject({ kind: 'granted' });
    expect(await windows.take('paused', ask)).toMatchObject({ kind: 'granted' });
    await shiftTimes(client, 86_400_000 - 60_000);
    expect(await windows.take('spent', ask)).toMatchObject({ kind: 'granted' });

    async function take(bucket: string) {
      const taken = await windows.take(bucket, ask);
      return taken.kind === 'granted' ? expect.fail('granted') : taken;
    }
  });
});
