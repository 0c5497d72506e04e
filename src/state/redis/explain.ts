/** What Redis and the network complain about, in words for an operator. */
import { ReplyError } from 'ioredis';
import { StateError, type StateProblem } from '../error.ts';
import type { RedisAddress } from './address.ts';

type Reading = readonly [problem: StateProblem, what: string, advice: string];

const credentials = 'The operator corrects user and password in HIGHLEVEL_STATE.';
const cluster = 'The operator names a Redis, or a proxy, that serves all keys; not one node of a cluster.';
const log = 'The operator looks into the log of Redis.';

/** By what stands in an error: old versions put the error of a command into that of its script. The first fit counts. */
const readings: readonly (readonly [pattern: RegExp, ...Reading])[] = [
  [/\bLOADING\b/, 'busy', 'is still being loaded', 'Call again in a moment.'],
  [/\b(BUSY|TRYAGAIN|MASTERDOWN|CLUSTERDOWN)\b/, 'busy', 'is not ready', `Call again in a moment. ${log}`],
  [/\bOOM\b/, 'full', 'has no memory left', 'The operator raises maxmemory of Redis.'],
  [/No space left/, 'full', 'has no disk left', 'The operator frees space for Redis.'],
  [/\bMISCONF\b/, 'read-only', 'takes no writes, because Redis cannot save them', log],
  [
    /\bREADONLY\b/,
    'read-only',
    'takes no writes, being a replica',
    'The operator names the primary in HIGHLEVEL_STATE.',
  ],
  [/\bNOREPLICAS\b/, 'read-only', 'takes no writes, because replicas are missing', log],
  [
    /\bWRONGTYPE\b/,
    'damaged',
    'has something that this server did not write under one of its keys',
    'The operator gives this server a database of its own, by the number at the end of HIGHLEVEL_STATE.',
  ],
  [/\b(WRONGPASS|NOAUTH|AUTH)\b|invalid password/, 'unreachable', 'does not accept user or password', credentials],
  [
    /\bNOPERM\b|unknown command/i,
    'unreachable',
    'refuses a command',
    'The operator permits its user scripts (EVAL, EVALSHA) and the keys highlevel-mcp:*.',
  ],
  [/\b(MOVED|ASK|CROSSSLOT)\b/, 'unreachable', 'is spread over a cluster', cluster],
  [/DB index/i, 'unreachable', 'does not exist', 'The operator corrects the number at the end of HIGHLEVEL_STATE.'],
];

/** Whether Redis itself said it: then nothing was changed. Everything else leaves that open. */
export function isRefusal(cause: unknown): cause is Error {
  return cause instanceof ReplyError;
}

/** The error for anything thrown while Redis was used; our own pass through. */
export function explainRedisFailure(cause: unknown, address: RedisAddress): StateError {
  if (cause instanceof StateError) return cause;
  const [problem, what, advice] = isRefusal(cause) ? readRefusal(cause.message) : readSilence(cause);
  return new StateError(problem, `The state in ${address.description} ${what}.`, advice, strip(cause, address));
}

function readRefusal(message: string): Reading {
  const [, ...reading] = readings.find(([pattern]) => pattern.test(message)) ?? [];
  return reading.length === 3 ? reading : ['unreachable', 'refuses to work', log];
}

function readSilence(cause: unknown): Reading {
  const code = readCode(cause);
  return [
    'unreachable',
    code === undefined ? 'does not answer' : `cannot be reached (${code})`,
    'Call again in a moment; if it stays so, the operator starts Redis or corrects HIGHLEVEL_STATE.',
  ];
}

function readCode(cause: unknown): string | undefined {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** Errors of ioredis carry the command, with passwords and records among its arguments; Redis itself quotes some. */
function strip(cause: unknown, { password }: RedisAddress): Error {
  const message = cause instanceof Error && cause.message !== '' ? cause.message : (readCode(cause) ?? 'unknown');
  const [text = ''] = message.split(/,? with args/);
  return new Error(password === undefined ? text : text.replaceAll(password, '[password]'));
}
