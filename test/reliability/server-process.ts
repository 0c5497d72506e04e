/** A real server process under a real MCP client, that can be killed without warning. */
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { parseToolResult, serverScript, type ToolResult } from '../support/mcp-clients.ts';

export interface ServerProcess {
  /** @throws when the process dies before it answers */
  call(tool: string, args: Readonly<Record<string, unknown>>): Promise<ToolResult>;
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the client has noticed. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Longer than any deadline that a scenario gives its servers. */
const REQUEST_TIMEOUT_MS = 900_000;

/** Starts the built server with these settings and nothing else of the environment. */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [serverScript, '--tools', 'all'],
    env: { PATH, HOME, HIGHLEVEL_LOG_LEVEL: 'error', ...environment },
  });
  const client = new Client(
    { name: 'reliability', version: '1' },
    { versionNegotiation: { mode: { pin: '2026-07-28' } } },
  );
  const gone = Promise.withResolvers<void>();
  await client.connect(transport);
  client.onclose = () => gone.resolve();
  return {
    async call(name, args) {
      const options = { timeout: REQUEST_TIMEOUT_MS };
      return parseToolResult(await client.callTool({ name, arguments: { ...args } }, options));
    },
    async kill() {
      process.kill(transport.pid ?? 0, 'SIGKILL');
      await gone.promise;
    },
    close: () => client.close(),
  };
}
