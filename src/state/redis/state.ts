/** The store of several machines: a Redis or Valkey that all of them reach. */
import type { State } from '../state.ts';
import { parseRedisAddress } from './address.ts';
import { createRedisConnection } from './connection.ts';
import { createRedisRecords } from './records.ts';
import { createRedisWindows } from './windows.ts';

export interface RedisStateOptions {
  /** Told once per connection what an operator should know: that Redis may lose or drop what it has confirmed. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/**
 * Connects when first used, and again whenever that is needed. Whether a write is on a disk when it is confirmed is up
 * to Redis (`appendonly yes`, `appendfsync always`): `isDurable` says what it is set to, once that is known.
 *
 * @throws StateError for an address that cannot be understood.
 */
export function createRedisState(url: string, { onWarning }: RedisStateOptions = {}): State {
  const address = parseRedisAddress(url);
  const connection = createRedisConnection(address, onWarning);
  return {
    description: address.description,
    get isDurable() {
      return connection.isDurable;
    },
    records: createRedisRecords(connection),
    windows: createRedisWindows(connection),
    close: () => connection.close(),
  };
}
