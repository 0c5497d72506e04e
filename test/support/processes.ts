/** Processes of tests, by whichever way they start. What they log is kept, to be looked through when the run ends. */
import {
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
  type ForkOptions,
  fork,
  spawn,
  spawnSync,
} from 'node:child_process';
import { once } from 'node:events';
import type { Stream } from 'node:stream';
import { text } from 'node:stream/consumers';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { StdioClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { home, recordLog, registerSecrets } from './run.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ProcessOptions {
  /** All it sees, besides PATH and a HOME of the run's own. */
  readonly environment?: Environment;
  readonly cwd?: string;
  /** Whether people see at once what it writes to stderr. */
  readonly isHeard?: boolean;
}

export interface Ended {
  /** `null` for what was killed, or could not be started. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function startProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions = {},
): ChildProcessWithoutNullStreams {
  const { environment, cwd, isHeard = false } = options;
  const child = spawn(command, args, { env: buildEnvironment(environment), cwd });
  keepLog(child.stderr);
  if (isHeard) child.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  return child;
}

export function startNode(args: readonly string[], options?: ProcessOptions): ChildProcessWithoutNullStreams {
  return startProcess(process.execPath, args, options);
}

/** What it says until it ends, while other things go on. */
export async function hearOut(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}

/** Starts a script of a test's own that talks with it in messages. */
export function forkNode(script: URL, args: readonly string[] = [], options: ForkOptions = {}): ChildProcess {
  const child = fork(script, args, { ...options, env: buildEnvironment(), silent: true });
  keepLog(child.stderr);
  child.stdout?.resume();
  return child;
}

export interface RunOptions extends Omit<ProcessOptions, 'isHeard'> {
  /** What it reads from stdin. */
  readonly input?: string;
}

/** Starts it and waits for its end. */
export function runProcess(command: string, args: readonly string[], options: RunOptions = {}): Ended {
  const { environment, cwd, input } = options;
  const settings = { env: buildEnvironment(environment), cwd, input, encoding: 'utf8', maxBuffer: 1e8 } as const;
  const { status, stdout, stderr } = spawnSync(command, args, settings);
  recordLog(nameLog(), stderr ?? '');
  return { code: status, stdout, stderr };
}

export function runNode(args: readonly string[], options?: RunOptions): Ended {
  return runProcess(process.execPath, args, options);
}

export interface Launch {
  readonly command: string;
  readonly args?: readonly string[];
  readonly environment?: Environment;
  readonly cwd?: string;
}

/** How an MCP client starts a server. @param Transport of the client's generation */
export function launchOverStdio(launch: Launch, Transport?: typeof StdioClientTransport): StdioClientTransport;
export function launchOverStdio(launch: Launch, Transport: typeof OldTransport): OldTransport;
export function launchOverStdio(
  { command, args = [], environment, cwd }: Launch,
  Transport: typeof StdioClientTransport | typeof OldTransport = StdioClientTransport,
): StdioClientTransport | OldTransport {
  const env = buildEnvironment(environment);
  const transport = new Transport({ command, args: [...args], env, stderr: 'pipe', ...(cwd !== undefined && { cwd }) });
  keepLog(transport.stderr);
  return transport;
}

const secretVariable = /(TOKEN|SECRET|KEY)$/;
/** Shorter ones are words, which stand in texts that have nothing to do with them. */
const SECRET_LENGTH = 8;

function buildEnvironment(environment: Environment = {}): Record<string, string> {
  const { PATH = '' } = process.env;
  const given = Object.entries({ PATH, HOME: home, ...environment }).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  // What a test passes on from around it is none of its own.
  const own = given.filter(([name, value]) => process.env[name] !== value);
  const secrets = own.filter(([name, value]) => secretVariable.test(name) && value.length >= SECRET_LENGTH);
  registerSecrets(secrets.map(([, value]) => value));
  return Object.fromEntries(given);
}

function keepLog(stream: Stream | null): void {
  const name = nameLog();
  stream?.on('data', (chunk: Buffer) => recordLog(name, chunk));
}

let logs = 0;

function nameLog(): string {
  logs += 1;
  return `${process.pid}-${logs}`;
}
