/** The built server as an HTTP server in a process of its own, with real clients of every generation. */
import type { ChildProcess } from 'node:child_process';
import { request as sendRequest } from 'node:http';
import { createInterface } from 'node:readline';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { type Generation, parseToolResult, serverScript, type ToolResult } from './mcp-clients.ts';
import { startNode } from './processes.ts';

export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

export interface HttpProcess {
  readonly child: ChildProcess;
  /** Of the endpoint. */
  readonly url: string;
  readonly lines: readonly LogLine[];
  /** Resolves with the first such line, from the start on. */
  whenLogged(wanted: Partial<LogLine>): Promise<LogLine>;
  /** The exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<number | null>;
}

/**
 * Starts `serve` on a free port; `environment` is all the process sees besides PATH, HOME and a state in memory.
 *
 * @param script Another server that says so when it serves.
 */
export async function startHttpProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  script = serverScript,
): Promise<HttpProcess> {
  const child = startNode([script, 'serve', '--port', '0', ...args], {
    environment: { HIGHLEVEL_STATE: 'memory', HIGHLEVEL_TIME_ZONE: 'UTC', ...environment },
  });
  child.stdout.resume();
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const lines: LogLine[] = [];
  const waiting: (() => void)[] = [];
  createInterface({ input: child.stderr }).on('line', (text) => {
    const line = (text.startsWith('{') ? JSON.parse(text) : { msg: text }) as LogLine;
    lines.push(line);
    for (const look of [...waiting]) look();
  });
  const whenLogged = (wanted: Partial<LogLine>): Promise<LogLine> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = lines.find((line) => Object.entries(wanted).every(([name, value]) => line[name] === value));
        if (found !== undefined) resolve(found);
      };
      waiting.push(look);
      look();
    });
  const failed = ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${JSON.stringify(lines)}`)));
  failed.catch(() => {});
  const { url } = await Promise.race([whenLogged({ msg: 'serving' }), failed]);
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  return { child, url: String(url), lines, whenLogged, ended, stop };
}

export interface HttpClientOptions {
  readonly generation?: Generation;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer to whatever is asked. Absent: a client that cannot ask. */
  readonly answer?: { readonly action: 'accept' | 'decline'; readonly content?: Readonly<Record<string, boolean>> };
}

export interface HttpClient {
  readonly client: Client;
  call(name: string, args?: Record<string, unknown>): Promise<ToolResult>;
}

export async function connectHttp(url: string, options: HttpClientOptions = {}): Promise<HttpClient> {
  const { generation = 'modern', headers = {}, answer } = options;
  const identity = { name: 'test-client', version: '1.0.0' };
  const capabilities = answer === undefined ? {} : { elicitation: {} };
  const transportOptions = { requestInit: { headers } };
  const client =
    generation === 'v1'
      ? (new OldClient(identity) as unknown as Client)
      : new Client(identity, {
          capabilities,
          versionNegotiation: { mode: generation === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
        });
  if (answer !== undefined) client.setRequestHandler('elicitation/create', (async () => answer) as never);
  await client.connect(
    generation === 'v1'
      ? (new OldTransport(new URL(url), transportOptions) as never)
      : new StreamableHTTPClientTransport(new URL(url), transportOptions),
  );
  return {
    client,
    call: async (name, args = {}) => parseToolResult(await client.callTool({ name, arguments: args })),
  };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** One request in every detail, on a connection of its own: what `fetch` does not let one say. */
export function sendRaw(
  url: string,
  {
    body,
    ...options
  }: { method?: string; headers?: Readonly<Record<string, string>>; body?: string | Uint8Array } = {},
): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const request = sendRequest(url, { agent: false, ...options }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => {
      const { statusCode = 0, headers } = response;
      resolve({ status: statusCode, headers, body: Buffer.concat(chunks).toString() });
    });
  });
  request.on('error', reject);
  request.end(body);
  return promise;
}

/** A call of the 2025 revisions, as it is on the wire. */
export function buildCall(name: string, args: Record<string, unknown> = {}) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }),
  };
}
