/** Where Redis is, taken out of the operator's setting. */
import { StateError } from '../error.ts';

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly isEncrypted: boolean;
  /** For people: without user and password. */
  readonly description: string;
}

const DEFAULT_PORT = 6379;

/**
 * Reads `redis://[[user]:password@]host[:port][/db]`, or `rediss://…` for TLS. ioredis would take any of its options
 * from the address, and with them what this store relies on, so parameters are refused.
 *
 * @throws StateError that quotes nothing of the setting: it may hold a password.
 */
export function parseRedisAddress(url: string): RedisAddress {
  const parsed = URL.parse(url);
  const db = /^\/?(\d{0,9})$/.exec(parsed?.pathname ?? '')?.[1];
  const username = decode(parsed?.username);
  const password = decode(parsed?.password);
  if (parsed === null || db === undefined || username === undefined || password === undefined) throw createUnclear();
  if (!/^rediss?:$/.test(parsed.protocol) || parsed.search !== '' || parsed.hash !== '') throw createUnclear();
  const hostname = parsed.hostname || 'localhost';
  const port = parsed.port === '' ? DEFAULT_PORT : Number(parsed.port);
  return {
    // The brackets of an IPv6 address belong to the URL.
    host: hostname.replace(/^\[|\]$/g, ''),
    port,
    db: Number(db),
    username: username || undefined,
    password: password || undefined,
    isEncrypted: parsed.protocol === 'rediss:',
    description: `${parsed.protocol}//${hostname}:${port}/${Number(db)}`,
  };
}

function decode(text = ''): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function createUnclear(): StateError {
  return new StateError(
    'unreachable',
    'The Redis address in HIGHLEVEL_STATE cannot be understood.',
    'The operator writes it as redis://user:password@host:port/db (rediss:// for TLS), without parameters, and with special characters of the password percent-encoded.',
  );
}
