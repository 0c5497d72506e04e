import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createRedisState } from '../../src/state/redis/state.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import type { State } from '../../src/state/state.ts';
import { hasRedis, startRedis } from '../support/redis.ts';
import { createFolder } from '../support/run.ts';
import { createTestClock } from './clock.ts';

export interface TestStore {
  readonly state: State;
  advance(ms: number): Promise<void>;
  remove(): Promise<void>;
}

export interface StoreKind {
  readonly name: string;
  readonly isMissing: boolean;
  /** How much time may pass by itself in a test, at the most. */
  readonly driftMs: number;
  /** Once before the tests; gives what makes an empty store for each of them. */
  setUp(): Promise<{ create(): Promise<TestStore>; tearDown(): Promise<void> }>;
}

const memory: StoreKind = {
  name: 'memory',
  isMissing: false,
  driftMs: 0,
  async setUp() {
    return {
      async create() {
        const clock = createTestClock();
        const state = createSqliteState({ clock });
        return { state, advance: async (ms) => clock.advance(ms), remove: () => state.close() };
      },
      async tearDown() {},
    };
  },
};

const file: StoreKind = {
  name: 'file',
  isMissing: false,
  driftMs: 0,
  async setUp() {
    return {
      async create() {
        const clock = createTestClock();
        const folder = createFolder('state');
        const state = createSqliteState({ path: join(folder, 'state.sqlite'), clock });
        return {
          state,
          advance: async (ms) => clock.advance(ms),
          remove: () => state.close(),
        };
      },
      async tearDown() {},
    };
  },
};

const redis: StoreKind = {
  name: 'redis',
  isMissing: !hasRedis,
  driftMs: 20_000,
  async setUp() {
    const server = await startRedis();
    const client = new Redis(server.url);
    return {
      async create() {
        await client.flushall();
        const state = createRedisState(server.url);
        return { state, advance: (ms) => shiftTimes(client, ms), remove: () => state.close() };
      },
      async tearDown() {
        client.disconnect();
        await server.remove();
      },
    };
  },
};

export const storeKinds: readonly StoreKind[] = [memory, file, redis];

/** An empty store for each test of the block that calls this. */
export function useStore({
  setUp,
}: StoreKind): Pick<TestStore, 'state' | 'advance'> & { create(): Promise<TestStore> } {
  let kind: Awaited<ReturnType<typeof setUp>>;
  let store: TestStore;
  beforeAll(async () => {
    kind = await setUp();
  });
  afterAll(() => kind.tearDown());
  beforeEach(async () => {
    store = await kind.create();
  });
  afterEach(() => store.remove());
  return {
    get state() {
      return store.state;
    },
    advance: (ms) => store.advance(ms),
    create: () => kind.create(),
  };
}

/** The clock of Redis cannot be set, but everything that it remembers can be made older; negative: younger. */
export async function shiftTimes(client: Redis, byMs: number): Promise<void> {
  await client.eval(shift, 0, byMs);
}

const shift = `
local by = tonumber(ARGV[1])
local function text(number) return string.format('%.17g', number) end
for _, key in ipairs(redis.call('KEYS', '*')) do
  local left = redis.call('PTTL', key)
  if left >= 0 and left <= by then
    redis.call('DEL', key)
  elseif left >= 0 then
    redis.call('PEXPIRE', key, string.format('%d', left - by))
  end
  local kind = redis.call('TYPE', key).ok
  if kind == 'zset' then
    local found = redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')
    for index = 1, #found, 2 do redis.call('ZADD', key, text(found[index + 1] - by), found[index]) end
  elseif kind == 'hash' then
    for _, field in ipairs({'writtenAt', 'dailyResetsAt', 'pausedAt'}) do
      local at = redis.call('HGET', key, field)
      if at then redis.call('HSET', key, field, text(at - by)) end
    end
  end
end
`;
