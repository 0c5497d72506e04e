/** The account that the server was told to use: its tokens, and where it works. */
import { createOAuthEndpoint, type OAuthNames } from '../highlevel/auth/oauth/endpoint.ts';
import { createOAuthTokens } from '../highlevel/auth/oauth/source.ts';
import { createPrivateIntegrationTokens } from '../highlevel/auth/private-integration.ts';
import type { TokenSource } from '../highlevel/auth/token-source.ts';
import { ConfigurationError } from '../highlevel/errors/index.ts';
import type { State } from '../state/state.ts';
import { openVault } from './vault.ts';
import { version } from './version.ts';

export interface OpenedAccount {
  readonly tokens: TokenSource;
  /** The one location of an account that has one. */
  readonly locationId: string | undefined;
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
  if (account === undefined) {
    const known = await vault.list();
    const others = known.length === 0 ? 'There is none yet.' : `There are: ${known.join(', ')}.`;
    throw new ConfigurationError(
      `There is no account "${name}". ${others}`,
      `The operator runs "highlevel-mcp login ${name}".`,
    );
  }
  const { locationId } = account;
  if (account.kind === 'private') {
    return { tokens: createPrivateIntegrationTokens([{ token: account.token, locationId }]), locationId };
  }
  const endpoint = createOAuthEndpoint({ baseUrl, names, userAgent: `highlevel-mcp/${version}` });
  const { records } = state;
  return { tokens: createOAuthTokens({ name, vault, records, endpoint, onWarning, onRefresh }), locationId };
}
