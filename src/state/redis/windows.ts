/** Sliding windows in Redis, shared by all machines that use it. */
import { randomUUID } from 'node:crypto';
import type { Taken, WindowStatus, Windows } from '../state.ts';
import type { RedisConnection } from './connection.ts';
import { nameBucket } from './keys.ts';

export function createRedisWindows(connection: RedisConnection): Windows {
  return {
    async take(bucket, options) {
      const permit = randomUUID();
      // Sent twice it counts once in the interval and twice in the day: on the safe side.
      const reply = await connection.call(['takePermit', ...nameBucket(bucket), JSON.stringify(options), permit], {
        isRepeatable: true,
      });
      return readTaken(reply as Reply, permit);
    },
    async stamp(bucket, permit) {
      await connection.call(['stampPermit', ...nameBucket(bucket), permit], { isRepeatable: true });
    },
    async giveBack(bucket, permit) {
      await connection.call(['giveBackPermit', ...nameBucket(bucket), permit], { isRepeatable: false });
    },
    async learn(bucket, lesson, options) {
      const reply = await connection.call(
        ['learnLimits', ...nameBucket(bucket), JSON.stringify({ ...options, lesson }), `${randomUUID()}:`],
        { isRepeatable: true },
      );
      return readStatus(reply as Reply);
    },
  };
}

/** Numbers as text, since Redis would cut off what stands behind the point. */
type Reply = readonly [kind: string, waitMs: string, ...status: string[]];

function readTaken(reply: Reply, permit: string): Taken {
  const status = readStatus(reply);
  const [kind, waitMs] = reply;
  if (kind === 'granted') return { kind, permit, status };
  return { kind: kind === 'spent' ? 'spent' : 'wait', waitMs: Number(waitMs), status };
}

function readStatus([, , ...numbers]: Reply): WindowStatus {
  const [limit = 0, intervalMs = 0, dailyLimit = 0, used = 0, dailyUsed = 0, dailyResetMs = 0] = numbers.map(Number);
  return { limit, intervalMs, dailyLimit, used, dailyUsed, dailyResetMs };
}
