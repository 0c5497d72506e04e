/** The line to Redis: one client at a time, made when somebody needs it and made anew when it is lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { StateError } from '../error.ts';
import type { RedisAddress } from './address.ts';
import { CONNECT_TIMEOUT_MS, connect, createClient } from './client.ts';
import { explainRedisFailure, isRefusal } from './explain.ts';
import { within } from './within.ts';

const PAUSE_MS = 100;

export interface Line {
  /** @throws StateError when there is no client by then: whatever was to be sent was not. */
  reach(deadline: number): Promise<Redis>;
  /** Gives up a client that cannot be relied on. */
  drop(redis: Redis): void;
  /** The client of now, if there is one; it may not be ready yet. */
  readonly current: Redis | undefined;
  /** Makes no new client from now on. */
  close(): void;
}

/** @param prepare What comes before anything else on a new client. */
export function createLine(address: RedisAddress, prepare: (redis: Redis) => Promise<void>): Line {
  let live: { readonly redis: Redis; readonly ready: Promise<void> } | undefined;
  let isClosed = false;

  function open() {
    const redis = createClient(address);
    const ready = within(
      CONNECT_TIMEOUT_MS,
      connect(redis).then(() => prepare(redis)),
    );
    redis.on('end', () => drop(redis));
    ready.catch(() => drop(redis));
    return { redis, ready };
  }

  function drop(redis: Redis): void {
    if (live?.redis === redis) live = undefined;
    if (redis.status !== 'end') redis.disconnect();
  }

  return {
    async reach(deadline) {
      let refused: StateError | undefined;
      for (;;) {
        if (live === undefined && isClosed) throw explainRedisFailure(new Error('Closed.'), address);
        live ??= open();
        const { redis, ready } = live;
        try {
          await within(deadline - performance.now(), ready);
          return redis;
        } catch (cause) {
          const error = explainRedisFailure(cause, address);
          if (isRefusal(cause)) refused = error;
          const isFinal = isRefusal(cause) && error.problem !== 'busy';
          // What Redis said says more than that it said nothing the last time.
          if (isFinal || performance.now() + PAUSE_MS >= deadline) throw refused ?? error;
          await sleep(PAUSE_MS);
        }
      }
    },
    drop,
    get current() {
      return live?.redis;
    },
    close() {
      isClosed = true;
    },
  };
}
