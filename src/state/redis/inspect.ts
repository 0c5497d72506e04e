/** Whether this Redis keeps what it is given: that is decided by its configuration, not by ours. */
import { type Redis, ReplyError } from 'ioredis';
import { isRefusal } from './explain.ts';

export interface Inspection {
  /** False when something was found by which a write that was confirmed can be lost. */
  readonly isDurable: boolean;
  /** For the operator: what was found, or could not be. */
  readonly warnings: readonly string[];
}

/**
 * @throws ReplyError `LOADING` while Redis still reads its disk: before that, everything seems absent.
 */
export async function inspectRedis(redis: Redis): Promise<Inspection> {
  const [persistence, memory, appendfsync, pausesFsync] = await Promise.all([
    readInfo(redis, 'persistence'),
    readInfo(redis, 'memory'),
    readConfig(redis, 'appendfsync'),
    readConfig(redis, 'no-appendfsync-on-rewrite'),
  ]);
  if (persistence?.get('loading') === '1') throw new ReplyError('LOADING Redis is loading the dataset in memory');
  const losses = [...findLosses(persistence?.get('aof_enabled'), appendfsync, pausesFsync)];
  return { isDurable: losses.length === 0, warnings: [...losses, ...findDoubts(persistence, appendfsync, memory)] };
}

function* findLosses(aof: string | undefined, appendfsync: string | undefined, pausesFsync: string | undefined) {
  if (aof === '0') yield 'Redis keeps no append-only file (appendonly no): a restart loses what the journal knows.';
  if (aof !== '0' && appendfsync !== undefined && appendfsync !== 'always') {
    yield `Redis confirms writes before they are on its disk (appendfsync ${appendfsync}): a power cut loses the last.`;
  }
  if (aof !== '0' && pausesFsync === 'yes') {
    yield 'Redis confirms writes before they are on its disk while it rewrites its file (no-appendfsync-on-rewrite yes).';
  }
}

function* findDoubts(persistence: Info | undefined, appendfsync: string | undefined, memory: Info | undefined) {
  if (persistence === undefined || (appendfsync === undefined && persistence.get('aof_enabled') !== '0')) {
    yield 'Redis does not tell whether writes are on its disk before it confirms them: it should, with appendfsync always.';
  }
  const policy = memory?.get('maxmemory_policy');
  if (policy === undefined) {
    yield 'Redis does not tell what it does when its memory is full: it should refuse, with maxmemory-policy noeviction.';
  } else if (policy !== 'noeviction') {
    yield `Redis may drop what the journal knows when its memory is full (maxmemory-policy ${policy}): it should be noeviction.`;
  }
}

type Info = ReadonlyMap<string, string>;

async function readInfo(redis: Redis, section: string): Promise<Info | undefined> {
  const text = await allowRefusal(redis.info(section));
  const pairs = text?.matchAll(/^([a-z_]+):(.*?)\r?$/gm);
  return pairs && new Map(Array.from(pairs, ([, name = '', value = '']) => [name, value]));
}

async function readConfig(redis: Redis, name: string): Promise<string | undefined> {
  const pair = (await allowRefusal(redis.config('GET', name))) as readonly string[] | undefined;
  return pair?.[1];
}

/** Hosted Redis often forbids these. */
async function allowRefusal<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (cause) {
    if (isRefusal(cause) && !cause.message.startsWith('LOADING')) return undefined;
    throw cause;
  }
}
