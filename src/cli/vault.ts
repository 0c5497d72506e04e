/** The vault as the operator's settings mean it. */
import { loadVaultKey } from '../highlevel/accounts/key.ts';
import { createVault, type Vault } from '../highlevel/accounts/vault.ts';
import { ConfigurationError } from '../highlevel/errors/index.ts';
import { resolveStateFolder } from '../state/folder.ts';
import type { State } from '../state/state.ts';
import { blankToUndefined } from './options.ts';

/** @throws ConfigurationError for a key or a state that cannot keep tokens */
export function openVault(state: State, onWarning: (message: string) => void): Vault {
  if (!state.isDurable) {
    throw new ConfigurationError(
      'Accounts cannot be kept in a state that ends with this process.',
      'The operator sets HIGHLEVEL_STATE to a folder or a redis:// address.',
    );
  }
  const setting = blankToUndefined(process.env.HIGHLEVEL_VAULT_KEY);
  return createVault(state.records, loadVaultKey({ setting, folder: resolveStateFolder(undefined), onWarning }));
}
