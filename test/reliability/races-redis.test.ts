import { expect, it } from 'vitest';
import { hasRedis, killAndStart, startRedis } from '../support/redis.ts';
import { runRaces } from './scenarios/races.ts';

it.skipIf(!hasRedis)(
  'two servers race equal keys over Redis, which is killed and restarted in the middle',
  async () => {
    const redis = await startRedis();
    try {
      const report = await runRaces({ keys: 2_000, state: redis.url, halfway: () => killAndStart(redis) });
      expect(report).toMatchObject({ sent: 2_000, duplicates: 0, falseSuccesses: 0, absent: 0 });
    } finally {
      await redis.remove();
    }
  },
  240_000,
);
