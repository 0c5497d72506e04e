/** What SQLite and the file system complain about, in words for an operator. */
import { StateError, type StateProblem } from '../error.ts';

/** Primary result codes of SQLite. */
const problems: Readonly<Record<number, StateProblem>> = {
  1: 'damaged',
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'unreachable',
  11: 'damaged',
  13: 'full',
  14: 'unreachable',
  26: 'damaged',
};

const systemProblems: Readonly<Record<string, StateProblem>> = {
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
};

const words: Readonly<Record<StateProblem, readonly [what: string, advice: string]>> = {
  unreachable: ['cannot be opened', 'The operator makes the folder accessible, or sets HIGHLEVEL_STATE to another.'],
  'read-only': ['cannot be written', 'The operator makes the folder writable, or sets HIGHLEVEL_STATE to another.'],
  full: ['has no room left', 'The operator frees space on the disk, or sets HIGHLEVEL_STATE to another folder.'],
  damaged: [
    'is damaged',
    'The operator moves the file aside (what it knew of past writes is lost with it) and restarts this server.',
  ],
  newer: ['was written by a later version of this server', 'The operator updates this server.'],
  busy: ['is held by another process', 'Call again; if it stays so, the operator looks for a stopped process.'],
};

/** The error for anything thrown while the store's file was used; our own pass through. */
export function explainSqliteFailure(cause: unknown, path: string): StateError {
  if (cause instanceof StateError) return cause;
  const problem = classify(cause);
  const [what, advice] = words[problem];
  return new StateError(problem, `The state in ${path} ${what}.`, advice, cause);
}

function classify(cause: unknown): StateProblem {
  const { errcode, code } = (cause ?? {}) as { errcode?: unknown; code?: unknown };
  if (typeof errcode === 'number') return problems[errcode & 0xff] ?? 'unreachable';
  return (typeof code === 'string' ? systemProblems[code] : undefined) ?? 'unreachable';
}
