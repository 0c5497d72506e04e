/** One HTTP request, top to bottom: place, headers, who asks, whose tenant; then the protocol answers. */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { type AllowedNames, findForeignHeader, type HttpEndpoint } from '../mcp/transports/http.ts';
import type { Admission } from './admission.ts';
import type { Authenticate } from './clients/authenticate.ts';
import { buildMetadata, isMetadataPath } from './clients/metadata.ts';
import type { OAuthSettings } from './clients/schema.ts';
import { answerRefusal, HttpRefusal } from './refusal.ts';
import { type RequestScope, resolveRequestId, runInScope } from './request-scope.ts';
import type { Tenant, Tenants } from './tenants.ts';
import { createTurns } from './turns.ts';

export const ENDPOINT_PATH = '/mcp';

export interface ServedTenant extends Tenant {
  readonly endpoint: HttpEndpoint;
}

/** What /metrics answers. */
export interface MetricsPage {
  readonly contentType: string;
  render(): Promise<string>;
  /** @throws HttpRefusal for whoever may not read it */
  admit(authorization: string | undefined): void;
}

export interface ServiceOptions {
  readonly allowed: AllowedNames;
  readonly authenticate: Authenticate;
  readonly tenants: Tenants<ServedTenant>;
  readonly admission: Admission;
  readonly oauth: OAuthSettings | undefined;
  readonly metrics: MetricsPage;
  readonly log: Logger;
}

export interface Service {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** From now on nothing new is begun, and `/readyz` says so. Resolves when all that runs has ended. */
  drain(): Promise<void>;
}

export function createService(options: ServiceOptions): Service {
  const { allowed, authenticate, tenants, admission, oauth, metrics, log } = options;
  const turns = createTurns();
  let isDraining = false;

  /** Runs within the places there are. @throws HttpRefusal */
  async function withPlace(leave: (() => void) | undefined, run: () => Promise<void>): Promise<void> {
    if (leave === undefined) throw new HttpRefusal(503, 'The server is busy. Try again.', { 'retry-after': '1' });
    try {
      await run();
    } finally {
      leave();
    }
  }

  async function answerProtocol(
    request: IncomingMessage,
    response: ServerResponse,
    scope: RequestScope,
  ): Promise<void> {
    if (isDraining) throw new HttpRefusal(503, 'The server is being stopped. Try again.', { 'retry-after': '1' });
    await withPlace(admission.enter(), async () => {
      const grant = await authenticate(request.headers);
      scope.client = grant.client;
      scope.account = grant.account.name;
      if (request.method !== 'POST') throw new HttpRefusal(405, 'Only POST is answered here.', { allow: 'POST' });
      await withPlace(admission.enterAccount(grant.account.name), () =>
        tenants.use(grant, async ({ endpoint }) => {
          await turns.take(grant.account.name);
          await endpoint.handle(request, response, grant.client);
          // Until the last byte has left, or the client has: an end before that would cut the answer.
          if (!response.writableFinished && !response.destroyed) await once(response, 'close');
        }),
      );
    });
  }

  async function route(request: IncomingMessage, response: ServerResponse, scope: RequestScope): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    // Probes ask by address, and learn nothing but that the server is there.
    if (path === '/healthz') return answer(request, response, { status: 200, body: 'ok' });
    if (path === '/readyz') {
      return answer(request, response, isDraining ? { status: 503, body: 'stopping' } : { status: 200, body: 'ready' });
    }
    const twice = decisiveHeaders.find((name) => (request.headersDistinct[name]?.length ?? 0) > 1);
    if (twice !== undefined) throw new HttpRefusal(400, `There is more than one ${twice} header.`);
    const foreign = findForeignHeader(request.headers, allowed);
    if (foreign !== undefined) throw new HttpRefusal(403, `The ${foreign} header is none that this server answers to.`);
    if (path === ENDPOINT_PATH) return answerProtocol(request, response, scope);
    if (path === '/metrics') {
      metrics.admit(request.headers.authorization);
      return answer(request, response, { status: 200, body: await metrics.render(), type: metrics.contentType });
    }
    if (oauth !== undefined && isMetadataPath(path, oauth)) {
      const body = JSON.stringify(buildMetadata(oauth));
      return answer(request, response, { status: 200, body, type: 'application/json' });
    }
    throw new HttpRefusal(404, `There is nothing here: the protocol is spoken at ${ENDPOINT_PATH}.`);
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const scope: RequestScope = { requestId: resolveRequestId(request.headers['x-request-id']) };
    const started = performance.now();
    response.setHeader('x-request-id', scope.requestId);
    await runInScope(scope, async () => {
      try {
        await route(request, response, scope);
      } catch (error) {
        if (!(error instanceof HttpRefusal)) {
          log.error({ error: { name: error instanceof Error ? error.name : typeof error } }, 'request failed');
        }
        const refusal = error instanceof HttpRefusal ? error : new HttpRefusal(500, 'The server failed.');
        answerRefusal(request, response, refusal);
      }
      const line = { status: response.statusCode, durationMs: Math.round(performance.now() - started) };
      // Probes come every few seconds.
      if (request.url?.startsWith(ENDPOINT_PATH)) log.info(line, 'request answered');
      else log.debug(line, 'request answered');
    });
  }

  return {
    handle: (request, response) => void respond(request, response),
    async drain() {
      isDraining = true;
      await admission.whenIdle();
    },
  };
}

/** Node takes the first of several, where whoever stands in front may have looked at another one. */
const decisiveHeaders = ['host', 'authorization'];

interface Page {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

/** @throws HttpRefusal for a method that does more than look */
function answer(request: IncomingMessage, response: ServerResponse, { status, body, type = 'text/plain' }: Page): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new HttpRefusal(405, 'Only GET is answered here.', { allow: 'GET, HEAD' });
  }
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : body);
}
