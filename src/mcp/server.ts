/**
 * The MCP server, made by a factory: nothing is kept between requests, so one instance can serve a
 * connection (stdio) or a single request (HTTP) of either protocol era.
 */
import {
  type CallToolRequest,
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type ClientCapabilities,
  type Implementation,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import type { OperationRow } from '../catalogue/catalogue.ts';
import { formatQuestion, QuestionAsked } from './confirmation/ask.ts';
import { createAccount } from './fixed/account.ts';
import { createBatch } from './fixed/batch.ts';
import { createCallTools, getCallTool } from './fixed/call-operation.ts';
import { createDescribeOperation } from './fixed/describe-operation.ts';
import { createFindOperations } from './fixed/find-operations.ts';
import { createLookup } from './fixed/lookup.ts';
import { createQuery } from './fixed/query.ts';
import { type CallDependencies, runCall } from './pipeline/call.ts';
import { CallRefusal } from './pipeline/refusal.ts';
import { createResources } from './resources/resources.ts';
import { doesClientReadBoth } from './results/clients.ts';
import { formatFailure } from './results/failure.ts';
import { formatSuccess } from './results/success.ts';
import type { Person, Session } from './session.ts';
import { explainUnknownTool } from './surface/unknown-tool.ts';

export interface ServerDependencies extends CallDependencies {
  readonly version: string;
  readonly instructions: string;
  readonly log: Logger;
}

/** Lists do not change while the server runs; an hour lets clients skip asking again. */
const LIST_TTL_MS = 3_600_000;

/** Builds a server for one connection or request. Cheap: no schema is built here. */
export function createServer(dependencies: ServerDependencies): Server {
  const { surface, log } = dependencies;
  const server = new Server(
    { name: 'highlevel-mcp', title: 'HighLevel', version: dependencies.version },
    {
      capabilities: { tools: {}, resources: {} },
      instructions: dependencies.instructions,
      cacheHints: {
        'tools/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
        'resources/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
        'server/discover': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
      },
    },
  );

  const fixedTools = new Map(
    [
      createFindOperations(dependencies),
      createDescribeOperation(dependencies),
      createLookup(dependencies),
      ...createCallTools(dependencies),
      createQuery(dependencies),
      createBatch(dependencies),
      createAccount(dependencies),
    ].map((tool) => [tool.definition.name, tool]),
  );
  const resources = createResources(dependencies);

  server.setRequestHandler('tools/list', async () => ({
    tools: [...(await surface.listTools()), ...[...fixedTools.values()].map((tool) => tool.definition)],
  }));

  server.setRequestHandler('resources/list', async () => ({ resources: [...resources.definitions] }));
  server.setRequestHandler('resources/templates/list', async () => ({ resourceTemplates: [] }));
  server.setRequestHandler('resources/read', (request) => resources.read(request.params.uri));

  server.setRequestHandler('tools/call', async (request, context) => {
    const { name, arguments: args = {} } = request.params;
    const started = performance.now();
    const session = openSession(request.params, server, context);
    try {
      const fixed = fixedTools.get(name);
      const outcome =
        fixed === undefined
          ? await runCall({ row: findListed(name, dependencies), args, session }, dependencies)
          : await fixed.run(args, session);
      const { locationId: location, rateLimit, origin } = outcome;
      const replayed = origin?.replayed === true;
      log.info({ tool: name, location, durationMs: elapsed(started), replayed, rateLimit }, 'call done');
      return formatSuccess(outcome, doesClientReadBoth(getClientName(server, context)));
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      if (error instanceof QuestionAsked) {
        log.info({ tool: name, durationMs: elapsed(started) }, 'person asked');
        return formatQuestion(error);
      }
      log.warn({ tool: name.slice(0, 100), durationMs: elapsed(started), error: describe(error) }, 'call failed');
      return formatFailure(error, dependencies.pins.locationId);
    }
  });
  return server;
}

/**
 * A client decides by its list what to let pass, so a name that is not listed is not called by it.
 *
 * @throws ProtocolError for a name that no tool has: that is a fault of the client, not of the call.
 * @throws CallRefusal for an operation that is offered, but not by its name.
 */
function findListed(name: string, { catalogue, surface, readOnly }: ServerDependencies): OperationRow {
  const row = catalogue.findByName(name);
  if (row?.guided && row.withheld === undefined) {
    if (surface.has(name) || (readOnly && row.risk !== 'read')) return row;
    throw new CallRefusal('not_permitted', `${name} is not one of the tools listed here.`, {
      advice: `Pass it as operation to ${getCallTool(row.risk)}; or the operator lists it with --tools ${row.resource}.`,
    });
  }
  const { message, nearest } = explainUnknownTool(name, catalogue, surface);
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, `${message} Nearest: ${nearest.join(', ')}`);
}

/** Progress goes to clients that gave a token to know it by. */
function openSession(params: CallToolRequest['params'], server: Server, context: ServerContext): Session {
  const { mcpReq } = context;
  const progressToken = params._meta?.progressToken;
  return {
    signal: mcpReq.signal,
    person: findPerson(server, context),
    reportProgress({ done, total, message }) {
      if (progressToken === undefined) return;
      const progress = {
        progressToken,
        progress: done,
        ...(total !== undefined && { total }),
        ...(message && { message }),
      };
      // Whether it arrives is of no consequence to the call.
      mcpReq.notify({ method: 'notifications/progress', params: progress }).catch(() => {});
    },
  };
}

/** Present where the client can show a form: it says so in each request (2026), or said so in the handshake. */
function findPerson(server: Server, { mcpReq }: ServerContext): Person | undefined {
  const envelope = mcpReq.envelope as Readonly<Record<string, ClientCapabilities>> | undefined;
  const { elicitation } = envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? server.getClientCapabilities() ?? {};
  // A client that names no way of asking has forms; one that names URLs alone has none.
  const hasForms = elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined);
  if (!hasForms) return undefined;
  const state: unknown = mcpReq.requestState();
  return { answers: mcpReq.inputResponses, state: typeof state === 'string' ? state : undefined };
}

/** The client's own name: in each request of a 2026 client, from the handshake of an older one. */
function getClientName(server: Server, context: ServerContext): string | undefined {
  const envelope = context.mcpReq.envelope as Readonly<Record<string, Partial<Implementation>>> | undefined;
  return envelope?.[CLIENT_INFO_META_KEY]?.name ?? server.getClientVersion()?.name;
}

function elapsed(started: number): number {
  return Math.round(performance.now() - started);
}

/** Kind and code, and where a fault of ours came from; never a message, which may repeat what a record says. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { kind, status, traceId, sent } = error as Error & Record<string, unknown>;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, kind, status, traceId, sent, ...(kind === undefined && { frames }) };
}
