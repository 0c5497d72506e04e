/**
 * Calls to Redis that end in bounded time: made when first needed, made anew when lost. Whether something was done
 * when no answer came is settled here, as far as it can be.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { StateError } from '../error.ts';
import { describeRedisAddress, type RedisAddress } from './address.ts';
import { CONNECT_TIMEOUT_MS, type Command, connect, createClient, send } from './client.ts';
import { explainRedisFailure, isReplyError } from './explain.ts';
import { inspectRedis } from './inspect.ts';
import { within } from './within.ts';

/** For a call with everything it takes: connecting, asking again. */
const CALL_MS = 2_000;
/** After this long without an answer the connection counts as lost, and there is time left for another. */
const ANSWER_MS = 1_000;
const PAUSE_MS = 100;
/** Far more than can be under way at once. */
const MAX_OWED = 1_000;

export interface CallOptions {
  /** Whether doing it twice comes to the same (or does no harm), so that it may be sent again after a lost answer. */
  readonly isRepeatable: boolean;
  /** Makes it undone. Sent before anything else when Redis is back, if it stayed unknown whether it was done. */
  readonly undo?: Command | undefined;
}

export interface RedisConnection {
  /** @throws StateError, within about two seconds. */
  call(command: Command, options: CallOptions): Promise<unknown>;
  /** As found at the last connection; true before the first. */
  readonly isDurable: boolean;
  close(): Promise<void>;
}

interface Live {
  readonly redis: Redis;
  readonly ready: Promise<void>;
}

export function createRedisConnection(address: RedisAddress, onWarning?: (message: string) => void): RedisConnection {
  const place = describeRedisAddress(address);
  let live: Live | undefined;
  let isDurable = true;
  let isClosed = false;
  let owed: Command[] = [];

  function open(): Live {
    const redis = createClient(address);
    const opened = { redis, ready: within(CONNECT_TIMEOUT_MS, prepare(redis)) };
    redis.on('end', () => drop(redis));
    opened.ready.catch(() => drop(redis));
    return opened;
  }

  async function prepare(redis: Redis): Promise<void> {
    await connect(redis);
    const found = await inspectRedis(redis);
    await payBack(redis);
    isDurable = found.isDurable;
    if (found.warnings.length > 0) onWarning?.([`The state in ${place}:`, ...found.warnings].join(' '));
  }

  /** Undoes what was given up. */
  async function payBack(redis: Redis): Promise<void> {
    const debts = owed;
    owed = [];
    try {
      await Promise.all(debts.map((debt) => send(redis, debt)));
    } catch (cause) {
      owed = [...debts, ...owed];
      // A replica that takes no writes cannot undo either; it can be read.
      if (!isReplyError(cause)) throw cause;
    }
  }

  function drop(redis: Redis): void {
    if (live?.redis === redis) live = undefined;
    redis.disconnect();
  }

  async function reach(deadline: number): Promise<Redis> {
    for (;;) {
      if (isClosed) throw createClosed(place);
      live ??= open();
      const { redis, ready } = live;
      try {
        await within(deadline - performance.now(), ready);
        return redis;
      } catch (cause) {
        const error = explainRedisFailure(cause, place);
        const isFinal = isReplyError(cause) && error.problem !== 'busy';
        if (isFinal || performance.now() + PAUSE_MS >= deadline) throw error;
        await sleep(PAUSE_MS);
      }
    }
  }

  return {
    async call(command, { isRepeatable, undo }) {
      const deadline = performance.now() + CALL_MS;
      let isUnknown = false;
      try {
        for (;;) {
          const redis = await reach(deadline);
          try {
            return await within(Math.min(ANSWER_MS, deadline - performance.now()), send(redis, command));
          } catch (cause) {
            const error = explainRedisFailure(cause, place);
            // A replica may have been the primary a moment ago: its name leads elsewhere now.
            if (!isReplyError(cause) || error.problem === 'read-only') drop(redis);
            if (isReplyError(cause)) throw error;
            isUnknown = true;
            if (!isRepeatable || performance.now() + PAUSE_MS >= deadline) throw error;
          }
        }
      } catch (error) {
        if (isUnknown && undo !== undefined) {
          owed = [...owed, undo].slice(-MAX_OWED);
          const current = live;
          // Somebody may have connected in the meantime.
          current?.ready.then(() => payBack(current.redis)).catch(() => {});
        }
        throw error;
      }
    },
    get isDurable() {
      return isDurable;
    },
    async close() {
      isClosed = true;
      const closing = live;
      if (closing === undefined) return;
      try {
        // Answers that are still due come before its own.
        if (closing.redis.status === 'ready') await within(ANSWER_MS, closing.redis.quit());
      } catch {
        // It is gone already.
      } finally {
        drop(closing.redis);
      }
    },
  };
}

function createClosed(place: string): StateError {
  return new StateError('unreachable', `The state in ${place} is closed.`, 'Restart this server.');
}
