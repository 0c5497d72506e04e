/** A real Redis (or Valkey) of a test's own: started, stopped, killed and started again on the same port and folder. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { runProcess, startProcess } from './processes.ts';
import { createFolder } from './run.ts';

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Starts it again, with other arguments behind the usual ones if they are given; ready when this resolves. */
  start(extraArguments?: readonly string[]): Promise<void>;
  /** Lets it finish its work. */
  stop(): Promise<void>;
  /** As a power cut would, but for the caches of the operating system. */
  kill(): Promise<void>;
  /** It goes on holding its connections and answers nothing, until `resume`. */
  freeze(): void;
  resume(): void;
  /** Ends it for good. Its folder stays: all that it was ever told is in the file that it appends to. */
  remove(): Promise<void>;
}

export interface RedisServerOptions {
  /** Behind `--appendonly yes --appendfsync always --save ''`, which they override. */
  readonly extraArguments?: readonly string[];
  /** Default: a free one. */
  readonly port?: number;
}

const PROGRAM = ['redis-server', 'valkey-server'].find((name) => runProcess(name, ['--version']).code === 0);
/** After this, a server that was asked to stop is made to. */
const STOP_MS = 5_000;

/** Whether there is one on this machine. Says so once where there is none, so that nobody takes skipped for passed. */
export const hasRedis = PROGRAM !== undefined;
if (!hasRedis) console.log('No redis-server on the PATH: the tests on Redis are skipped.');

export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  const folder = createFolder('redis');
  const port = options.port ?? (await findFreePort());
  let child: ChildProcess | undefined;
  const killAtExit = () => child?.kill('SIGKILL');
  process.on('exit', killAtExit);

  async function start(extraArguments = options.extraArguments ?? []): Promise<void> {
    const usual = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always'];
    const started = startProcess(PROGRAM ?? 'redis-server', [...usual, ...durable, ...extraArguments]);
    child = started;
    const lines: string[] = [];
    for await (const line of createInterface({ input: started.stdout })) {
      lines.push(line);
      if (!line.includes('Ready to accept connections')) continue;
      // Read on, or it would stand still when the pipe is full.
      started.stdout.resume();
      return;
    }
    throw new Error(`Redis ended at once:\n${lines.join('\n')}`);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill('SIGCONT');
    ending.kill(signal);
    const impatience = setTimeout(() => ending.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(impatience);
  }

  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async remove() {
      await end('SIGKILL');
      process.off('exit', killAtExit);
    },
  };
}

/** A crash, and what comes after it. */
export async function killAndStart(redis: RedisServer): Promise<void> {
  await redis.kill();
  await redis.start();
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
