/** Records in Redis. */
import { randomUUID } from 'node:crypto';
import type { Records } from '../state.ts';
import type { RedisConnection } from './connection.ts';
import { nameRecord } from './keys.ts';

export function createRedisRecords(connection: RedisConnection): Records {
  return {
    async get(key) {
      const found = (await connection.call(['getRecord', nameRecord(key)], { isRepeatable: true })) as Found;
      return found === null ? undefined : { value: found[0], version: found[1], ageMs: Number(found[2]) };
    },
    // Whether `flush` is kept is decided by the configuration of Redis, for all writes alike.
    async put(key, value, { expected, keepMs }) {
      const version = randomUUID();
      const name = nameRecord(key);
      const isDone = await connection.call(
        ['putRecord', name, expected, version, value, Math.max(1, Math.ceil(keepMs))],
        // A new record of a version that nobody was told of can be removed again; one that was replaced is lost.
        { isRepeatable: true, undo: expected === 'absent' ? ['removeRecord', name, version] : undefined },
      );
      return isDone === 1 ? version : undefined;
    },
    async remove(key, version) {
      // Asked again, "not there" could mean that it was us: not to be told from somebody who was faster.
      return (await connection.call(['removeRecord', nameRecord(key), version], { isRepeatable: false })) === 1;
    },
  };
}

type Found = readonly [value: string, version: string, ageMs: string] | null;
