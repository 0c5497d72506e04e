/**
 * The MCP server, made by a factory: nothing is kept between requests, so one instance can serve a
 * connection (stdio) or a single request (HTTP) of either protocol era.
 */
import {
  CLIENT_INFO_META_KEY,
  type Implementation,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import { type CallDependencies, runCall } from './pipeline/call.ts';
import { doesClientReadBoth } from './results/clients.ts';
import { formatFailure } from './results/failure.ts';
import { formatSuccess } from './results/success.ts';

export interface ServerDependencies extends CallDependencies {
  readonly version: string;
  readonly instructions: string;
  readonly log: Logger;
}

/** Lists do not change while the server runs; an hour lets clients skip asking again. */
const LIST_TTL_MS = 3_600_000;

/** Builds a server for one connection or request. Cheap: no schema is built here. */
export function createServer(dependencies: ServerDependencies): Server {
  const { catalogue, surface, log } = dependencies;
  const server = new Server(
    { name: 'highlevel-mcp', title: 'HighLevel', version: dependencies.version },
    {
      capabilities: { tools: {} },
      instructions: dependencies.instructions,
      cacheHints: {
        'tools/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
        'server/discover': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
      },
    },
  );

  server.setRequestHandler('tools/list', async () => ({ tools: await surface.listTools() }));

  server.setRequestHandler('tools/call', async (request, context) => {
    const { name, arguments: args = {} } = request.params;
    const row = catalogue.findByName(name);
    if (row === undefined || row.withheld || !row.guided) {
      const nearest = catalogue
        .listNearestNames(
          name,
          surface.rows.map((known) => known.name),
        )
        .join(', ');
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `Unknown tool ${name}. Nothing was sent. Nearest: ${nearest}`,
      );
    }
    const started = performance.now();
    try {
      const outcome = await runCall({ row, args, signal: context.mcpReq.signal }, dependencies);
      log.info({ tool: name, location: outcome.locationId, durationMs: elapsed(started) }, 'call done');
      return formatSuccess(outcome, doesClientReadBoth(getClientName(server, context)));
    } catch (error) {
      log.warn({ tool: name, durationMs: elapsed(started), error: describe(error) }, 'call failed');
      return formatFailure(error, dependencies.pins.locationId);
    }
  });
  return server;
}

/** The client's own name: in each request of a 2026 client, from the handshake of an older one. */
function getClientName(server: Server, context: ServerContext): string | undefined {
  const envelope = context.mcpReq.envelope as Readonly<Record<string, Partial<Implementation>>> | undefined;
  return envelope?.[CLIENT_INFO_META_KEY]?.name ?? server.getClientVersion()?.name;
}

function elapsed(started: number): number {
  return Math.round(performance.now() - started);
}

/** Kind and code, never the message: what HighLevel says about a contact stays out of logs. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { kind, status, traceId, sent } = error as Error & Record<string, unknown>;
  const ours = kind !== undefined;
  return { name: error.name, kind, status, traceId, sent, ...(!ours && { stack: error.stack }) };
}
