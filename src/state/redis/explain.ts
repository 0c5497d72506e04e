/** What Redis and the network complain about, in words for an operator. */
import { StateError, type StateProblem } from '../error.ts';

const words: Readonly<Record<StateProblem, readonly [what: string, advice: string]>> = {
  unreachable: ['cannot be reached', 'The operator checks that Redis runs there and that this machine can reach it.'],
  'read-only': [
    'cannot be written',
    'The operator sets HIGHLEVEL_STATE to a Redis that takes writes, not to a replica.',
  ],
  full: ['has no room left', 'The operator gives Redis more memory or disk.'],
  damaged: [
    'holds something that this server did not write',
    'The operator gives this server a database of its own: another number at the end of HIGHLEVEL_STATE.',
  ],
  newer: ['was written by a later version of this server', 'The operator updates this server.'],
  busy: ['is not ready', 'Call again; if it stays so, the operator looks at what Redis is doing.'],
};

const credentialAdvice =
  'The operator checks user and password in HIGHLEVEL_STATE, and that this user may run scripts and use the keys highlevel-mcp:*.';
const clusterAdvice =
  'HIGHLEVEL_STATE names one node of a cluster. The operator names a proxy in front of it, or a Redis that is no cluster.';
const diskAdvice = 'The operator looks at the disk of Redis: it takes no writes because it cannot save them.';

/** The words by which Redis names its errors. Before version 7 they stand in the middle of a script's error. */
const replies: Readonly<Record<string, readonly [problem: StateProblem, advice?: string]>> = {
  OOM: ['full'],
  MISCONF: ['read-only', diskAdvice],
  READONLY: ['read-only'],
  WRONGTYPE: ['damaged'],
  LOADING: ['busy'],
  BUSY: ['busy'],
  MASTERDOWN: ['busy'],
  NOREPLICAS: ['busy'],
  TRYAGAIN: ['busy'],
  CLUSTERDOWN: ['busy'],
  MOVED: ['unreachable', clusterAdvice],
  ASK: ['unreachable', clusterAdvice],
  CROSSSLOT: ['unreachable', clusterAdvice],
  NOAUTH: ['unreachable', credentialAdvice],
  WRONGPASS: ['unreachable', credentialAdvice],
  NOPERM: ['unreachable', credentialAdvice],
  'ERR AUTH': ['unreachable', credentialAdvice],
  'ERR invalid password': ['unreachable', credentialAdvice],
  'ERR DB index': ['unreachable', 'The operator names a database that exists at the end of HIGHLEVEL_STATE.'],
};
const replyPattern = new RegExp(`\\b(${Object.keys(replies).join('|')})\\b`);

/** Whether Redis itself said it. Everything else leaves open what became of the command. */
export function isReplyError(cause: unknown): cause is Error {
  return cause instanceof Error && cause.name === 'ReplyError';
}

/**
 * The error for anything that went wrong with Redis; our own pass through. It takes over nothing but the name of the
 * trouble: the errors of ioredis carry the command, and with it passwords and journal entries.
 */
export function explainRedisFailure(cause: unknown, place: string): StateError {
  if (cause instanceof StateError) return cause;
  if (!isReplyError(cause)) return build('unreachable', place, readCode(cause));
  const name = replyPattern.exec(cause.message)?.[1];
  const [problem, advice] = (name === undefined ? undefined : replies[name]) ?? ['damaged'];
  return build(problem, place, name, advice);
}

/** The error for an answer that makes no sense. */
export function createDamagedError(place: string): StateError {
  return build('damaged', place, undefined);
}

function build(problem: StateProblem, place: string, name: string | undefined, ownAdvice?: string): StateError {
  const [what, advice] = words[problem];
  const reason = name === undefined ? '' : ` (${name})`;
  return new StateError(problem, `The state in ${place} ${what}${reason}.`, ownAdvice ?? advice);
}

function readCode(cause: unknown): string | undefined {
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return message === 'Command timed out' ? 'no answer in time' : undefined;
}
