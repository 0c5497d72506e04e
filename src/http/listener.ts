/** The socket side: who is slow, idle or too many is let go. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Of the times that a client may take. */
const timeouts = {
  /** To send its headers. */
  headersTimeout: 10_000,
  /** To send the whole request. */
  requestTimeout: 30_000,
  /** Between two requests. Longer than the minute that load balancers commonly keep a connection. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  /** Without a byte in either direction. A stream of ours has a sign of life every 15 seconds, unless nobody reads it. */
  silence: 120_000,
} as const;

export interface ListenOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Connections beyond them are closed at once. */
  readonly maxConnections: number;
  /** Shorter ones than an operator needs, for tests. */
  readonly timeouts?: Partial<Record<keyof typeof timeouts, number>>;
}

export interface Listener {
  /** The address that was bound. */
  readonly url: string;
  /** Takes no more connections, and cuts those that are there. */
  close(): Promise<void>;
}

/** @throws Error when the address cannot be bound */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  { host, port, maxConnections, timeouts: shorter }: ListenOptions,
): Promise<Listener> {
  const { silence, ...others } = { ...timeouts, ...shorter };
  const server = createServer(others, (request, response) => {
    // The kit says "keep-alive" in every stream, also to whoever has said that this is the last request.
    const { socket } = request;
    if (!response.shouldKeepAlive) response.once('finish', () => socket.end());
    handle(request, response);
  });
  server.maxConnections = maxConnections;
  server.timeout = silence;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: formatUrl(server), close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function formatUrl(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
