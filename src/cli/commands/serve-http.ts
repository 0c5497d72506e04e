/** `highlevel-mcp serve`: an MCP server over Streamable HTTP, for one person on loopback or for many clients. */
import { createAdmission } from '../../http/admission.ts';
import { createAuthenticate, createOpenAccess } from '../../http/clients/authenticate.ts';
import type { Account } from '../../http/clients/grant.ts';
import { loadClients } from '../../http/clients/load.ts';
import { listen } from '../../http/listener.ts';
import { isLoopback, loopbackNames } from '../../http/loopback.ts';
import { type AccountLimits, createMetrics } from '../../http/metrics.ts';
import { createMetricsPage } from '../../http/metrics-page.ts';
import { getScopeFields } from '../../http/request-scope.ts';
import { createService, ENDPOINT_PATH, type ServedTenant } from '../../http/service.ts';
import { createTenants } from '../../http/tenants.ts';
import { createHttpEndpoint } from '../../mcp/transports/http.ts';
import { createHost, type Served } from '../host.ts';
import { openHttpAccounts } from '../http-accounts.ts';
import type { HttpServerOptions } from '../http-options.ts';
import { createLogger } from '../log.ts';
import { blankToUndefined } from '../options.ts';

/** Each holds its lists and its connections; those used last stay. */
const MAX_TENANTS = 500;

type TenantLimits = Omit<AccountLimits, 'account'>;

interface Tenant extends ServedTenant {
  readLimits(): Promise<TenantLimits | undefined>;
}

/**
 * Serves until a signal ends it: then nothing new is begun, and what runs is ended first.
 *
 * @throws Error with a message for the operator when the options contradict each other, or leave a door open
 */
export async function serveHttp(options: HttpServerOptions): Promise<void> {
  const log = createLogger(options.logLevel, getScopeFields);
  const host = createHost(options, log);
  const { isSandbox: sandbox, auditFolder: audit = 'off' } = host;
  const file = blankToUndefined(options.clients);
  assertClosed(options, { isSandbox: sandbox, hasClients: file !== undefined });
  const clients = file === undefined ? undefined : loadClients(file, process.env);
  const accounts = await openHttpAccounts({
    host,
    options,
    clients,
    onWarning: (message) => log.warn(message),
    onRefresh: (account, isDone) => metrics.recordRefresh(account, isDone),
  });

  const admission = createAdmission(options.maxRequests);
  const tenants = createTenants<Tenant>({
    max: MAX_TENANTS,
    open(grant) {
      const onCall: Served['dependencies']['onCall'] = (report) => metrics.record(grant.account.name, report);
      const served = host.serve({ ...accounts.describe(grant), onCall });
      const endpoint = createHttpEndpoint(served.dependencies, { maxBodyBytes: options.maxBodyMb * 1_000_000 });
      return {
        endpoint,
        readLimits: () => readLimits(served),
        async close() {
          await endpoint.close();
          await served.close();
        },
      };
    },
  });
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
    authenticate:
      clients === undefined ? createOpenAccess(...(accounts.all as [Account])) : createAuthenticate(clients),
    tenants,
    admission,
    oauth: clients?.oauth,
    metrics: createMetricsPage(metrics, clients?.metrics),
    log,
  });
  const { host: address, port, maxConnections } = options;
  const listener = await listen(service.handle, { host: address, port, maxConnections });

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
    await host.close();
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
  const facts = { accounts: accounts.all.length, clients: clients?.known.length, oauth: clients?.oauth !== undefined };
  log.info({ url: listener.url + ENDPOINT_PATH, ...facts, sandbox, audit }, 'serving');
}

/** Undefined for whom no call was made yet. */
async function readLimits({ dependencies, getClient }: Served): Promise<TenantLimits | undefined> {
  const limits = await (await getClient())?.rateLimits(dependencies.pins);
  if (limits === undefined) return undefined;
  const { limit, used, dailyLimit, dailyUsed } = limits.counted;
  const left = { now: Math.max(0, limit - used), today: Math.max(0, dailyLimit - dailyUsed) };
  return { ...left, waiting: limits.waiting };
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
