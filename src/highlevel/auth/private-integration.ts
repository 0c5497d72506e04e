/** Private integration tokens: fixed, made in HighLevel's settings, for one location or for an agency. */
import { deriveKey } from '../cipher.ts';
import { ArgumentError, ConfigurationError, TokenError } from '../errors/index.ts';
import { Secret } from './secret.ts';
import type { AccessToken, TokenLevel, TokenNeed, TokenSource } from './token-source.ts';

export interface PrivateIntegrationToken {
  readonly token: string;
  /** Default: `location` when bound to one, else unknown. */
  readonly level?: TokenLevel | undefined;
  /** Binds a location's token to its location; it is then never sent for another one. */
  readonly locationId?: string | undefined;
}

interface Held extends AccessToken {
  readonly locationId: string | undefined;
}

const MAX_TOKEN_LENGTH = 8192;

/**
 * A source over one or several private integration tokens. It picks by location first, then by the level
 * the operation is documented for; an agency's token stands in where no location's own token is held.
 *
 * @throws ConfigurationError when a token cannot be one, or when there is none.
 */
export function createPrivateIntegrationTokens(tokens: readonly PrivateIntegrationToken[]): TokenSource {
  const held = tokens.map(hold);
  if (held.length === 0) {
    throw new ConfigurationError('No HighLevel token is configured.', 'The operator sets HIGHLEVEL_TOKEN.');
  }
  const bound = held.map(({ locationId }) => locationId).filter((id) => id !== undefined);
  return {
    kind: 'private integration',
    deriveKey: (purpose) => deriveKey(joinSecrets(held), purpose),
    ...(bound.length === held.length && { listLocations: async () => bound.map((id) => ({ id, name: '' })) }),
    async identifyToken(need) {
      return pick(held, need);
    },
    async resolveToken(need) {
      return pick(held, need);
    },
  };
}

/**
 * Refuses what no token of HighLevel looks like, so that it never becomes part of a header.
 * The message says what is wrong and never repeats the token.
 *
 * @throws ConfigurationError
 */
export function validateToken(token: string): void {
  const fault =
    token === ''
      ? 'is empty'
      : token.length > MAX_TOKEN_LENGTH
        ? `is longer than ${MAX_TOKEN_LENGTH} characters`
        : /["'`]/.test(token) || /^bearer$/i.test(token)
          ? 'has quotes around it or is not one'
          : /\s/.test(token)
            ? 'contains white space'
            : /[^\x21-\x7e]/.test(token)
              ? 'contains characters that no token has'
              : undefined;
  if (fault === undefined) return;
  throw new ConfigurationError(
    `The HighLevel token ${fault}.`,
    'The operator copies the token alone, without "Bearer", quotes or line breaks, into HIGHLEVEL_TOKEN.',
  );
}

/** In an order of their own, since nobody says in which one an operator names them. */
function joinSecrets(held: readonly Held[]): string {
  return held
    .map(({ secret }) => secret.reveal())
    .sort()
    .join('\n');
}

function hold({ token, level, locationId }: PrivateIntegrationToken): Held {
  validateToken(token);
  const secret = new Secret(token);
  return {
    secret,
    level: level ?? (locationId === undefined ? 'unknown' : 'location'),
    id: secret.fingerprint(),
    locationId,
  };
}

function pick(held: readonly Held[], need: TokenNeed): AccessToken {
  const [only] = held;
  const agency = held.find((token) => token.level === 'agency');
  if (need.level === 'agency' && agency) return agency;
  if (need.locationId !== undefined) {
    const fitting =
      held.find((token) => token.locationId === need.locationId) ??
      held.find((token) => token.locationId === undefined && token.level !== 'agency') ??
      agency;
    if (fitting) return fitting;
    throw new TokenError('No token is configured for this location. Nothing was sent.', {
      sent: 'no',
      outcome: 'not-done',
      reason: 'no-token-for-location',
      advice: 'Use a location this server has a token for, or have the operator add a token of that location.',
    });
  }
  if (only && held.length === 1) return only;
  const rest = held.filter((token) => token !== agency);
  if (need.level !== 'location' && agency) return agency;
  const [candidate] = rest;
  if (candidate && rest.length === 1) return candidate;
  throw new ArgumentError('locationId', 'is needed to tell which of several tokens to use.', 'Name the location.');
}
