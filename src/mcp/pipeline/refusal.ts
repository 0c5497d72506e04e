import { hidePersonal } from '../../highlevel/errors/index.ts';

/**
 * A call that this server turned down before anything left it. What HighLevel or the network
 * refused is a `HighLevelError`, not this.
 */
import type { LookupEntry } from '../lookup/entry.ts';

export type RefusalKind =
  | 'invalid_arguments'
  | 'unknown_operation'
  | 'not_permitted'
  | 'not_configured'
  | 'wrong_location'
  | 'location_needed'
  | 'location_unclear'
  | 'declined'
  | 'plan_refused'
  | 'state_unavailable'
  | 'audit_unavailable'
  | 'internal';

export interface RefusalDetails {
  readonly advice: string;
  readonly problems?: readonly string[];
  readonly rule?: string;
  readonly candidates?: Candidates;
}

/** Records of which one may be meant. Their names are text of outsiders, and are shown as such. */
export interface Candidates {
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  /** How many there are, where not all are shown. */
  readonly of?: number;
}

const MAX_CANDIDATES = 8;
const MAX_NAME_LENGTH = 60;

/** The first few, in few tokens. */
export function pickCandidates(entries: readonly LookupEntry[]): Candidates {
  const shown = entries.slice(0, MAX_CANDIDATES).map(({ id, name }) => ({ id, name: cut(name) }));
  return { candidates: shown, ...(shown.length < entries.length && { of: entries.length }) };
}

function cut(name: string): string {
  const points = [...name];
  return points.length <= MAX_NAME_LENGTH ? name : `${points.slice(0, MAX_NAME_LENGTH - 1).join('')}…`;
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
  readonly candidates: Candidates | undefined;

  constructor(kind: RefusalKind, message: string, details: RefusalDetails) {
    // What an agent gave for a name or a value can be a person's address, or a token.
    super(hidePersonal(message));
    this.kind = kind;
    this.advice = details.advice;
    this.problems = (details.problems ?? []).map(hidePersonal);
    this.rule = details.rule;
    this.candidates = details.candidates;
  }
}
