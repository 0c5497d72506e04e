import { describe, expect, it, vi } from 'vitest';
import { hasRedis } from '../../support/redis.ts';
import { startProxy } from '../proxy.ts';
import { ask, isNew, openClient, openStore, startServer } from './support.ts';

const unreachable = { name: 'StateError', problem: 'unreachable' };
/** Calls fail after two seconds at the latest, so several of them fit. */
const recovery = { timeout: 20_000, interval: 50 };

describe.skipIf(!hasRedis)('a Redis that goes away', () => {
  it('knows everything again after a restart, and is found again', async () => {
    const server = await startServer();
    const { records, windows } = openStore(server.url);
    const version = await records.put('k', 'one', isNew);
    for (let count = 0; count < 3; count += 1) await windows.take('b', ask);
    await server.stop();
    await server.start();
    expect(await records.get('k')).toMatchObject({ value: 'one', version });
    expect(await windows.take('b', ask)).toMatchObject({ kind: 'granted', status: { used: 4, dailyUsed: 4 } });
  });

  it('knows everything that it confirmed after it was killed', async () => {
    const server = await startServer();
    const { records } = openStore(server.url);
    const confirmed = new Set<string>();
    const writing = Array.from({ length: 2_000 }, async (_, index) => {
      const version = await records.put(`k${index}`, 'one', isNew);
      if (version !== undefined) confirmed.add(version);
      if (confirmed.size === 700) await server.kill();
    });
    await Promise.allSettled(writing);
    await server.start();
    const found = await Promise.all(Array.from({ length: 2_000 }, (_, index) => records.get(`k${index}`)));
    const versions = new Set(found.map((record) => record?.version));
    expect(confirmed.size).toBeGreaterThanOrEqual(700);
    expect([...confirmed].filter((version) => !versions.has(version))).toEqual([]);
  });

  it('makes every call fail, and none hang', async () => {
    const server = await startServer();
    const { records, windows } = openStore(server.url);
    await records.get('k');
    await server.stop();
    const calls = [
      records.get('k'),
      records.put('k', 'one', isNew),
      records.remove('k', 'v'),
      windows.take('b', ask),
      windows.stamp('b', 'p'),
      windows.giveBack('b', 'p'),
      windows.learn('b', {}, ask),
    ];
    // All at once: one that failed while another was awaited would count as unhandled.
    await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(unreachable)));
  });

  it('is found without our restart, however long it was away', async () => {
    const server = await startServer();
    await server.stop();
    const { records } = openStore(server.url);
    await expect(records.get('k')).rejects.toMatchObject(unreachable);
    await server.start();
    await vi.waitFor(() => records.put('k', 'one', isNew), recovery);
    expect(await records.get('k')).toMatchObject({ value: 'one' });
  });

  it('is waited for when it is back soon', async () => {
    const server = await startServer();
    const { records } = openStore(server.url);
    await records.get('k');
    await server.stop();
    const waiting = records.put('k', 'one', isNew);
    await server.start();
    expect(await waiting).toBeTypeOf('string');
  });

  it('may close connections that are idle, and forget scripts', async () => {
    const server = await startServer();
    const client = openClient(server.url);
    const { records } = openStore(server.url);
    await records.put('k', 'one', isNew);
    await client.script('FLUSH');
    expect(await records.get('k')).toMatchObject({ value: 'one' });
    await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    expect(await records.get('k')).toMatchObject({ value: 'one' });
  });

  it('is busy, not empty, while it loads', async () => {
    const server = await startServer();
    const first = openStore(server.url);
    await Promise.all(Array.from({ length: 4_000 }, (_, index) => first.records.put(`k${index}`, 'one', isNew)));
    await first.close();
    await server.stop();
    const slowly = ['--key-load-delay', '500', '--loading-process-events-interval-bytes', '1024'];
    const loading = server.start(slowly).catch(() => 'killed');
    const { records } = openStore(server.url);
    await vi.waitFor(() => expect(records.get('k3999')).rejects.toMatchObject({ problem: 'busy' }), recovery);
    await expect(records.put('k3999', 'two', isNew)).rejects.toMatchObject({ problem: 'busy' });
    await server.kill();
    expect(await loading).toBe('killed');
    await server.start();
    expect(await records.get('k3999')).toMatchObject({ value: 'one' });
  });

  describe('frozen in the middle of a call', () => {
    it('fails the call, and takes nothing of it over when it wakes up', async () => {
      const server = await startServer();
      const { records } = openStore(server.url);
      await records.get('k');
      server.freeze();
      await expect(records.put('k', 'one', isNew)).rejects.toMatchObject(unreachable);
      server.resume();
      await vi.waitFor(async () => expect(await records.get('k')).toBeUndefined(), recovery);
      expect(await records.put('k', 'two', isNew)).toBeTypeOf('string');
    });

    it('answers again when it wakes up', async () => {
      const server = await startServer();
      const { windows } = openStore(server.url);
      await windows.take('b', ask);
      server.freeze();
      await expect(windows.take('b', ask)).rejects.toMatchObject(unreachable);
      server.resume();
      await vi.waitFor(() => windows.take('b', ask), recovery);
    });
  });
});

