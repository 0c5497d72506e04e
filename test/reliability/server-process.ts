/** A real server process under a real MCP client, that can be killed without warning. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Client, type RequestOptions } from '@modelcontextprotocol/client';
import { parseToolResult, serverScript, type ToolResult } from '../support/mcp-clients.ts';
import { launchOverStdio } from '../support/processes.ts';

export interface ServerProcess {
  readonly pid: number;
  /** @throws when the process dies before it answers, or the call is called off */
  call(
    tool: string,
    args: Readonly<Record<string, unknown>>,
    options?: Pick<RequestOptions, 'signal' | 'onprogress'>,
  ): Promise<ToolResult>;
  /** Resolves at the next line of its log that matches. */
  waitForLog(pattern: RegExp): Promise<void>;
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the client has noticed. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Longer than any deadline that a scenario gives its servers. */
const REQUEST_TIMEOUT_MS = 900_000;

/** Starts the built server with these settings and nothing else of the environment. */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const transport = launchOverStdio({
    command: process.execPath,
    args: [serverScript, '--tools', 'all'],
    environment: { HIGHLEVEL_LOG_LEVEL: 'error', ...environment },
  });
  const log = createInterface({ input: transport.stderr as Readable });
  // What nobody waits for is still for people to see, but for the lines that say that all is well.
  log.on('line', (line) => !line.includes('"level":30') && process.stderr.write(`${line}\n`));
  const client = new Client(
    { name: 'reliability', version: '1' },
    { versionNegotiation: { mode: { pin: '2026-07-28' } } },
  );
  const gone = Promise.withResolvers<void>();
  await client.connect(transport);
  client.onclose = () => gone.resolve();
  return {
    pid: transport.pid ?? 0,
    async call(name, args, options = {}) {
      const patient = { timeout: REQUEST_TIMEOUT_MS, ...options };
      return parseToolResult(await client.callTool({ name, arguments: { ...args } }, patient));
    },
    waitForLog(pattern) {
      return new Promise((resolve) => {
        const look = (line: string) => {
          if (!pattern.test(line)) return;
          log.off('line', look);
          resolve();
        };
        log.on('line', look);
      });
    },
    async kill() {
      process.kill(transport.pid ?? 0, 'SIGKILL');
      await gone.promise;
    },
    close: () => client.close(),
  };
}
