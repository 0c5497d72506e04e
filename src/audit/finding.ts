/** What verifying has to say. */
export interface Finding {
  /** A note is what crashes, full disks and the passing of time leave. */
  readonly severity: 'fault' | 'note';
  readonly file?: string | undefined;
  /** From 1. */
  readonly line?: number | undefined;
  readonly message: string;
}

type Where = Pick<Finding, 'file' | 'line'>;

export function fault(message: string, where: Where = {}): Finding {
  return { severity: 'fault', ...where, message };
}

export function note(message: string, where: Where = {}): Finding {
  return { severity: 'note', ...where, message };
}
