/** One connection to Redis, from its opening to its end. It is never mended: the next one is a new client. */
import { Redis } from 'ioredis';
import type { RedisAddress } from './address.ts';
import { type ScriptName, scripts } from './scripts.ts';

/** A script with its keys and arguments. */
export type Command = readonly [script: ScriptName, ...args: (string | number)[]];

/** How long TCP and TLS may take: longer than one call waits, so that the next finds the connection made. */
export const CONNECT_TIMEOUT_MS = 5_000;
/** A peer that vanished without a word is noticed after this and ten seconds of probes. */
const KEEP_ALIVE_MS = 5_000;
/** For a peer that does not take leave. */
const FAREWELL_MS = 100;

/**
 * Nothing is repeated or kept by ioredis itself: only who knows what a command does can say whether it may be sent
 * twice, and a queue without bound would answer after everybody has gone.
 */
export function createClient({ host, port, db, username, password, isEncrypted }: RedisAddress): Redis {
  return new Redis({
    host,
    port,
    db,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(isEncrypted && { tls: {} }),
    // HELLO would carry the password to servers that do not know it and quote it back.
    protocol: 2,
    connectionName: 'highlevel-mcp',
    disableClientInfo: true,
    lazyConnect: true,
    // Replaced by inspectRedis.
    enableReadyCheck: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    disconnectTimeout: FAREWELL_MS,
    keepAlive: KEEP_ALIVE_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: null,
    scripts,
  });
}

/** Sends a script: by its hash once the connection knows it. */
export function send(redis: Redis, [script, ...args]: Command): Promise<unknown> {
  return (redis as Redis & Record<ScriptName, (...args: (string | number)[]) => Promise<unknown>>)[script](...args);
}

/**
 * Connects, and makes sure that what was asked for was granted.
 *
 * @throws what went wrong first.
 */
export async function connect(redis: Redis): Promise<void> {
  let failure: Error | undefined;
  redis.on('error', (error: Error) => {
    failure ??= error;
  });
  try {
    await redis.connect();
  } catch (cause) {
    throw failure ?? cause;
  }
  // A database that does not exist is only an event to ioredis: it goes on in another.
  if (failure !== undefined) throw failure;
}
