/** `highlevel-mcp serve`: an MCP server over Streamable HTTP, for one person on loopback or for many clients. */
import type { Logger } from 'pino';
import { createAuditLog } from '../../audit/log.ts';
import { resolveAuditFolder } from '../../audit/place.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import type { HighLevelClient } from '../../highlevel/client.ts';
import { createAdmission } from '../../http/admission.ts';
import { createAuthenticate, createOpenAccess } from '../../http/clients/authenticate.ts';
import type { Account, Grant } from '../../http/clients/grant.ts';
import { loadClients } from '../../http/clients/load.ts';
import { listen } from '../../http/listener.ts';
import { isLoopback, loopbackNames } from '../../http/loopback.ts';
import { type AccountLimits, createMetrics } from '../../http/metrics.ts';
import { createMetricsPage } from '../../http/metrics-page.ts';
import { getScopeFields } from '../../http/request-scope.ts';
import { createService, ENDPOINT_PATH, type ServedTenant } from '../../http/service.ts';
import { createTenants } from '../../http/tenants.ts';
import { instructions } from '../../mcp/instructions.ts';
import { loadPolicy } from '../../mcp/policy/load.ts';
import type { Policy } from '../../mcp/policy/policy.ts';
import { createSurface } from '../../mcp/surface/surface.ts';
import { createHttpEndpoint } from '../../mcp/transports/http.ts';
import type { State } from '../../state/state.ts';
import type { OpenedAccount } from '../account.ts';
import { createClient, openStateAt } from '../client.ts';
import { type Destination, getDestination, keepToken, startSandbox } from '../destination.ts';
import type { HttpServerOptions } from '../http-options.ts';
import { createLogger } from '../log.ts';
import { blankToUndefined, readRuleFlags, readRuleVariables, readSwitch } from '../options.ts';
import { version } from '../version.ts';

/** Each holds its lists and its connections; those used last stay. */
const MAX_TENANTS = 500;

/** What logs and metrics call the account of the environment. */
const OWN_ACCOUNT = 'default';

interface Tenant extends ServedTenant {
  readLimits(): Promise<Omit<AccountLimits, 'account'> | undefined>;
}

/**
 * Serves until a signal ends it: then nothing new is begun, and what runs is ended first.
 *
 * @throws Error with a message for the operator when the options contradict each other, or leave a door open
 */
export async function serveHttp(options: HttpServerOptions): Promise<void> {
  const log = createLogger(options.logLevel, getScopeFields);
  const isReadOnly = options.readOnly || readSwitch(process.env, 'HIGHLEVEL_READ_ONLY');
  const isSandbox = options.sandbox || readSwitch(process.env, 'HIGHLEVEL_SANDBOX');
  const file = blankToUndefined(options.clients);
  assertClosed(options, { isSandbox, hasClients: file !== undefined });
  const clients = file === undefined ? undefined : loadClients(file, process.env);

  const catalogue = createCatalogue();
  const loadAccountPolicy = (accountFile: string | undefined): Policy =>
    loadPolicy(
      {
        file: blankToUndefined(options.policy),
        accountFile,
        environment: readRuleVariables(process.env),
        flags: readRuleFlags(options),
      },
      catalogue,
    );
  const place = blankToUndefined(options.state) ?? (isSandbox ? 'memory' : undefined);
  let state: Promise<State> | undefined;
  const openState = (): Promise<State> => {
    state ??= openStateAt(place, log);
    return state;
  };
  const recordRefresh = (account: string) => (isDone: boolean) => metrics.recordRefresh(account, isDone);
  const destination = isSandbox
    ? await startSandbox(options, log)
    : await getDestination(options, openState, log, recordRefresh(OWN_ACCOUNT));
  const accounts = clients === undefined ? [describeOwnAccount(destination)] : [...clients.accounts.values()];
  // What is wrong with an account is found before anything is started.
  const policies = new Map(accounts.map(({ name, policy }) => [name, loadAccountPolicy(policy)]));
  const listTools = ({ tools = options.tools }: Account) => tools;
  for (const account of accounts) createSurface(catalogue, { tools: listTools(account), readOnly: false, pins: {} });

  const folder = resolveAuditFolder({ audit: blankToUndefined(options.audit), state: place, isSandbox });
  const records = async () => (await openState()).records;
  const audit =
    folder === undefined ? undefined : createAuditLog({ folder, records, keptDays: options.auditDays, version });

  const vaulted = await openVaulted(accounts, { options, openState, log, recordRefresh });
  const findTokens = ({ account, token }: Grant): Destination['tokens'] => {
    if (token !== undefined) return keepToken(token.reveal());
    if (clients === undefined) return destination.tokens;
    const opened = vaulted.get(account.name);
    return opened && (async () => opened.tokens);
  };

  const openTenant = (grant: Grant): Tenant => {
    const { account } = grant;
    const vaultAccount = vaulted.get(account.name);
    const locationId = grant.locationId ?? vaultAccount?.locationId;
    const opensMany = clients === undefined ? destination.choosesLocation : vaultAccount?.isCompany === true;
    const choosesLocation = opensMany && locationId === undefined;
    const tokens = findTokens(grant);
    const readOnly = isReadOnly || account.readOnly;
    const pins = { locationId, companyId: account.companyId };
    const policy = policies.get(account.name) ?? loadAccountPolicy(account.policy);
    let client: Promise<HighLevelClient> | undefined;
    const connect = (): Promise<HighLevelClient> => {
      const { baseUrl } = destination;
      client ??= createClient({ tokens, baseUrl, openState, options, catalogue, log });
      return client;
    };
    const isConfirmed = options.confirm !== 'off';
    const endpoint = createHttpEndpoint(
      {
        catalogue,
        surface: createSurface(catalogue, {
          tools: listTools(account),
          readOnly,
          pins,
          choosesLocation,
          policy,
          isConfirmed,
        }),
        pins,
        choosesLocation,
        readOnly,
        policy,
        confirmation: { mode: options.confirm },
        timeZone: options.timeZone,
        connect: tokens === undefined ? undefined : connect,
        audit,
        version,
        instructions,
        log,
        exportFolder: blankToUndefined(options.exportFolder),
        onCall: (report) => metrics.record(account.name, report),
      },
      { maxBodyBytes: options.maxBodyMb * 1_000_000 },
    );
    return {
      endpoint,
      async readLimits() {
        const limits = await (await client)?.rateLimits(pins);
        if (limits === undefined) return undefined;
        const { limit, used, dailyLimit, dailyUsed } = limits.counted;
        const left = { now: Math.max(0, limit - used), today: Math.max(0, dailyLimit - dailyUsed) };
        return { ...left, waiting: limits.waiting };
      },
      async close() {
        await endpoint.close();
        // A client that could not be made was reported to whoever called; there is nothing to close.
        await client?.then(
          (made) => made.close(),
          () => {},
        );
      },
    };
  };

  const admission = createAdmission(options.maxRequests);
  const tenants = createTenants({ open: openTenant, max: MAX_TENANTS });
  const metrics = createMetrics({
    countRunning: () => admission.running,
    countTenants: () => tenants.list().length,
    readLimits: async () => {
      const read = tenants.list().map(async ({ account, tenant }) => {
        // A store or a token that cannot be used is told to those who call.
        const limits = await tenant.readLimits().catch(() => undefined);
        return limits === undefined ? [] : [{ account, ...limits }];
      });
      return (await Promise.all(read)).flat();
    },
  });
  const service = createService({
    allowed: resolveAllowed(options),
    authenticate: clients === undefined ? createOpenAccess(...(accounts as [Account])) : createAuthenticate(clients),
    tenants,
    admission,
    oauth: clients?.oauth,
    metrics: createMetricsPage(metrics, clients?.metrics),
    log,
  });
  const { host, port, maxConnections } = options;
  const listener = await listen(service.handle, { host, port, maxConnections });

  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal, running: admission.running }, 'stopping');
    // What takes longer is cut; writes that have left are still heard out below.
    const late = Promise.withResolvers<void>();
    setTimeout(late.resolve, options.drainSeconds * 1000).unref();
    await Promise.race([service.drain(), late.promise]);
    await listener.close();
    await tenants.close();
    await audit?.close();
    await state?.then(
      (opened) => opened.close(),
      () => {},
    );
    await destination.close();
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
  const facts = { accounts: accounts.length, clients: clients?.known.length, oauth: clients?.oauth !== undefined };
  log.info({ url: listener.url + ENDPOINT_PATH, ...facts, sandbox: isSandbox, audit: folder ?? 'off' }, 'serving');
}