describe.skipIf(!hasRedis)('an answer that is lost', () => {
  it('to put is asked for again: what was done is done once', async () => {
    const server = await startServer();
    const proxy = await startProxy(server.port);
    const { records } = openStore(proxy.url);
    await records.get('k');
    proxy.loseAnswerTo('a new value');
    const version = await records.put('k', 'a new value', isNew);
    expect(proxy.connections).toBe(2);
    expect(version).toBeTypeOf('string');
    expect(await records.get('k')).toMatchObject({ value: 'a new value', version });
    proxy.loseAnswerTo('a newer value');
    const newer = await records.put('k', 'a newer value', { ...isNew, expected: String(version) });
    expect(await records.get('k')).toMatchObject({ value: 'a newer value', version: newer });
    await proxy.close();
  });

  it('to put does not hide that somebody has replaced it since', async () => {
    const server = await startServer();
    const proxy = await startProxy(server.port);
    const { records } = openStore(proxy.url);
    const other = openStore(server.url);
    await records.get('k');
    proxy.loseAnswerTo('a new value', async () => {
      const { version = '' } = (await other.records.get('k')) ?? {};
      await other.records.put('k', 'of another', { ...isNew, expected: version });
    });
    expect(await records.put('k', 'a new value', isNew)).toBeUndefined();
    expect(await records.get('k')).toMatchObject({ value: 'of another' });
    await proxy.close();
  });

  it('to a put that fails is no record afterwards', async () => {
    const server = await startServer();
    const proxy = await startProxy(server.port);
    const { records } = openStore(proxy.url);
    const other = openStore(server.url);
    await records.get('k');
    proxy.loseAnswerTo('a new value', async () => proxy.fail());
    await expect(records.put('k', 'a new value', isNew)).rejects.toMatchObject(unreachable);
    expect(await other.records.get('k')).toMatchObject({ value: 'a new value' });
    proxy.mend();
    expect(await records.put('k', 'another', isNew)).toBeTypeOf('string');
    await proxy.close();
  });

  it('to a put that fails does not take away what somebody has written since', async () => {
    const server = await startServer();
    const proxy = await startProxy(server.port);
    const { records } = openStore(proxy.url);
    const other = openStore(server.url);
    await records.get('k');
    proxy.loseAnswerTo('a new value', async () => proxy.fail());
    await expect(records.put('k', 'a new value', isNew)).rejects.toMatchObject(unreachable);
    const { version = '' } = (await other.records.get('k')) ?? {};
    await other.records.put('k', 'of another', { ...isNew, expected: version });
    proxy.mend();
    expect(await records.get('k')).toMatchObject({ value: 'of another' });
    await proxy.close();
  });

  it('to remove is an error: whether it was us cannot be told', async () => {
    const server = await startServer();
    const proxy = await startProxy(server.port);
    const { records } = openStore(proxy.url);
    const version = String(await records.put('k', 'one', isNew));
    proxy.loseAnswerTo(version);
    await expect(records.remove('k', version)).rejects.toMatchObject(unreachable);
    expect(await records.get('k')).toBeUndefined();
    await proxy.close();
  });

  it('to take counts rather too much than too little', async () => {
    const server = await startServer();
    const proxy = await startProxy(server.port);
    const { windows } = openStore(proxy.url);
    await windows.take('other', ask);
    proxy.loseAnswerTo('{bucket:b}');
    expect(await windows.take('b', ask)).toMatchObject({ kind: 'granted', status: { dailyUsed: 2 } });
    expect(await windows.take('b', ask)).toMatchObject({ kind: 'granted', status: { used: 2, dailyUsed: 3 } });
    await proxy.close();
  });
});
