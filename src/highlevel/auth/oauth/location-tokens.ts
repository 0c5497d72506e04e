/** Tokens of single locations, exchanged for the company's when they are needed, and kept in memory until they expire. */
import type { OAuthAccount } from '../../accounts/account.ts';
import { Secret } from '../secret.ts';
import type { OAuthEndpoint } from './endpoint.ts';
import { explainExchange } from './explain.ts';

export interface LocationToken {
  readonly secret: Secret;
  readonly scopes: readonly string[];
  /** Epoch milliseconds. */
  readonly obtainedAt: number;
  readonly expiresAt: number;
}

export interface LocationTokens {
  /** @throws HighLevelError when the company's token opens no such location */
  fetch(account: OAuthAccount, locationId: string): Promise<LocationToken>;
  /** The one that is kept. */
  get(locationId: string): Promise<LocationToken | undefined>;
  forget(locationId: string): void;
}

/** Long enough for the call that it was asked for. */
const MARGIN_MS = 300_000;
/** An agency with more locations than this exchanges now and then anew. */
const MOST_KEPT = 2_000;

export function createLocationTokens(endpoint: OAuthEndpoint, now: () => number): LocationTokens {
  const kept = new Map<string, Promise<LocationToken>>();

  async function exchange({ accessToken, companyId }: OAuthAccount, locationId: string): Promise<LocationToken> {
    const grant = await endpoint.exchange(new Secret(accessToken), companyId, locationId);
    const obtainedAt = now();
    return { secret: grant.accessToken, scopes: grant.scopes, obtainedAt, expiresAt: obtainedAt + grant.expiresInMs };
  }

  const find = async (locationId: string): Promise<LocationToken | undefined> => {
    const token = await kept.get(locationId)?.catch(() => undefined);
    return token !== undefined && token.expiresAt - now() > MARGIN_MS ? token : undefined;
  };

  return {
    get: find,
    forget: (locationId) => void kept.delete(locationId),
    async fetch(account, locationId) {
      const found = await find(locationId);
      if (found !== undefined) return found;
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      const made = exchange(account, locationId);
      kept.set(locationId, made);
      try {
        return await made;
      } catch (error) {
        if (kept.get(locationId) === made) kept.delete(locationId);
        throw explainExchange(error);
      }
    },
  };
}
