/** Why the log cannot be written, in a form that can be told to an operator. */
import { StateError } from '../state/error.ts';

export class AuditError extends Error {
  override readonly name = 'AuditError';
  /** What the operator does about it. */
  readonly advice: string;

  constructor(message: string, advice: string, cause?: unknown) {
    super(message, { cause });
    this.advice = advice;
  }
}

const full: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The error for anything that the file system or the store throws; faults of ours pass through. */
export function explainAuditFailure(cause: unknown, folder: string): unknown {
  if (cause instanceof StateError) return new AuditError(cause.message, cause.advice, cause);
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  if (cause instanceof AuditError || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return cause;
  return full.has(code)
    ? new AuditError(`The audit log in ${folder} has no room left.`, 'The operator frees space on the disk.', cause)
    : new AuditError(
        `The audit log in ${folder} cannot be written (${code}).`,
        'The operator makes the folder writable, or sets HIGHLEVEL_AUDIT to another folder, or to off.',
        cause,
      );
}
