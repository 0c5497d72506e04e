/**
 * A server process spoken to in raw JSON-RPC lines, for what a client library hides: exact timing, broken
 * input, exit codes. Everything else uses a real MCP client.
 */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startNode } from './processes.ts';
import { recordError } from './run.ts';

export interface JsonRpcAnswer {
  readonly id: number | string | null;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

export class StdioProcess {
  readonly child: ChildProcess;
  stderr = '';
  #nextId = 1;
  readonly #waiting = new Map<number | string | null, PromiseWithResolvers<JsonRpcAnswer>>();

  /** Starts `node <script> <args>`; `environment` is all the process sees besides PATH, HOME and a state in memory, unconfirmed. */
  constructor(script: string, args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) {
    this.child = startNode([script, ...args], {
      environment: {
        HIGHLEVEL_STATE: 'memory',
        HIGHLEVEL_CONFIRM: 'off',
        HIGHLEVEL_TIME_ZONE: 'UTC',
        ...environment,
      },
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    createInterface({ input: this.child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const answer = JSON.parse(line) as JsonRpcAnswer;
      if (answer.error !== undefined) recordError(answer.error.message);
      this.#waiting.get(answer.id)?.resolve(answer);
      this.#waiting.delete(answer.id);
    });
    this.child.once('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`exited with ${code}: ${this.stderr}`));
    });
  }

  /** Sends a request and gives its answer, result or error. */
  request(method: string, params: Record<string, unknown> = {}): Promise<JsonRpcAnswer> {
    const id = this.#nextId++;
    const answer = this.answerTo(id);
    this.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    return answer;
  }

  /** The next answer with this id; `null` is what a server uses for lines it could not read. */
  answerTo(id: number | null): Promise<JsonRpcAnswer> {
    const answer = Promise.withResolvers<JsonRpcAnswer>();
    this.#waiting.set(id, answer);
    return answer.promise;
  }

  /** Performs the handshake of the 2025 revisions. */
  async initialize(): Promise<JsonRpcAnswer> {
    const answer = await this.request('initialize', {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    });
    this.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
    return answer;
  }

  write(bytes: string | Uint8Array): void {
    this.child.stdin?.write(bytes);
  }

  /** Closes its stdin, as a client that leaves does, and gives the exit code. */
  end(): Promise<number | null> {
    return new Promise((resolve) => {
      if (this.child.exitCode !== null) resolve(this.child.exitCode);
      else this.child.once('exit', (code) => resolve(code));
      this.child.stdin?.end();
    });
  }
}
