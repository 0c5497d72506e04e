/** Real MCP clients on a real server process, one per generation of the protocol. */
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { launchOverStdio } from './processes.ts';
import { recordError } from './run.ts';

export const serverScript: string = fileURLToPath(new URL('../../dist/highlevel-mcp.js', import.meta.url));

export interface ToolResult {
  readonly isError: boolean;
  /** The text block, parsed: every text this server sends is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of many operations, looked into field by field
  readonly body: any;
  readonly structured: unknown;
  readonly blocks: readonly { readonly type: string }[];
}

export interface Connection {
  listTools(): Promise<readonly ListedTool[]>;
  call(name: string, args?: Record<string, unknown>): Promise<ToolResult>;
  readonly instructions: string | undefined;
  /** For whatever else a client can ask. The previous SDK's client has the same methods as far as they are used here. */
  readonly client: Client;
  close(): Promise<void>;
}

export interface ListedTool {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly inputSchema: Record<string, unknown>;
  readonly annotations?: Record<string, unknown> | undefined;
}

/** `modern` speaks 2026-07-28, `legacy` the 2025 handshake, `v1` is the previous SDK's client. */
export type Generation = 'modern' | 'legacy' | 'v1';

export interface ConnectOptions {
  readonly generation?: Generation;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The name the client gives itself. */
  readonly clientName?: string;
}

/** Starts the built server and connects to it. */
export async function connect(options: ConnectOptions = {}): Promise<Connection> {
  const { generation = 'modern', args = [], environment = {}, clientName = 'test-client' } = options;
  const launch = {
    command: process.execPath,
    args: [serverScript, ...args],
    environment: {
      HIGHLEVEL_LOG_LEVEL: 'debug',
      HIGHLEVEL_STATE: 'memory',
      HIGHLEVEL_CONFIRM: 'off',
      HIGHLEVEL_TIME_ZONE: 'UTC',
      ...environment,
    },
  };
  const identity = { name: clientName, version: '1.0.0' };
  const client =
    generation === 'v1'
      ? new OldClient(identity)
      : new Client(identity, {
          versionNegotiation: { mode: generation === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
        });
  // Two generations of one class, alike in all that is used here.
  const common = client as Client;
  await common.connect(
    generation === 'v1' ? (launchOverStdio(launch, OldTransport) as never) : launchOverStdio(launch),
  );
  return {
    listTools: async () => (await common.listTools()).tools as unknown as ListedTool[],
    call: async (name, callArgs = {}) => parseToolResult(await common.callTool({ name, arguments: callArgs })),
    instructions: common.getInstructions(),
    client: common,
    close: () => common.close(),
  };
}

/** What a tool call answered, whichever client it came through. */
export function parseToolResult(result: unknown): ToolResult {
  const {
    isError = false,
    content = [],
    structuredContent,
  } = result as {
    isError?: boolean;
    content?: { type: string; text?: string }[];
    structuredContent?: unknown;
  };
  const text = content.find((block) => block.type === 'text')?.text ?? 'null';
  const body = JSON.parse(text);
  if (isError) recordError(body.error ? { message: body.error.message, advice: body.error.advice } : text);
  return { isError, body, structured: structuredContent, blocks: content };
}
