import { hidePersonal } from '../../highlevel/errors/index.ts';

/**
 * A call that this server turned down before anything left it. What HighLevel or the network
 * refused is a `HighLevelError`, not this.
 */
export type RefusalKind =
  | 'invalid_arguments'
  | 'unknown_operation'
  | 'not_permitted'
  | 'not_configured'
  | 'wrong_location'
  | 'location_needed'
  | 'declined'
  | 'plan_refused'
  | 'state_unavailable'
  | 'audit_unavailable'
  | 'internal';

export interface RefusalDetails {
  readonly advice: string;
  readonly problems?: readonly string[];
  readonly rule?: string;
}

export class CallRefusal extends Error {
  override readonly name = 'CallRefusal';
  readonly kind: RefusalKind;
  /** What the agent, or the person behind it, does next. */
  readonly advice: string;
  /** One line per fault, where there are several. */
  readonly problems: readonly string[];
  /** The operator's rule behind it, in a word, where there is one. */
  readonly rule: string | undefined;

  constructor(kind: RefusalKind, message: string, details: RefusalDetails) {
    // What an agent gave for a name or a value can be a person's address, or a token.
    super(hidePersonal(message));
    this.kind = kind;
    this.advice = details.advice;
    this.problems = (details.problems ?? []).map(hidePersonal);
    this.rule = details.rule;
  }
}
