/** Why the store cannot be used, in a form that can be told to an operator. */

/**
 * - `unreachable`: no such folder, no permission, no Redis
 * - `read-only`: it can be read and not written
 * - `full`: disk, quota or the store's own bound
 * - `damaged`: its contents make no sense
 * - `newer`: written by a later version of this server
 * - `busy`: somebody else has held it for too long
 */
export type StateProblem = 'unreachable' | 'read-only' | 'full' | 'damaged' | 'newer' | 'busy';

/** The store cannot be used. Not a record that is absent or in another version: those are answers. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly problem: StateProblem;
  /** What the operator does about it. */
  readonly advice: string;

  constructor(problem: StateProblem, message: string, advice: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
    this.advice = advice;
  }
}
