/** A real redis-server in a folder and on a port of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RedisServer {
  /** For HIGHLEVEL_STATE. */
  readonly url: string;
  readonly port: number;
  /** Ends it; it can be started again on the same port and folder. */
  halt(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
  /** Ends it (by default without warning) and starts it again. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** As the README asks for: what was confirmed is on the disk. */
const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''] as const;

/** False, with a plain line, where there is none to start. */
export function hasRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('no redis-server on the PATH: its tests are skipped\n');
    return false;
  }
}

/** @param settings Instead of the durable ones, as on the command line of redis-server. */
export async function startRedis(settings: readonly string[] = durable): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'highlevel-redis-'));
  const port = await findFreePort();
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    const started = spawn('redis-server', [...where, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    await new Promise<void>((resolve, reject) => {
      started.once('error', reject);
      started.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
      started.stdout?.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections')) resolve();
      });
    });
  }

  async function halt(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}/0`,
    port,
    start,
    halt,
    async restart(signal) {
      await halt(signal);
      await start();
    },
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
