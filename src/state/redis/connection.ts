/** Calls to Redis that end in bounded time, and what becomes of a call whose answer was lost. */
import type { Redis } from 'ioredis';
import { StateError } from '../error.ts';
import type { RedisAddress } from './address.ts';
import { type Command, send } from './client.ts';
import { explainRedisFailure, isRefusal } from './explain.ts';
import { inspectRedis } from './inspect.ts';
import { createLine } from './line.ts';
import { within } from './within.ts';

/** For a call with everything it takes: connecting, asking again. */
const CALL_MS = 2_000;
/** After this long without an answer the client counts as lost, and there is time left for another. */
const ANSWER_MS = 1_000;
/** What is sent gets at least this long: better not sent than sent and not waited for. */
const LEAST_ANSWER_MS = 500;
/** Far more than can be under way at once. */
const MAX_OWED = 1_000;

export interface CallOptions {
  /** Whether doing it twice comes to the same, or does no harm: then it is sent again after a lost answer. */
  readonly isRepeatable: boolean;
  /** Makes it undone: sent before anything else when Redis is back, if nobody knows whether it was done. */
  readonly undo?: Command | undefined;
}

export interface RedisConnection {
  /** @throws StateError, within about two seconds. */
  call(command: Command, options: CallOptions): Promise<unknown>;
  /** As found at the last connection; true before the first. */
  readonly isDurable: boolean;
  /** Answers what was asked before, takes nothing new. */
  close(): Promise<void>;
}

/** @param onWarning Told once per connection, in one message, what an operator should know. */
export function createRedisConnection(address: RedisAddress, onWarning?: (message: string) => void): RedisConnection {
  const line = createLine(address, prepare);
  const calls = new Set<Promise<unknown>>();
  let owed: readonly Command[] = [];
  let isDurable = true;
  let isClosed = false;

  async function prepare(redis: Redis): Promise<void> {
    const found = await inspectRedis(redis);
    await payBack(redis);
    isDurable = found.isDurable;
    if (found.warnings.length > 0) onWarning?.([`The state in ${address.description}:`, ...found.warnings].join(' '));
  }

  /** Undoes what was given up, so that a write of which its caller was told that it failed does not appear later. */
  async function payBack(redis: Redis): Promise<void> {
    const debts = owed;
    owed = [];
    try {
      await Promise.all(debts.map((debt) => send(redis, debt)));
    } catch (cause) {
      owe(...debts);
      // A replica that takes no writes cannot undo either; it can be read.
      if (!isRefusal(cause)) throw cause;
    }
  }

  function owe(...debts: readonly Command[]): void {
    owed = [...owed, ...debts].slice(-MAX_OWED);
  }

  async function ask(command: Command, { isRepeatable, undo }: CallOptions): Promise<unknown> {
    const deadline = performance.now() + CALL_MS;
    let isUnknown = false;
    try {
      for (;;) {
        const redis = await line.reach(deadline - LEAST_ANSWER_MS);
        try {
          return await within(Math.min(ANSWER_MS, deadline - performance.now()), send(redis, command));
        } catch (cause) {
          const error = explainRedisFailure(cause, address);
          // A replica may have been the primary a moment ago: its name leads elsewhere now.
          if (!isRefusal(cause) || error.problem === 'read-only') line.drop(redis);
          if (isRefusal(cause)) throw error;
          isUnknown = true;
          if (!isRepeatable) throw error;
        }
      }
    } catch (error) {
      if (isUnknown && undo !== undefined) {
        owe(undo);
        // Another call may have connected in the meantime; what it sends from now on comes behind this.
        const { current } = line;
        if (current?.status === 'ready') payBack(current).catch(() => line.drop(current));
      }
      throw error;
    }
  }

  return {
    async call(command, options) {
      if (isClosed) {
        throw new StateError('unreachable', `The state in ${address.description} is closed.`, 'Restart this server.');
      }
      const call = ask(command, options);
      calls.add(call);
      try {
        return await call;
      } finally {
        calls.delete(call);
      }
    },
    get isDurable() {
      return isDurable;
    },
    async close() {
      isClosed = true;
      line.close();
      await Promise.allSettled(calls);
      const { current } = line;
      if (current === undefined) return;
      try {
        if (current.status === 'ready') await within(ANSWER_MS, current.quit());
      } catch {
        // It is gone already.
      } finally {
        line.drop(current);
      }
    },
  };
}
