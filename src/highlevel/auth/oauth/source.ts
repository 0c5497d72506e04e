/** The tokens of an installed Marketplace app: refreshed in time, exchanged for those of its locations. */
import { createHash } from 'node:crypto';
import { StateError } from '../../../state/error.ts';
import type { Records } from '../../../state/state.ts';
import type { OAuthAccount } from '../../accounts/account.ts';
import type { Vault } from '../../accounts/vault.ts';
import { ArgumentError, CancelledError, ConfigurationError, HighLevelError, TokenError } from '../../errors/index.ts';
import { createOwner } from '../../idempotency/owner.ts';
import { type Clock, monotonicClock } from '../../rate-limit/clock.ts';
import { Secret } from '../secret.ts';
import type { AccessToken, OpenedLocation, TokenIdentity, TokenNeed, TokenSource } from '../token-source.ts';
import type { OAuthEndpoint } from './endpoint.ts';
import { explainInstalled, isInvalidJwt } from './explain.ts';
import { createLeases } from './lease.ts';
import { createLocationTokens, type LocationToken } from './location-tokens.ts';
import { createRenewal } from './renewal.ts';

export interface OAuthTokensOptions {
  /** Of the account in the vault. */
  readonly name: string;
  readonly vault: Vault;
  /** Where the vault is, and whoever refreshes says so. */
  readonly records: Records;
  readonly endpoint: OAuthEndpoint;
  /** Told of each refresh that this process has made, whether it brought a token. */
  readonly onRefresh?: ((isDone: boolean) => void) | undefined;
  /** Told when a token could not be refreshed while it still works. */
  readonly onWarning?: ((message: string) => void) | undefined;
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly now?: (() => number) | undefined;
  readonly clock?: Clock | undefined;
}

/** Before a token expires. Failures in this time do no harm yet, and an operator hears of them. */
const MARGIN_MS = 1_800_000;
/** A token that HighLevel refuses although it is younger than this is not refused for its age: no other would help. */
const YOUNG_MS = 60_000;
/** After a failure, while the old token still works. */
const RETRY_MS = 30_000;

