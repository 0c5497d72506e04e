/** What another token, or another scope on the same token, would put right. */
import { type ErrorFacts, HighLevelError } from './base.ts';

export type TokenReason =
  | 'bad-token'
  | 'missing-scope'
  | 'agency-token-on-location-route'
  | 'wrong-token-level'
  | 'wrong-location'
  | 'no-token-for-location'
  | 'login-needed'
  | 'location-suspended'
  | 'forbidden';

/**
 * The token does not open this operation or this location (HighLevel's 401 and 403).
 * Not a malformed token, which is a `ConfigurationError`, and not a missing Version header, which HighLevel
 * also answers with 401 and which is a `RefusedError`.
 */
export class TokenError extends HighLevelError {
  override readonly name = 'TokenError';
  readonly kind = 'needs_another_token';
  readonly reason: TokenReason;
  /** The scopes HighLevel documents for the operation; empty where its documents are silent. */
  readonly scopes: readonly string[];

  constructor(message: string, facts: ErrorFacts & { reason: TokenReason; scopes?: readonly string[] }) {
    super(message, facts);
    this.reason = facts.reason;
    this.scopes = facts.scopes ?? [];
  }

  protected override extras(): Readonly<Record<string, unknown>> {
    const helps = this.reason === 'missing-scope' && this.scopes.length > 0;
    return { reason: this.reason, ...(helps && { scopes: this.scopes }) };
  }
}
