/** The sandbox on a socket: receives requests, plays the faults, sends answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../errors.ts';
import type { Fault, FaultSource } from '../faults/faults.ts';
import { tooManyRequests } from '../gate/gate.ts';
import { parseBody, readContent } from './body.ts';
import { addToLog, type LoggedRequest, parseLoggedBody, withoutToken } from './log.ts';
import type { Answer, Responder } from './respond.ts';

export interface HttpServerOptions {
  readonly responder: Responder;
  readonly faults: FaultSource;
  readonly log: LoggedRequest[];
  readonly maxBodyBytes: number;
  createTraceId(): string;
  /** Ends delays when the sandbox closes. */
  readonly signal: AbortSignal;
}

export function createHttpServer(options: HttpServerOptions): Server {
  return createServer((request, response) => {
    serve(request, response, options).catch(() => request.socket.destroy());
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, options: HttpServerOptions): Promise<void> {
  const { responder, faults, log, createTraceId, signal } = options;
  const method = request.method ?? 'GET';
  const url = request.url ?? '/';
  if (method === 'OPTIONS') return sendOptions(response);
  const traceId = createTraceId();
  const headers = withoutToken(request.headers);
  const entry: LoggedRequest = { method, path: url, headers, traceId, status: 0, isProcessed: false };
  let content: Buffer;
  try {
    content = await readContent(request, options.maxBodyBytes);
  } catch (cause) {
    addToLog(log, entry);
    if (!(cause instanceof Refusal)) throw cause;
    response.shouldKeepAlive = false;
    return send(response, responder.refuse(cause, traceId), { entry, method });
  }
  const logged: LoggedRequest = Object.assign(entry, { body: parseLoggedBody(content) });
  addToLog(log, logged);

  let fault: Fault | undefined;
  try {
    fault = faults.draw({ method, url, header: getHeader(request, 'x-sandbox-fault') });
  } catch (cause) {
    const refusal = new Refusal(400, cause instanceof Error ? cause.message : 'unknown fault');
    return send(response, responder.refuse(refusal, traceId), { entry: logged, method });
  }
  if (fault !== undefined) logged.fault = fault.kind;
  if (fault?.kind === 'delay') await wait(fault.delayMs, undefined, { signal, ref: false });
  if (fault?.kind === 'drop-before') return drop(request);
  const answer = await responder.respond({
    // Express answers HEAD as GET without a body.
    method: method === 'HEAD' ? 'GET' : method,
    url,
    version: getHeader(request, 'version'),
    authorization: request.headers.authorization,
    parseBody: () => parseBody(request.headers['content-type'], content),
    traceId,
    forced: fault && getForcedRefusal(fault),
  });
  logged.isProcessed = answer.isProcessed;
  if (answer.key !== undefined) logged.key = answer.key;
  if (answer.error !== undefined) logged.error = answer.error;
  if (fault?.kind === 'drop-after') return drop(request);
  if (fault?.kind === 'truncate') return sendHalf(request, response, answer);
  return send(response, answer, { entry: logged, method });
}

function getForcedRefusal({ kind }: Fault): Refusal | undefined {
  if (kind === '429') return tooManyRequests();
  return kind === '500' ? new Refusal(500, 'Internal server error') : undefined;
}

function getHeader(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function send(
  response: ServerResponse,
  answer: Answer,
  { entry, method }: { entry: LoggedRequest; method: string },
): void {
  entry.status = answer.status;
  writeHead(response, answer);
  response.end(method === 'HEAD' ? undefined : answer.content);
}

function writeHead(response: ServerResponse, { status, headers, content }: Answer): void {
  response.writeHead(status, { ...headers, 'Content-Length': content.length });
}

/** All headers and half of the content, then the connection breaks. */
function sendHalf(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  writeHead(response, answer);
  response.write(answer.content.subarray(0, answer.content.length >> 1), () => request.socket.destroy());
}

function drop(request: IncomingMessage): void {
  request.socket.destroy();
}

function sendOptions(response: ServerResponse): void {
  response.writeHead(204, { Allow: 'GET,HEAD,PUT,PATCH,POST,DELETE', 'Content-Length': 0 });
  response.end();
}
