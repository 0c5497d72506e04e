/** The default command: an MCP server on stdin and stdout. */
import { setFlagsFromString } from 'node:v8';
import type { Logger } from 'pino';
import { createAuditLog } from '../../audit/log.ts';
import { resolveAuditFolder } from '../../audit/place.ts';
import { type Catalogue, createCatalogue } from '../../catalogue/catalogue.ts';
import type { TokenSource } from '../../highlevel/auth/token-source.ts';
import type { HighLevelClient } from '../../highlevel/client.ts';
import { parseBaseUrl } from '../../highlevel/transport/base-url.ts';
import { instructions } from '../../mcp/instructions.ts';
import type { Pins } from '../../mcp/pipeline/context.ts';
import { loadPolicy } from '../../mcp/policy/load.ts';
import { createSurface } from '../../mcp/surface/surface.ts';
import { serveOverStdio } from '../../mcp/transports/stdio.ts';
import type { State } from '../../state/state.ts';
import { createLogger } from '../log.ts';
import {
  blankToUndefined,
  readRuleFlags,
  readRuleVariables,
  readSwitch,
  readToken,
  type ServerOptions,
} from '../options.ts';
import { version } from '../version.ts';

/** Where calls go and with which token. */
export interface Destination {
  /** Undefined where none is configured. */
  readonly tokens: (() => Promise<TokenSource>) | undefined;
  readonly baseUrl: string | undefined;
  readonly pins: Pins;
  close(): Promise<void>;
}

/**
 * Serves until the client closes the pipe.
 *
 * @throws Error with a message for the operator when the options contradict each other.
 */
