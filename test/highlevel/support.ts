/** Real sockets to test against: the network is the only thing that is faked here. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import type { Operation } from '../../src/catalogue/operation.ts';
import {
  createHighLevelClient,
  type HighLevelClient,
  type HighLevelClientOptions,
} from '../../src/highlevel/client.ts';
import { HighLevelError } from '../../src/highlevel/errors/index.ts';
import { recordError } from '../support/run.ts';

export const token = 'pit-sandbox-00000000-0000-4000-8000-000000000001';

export interface RecordedRequest {
  readonly method: string;
  /** Exactly as it stood in the request line. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Recorder {
  readonly url: string;
  readonly requests: RecordedRequest[];
}

type Responder = (response: ServerResponse, request: RecordedRequest) => void;

export function answerJson(value: unknown, status = 200, headers: Record<string, string> = {}): Responder {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };
}

/** A listener that keeps every request it receives and answers as told. Closed when the test ends. */
export async function startRecorder(respond: Responder = answerJson({})): Promise<Recorder> {
  const requests: RecordedRequest[] = [];
  const server = createHttpServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks) };
      requests.push(request);
      respond(response, request);
    });
  });
  const url = await listen(server);
  onTestFinished(() => server.closeAllConnections());
  return { url, requests };
}

/** A listener below HTTP, for answers that break the rules. `received` is what each connection sent. */
export async function startTcpServer(onData: (socket: Socket, received: string) => void) {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    const index = received.push('') - 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      received[index] += chunk.toString('latin1');
      onData(socket, received[index] ?? '');
    });
  });
  const url = await listen(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  /** Takes no more connections. */
  const stop = (): void => void server.close();
  return { url, received, stop };
}

/** A port on which nothing listens. */
export async function findClosedPort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function createTestClient(baseUrl: string, options: Partial<HighLevelClientOptions> = {}): HighLevelClient {
  const client = createHighLevelClient({ ...(options.tokens === undefined && { token }), baseUrl, ...options });
  onTestFinished(() => {
    void client.close();
  });
  return client;
}

export function defineOperation(facts: Partial<Operation> = {}): Operation {
  return {
    method: 'GET',
    path: '/things/',
    version: '2021-07-28',
    source: 'v2',
    security: ['bearer'],
    scopes: ['things.readonly'],
    places: {},
    body: 'none',
    answer: 'json',
    success: 200,
    input: () => z.object({}),
    ...facts,
  };
}

/** The error that a call ends with. Fails the test when it does not end with one of ours. */
export async function catchError(call: Promise<unknown>): Promise<HighLevelError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof HighLevelError)) throw new Error('expected a HighLevelError', { cause: outcome });
  recordError({ message: outcome.message, advice: outcome.advice });
  return outcome;
}
