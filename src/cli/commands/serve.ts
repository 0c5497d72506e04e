/** The default command: an MCP server on stdin and stdout. */
import { setFlagsFromString } from 'node:v8';
import { createAuditLog } from '../../audit/log.ts';
import { resolveAuditFolder } from '../../audit/place.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import type { HighLevelClient } from '../../highlevel/client.ts';
import { instructions } from '../../mcp/instructions.ts';
import { loadPolicy } from '../../mcp/policy/load.ts';
import { createSurface } from '../../mcp/surface/surface.ts';
import { serveOverStdio } from '../../mcp/transports/stdio.ts';
import type { State } from '../../state/state.ts';
import { createClient, openStateAt } from '../client.ts';
import { getDestination, startSandbox } from '../destination.ts';
import { createLogger } from '../log.ts';
import { blankToUndefined, readRuleFlags, readRuleVariables, readSwitch, type ServerOptions } from '../options.ts';
import { version } from '../version.ts';

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
  const { tokens, baseUrl, pins, choosesLocation } = destination;
  const surface = createSurface(catalogue, {
    tools: options.tools,
    readOnly,
    pins,
    choosesLocation,
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
    },
    () => void stop(),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  const facts = { tools: surface.rows.length, readOnly, sandbox: isSandbox, configured: tokens !== undefined };
  log.info({ ...facts, audit: folder ?? 'off' }, 'serving');
}