export async function serve(options: ServerOptions): Promise<void> {
  // Left to itself V8 lets garbage pile up: two tables and two exports of 20,000 records need 125 MB with this, 235 without.
  setFlagsFromString('--optimize-for-size');
  const log = createLogger(options.logLevel);
  const readOnly = options.readOnly || readSwitch(process.env, 'HIGHLEVEL_READ_ONLY');
  const isSandbox = options.sandbox || readSwitch(process.env, 'HIGHLEVEL_SANDBOX');
  const catalogue = createCatalogue();
  // What is wrong with the choice of tools is found before anything is started.
  const policy = loadPolicy(
    {
      file: blankToUndefined(options.policy),
      environment: readRuleVariables(process.env),
      flags: readRuleFlags(options),
    },
    catalogue,
  );
  createSurface(catalogue, { tools: options.tools, readOnly, pins: {} });
  // Every start makes another sandbox, and what happened in the last one means nothing to it.
  const place = blankToUndefined(options.state) ?? (isSandbox ? 'memory' : undefined);
  let state: Promise<State> | undefined;
  const openState = (): Promise<State> => {
    state ??= openStateAt(place, log);
    return state;
  };
  const destination = isSandbox ? await startSandbox(options, log) : await getDestination(options, openState, log);
  const { tokens, baseUrl, pins } = destination;
  const surface = createSurface(catalogue, {
    tools: options.tools,
    readOnly,
    pins,
    policy,
    isConfirmed: options.confirm !== 'off',
  });
  let client: Promise<HighLevelClient> | undefined;
  const connect = (): Promise<HighLevelClient> => {
    client ??= createClient({ tokens, baseUrl, openState, options, catalogue, log });
    return client;
  };
  const folder = resolveAuditFolder({ audit: blankToUndefined(options.audit), state: place, isSandbox });
  const audit =
    folder === undefined
      ? undefined
      : createAuditLog({
          folder,
          records: async () => (await openState()).records,
          keptDays: options.auditDays,
          version,
        });

  const stop = async (): Promise<void> => {
    await server.close();
    // A client that could not be made was reported to whoever called; there is nothing to close.
    await client?.then(
      (made) => made.close(),
      () => {},
    );
    await audit?.close();
    await state?.then(
      (opened) => opened.close(),
      () => {},
    );
    await destination.close();
    process.exit(0);
  };
  const server = serveOverStdio(
    {
      catalogue,
      surface,
      pins,
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
    },
    () => void stop(),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  const facts = { tools: surface.rows.length, readOnly, sandbox: isSandbox, configured: tokens !== undefined };
  log.info({ ...facts, audit: folder ?? 'off' }, 'serving');
}

interface ClientSettings extends Pick<Destination, 'baseUrl' | 'tokens'> {
  readonly openState: () => Promise<State>;
  readonly options: ServerOptions;
  readonly catalogue: Catalogue;
  readonly log: Logger;
}

/** Loads the client on the first call: a start needs no HTTP and no store. */
export async function createClient(settings: ClientSettings): Promise<HighLevelClient> {
  const { createHighLevelClient } = await import('../../highlevel/client.ts');
  const { tokens, baseUrl, openState, options, catalogue, log } = settings;
  const state = await openState();
  return createHighLevelClient({
    tokens: await tokens?.(),
    baseUrl,
    uploadFolders: options.uploadFolder,
    userAgent: `highlevel-mcp/${version}`,
    // The audit log uses it after the last call has ended.
    state: { ...state, close: async () => {} },
    deadlineMs: options.deadlineSeconds * 1000,
    limits: { reserve: options.dailyReserve / 100 },
    idempotency: {
      keptMs: options.keyHours * 3_600_000,
      guardMs: options.guardSeconds * 1000,
      settleMs: options.settleSeconds * 1000,
      encryptionKey: blankToUndefined(process.env.HIGHLEVEL_STATE_KEY),
    },
    loadOperation: (key) => catalogue.loadOperationByKey(key),
    onNotice: (notice) => log.warn(notice, 'rate limit'),
  });
}

export async function openStateAt(place: string | undefined, log: Logger): Promise<State> {
  const { openState } = await import('../../state/open.ts');
  return await openState(place, { onWarning: (message) => log.warn(message) });
}

/** @throws Error with a message for the operator: both a token and an account, or an account that is not there */
export async function getDestination(
  options: ServerOptions,
  openState: () => Promise<State>,
  log: Logger,
): Promise<Destination> {
  const baseUrl = blankToUndefined(options.baseUrl);
  if (baseUrl !== undefined) parseBaseUrl(baseUrl);
  const token = readToken(options.tokenFile, process.env);
  const name = blankToUndefined(options.account);
  const pins = { locationId: blankToUndefined(options.location), companyId: blankToUndefined(options.company) };
  const close = async () => {};
  if (name === undefined) return { tokens: token === undefined ? undefined : keepToken(token), baseUrl, pins, close };
  if (token !== undefined) {
    throw new Error('Both an account (HIGHLEVEL_ACCOUNT) and a token (HIGHLEVEL_TOKEN) are set. Set one of them.');
  }
  const { openAccount } = await import('../account.ts');
  const onWarning = (message: string) => log.warn(message);
  const account = await openAccount(await openState(), { name, baseUrl, names: options.oauthNames, onWarning });
  return {
    tokens: async () => account.tokens,
    baseUrl,
    pins: { ...pins, locationId: pins.locationId ?? account.locationId },
    close,
  };
}

/** Of a private token that was given. */
export function keepToken(token: string): () => Promise<TokenSource> {
  return async () => {
    const { createPrivateIntegrationTokens } = await import('../../highlevel/auth/private-integration.ts');
    return createPrivateIntegrationTokens([{ token }]);
  };
}

/** A sandbox inside this process, reached over a real socket like the real API. */
export async function startSandbox(options: ServerOptions, log: Logger): Promise<Destination> {
  const { createSandbox } = await import('../../sandbox/sandbox.ts');
  const sandbox = createSandbox({});
  const { url } = await sandbox.listen();
  const [first, second] = sandbox.world.locationIds;
  const wanted = blankToUndefined(options.location);
  if (wanted !== undefined && wanted !== first && wanted !== second) {
    log.warn({ locations: [first, second] }, 'the sandbox has no such location, so its first one is used');
  }
  const isSecond = wanted === second;
  return {
    tokens: keepToken(isSecond ? sandbox.tokens.secondLocation : sandbox.tokens.location),
    baseUrl: url,
    pins: { locationId: isSecond ? second : first },
    close: () => sandbox.close(),
  };
}
