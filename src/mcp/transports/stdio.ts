/** Serves one client over stdin and stdout, of the 2025 revisions and of 2026-07-28 alike. */
import type { Readable, Writable } from 'node:stream';
import { type StdioServerHandle, StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Logger } from 'pino';
import { createServer, type ServerDependencies } from '../server.ts';
import { Utf8Lines } from './utf8-lines.ts';

/** Room for an upload of 100 MB as base64 in one message. */
const MAX_MESSAGE_BYTES = 150_000_000;

export interface StdioStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
}

/** Starts serving; ends by itself when the client closes its end of the pipe. */
export function serveOverStdio(
  dependencies: ServerDependencies,
  streams: StdioStreams = { stdin: process.stdin, stdout: process.stdout },
): StdioServerHandle {
  const { log } = dependencies;
  const lines = new Utf8Lines(() => {
    log.warn('dropped a protocol line that was not UTF-8');
    streams.stdout.write(`${JSON.stringify(notUtf8)}\n`);
  });
  const transport = new StdioServerTransport(streams.stdin.pipe(lines), streams.stdout, {
    maxBufferSize: MAX_MESSAGE_BYTES,
  });
  return serveStdio(() => createServer(dependencies), { transport, onerror: (error) => logProtocolError(log, error) });
}

/** JSON-RPC's answer to something that could not be read: it belongs to no request, hence the null id. */
const notUtf8 = {
  jsonrpc: '2.0',
  id: null,
  error: { code: -32700, message: 'Parse error: the line was not valid UTF-8. It was dropped and nothing was sent.' },
};

/** The name only: a protocol error may quote what the client sent. */
function logProtocolError(log: Logger, error: Error): void {
  log.warn({ error: { name: error.name } }, 'protocol error');
}
