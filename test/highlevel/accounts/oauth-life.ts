/** An account of the sandbox's app in a vault, and time that a test moves. */
import { onTestFinished } from 'vitest';
import type { OAuthAccount } from '../../../src/highlevel/accounts/account.ts';
import { createVault, type Vault } from '../../../src/highlevel/accounts/vault.ts';
import {
  createOAuthEndpoint,
  type OAuthEndpoint,
  type OAuthNames,
} from '../../../src/highlevel/auth/oauth/endpoint.ts';
import { createAccount } from '../../../src/highlevel/auth/oauth/login.ts';
import { createOAuthTokens } from '../../../src/highlevel/auth/oauth/source.ts';
import { Secret } from '../../../src/highlevel/auth/secret.ts';
import type { TokenSource } from '../../../src/highlevel/auth/token-source.ts';
import { sandboxApp, sandboxCodes } from '../../../src/sandbox/domains/oauth/records.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import type { Records } from '../../../src/state/state.ts';

export const app = { clientId: sandboxApp.clientId, clientSecret: new Secret(sandboxApp.clientSecret) };

export interface OAuthLife {
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly records: Records;
  readonly vault: Vault;
  readonly endpoint: OAuthEndpoint;
  readonly warnings: string[];
  /** A source as another process has it. */
  open(records?: Records): TokenSource;
  read(): Promise<OAuthAccount>;
  passMs(ms: number): void;
  /** Requests to the token endpoint, the login's not counted. */
  countRefreshes(): number;
}

export async function startLife(kind: keyof typeof sandboxCodes, names: OAuthNames = 'v2'): Promise<OAuthLife> {
  let now = Date.UTC(2026, 5, 15, 12);
  const sandbox = createSandbox({ clock: () => now, indexLagMs: 0 });
  const { url } = await sandbox.listen();
  const state = createSqliteState();
  onTestFinished(async () => {
    await sandbox.close();
    await state.close();
  });
  const { records } = state;
  const vault = createVault(records, Buffer.alloc(32, 7));
  const endpoint = createOAuthEndpoint({ baseUrl: url, names });
  const warnings: string[] = [];
  const grant = await endpoint.redeemCode(app, new Secret(sandboxCodes[kind]), 'http://localhost:1/callback');
  await vault.replace('main', createAccount(app, grant, now));
  const isRefresh = (path: string) => path === '/oauth/token';
  return {
    sandbox,
    url,
    records,
    vault,
    endpoint,
    warnings,
    open: (own = records) =>
      createOAuthTokens({
        name: 'main',
        vault: createVault(own, Buffer.alloc(32, 7)),
        records: own,
        endpoint,
        now: () => now,
        onWarning: (message) => void warnings.push(message),
      }),
    async read() {
      const stored = await vault.read('main');
      if (stored?.account.kind !== 'oauth') throw new Error('no such account');
      return stored.account;
    },
    passMs(ms) {
      now += ms;
    },
    countRefreshes: () => sandbox.requests.filter(({ path }) => isRefresh(path)).length - 1,
  };
}
