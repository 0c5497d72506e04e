/**
 * Refreshes an account's tokens. HighLevel's refresh tokens are single use, so exactly one process does it; whoever
 * waits reads what that one has stored.
 */
import { randomUUID } from 'node:crypto';
import { StateError } from '../../../state/error.ts';
import type { OAuthAccount } from '../../accounts/account.ts';
import type { Vault } from '../../accounts/vault.ts';
import { ConfigurationError, HighLevelError, RefusedError } from '../../errors/index.ts';
import type { Owner } from '../../idempotency/owner.ts';
import { pause } from '../../idempotency/pause.ts';
import type { Clock } from '../../rate-limit/clock.ts';
import { Secret } from '../secret.ts';
import type { OAuthEndpoint } from './endpoint.ts';
import { explainRefresh, isInvalidGrant } from './explain.ts';
import type { Grant } from './grant.ts';
import type { Leases } from './lease.ts';

export interface RenewalOptions {
  readonly name: string;
  readonly vault: Vault;
  readonly leases: Leases;
  readonly owner: Owner;
  readonly endpoint: OAuthEndpoint;
  readonly clock: Clock;
  /** Told of each refresh that this process has made, whether it brought a token. */
  readonly onRefresh?: ((isDone: boolean) => void) | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface Renewal {
  /** The account as it is stored. @throws StateError, ConfigurationError */
  read(): Promise<OAuthAccount>;
  /**
   * The account with a token that is good, refreshed by this process or another one.
   *
   * @param isGood Whether a stored account needs no refresh.
   * @throws HighLevelError, StateError
   */
  renew(isGood: (account: OAuthAccount) => boolean): Promise<OAuthAccount>;
  /** Whether a refresh was begun by somebody who died: its answer may be fetched within the grace. @throws StateError */
  isInterrupted(): Promise<boolean>;
}

interface Stored {
  readonly account: OAuthAccount;
  readonly version: string;
}

/** Between two looks at what another process is doing. */
const LOOK_MS = 50;
const TRIES = 2;

export function createRenewal(options: RenewalOptions): Renewal {
  const { name, vault, leases, owner, endpoint, clock, onRefresh, now } = options;
  /** A refreshed account that could not be stored yet. Its old refresh token is spent. */
  let unsaved: Stored | undefined;
  let running: Promise<OAuthAccount> | undefined;

  async function read(): Promise<Stored> {
    const stored = await vault.read(name);
    if (stored === undefined) throw new ConfigurationError(`There is no account "${name}".`, adviseLogin(name));
    const { account, version } = stored;
    if (account.kind === 'oauth') return { account, version };
    throw new ConfigurationError(`The account "${name}" is a private token now.`, 'The operator restarts the server.');
  }

  async function renew(isGood: (account: OAuthAccount) => boolean): Promise<OAuthAccount> {
    const attempt = `refresh:${randomUUID()}`;
    await owner.hold(attempt);
    try {
      for (;;) {
        const { account } = await read();
        if (isGood(account) && !(await leases.isAbandoned(name))) return account;
        const lease = await leases.take(name, attempt);
        if (lease === undefined) {
          await pause(clock, LOOK_MS, undefined);
          continue;
        }
        try {
          // Whoever had the lease before may have stored a new token since.
          const stored = await read();
          if (unsaved !== undefined) return await save(unsaved);
          return isGood(stored.account) && !lease.isInherited ? stored.account : await refresh(stored);
        } finally {
          // One that stays behind is taken over.
          await lease.release().catch(() => {});
        }
      }
    } finally {
      owner.release(attempt);
    }
  }

  async function refresh({ account, version }: Stored): Promise<OAuthAccount> {
    let grant: Grant;
    try {
      grant = await request(account);
    } catch (error) {
      onRefresh?.(false);
      const current = await read();
      if (current.version !== version) return current.account;
      throw explainRefresh(error, name);
    }
    onRefresh?.(true);
    const obtainedAt = now();
    const renewed: OAuthAccount = {
      ...account,
      accessToken: grant.accessToken.reveal(),
      refreshToken: grant.refreshToken?.reveal() ?? account.refreshToken,
      obtainedAt,
      expiresAt: obtainedAt + grant.expiresInMs,
      scopes: grant.scopes.length > 0 ? [...grant.scopes] : account.scopes,
    };
    return await save({ account: renewed, version });
  }

  /** Durable before anybody uses it. Where the store fails, it is tried again by the next who needs a token. */
  async function save({ account, version }: Stored): Promise<OAuthAccount> {
    try {
      const written = await vault.write(name, account, version);
      unsaved = undefined;
      return written === undefined ? (await read()).account : account;
    } catch (error) {
      if (error instanceof StateError) unsaved = { account, version };
      throw error;
    }
  }

  /** A lost answer is asked for again: within its grace HighLevel answers the same. */
  async function request(account: OAuthAccount): Promise<Grant> {
    const app = { clientId: account.clientId, clientSecret: new Secret(account.clientSecret) };
    for (let tries = 1; ; tries += 1) {
      try {
        return await endpoint.refresh(app, new Secret(account.refreshToken));
      } catch (error) {
        if (tries >= TRIES || !isPassing(error)) throw error;
      }
    }
  }

  return {
    read: async () => (await read()).account,
    isInterrupted: () => leases.isAbandoned(name),
    renew(isGood) {
      running ??= renew(isGood).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof HighLevelError)) return false;
  if (!(error instanceof RefusedError)) return true;
  return !isInvalidGrant(error) && (error.status ?? 0) >= 500;
}

function adviseLogin(name: string): string {
  return `The operator runs "highlevel-mcp login ${name}"; "highlevel-mcp accounts" lists those there are.`;
}
