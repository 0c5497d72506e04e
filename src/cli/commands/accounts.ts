/** `highlevel-mcp accounts` and `logout`: what the vault holds, never a token. */
import { describeAccount } from '../../highlevel/accounts/account.ts';
import type { Vault } from '../../highlevel/accounts/vault.ts';
import { createOAuthEndpoint } from '../../highlevel/auth/oauth/endpoint.ts';
import { createOAuthTokens } from '../../highlevel/auth/oauth/source.ts';
import { ConfigurationError } from '../../highlevel/errors/index.ts';
import { openState } from '../../state/open.ts';
import type { State } from '../../state/state.ts';
import type { AccountsOptions, VaultCommandOptions } from '../account-options.ts';
import { blankToUndefined } from '../options.ts';
import { print } from '../print.ts';
import { createUnknownAccount } from '../unknown-account.ts';
import { openVault } from '../vault.ts';
import { version } from '../version.ts';

/** @throws Error with a message for the operator */
export async function showAccounts(options: AccountsOptions): Promise<void> {
  await withVault(options, async (vault, state) => {
    if (options.locations === undefined) await list(vault);
    else await listLocations(options.locations, vault, state, options);
  });
}

/** @throws Error with a message for the operator */
export async function logout(name: string, options: VaultCommandOptions): Promise<void> {
  await withVault(options, async (vault) => {
    if (!(await vault.remove(name))) throw createUnknownAccount(name, await vault.list());
    print(
      `Forgot "${name}". HighLevel still lists the app or integration: remove it there if it is not to be used again.`,
    );
  });
}

async function withVault(
  options: VaultCommandOptions,
  use: (vault: Vault, state: State) => Promise<void>,
): Promise<void> {
  const state = await openState(blankToUndefined(options.state));
  try {
    await use(await openVault(state, warn), state);
  } finally {
    await state.close();
  }
}

async function list(vault: Vault): Promise<void> {
  const names = await vault.list();
  for (const name of names) print([name, await describe(name, vault)].join('  '));
  if (names.length === 0) process.stderr.write('There is no account. Make one with "highlevel-mcp login".\n');
}

async function describe(name: string, vault: Vault): Promise<string> {
  try {
    const stored = await vault.read(name);
    if (stored === undefined) return '(gone)';
    const facts = Object.entries(describeAccount(stored.account));
    return facts.map(([fact, value]) => `${fact}=${value}`).join('  ');
  } catch (error) {
    if (error instanceof ConfigurationError) return `(${error.message})`;
    throw error;
  }
}

async function listLocations(name: string, vault: Vault, state: State, options: AccountsOptions): Promise<void> {
  const account = (await vault.read(name))?.account;
  if (account === undefined) throw createUnknownAccount(name, await vault.list());
  if (account.kind !== 'oauth' || account.userType !== 'Company') {
    throw new ConfigurationError(`"${name}" is not the account of a company.`, 'Only those open several locations.');
  }
  const endpoint = createOAuthEndpoint({
    baseUrl: blankToUndefined(options.baseUrl),
    names: options.oauthNames,
    userAgent: `highlevel-mcp/${version}`,
  });
  const source = createOAuthTokens({ name, vault, records: state.records, endpoint, onWarning: warn });
  for (const location of (await source.listLocations?.()) ?? []) print(`${location.id}  ${location.name}`);
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}
