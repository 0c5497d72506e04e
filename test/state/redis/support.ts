/** What the tests on Redis share. */
import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';
import { createRedisState, type RedisStateOptions } from '../../../src/state/redis/state.ts';
import type { State, TakeOptions } from '../../../src/state/state.ts';
import { type RedisServer, type RedisServerOptions, startRedis } from '../../support/redis.ts';

export const isNew = { expected: 'absent', keepMs: 3_600_000 } as const;
export const ask: TakeOptions = {
  rule: { limit: 5, intervalMs: 60_000, dailyLimit: 100 },
  margin: 0,
  reserve: 0,
};

/** Removed when the test ends. */
export async function startServer(options: RedisServerOptions = {}): Promise<RedisServer> {
  const server = await startRedis(options);
  onTestFinished(() => server.remove());
  return server;
}

/** Closed when the test ends. */
export function openStore(url: string, options?: RedisStateOptions): State {
  const state = createRedisState(url, options);
  onTestFinished(() => state.close());
  return state;
}

/** A client that knows nothing of the store. */
export function openClient(url: string): Redis {
  const client = new Redis(url);
  onTestFinished(() => client.disconnect());
  return client;
}
