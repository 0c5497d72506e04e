/** The default command: an MCP server on stdin and stdout. */
import { setFlagsFromString } from 'node:v8';
import { createSurface } from '../../mcp/surface/surface.ts';
import { serveOverStdio } from '../../mcp/transports/stdio.ts';
import { createHost } from '../host.ts';
import { createLogger } from '../log.ts';
import type { ServerOptions } from '../options.ts';

/**
 * Serves until the client closes the pipe.
 *
 * @throws Error with a message for the operator when the options contradict each other.
 */
export async function serve(options: ServerOptions): Promise<void> {
  // Left to itself V8 lets garbage pile up: two tables and two exports of 20,000 records need 125 MB with this, 235 without.
  setFlagsFromString('--optimize-for-size');
  const log = createLogger(options.logLevel);
  const { tools } = options;
  const host = createHost(options, log);
  const { catalogue, readOnly, isSandbox: sandbox, auditFolder: audit = 'off' } = host;
  // What is wrong with the choice of tools is found before anything is started.
  const policy = host.loadPolicy();
  createSurface(catalogue, { tools, readOnly, pins: {} });
  const { tokens, baseUrl, pins, choosesLocation } = await host.getDestination();
  const served = host.serve({ tokens, baseUrl, pins, choosesLocation, tools, readOnly, policy });

  const stop = async (): Promise<void> => {
    await server.close();
    await served.close();
    await host.close();
    process.exit(0);
  };
  const server = serveOverStdio(served.dependencies, () => void stop());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  const listed = served.dependencies.surface.rows.length;
  log.info({ tools: listed, readOnly, sandbox, configured: tokens !== undefined, audit }, 'serving');
}
