/** Serves one client over stdin and stdout, of the 2025 revisions and of 2026-07-28 alike. */
import type { Readable, Writable } from 'node:stream';
import { type StdioServerHandle, StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Logger } from 'pino';
import { createServer, type ServerDependencies } from '../server.ts';
import { type LineFault, Utf8Lines } from './utf8-lines.ts';

/** Room for the largest upload that HighLevel takes (50 MiB) as base64 in one message. */
const MAX_MESSAGE_BYTES = 80_000_000;

export interface StdioStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
}

/**
 * Starts serving.
 *
 * @param onClientGone Called once when the client has closed either end of the pipe: one that no longer listens
 *   has left, even if it goes on holding the other end open.
 */
export function serveOverStdio(
  dependencies: ServerDependencies,
  onClientGone: () => void,
  streams: StdioStreams = { stdin: process.stdin, stdout: process.stdout },
): StdioServerHandle {
  const { log } = dependencies;
  const lines = new Utf8Lines({
    maxBytes: MAX_MESSAGE_BYTES,
    onDropped: (fault) => {
      log.warn({ fault }, 'dropped a protocol line');
      streams.stdout.write(`${JSON.stringify(describeDrop(fault))}\n`);
    },
  });
  const transport = new StdioServerTransport(streams.stdin.pipe(lines), streams.stdout, {
    // Lines of the largest size that arrive back to back.
    maxBufferSize: 2 * MAX_MESSAGE_BYTES,
  });
  // Answers that wait for a full pipe to drain listen each for itself; as many may wait as calls are made at once.
  streams.stdout.setMaxListeners(0);
  streams.stdin.once('end', onClientGone);
  streams.stdout.on('error', onClientGone);
  return serveStdio(() => createServer(dependencies), { transport, onerror: (error) => logProtocolError(log, error) });
}

/** JSON-RPC's answer to something that could not be read: it belongs to no request, hence the null id. */
function describeDrop(fault: LineFault): object {
  const what = fault === 'not-utf8' ? 'was not valid UTF-8' : `was longer than ${MAX_MESSAGE_BYTES} bytes`;
  const message = `Parse error: the line ${what}. It was dropped and nothing was sent.`;
  return { jsonrpc: '2.0', id: null, error: { code: -32700, message } };
}

/** The name only: a protocol error may quote what the client sent. */
function logProtocolError(log: Logger, error: Error): void {
  log.warn({ error: { name: error.name } }, 'protocol error');
}
