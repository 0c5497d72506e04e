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
import { createComplete } from './completion/complete.ts';
import { formatQuestion, QuestionAsked } from './confirmation/ask.ts';
import { createAccount } from './fixed/account.ts';
import { createBatch } from './fixed/batch.ts';
import { createCallTools, getCallTool } from './fixed/call-operation.ts';
import { createDescribeOperation } from './fixed/describe-operation.ts';
import { createFindOperations } from './fixed/find-operations.ts';
import type { FixedTool } from './fixed/fixed-tool.ts';
import { createLookup } from './fixed/lookup.ts';
import { createQuery } from './fixed/query.ts';
import { findTimeZone } from './lookup/time-zone.ts';
import { type CallDependencies, runCall } from './pipeline/call.ts';
import { recordUnsent } from './pipeline/record.ts';
import { CallRefusal } from './pipeline/refusal.ts';
import { createPrompts } from './prompts/prompts.ts';
import { type CallReport, nameFailure, nameTool } from './report.ts';
import { createResources } from './resources/resources.ts';
import { doesClientReadBoth } from './results/clients.ts';
import { buildProtocolError, formatFailure } from './results/failure.ts';
import { formatSuccess } from './results/success.ts';
import type { Person, Session } from './session.ts';
import { explainUnknownTool } from './surface/unknown-tool.ts';

export interface ServerDependencies extends CallDependencies {
  readonly version: string;
  readonly instructions: string;
  readonly log: Logger;
  /** Where `query` may write files. Absent: nowhere. */
  readonly exportFolder?: string | undefined;
  /** Told of each tool call when it has ended. */
  readonly onCall?: ((report: CallReport) => void) | undefined;
}

/** Lists do not change while the server runs; an hour lets clients skip asking again. */
const LIST_TTL_MS = 3_600_000;

/** Builds a server for one connection or request. Cheap: no schema is built here. */
export function createServer(dependencies: ServerDependencies): Server {
  const { surface, log } = dependencies;
  const server = new Server(
    { name: 'highlevel-mcp', title: 'HighLevel', version: dependencies.version },
    {
      capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
      instructions: dependencies.instructions,
      cacheHints: {
        'tools/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
        'resources/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
        'resources/templates/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
        'prompts/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
        'server/discover': { ttlMs: LIST_TTL_MS, cacheScope: 'private' },
      },
    },
  );

  const { fixedTools, resources, prompts, complete } = getOffer(dependencies);

  server.setRequestHandler('tools/list', async () => ({
    tools: [...(await surface.listTools()), ...[...fixedTools.values()].map((tool) => tool.definition)],
  }));

  server.setRequestHandler('resources/list', async () => ({ resources: [...resources.definitions] }));
  server.setRequestHandler('resources/templates/list', async () => ({ resourceTemplates: [...resources.templates] }));
  server.setRequestHandler('resources/read', async ({ params }, context) => {
    const started = performance.now();
    try {
      return await resources.read(params.uri);
    } catch (error) {
      const { signal } = context.mcpReq;
      const session = { signal, reportProgress() {}, client: getClient(server, context), caller: getCaller(context) };
      await recordUnsent(error, { tool: 'resource', args: {}, session, started }, dependencies);
      log.warn({ template: resources.nameTemplate(params.uri), error: describe(error) }, 'resource not read');
      throw buildProtocolError(error, dependencies.pins.locationId);
    }
  });

  server.setRequestHandler('prompts/list', async () => ({ prompts: [...prompts.definitions] }));
  server.setRequestHandler('prompts/get', async ({ params }) => prompts.get(params.name, params.arguments ?? {}));
  server.setRequestHandler('completion/complete', ({ params }, { mcpReq }) => complete(params, mcpReq.signal));

  server.setRequestHandler('tools/call', async (request, context) => {
    const { name, arguments: args = {} } = request.params;
    const started = performance.now();
    const session = openSession(request.params, server, context);
    const record = (ended: unknown) => recordUnsent(ended, { tool: name, args, session, started }, dependencies);
    const fixed = fixedTools.get(name);
    const report = (outcome: string, isReplayed = false): void =>
      dependencies.onCall?.({
        tool: nameTool(name, fixed !== undefined, dependencies.catalogue.findByName(name)),
        outcome,
        durationMs: elapsed(started),
        isReplayed,
      });
    try {
      const outcome =
        fixed === undefined
          ? await runCall({ row: findListed(name, dependencies), args, session }, dependencies)
          : await fixed.run(args, session);
      await record(outcome);
      const { locationId: location, rateLimit, origin } = outcome;
      const replayed = origin?.replayed === true;
      log.info({ tool: name, location, durationMs: elapsed(started), replayed, rateLimit }, 'call done');
      report('done', replayed);
      const timeZone = await findTimeZone(outcome, dependencies);
      return formatSuccess({ ...outcome, timeZone }, doesClientReadBoth(session.client?.name));
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      await record(error);
      if (error instanceof QuestionAsked) {
        log.info({ tool: name, durationMs: elapsed(started) }, 'person asked');
        report('asked');
        return formatQuestion(error);
      }
      log.warn({ tool: name.slice(0, 100), durationMs: elapsed(started), error: describe(error) }, 'call failed');
      report(nameFailure(error));
      return formatFailure(error, dependencies.pins.locationId);
    }
  });
  return server;
}

/** What a server offers beside operations by name. */
interface Offer {
  readonly fixedTools: ReadonlyMap<string, FixedTool>;
  readonly resources: ReturnType<typeof createResources>;
  readonly prompts: ReturnType<typeof createPrompts>;
  readonly complete: ReturnType<typeof createComplete>;
}

/** One for each configuration: over HTTP every request has a server of its own, and their schemas cost more than most calls. */
const offers = new WeakMap<ServerDependencies, Offer>();

function getOffer(dependencies: ServerDependencies): Offer {
  const offer = offers.get(dependencies) ?? createOffer(dependencies);
  offers.set(dependencies, offer);
  return offer;
}

function createOffer(dependencies: ServerDependencies): Offer {
  const tools = [
    createFindOperations(dependencies),
    createDescribeOperation(dependencies),
    createLookup(dependencies),
    ...createCallTools(dependencies),
    createQuery(dependencies, { exportFolder: dependencies.exportFolder }),
    createBatch(dependencies),
    createAccount(dependencies),
  ];
  const resources = createResources(dependencies);
  const prompts = createPrompts(dependencies);
  return {
    fixedTools: new Map(tools.map((tool) => [tool.definition.name, tool])),
    resources,
    prompts,
    complete: createComplete({ prompts, resources }, dependencies),
  };
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
    client: getClient(server, context),
    caller: getCaller(context),
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

/** What the client calls itself: in each request of a 2026 client, from the handshake of an older one. */
function getClient(server: Server, context: ServerContext): Session['client'] {
  const envelope = context.mcpReq.envelope as Readonly<Record<string, Partial<Implementation>>> | undefined;
  const { name, version } = envelope?.[CLIENT_INFO_META_KEY] ?? server.getClientVersion() ?? {};
  return name === undefined ? undefined : { name, version };
}

/** As whom the client was recognised before its request came here. */
function getCaller({ http }: ServerContext): string | undefined {
  return http?.authInfo?.clientId;
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
