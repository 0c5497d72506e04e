/**
 * One configuration of the server over Streamable HTTP, for clients of the 2025 revisions and of 2026-07-28 alike. Each
 * request has a server of its own, and nothing is kept between two; who may come here is decided before (src/http).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import { createServer, type ServerDependencies } from '../server.ts';

export interface HttpEndpoint {
  /**
   * Answers whatever comes: results, JSON-RPC errors, 405, 413 and 415 as the protocol says.
   *
   * @param caller The client by the operator's name for it.
   */
  handle(request: IncomingMessage, response: ServerResponse, caller: string): Promise<void>;
  /** Ends what is still being answered. */
  close(): Promise<void>;
}

export interface HttpEndpointOptions {
  /** Of a request's body; a longer one is answered 413. */
  readonly maxBodyBytes: number;
}

export function createHttpEndpoint(
  dependencies: ServerDependencies,
  { maxBodyBytes: maxRequestBodySize }: HttpEndpointOptions,
): HttpEndpoint {
  // The name only: a protocol error may quote what the client sent.
  const onerror = (error: Error): void => dependencies.log.warn({ error: { name: error.name } }, 'protocol error');
  const handler = createMcpHandler(() => createServer(dependencies), {
    maxRequestBodySize,
    // A stream has a sign of life every 15 seconds, so that no proxy gives up on a call that waits in line.
    responseMode: 'sse',
    onerror,
  });
  const answer = toNodeHandler(handler, { maxRequestBodySize, onerror });
  return {
    handle(request, response, caller) {
      // The kit hands this on as it is. The token itself has no business behind the door.
      const auth = { clientId: caller, token: '', scopes: [] };
      // Node's own type says `undefined` where the kit's says nothing; they mean the same.
      return answer(Object.assign(request, { auth }) as Parameters<typeof answer>[0], response);
    },
    close: () => handler.close(),
  };
}

/** Names without ports; an IPv6 address in brackets. */
export interface AllowedNames {
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
}

/**
 * Against DNS rebinding: a page that a browser was made to load must not reach a server that listens on loopback.
 *
 * @returns which header is not as it must be; undefined when both are. A request without Origin is no browser's.
 */
export function findForeignHeader(
  headers: IncomingMessage['headers'],
  { hosts, origins }: AllowedNames,
): 'Host' | 'Origin' | undefined {
  if (!validateHostHeader(headers.host, [...hosts]).ok) return 'Host';
  if (!validateOriginHeader(headers.origin, [...origins]).ok) return 'Origin';
  return undefined;
}
