/**
 * What a process that serves has, whichever way it does: its settings as they hold, one state, one audit log, and any
 * number of accounts that are served on them. Nothing of it is opened before it is needed.
 */
import type { Logger } from 'pino';
import { type AuditLog, createAuditLog } from '../audit/log.ts';
import { resolveAuditFolder } from '../audit/place.ts';
import { type Catalogue, createCatalogue } from '../catalogue/catalogue.ts';
import type { HighLevelClient } from '../highlevel/client.ts';
import { instructions } from '../mcp/instructions.ts';
import { loadPolicy } from '../mcp/policy/load.ts';
import type { Policy } from '../mcp/policy/policy.ts';
import type { ServerDependencies } from '../mcp/server.ts';
import { createSurface } from '../mcp/surface/surface.ts';
import type { State } from '../state/state.ts';
import { createClient, openStateAt } from './client.ts';
import { type Destination, getDestination, startSandbox } from './destination.ts';
import { blankToUndefined, readRuleFlags, readRuleVariables, readSwitch, type ServerOptions } from './options.ts';
import { version } from './version.ts';

export interface Host {
  readonly catalogue: Catalogue;
  readonly readOnly: boolean;
  readonly isSandbox: boolean;
  /** Where writes and refusals are recorded; undefined: nowhere. */
  readonly auditFolder: string | undefined;
  openState(): Promise<State>;
  /**
   * The operator's policy, with that of one account beside it.
   *
   * @throws Error with a message for the operator
   */
  loadPolicy(accountFile?: string): Policy;
  /**
   * Where the calls of this process go. Closed with the host.
   *
   * @param onRefresh Told of each refresh of an OAuth account.
   * @throws Error with a message for the operator
   */
  getDestination(onRefresh?: (isDone: boolean) => void): Promise<Destination>;
  serve(account: ServedAccount): Served;
  /** Ends what all accounts share: to be called when none is served any more. */
  close(): Promise<void>;
}

/** An account as clients get it. */
export interface ServedAccount
  extends Pick<Destination, 'tokens' | 'baseUrl' | 'pins' | 'choosesLocation'>,
    Pick<ServerDependencies, 'readOnly' | 'policy' | 'onCall'> {
  /** What is listed by name. */
  readonly tools: readonly string[];
}

export interface Served {
  readonly dependencies: ServerDependencies;
  /** The client of all calls, made by the first that wants it. */
  connect(): Promise<HighLevelClient>;
  /** The same, undefined until then. */
  getClient(): Promise<HighLevelClient> | undefined;
  close(): Promise<void>;
}

export function createHost(options: ServerOptions, log: Logger): Host {
  const isSandbox = options.sandbox || readSwitch(process.env, 'HIGHLEVEL_SANDBOX');
  // Every start makes another sandbox, and what happened in the last one means nothing to it.
  const place = blankToUndefined(options.state) ?? (isSandbox ? 'memory' : undefined);
  const auditFolder = resolveAuditFolder({ audit: blankToUndefined(options.audit), state: place, isSandbox });
  const catalogue = createCatalogue();
  let state: Promise<State> | undefined;
  let destination: Destination | undefined;

  const openState = (): Promise<State> => {
    state ??= openStateAt(place, log);
    return state;
  };
  const audit = createAudit(auditFolder, async () => (await openState()).records, options);

  return {
    catalogue,
    readOnly: options.readOnly || readSwitch(process.env, 'HIGHLEVEL_READ_ONLY'),
    isSandbox,
    auditFolder,
    openState,
    loadPolicy(accountFile) {
      const rules = { environment: readRuleVariables(process.env), flags: readRuleFlags(options) };
      return loadPolicy({ file: blankToUndefined(options.policy), accountFile, ...rules }, catalogue);
    },
    async getDestination(onRefresh) {
      destination = isSandbox
        ? await startSandbox(options, log)
        : await getDestination(options, openState, log, onRefresh);
      return destination;
    },
    serve({ tokens, baseUrl, tools, ...account }) {
      let client: Promise<HighLevelClient> | undefined;
      const connect = (): Promise<HighLevelClient> => {
        client ??= createClient({ tokens, baseUrl, openState, options, catalogue, log });
        return client;
      };
      const isConfirmed = options.confirm !== 'off';
      return {
        dependencies: {
          ...account,
          catalogue,
          surface: createSurface(catalogue, { ...account, tools, isConfirmed }),
          confirmation: { mode: options.confirm },
          timeZone: options.timeZone,
          connect: tokens === undefined ? undefined : connect,
          audit,
          version,
          instructions,
          log,
          exportFolder: blankToUndefined(options.exportFolder),
        },
        connect,
        getClient: () => client,
        close: () => closeOpened(client),
      };
    },
    async close() {
      await audit?.close();
      await closeOpened(state);
      await destination?.close();
    },
  };
}

function createAudit(
  folder: string | undefined,
  records: () => Promise<State['records']>,
  { auditDays: keptDays }: ServerOptions,
): AuditLog | undefined {
  return folder === undefined ? undefined : createAuditLog({ folder, records, keptDays, version });
}

/** What could not be opened was reported to whoever called; there is nothing to close. */
async function closeOpened(opening: Promise<{ close(): Promise<void> }> | undefined): Promise<void> {
  await opening?.then(
    (opened) => opened.close(),
    () => {},
  );
}
