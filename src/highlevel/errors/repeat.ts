/** What keeps a write from being sent, or sent again. */
import { type ErrorFacts, HighLevelError } from './base.ts';

/**
 * The store behind the journal cannot be used, so a write that must not happen twice is not sent at all.
 * Not thrown for reads and for writes that may be repeated: those go on.
 */
export class StateUnavailableError extends HighLevelError {
  override readonly name = 'StateUnavailableError';
  readonly kind = 'state_unavailable';

  constructor(problem: string, advice: string, cause: unknown) {
    super(`${problem} This write could happen twice without it, so nothing was sent.`, {
      sent: 'no',
      outcome: 'not-done',
      advice: `${advice} Reads work all the same.`,
      cause,
    });
  }
}

/** The idempotency key stands for another call already. */
export class KeyReusedError extends HighLevelError {
  override readonly name = 'KeyReusedError';
  readonly kind = 'key_reused';

  constructor(operation: string) {
    super(`This idempotencyKey was used for another call (${operation}). Nothing was sent.`, {
      sent: 'no',
      outcome: 'not-done',
      advice: 'Use a new key for a new call, or repeat the first call with exactly its arguments.',
    });
  }
}

/**
 * The same call is being made by somebody else, and did not end in time.
 * Not an unknown outcome: the other one will know.
 */
export class UnderWayError extends HighLevelError {
  override readonly name = 'UnderWayError';
  readonly kind = 'under_way';

  constructor() {
    super('The same call is already under way and has not ended yet. Nothing was sent by this one.', {
      sent: 'no',
      outcome: 'unknown',
      advice: 'Repeat it unchanged in some seconds: it then answers with the outcome of the first.',
    });
  }
}

export interface UnknownFacts extends Pick<ErrorFacts, 'status' | 'traceId' | 'messages' | 'cause'> {
  /** What is known, in a sentence or two. */
  readonly known: string;
  readonly check: string;
  /** Ids of records that may be it. */
  readonly candidates?: readonly string[] | undefined;
  /** Whether repeating the call unchanged may settle it. */
  readonly isSettling: boolean;
  readonly retryAfterMs?: number | undefined;
}

/**
 * A write was sent, its answer was lost, and looking did not tell whether it took place.
 * Not sent again: a second send could do it twice.
 */
export class OutcomeUnknownError extends HighLevelError {
  override readonly name = 'OutcomeUnknownError';
  readonly kind = 'outcome_unknown';
  readonly candidates: readonly string[];
  readonly retryAfterMs: number | undefined;

  constructor(facts: UnknownFacts) {
    const { known, check, isSettling, candidates = [], retryAfterMs, ...rest } = facts;
    const repeat = isSettling ? ' Or repeat it unchanged: it looks again before anything is sent.' : '';
    super(`Whether this took place is unknown. ${known}`, {
      ...rest,
      sent: 'unknown',
      outcome: 'unknown',
      advice: `To check: ${check}${repeat} To do it regardless, which may do it twice, pass a new idempotencyKey.`,
    });
    this.candidates = candidates;
    this.retryAfterMs = retryAfterMs;
  }

  protected override extras(): Readonly<Record<string, unknown>> {
    const { candidates, retryAfterMs } = this;
    return { ...(candidates.length > 0 && { candidates }), ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
}
