/** The account that the server was told to use: its tokens, and where it works. */
import { createOAuthEndpoint, type OAuthNames } from '../highlevel/auth/oauth/endpoint.ts';
import { createOAuthTokens } from '../highlevel/auth/oauth/source.ts';
import { createPrivateIntegrationTokens } from '../highlevel/auth/private-integration.ts';
import type { TokenSource } from '../highlevel/auth/token-source.ts';
import type { State } from '../state/state.ts';
import { createUnknownAccount } from './unknown-account.ts';
import { openVault } from './vault.ts';
import { version } from './version.ts';

export interface OpenedAccount {
  readonly tokens: TokenSource;
  /** The one location of an account that has one. */
  readonly locationId: string | undefined;
  /** It opens many locations, each with a token of its own. */
  readonly isCompany: boolean;
}

export interface AccountSettings {
  readonly name: string;
  readonly baseUrl: string | undefined;
  readonly names: OAuthNames;
  readonly onWarning: (message: string) => void;
  readonly onRefresh?: ((isDone: boolean) => void) | undefined;
}

/** @throws ConfigurationError when there is no such account, or the vault does not open */
export async function openAccount(state: State, settings: AccountSettings): Promise<OpenedAccount> {
  const { name, baseUrl, names, onWarning, onRefresh } = settings;
  const vault = await openVault(state, onWarning);
  const account = (await vault.read(name))?.account;
  if (account === undefined) throw createUnknownAccount(name, await vault.list());
  const { locationId } = account;
  if (account.kind === 'private') {
    const tokens = createPrivateIntegrationTokens([{ token: account.token, locationId }]);
    return { tokens, locationId, isCompany: false };
  }
  const endpoint = createOAuthEndpoint({ baseUrl, names, userAgent: `highlevel-mcp/${version}` });
  const { records } = state;
  const tokens = createOAuthTokens({ name, vault, records, endpoint, onWarning, onRefresh });
  return { tokens, locationId, isCompany: account.userType === 'Company' };
}
