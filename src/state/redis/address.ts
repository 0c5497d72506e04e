/** Which Redis an operator's setting means. */
import { StateError } from '../error.ts';

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly isTls: boolean;
}

const DEFAULT_PORT = 6379;

/**
 * Takes `redis://user:password@host:port/db` (`rediss://` for TLS) apart. ioredis would also take any of its options
 * from the address, and with them what this store relies on; of the parameters only `db` is heeded.
 *
 * @throws StateError that repeats nothing of the address: it may hold a password.
 */
export function parseRedisAddress(url: string): RedisAddress {
  try {
    const { protocol, hostname, port, pathname, searchParams, username, password } = new URL(url);
    const db = pathname.replace(/^\/$/, '').slice(1) || (searchParams.get('db') ?? '0');
    if (!/^rediss?:$/.test(protocol) || !/^\d+$/.test(db)) throw new TypeError('not an address of a Redis');
    return {
      // The brackets of an IPv6 address belong to the URL.
      host: hostname.replace(/^\[|\]$/g, '') || 'localhost',
      port: port === '' ? DEFAULT_PORT : Number(port),
      db: Number(db),
      username: decodeURIComponent(username) || undefined,
      password: decodeURIComponent(password) || undefined,
      isTls: protocol === 'rediss:',
    };
  } catch {
    // Without its cause: errors of URLs carry the URL.
    throw new StateError(
      'unreachable',
      'HIGHLEVEL_STATE is not a valid redis:// address.',
      'The operator writes it as redis://user:password@host:6379/0, with special characters of the password encoded.',
    );
  }
}

/** For people: where it is, without secrets. */
export function describeRedisAddress({ host, port, db, isTls }: RedisAddress): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${isTls ? 'rediss' : 'redis'}://${name}:${port}/${db}`;
}
