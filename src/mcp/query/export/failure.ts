/** Files that could not be written. */
import type { Sent } from '../../../highlevel/errors/index.ts';

/**
 * An export that came to nothing because of the disk: no file is left of it. Its words name no path.
 * Not a file name that cannot be taken: that is a `CallRefusal`.
 */
export class ExportFailure extends Error {
  override readonly name = 'ExportFailure';
  readonly kind = 'export_failed';
  /** Whether pages were read before. */
  readonly sent: Sent;
  readonly advice: string;

  constructor(message: string, facts: { readonly sent: Sent; readonly advice: string; readonly cause?: unknown }) {
    super(message, { cause: facts.cause });
    this.sent = facts.sent;
    this.advice = facts.advice;
  }
}

/** What the operating system said, in words. */
export function explainFailure(cause: unknown, sent: Sent): ExportFailure {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ExportFailure('The disk of the export folder is full; the unfinished file was removed.', {
      sent,
      cause,
      advice:
        'The operator makes room. Fewer records (where, maxRecords) or fewer fields (select) make a smaller file.',
    });
  }
  if (code === 'EEXIST') {
    const message =
      'Another file took the name while the list was read, and none is overwritten; this one was removed.';
    return new ExportFailure(message, { sent, cause, advice: 'Call again, and give export another name.' });
  }
  return new ExportFailure(`The export folder cannot be used (${code}); no file was left there.`, {
    sent,
    cause,
    advice:
      'The operator sets --export-folder (HIGHLEVEL_EXPORT_FOLDER) to a folder that exists, that this server may write to, and whose file system has hard links.',
  });
}
