/** What every error of the client tells: what happened, whether anything left, what to do next. */

/** Whether anything of the request reached HighLevel. */
export type Sent = 'no' | 'yes' | 'unknown';

/** What became of the operation: refused or never started, carried out, or nobody can know. */
export type Outcome = 'not-done' | 'done' | 'unknown';

export type ErrorKind =
  | 'invalid_arguments'
  | 'misconfigured'
  | 'cancelled'
  | 'needs_another_token'
  | 'refused'
  | 'duplicate'
  | 'rate_limited'
  | 'highlevel_failed'
  | 'unreachable'
  | 'connection_lost'
  | 'unreadable_answer'
  | 'answer_too_large'
  | 'unexpected_redirect'
  | 'state_unavailable'
  | 'key_reused'
  | 'under_way'
  | 'outcome_unknown';

export interface ErrorFacts {
  readonly sent: Sent;
  readonly outcome: Outcome;
  /** The next step, for whoever made the call. */
  readonly advice: string;
  readonly status?: number | undefined;
  readonly traceId?: string | undefined;
  /** HighLevel's own words. */
  readonly messages?: readonly string[] | undefined;
  /** HighLevel's own error code, such as `OPPORTUNITY_NO_DUPLICATE`. */
  readonly code?: string | undefined;
  /** What HighLevel adds about the record in question, such as the id of a duplicate. */
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: unknown;
}

/**
 * Not thrown itself, and not the class of programming mistakes: whatever is not a `HighLevelError` is a
 * fault of this project and its text must not be shown.
 */
export abstract class HighLevelError extends Error {
  abstract readonly kind: ErrorKind;
  readonly sent: Sent;
  readonly outcome: Outcome;
  readonly advice: string;
  readonly status: number | undefined;
  readonly traceId: string | undefined;
  readonly messages: readonly string[];
  readonly code: string | undefined;
  readonly meta: Readonly<Record<string, unknown>> | undefined;

  constructor(message: string, facts: ErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.sent = facts.sent;
    this.outcome = facts.outcome;
    this.advice = facts.advice;
    this.status = facts.status;
    this.traceId = facts.traceId;
    this.messages = facts.messages ?? [];
    this.code = facts.code;
    this.meta = facts.meta;
  }

  /** The error as plain data for an agent: no stack, no cause, nothing that is undefined. */
  toAgent(): Readonly<Record<string, unknown>> {
    const { kind, message, sent, outcome, advice, status, code, traceId, meta } = this;
    const facts = { kind, message, sent, outcome, advice, status, code, traceId, meta, ...this.extras() };
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  }

  /** What a class adds to the plain data. */
  protected extras(): Readonly<Record<string, unknown>> {
    return {};
  }
}
