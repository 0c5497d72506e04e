/** Where tokens come from. Private integrations answer at once; OAuth may have to fetch one. */
import type { Operation } from '../../catalogue/operation.ts';
import type { Secret } from './secret.ts';

/** Whom a token speaks for. HighLevel's tokens do not say it, so it may be unknown. */
export type TokenLevel = 'location' | 'agency' | 'unknown';

export interface TokenIdentity {
  /** Names the token without giving it away. Stable for the life of the token. */
  readonly id: string;
  readonly level: TokenLevel;
  /** What was consented to, where the token tells. */
  readonly scopes?: readonly string[] | undefined;
  /** Changes when somebody consents to something else, while the id stays. */
  readonly consent?: string | undefined;
}

export interface AccessToken extends TokenIdentity {
  readonly secret: Secret;
}

/** What a call needs a token for. */
export interface TokenNeed {
  readonly locationId?: string | undefined;
  readonly companyId?: string | undefined;
  /** The level the operation is documented for; `any` where both or none is. */
  readonly level: 'location' | 'agency' | 'any';
}

/** A location that can be worked in. */
export interface OpenedLocation {
  readonly id: string;
  /** Empty where nobody told it. */
  readonly name: string;
}

export type TokenKind = 'private integration' | 'OAuth app';

export interface TokenSource {
  readonly kind: TokenKind;
  /**
   * 32 bytes for what is kept of the answers to calls with these tokens: whoever acts with them can make the same, in any
   * process and after a restart, and nobody else can.
   *
   * @param purpose Another one gives another key.
   */
  deriveKey(purpose: string): Buffer;
  /**
   * Which token `resolveToken` would give. Sends nothing, so it also names one that HighLevel would not give.
   *
   * @throws as `resolveToken` does, as far as that can be told without sending.
   */
  identifyToken(need: TokenNeed): Promise<TokenIdentity>;
  /**
   * All locations that calls can be about, for kinds that know them. Others have to search HighLevel.
   *
   * @throws HighLevelError when they cannot be read
   */
  listLocations?(options?: { readonly signal?: AbortSignal | undefined }): Promise<readonly OpenedLocation[]>;
  /**
   * @throws TokenError when no token fits the location.
   * @throws ArgumentError when there are several and the call does not say for which location it is.
   */
  resolveToken(need: TokenNeed, options?: { readonly signal?: AbortSignal | undefined }): Promise<AccessToken>;
  /**
   * Another token in the place of one that HighLevel does not know (any more), for sources that can get one.
   *
   * @returns undefined where another would not help either.
   */
  replaceRejected?(
    token: AccessToken,
    need: TokenNeed,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<AccessToken | undefined>;
}

/** The level that the documented security schemes of an operation ask for. */
export function resolveNeededLevel(operation: Pick<Operation, 'security'>): TokenNeed['level'] {
  const { security } = operation;
  if (security.length === 0) return 'any';
  if (security.every((scheme) => scheme.startsWith('Agency-Access'))) return 'agency';
  if (security.every((scheme) => scheme.startsWith('Location-Access'))) return 'location';
  return 'any';
}
