/** What the network lost, and answers that cannot be used. */
import { type ErrorFacts, HighLevelError } from './base.ts';

/**
 * No connection: refused, unknown host, TLS, connect timeout. Nothing was sent.
 * Not a connection that broke later: that is a `ConnectionLostError`.
 */
export class UnreachableError extends HighLevelError {
  override readonly name = 'UnreachableError';
  readonly kind = 'unreachable';

  constructor(problem: string, cause: unknown) {
    super(`HighLevel could not be reached (${problem}).`, {
      sent: 'no',
      outcome: 'not-done',
      advice:
        'Nothing was sent, so it is safe to call again. If it persists, the operator checks network and base URL.',
      cause,
    });
  }
}

/**
 * The connection broke, stalled or was cut short after the request began to leave.
 * Not an answer with a status of failure, and not a complete answer that cannot be read.
 */
export class ConnectionLostError extends HighLevelError {
  override readonly name = 'ConnectionLostError';
  readonly kind = 'connection_lost';

  constructor(problem: string, facts: Pick<ErrorFacts, 'sent' | 'status' | 'cause'> & { changes: boolean }) {
    super(`The answer was lost (${problem}).`, {
      ...facts,
      outcome: facts.changes ? 'unknown' : 'not-done',
      advice: facts.changes
        ? 'The outcome is unknown: the change may have been made. Check by a read before repeating the call.'
        : 'The call only reads, so it is safe to repeat.',
    });
  }
}

/**
 * HighLevel reported success, but the body is not what the operation answers, such as a proxy's HTML page.
 * Not JSON that breaks off: that is a `ConnectionLostError`.
 */
export class UnreadableAnswerError extends HighLevelError {
  override readonly name = 'UnreadableAnswerError';
  readonly kind = 'unreadable_answer';
}

/**
 * The answer is larger than this client accepts. It was discarded.
 * Not an upload that is too large: that is an `ArgumentError`, or HighLevel's 413.
 */
export class AnswerTooLargeError extends HighLevelError {
  override readonly name = 'AnswerTooLargeError';
  readonly kind = 'answer_too_large';
}

/**
 * An operation that answers data answered a redirect. It was not followed, so that the token stays here.
 * Not the redirect that is the documented answer of some operations: that is returned as a result.
 */
export class UnexpectedRedirectError extends HighLevelError {
  override readonly name = 'UnexpectedRedirectError';
  readonly kind = 'unexpected_redirect';
}