/** @throws nothing; an account that is not there is told by the first call */
export function createOAuthTokens(options: OAuthTokensOptions): TokenSource {
  const { name, vault, records, endpoint, onRefresh, onWarning, now = Date.now, clock = monotonicClock } = options;
  const owner = createOwner(records);
  const leases = createLeases(records, owner);
  const renewal = createRenewal({ name, vault, leases, owner, endpoint, clock, onRefresh, now });
  const locations = createLocationTokens(endpoint, now);
  /** What is used while the store cannot be read. */
  let last: OAuthAccount | undefined;
  let isFirst = true;
  let retryAt = Number.NEGATIVE_INFINITY;

  const isDue = ({ obtainedAt, expiresAt }: OAuthAccount): boolean =>
    expiresAt - now() <= Math.min(MARGIN_MS, (expiresAt - obtainedAt) / 2);
  const isExpired = ({ expiresAt }: OAuthAccount): boolean => expiresAt <= now();

  /** The store is asked each time, so that a login, a logout and another process's refresh hold at once. */
  async function load(): Promise<OAuthAccount> {
    try {
      last = await renewal.read();
      return last;
    } catch (error) {
      if (error instanceof StateError && last !== undefined && !isExpired(last)) return last;
      throw error;
    }
  }

  async function getCurrent(): Promise<OAuthAccount> {
    const account = await load();
    const mustRenew = isDue(account) || (isFirst && (await renewal.isInterrupted()));
    isFirst = false;
    if (!mustRenew || (!isExpired(account) && clock.now() < retryAt)) return account;
    try {
      last = await renewal.renew((stored) => !isDue(stored));
      return last;
    } catch (error) {
      if (isExpired(account)) throw error;
      retryAt = clock.now() + RETRY_MS;
      const { message, advice = '' } = error as Partial<HighLevelError>;
      onWarning?.(
        `The account "${name}" could not be refreshed; its token works for a while yet. ${message} ${advice}`,
      );
      return account;
    }
  }

  async function getLocationToken(account: OAuthAccount, locationId: string): Promise<AccessToken> {
    const toToken = ({ secret, scopes }: LocationToken) => ({ secret, ...identify(account, locationId), scopes });
    return await withRenewal(account, async (current) => toToken(await locations.fetch(current, locationId)));
  }

  /** Does again with a new token what HighLevel refused for the old one. */
  async function withRenewal<T>(account: OAuthAccount, use: (current: OAuthAccount) => Promise<T>): Promise<T> {
    try {
      return await use(account);
    } catch (error) {
      if (!(error instanceof HighLevelError) || !isInvalidJwt(error) || isYoung(account)) throw error;
      return await use(await renewOther(account.accessToken));
    }
  }

  async function listLocations(): Promise<readonly OpenedLocation[]> {
    const account = await getCurrent();
    if (account.locationId !== undefined) return [{ id: account.locationId, name: '' }];
    try {
      return await withRenewal(account, ({ accessToken, companyId, clientId }) =>
        endpoint.listInstalled(new Secret(accessToken), companyId, clientId),
      );
    } catch (error) {
      throw explainInstalled(error);
    }
  }

  const isYoung = ({ obtainedAt }: { readonly obtainedAt: number }): boolean => now() - obtainedAt < YOUNG_MS;

  async function renewOther(accessToken: string): Promise<OAuthAccount> {
    last = await renewal.renew((stored) => stored.accessToken !== accessToken);
    return last;
  }

  /** For whom the token of a call speaks: a location, or (undefined) the company. */
  function resolveLocation({ userType, locationId }: OAuthAccount, need: TokenNeed): string | undefined {
    if (userType === 'Location') {
      if (need.locationId === undefined || need.locationId === locationId) return locationId;
      throw refuseLocation(name);
    }
    if (need.level === 'agency' || (need.locationId === undefined && need.level === 'any')) return undefined;
    if (need.locationId !== undefined) return need.locationId;
    throw new ArgumentError('locationId', "is needed: the account is a company's.", 'Name the location.');
  }

  async function resolve(need: TokenNeed): Promise<AccessToken> {
    const account = await getCurrent();
    const locationId = resolveLocation(account, need);
    if (locationId !== undefined && account.userType === 'Company') return await getLocationToken(account, locationId);
    return { secret: new Secret(account.accessToken), ...identify(account, locationId) };
  }

  async function identifyNeeded(need: TokenNeed): Promise<TokenIdentity> {
    const account = await load();
    const locationId = resolveLocation(account, need);
    const identity = identify(account, locationId);
    if (locationId === undefined || account.userType === 'Location') return identity;
    return { ...identity, scopes: (await locations.get(locationId))?.scopes };
  }

  async function replace(rejected: AccessToken, need: TokenNeed): Promise<AccessToken | undefined> {
    const account = await load();
    if (need.locationId !== undefined && rejected.level === 'location' && account.userType === 'Company') {
      const kept = await locations.get(need.locationId);
      if (kept?.secret.fingerprint() === rejected.secret.fingerprint()) {
        if (isYoung(kept)) return undefined;
        locations.forget(need.locationId);
      }
      return await getLocationToken(account, need.locationId);
    }
    if (account.accessToken === rejected.secret.reveal()) {
      if (isYoung(account)) return undefined;
      await renewOther(account.accessToken);
    }
    return await resolve(need);
  }

  return {
    kind: 'OAuth app',
    deriveKey: vault.deriveKey,
    listLocations: ({ signal } = {}) => orCancelled(explainStore(listLocations()), signal),
    identifyToken: (need) => explainStore(identifyNeeded(need)),
    resolveToken: (need, { signal } = {}) => orCancelled(explainStore(resolve(need)), signal),
    replaceRejected: (token, need, { signal } = {}) => orCancelled(explainStore(replace(token, need)), signal),
  };
}

/**
 * The id names app and resource, as HighLevel's limits do, and stays the same over refreshes: what the journal and the
 * limits know of an account outlives its tokens.
 */
function identify(account: OAuthAccount, locationId: string | undefined): TokenIdentity {
  const { clientId, companyId, scopes } = account;
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const installation = hash(`${clientId} ${companyId}`);
  const consented = { scopes, consent: hash(scopes.toSorted().join(' ')) };
  return locationId === undefined
    ? { level: 'agency', id: installation, ...consented }
    : { level: 'location', id: `${installation}-${locationId}`, ...consented };
}

function refuseLocation(name: string): TokenError {
  return new TokenError(`The account "${name}" belongs to another location. Nothing was sent.`, {
    sent: 'no',
    outcome: 'not-done',
    reason: 'no-token-for-location',
    advice: 'Use the location of the account, or have the operator log in to the other one.',
  });
}

async function explainStore<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    throw new ConfigurationError(`The vault cannot be used, so there is no token. ${error.message}`, error.advice);
  }
}

/** A refresh that others may wait for goes on; only this caller stops waiting. */
async function orCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  const cancelled = Promise.withResolvers<never>();
  const onAbort = () => cancelled.reject(new CancelledError('no'));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([work, cancelled.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    cancelled.promise.catch(() => {});
    work.catch(() => {});
  }
}
