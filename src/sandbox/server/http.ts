/** The sandbox on a socket: receives requests, and sends or withholds answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { PageReply } from '../domain.ts';
import { Refusal } from '../errors.ts';
import type { FaultSource } from '../faults/faults.ts';
import type { Fault } from '../faults/kinds.ts';
import { parseBody, readContent } from './body.ts';
import type { Books } from './books.ts';
import { type LoggedRequest, parseLoggedBody, withoutToken } from './log.ts';
import type { GetPage } from './pages.ts';
import { play } from './play.ts';
import type { Answer, Responder } from './respond.ts';

export interface HttpServerOptions {
  readonly responder: Responder;
  readonly faults: FaultSource;
  readonly books: Books;
  readonly maxBodyBytes: number;
  readonly monotonicClock: () => number;
  createTraceId(): string;
  /** Ends delays when the sandbox closes. */
  readonly signal: AbortSignal;
  readonly getPage: GetPage;
}

export function createHttpServer(options: HttpServerOptions): Server {
  return createServer((request, response) => {
    serve(request, response, options).catch(() => request.socket.destroy());
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, options: HttpServerOptions): Promise<void> {
  const { responder, faults, books, createTraceId, signal } = options;
  const method = request.method ?? 'GET';
  const url = request.url ?? '/';
  if (method === 'OPTIONS') return sendOptions(response);
  const page = options.getPage(method, url);
  if (page !== undefined) return sendPage(response, page);
  const at = options.monotonicClock();
  const traceId = createTraceId();
  const headers = withoutToken(request.headers);
  const entry: LoggedRequest = { method, path: url, headers, traceId, at, status: 0, isProcessed: false };
  let content: Buffer;
  try {
    content = await readContent(request, options.maxBodyBytes);
  } catch (cause) {
    books.receive(entry);
    if (!(cause instanceof Refusal)) throw cause;
    response.shouldKeepAlive = false;
    return send(responder.refuse(cause, traceId));
  }
  books.receive(Object.assign(entry, { body: parseLoggedBody(content) }));

  let fault: Fault | undefined;
  try {
    fault = faults.draw({ method, url, header: getHeader(request, 'x-sandbox-fault') });
  } catch (cause) {
    return send(responder.refuse(new Refusal(400, cause instanceof Error ? cause.message : 'unknown fault'), traceId));
  }
  if (fault !== undefined) entry.fault = fault.kind;
  return play(fault, {
    async process(forced) {
      const answer = await responder.respond({
        // Express answers HEAD as GET without a body.
        method: method === 'HEAD' ? 'GET' : method,
        url,
        version: getHeader(request, 'version'),
        authorization: request.headers.authorization,
        parseBody: () => parseBody(request.headers['content-type'], content),
        traceId,
        forced,
      });
      books.noteOutcome(entry, answer);
      return answer;
    },
    send,
    sendHalf(answer) {
      writeHead(response, answer);
      response.write(answer.content.subarray(0, answer.content.length >> 1), () => request.socket.destroy());
    },
    drop: () => void request.socket.destroy(),
    wait: (ms) => wait(ms, undefined, { signal, ref: false }),
  });

  function send(answer: Answer): void {
    // A client that has given up gets nothing, and the books must not say that it did.
    if (response.destroyed) return;
    books.noteAnswer(entry, answer.status);
    writeHead(response, answer);
    response.end(method === 'HEAD' ? undefined : answer.content);
  }
}

function getHeader(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function writeHead(response: ServerResponse, { status, headers, content }: Answer): void {
  response.writeHead(status, { ...headers, 'Content-Length': content.length });
}

function sendOptions(response: ServerResponse): void {
  response.writeHead(204, { Allow: 'GET,HEAD,PUT,PATCH,POST,DELETE', 'Content-Length': 0 });
  response.end();
}

function sendPage(response: ServerResponse, page: PageReply): void {
  if ('location' in page) response.writeHead(302, { Location: page.location }).end();
  else response.writeHead(page.status, { 'Content-Type': 'text/html; charset=utf-8' }).end(page.html);
}