/** @throws RangeError for settings under which somebody could do what nobody allowed */
function assertClosed(
  options: HttpServerOptions,
  { isSandbox, hasClients }: { isSandbox: boolean; hasClients: boolean },
) {
  const isLocal = isLoopback(options.host);
  if (!isLocal && !hasClients) {
    throw new RangeError(
      `Off loopback (${options.host}) nobody is served without being known: name a clients file with --clients.`,
    );
  }
  if (!isLocal && options.allowedHost.length === 0) {
    throw new RangeError(
      'Off loopback the names by which this server is asked for must be said: --allowed-host mcp.example.com.',
    );
  }
  if (!hasClients) return;
  if (isSandbox) throw new RangeError('The sandbox has its own account: leave out --sandbox or --clients.');
  if (blankToUndefined(options.location) ?? blankToUndefined(options.company)) {
    throw new RangeError('With a clients file, location and company stand there: leave out --location and --company.');
  }
  if (options.uploadFolder.length > 0 || blankToUndefined(options.exportFolder)) {
    throw new RangeError(
      'With a clients file there are no folders: what one client writes or may send, another one could read. ' +
        'Leave out --upload-folder and --export-folder.',
    );
  }
}

function resolveAllowed({ allowedHost, allowedOrigin }: HttpServerOptions) {
  const hosts = allowedHost.length > 0 ? allowedHost : loopbackNames;
  return { hosts, origins: allowedOrigin.length > 0 ? allowedOrigin : hosts };
}

interface VaultedSettings {
  readonly options: HttpServerOptions;
  readonly openState: () => Promise<State>;
  readonly log: Logger;
  readonly recordRefresh: (account: string) => (isDone: boolean) => void;
}

/**
 * The accounts that were logged in to.
 *
 * @throws Error with a message for the operator: an account that is not there
 */
async function openVaulted(
  accounts: readonly Account[],
  { options, openState, log, recordRefresh }: VaultedSettings,
): Promise<ReadonlyMap<string, OpenedAccount>> {
  const opened = new Map<string, OpenedAccount>();
  for (const { name, vaultAccount } of accounts) {
    if (vaultAccount === undefined) continue;
    const { openAccount } = await import('../account.ts');
    const account = await openAccount(await openState(), {
      name: vaultAccount,
      baseUrl: blankToUndefined(options.baseUrl),
      names: options.oauthNames,
      onWarning: (message) => log.warn(message),
      onRefresh: recordRefresh(name),
    });
    opened.set(name, account);
  }
  return opened;
}

/** The account of the environment, as over stdio. */
function describeOwnAccount({ pins }: Destination): Account {
  const { locationId, companyId } = pins;
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
