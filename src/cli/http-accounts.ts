/** The accounts that a server over HTTP has for its clients, and from a grant to what is served for it. */
import type { Account, Grant } from '../http/clients/grant.ts';
import type { Clients } from '../http/clients/load.ts';
import type { Policy } from '../mcp/policy/policy.ts';
import { createSurface } from '../mcp/surface/surface.ts';
import type { OpenedAccount } from './account.ts';
import { type Destination, keepToken } from './destination.ts';
import type { Host, ServedAccount } from './host.ts';
import { blankToUndefined, type ServerOptions } from './options.ts';

/** What logs and metrics call the account of the environment. */
const OWN_ACCOUNT = 'default';

export interface HttpAccounts {
  readonly all: readonly Account[];
  /** What a client that was let in works with. */
  describe(grant: Grant): ServedAccount;
}

export interface HttpAccountsSettings {
  readonly host: Host;
  readonly options: ServerOptions;
  /** Undefined: whoever reaches the server has the one account of the environment. */
  readonly clients: Clients | undefined;
  readonly onWarning: (message: string) => void;
  readonly onRefresh: (account: string, isDone: boolean) => void;
}

/** @throws Error with a message for the operator: whatever is wrong with an account is found before anything is served */
export async function openHttpAccounts(settings: HttpAccountsSettings): Promise<HttpAccounts> {
  const { host, options, clients, onRefresh } = settings;
  const destination = await host.getDestination((isDone) => onRefresh(OWN_ACCOUNT, isDone));
  const all = clients === undefined ? [describeOwnAccount(destination)] : [...clients.accounts.values()];
  const policies = new Map<string, Policy>();
  const vaulted = new Map<string, OpenedAccount>();
  for (const account of all) {
    const { name, policy, tools = options.tools } = account;
    policies.set(name, host.loadPolicy(policy));
    createSurface(host.catalogue, { tools, readOnly: false, pins: {} });
  }
  for (const { name, vaultAccount } of all) {
    if (vaultAccount !== undefined) vaulted.set(name, await openVaulted(name, vaultAccount, settings));
  }

  const findTokens = ({ account, token }: Grant): Destination['tokens'] => {
    if (token !== undefined) return keepToken(token.reveal());
    if (clients === undefined) return destination.tokens;
    const opened = vaulted.get(account.name);
    return opened && (async () => opened.tokens);
  };

  return {
    all,
    describe(grant) {
      const { name, companyId, readOnly, tools = options.tools, policy } = grant.account;
      const opened = vaulted.get(name);
      const locationId = grant.locationId ?? opened?.locationId;
      const opensMany = clients === undefined ? destination.choosesLocation : opened?.isCompany === true;
      return {
        tokens: findTokens(grant),
        baseUrl: destination.baseUrl,
        pins: { locationId, companyId },
        choosesLocation: opensMany && locationId === undefined,
        tools,
        readOnly: host.readOnly || readOnly,
        policy: policies.get(name) ?? host.loadPolicy(policy),
      };
    },
  };
}

async function openVaulted(
  name: string,
  vaultAccount: string,
  { host, options, onWarning, onRefresh }: HttpAccountsSettings,
): Promise<OpenedAccount> {
  const { openAccount } = await import('./account.ts');
  return await openAccount(await host.openState(), {
    name: vaultAccount,
    baseUrl: blankToUndefined(options.baseUrl),
    names: options.oauthNames,
    onWarning,
    onRefresh: (isDone) => onRefresh(name, isDone),
  });
}

/** The account of the environment, as over stdio. */
function describeOwnAccount({ pins: { locationId, companyId } }: Destination): Account {
  return {
    name: OWN_ACCOUNT,
    token: undefined,
    takesTokenHeader: false,
    locationId,
    companyId,
    policy: undefined,
    tools: undefined,
    readOnly: false,
  };
}
