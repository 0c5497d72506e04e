/** The vault as the operator's settings mean it. */
import { loadVaultKey } from '../highlevel/accounts/key.ts';
import { openKeychain } from '../highlevel/accounts/keychain.ts';
import { createVault, type Vault } from '../highlevel/accounts/vault.ts';
import { ConfigurationError } from '../highlevel/errors/index.ts';
import { resolveStateFolder } from '../state/folder.ts';
import type { State } from '../state/state.ts';
import { blankToUndefined } from './options.ts';

/** @throws ConfigurationError for a key or a state that cannot keep tokens */
export async function openVault(state: State, onWarning: (message: string) => void): Promise<Vault> {
  if (!state.isDurable) {
    throw new ConfigurationError(
      'Accounts cannot be kept in a state that ends with this process.',
      'The operator sets HIGHLEVEL_STATE to a folder or a redis:// address.',
    );
  }
  const setting = blankToUndefined(process.env.HIGHLEVEL_VAULT_KEY);
  const folder = resolveStateFolder(undefined);
  return createVault(state.records, await loadVaultKey({ setting, folder, openKeychain, onWarning }));
}
