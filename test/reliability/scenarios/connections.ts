/** A crowd that opens connections and says nothing, or the beginning of something, beside a client that works. */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildCall, sendRaw, startHttpProcess } from '../../support/http-process.ts';
import { readResidentMb } from '../../support/process-usage.ts';

export interface ConnectionsReport {
  readonly connections: number;
  /** That the server kept open, beside the one of the client that works. */
  readonly held: number;
  /** That it closed at once. */
  readonly refused: number;
  /** Calls of the client that works, on the connection it had before, while all places were taken. */
  readonly calls: number;
  readonly errors: number;
  /** Memory of the server in MB: before, and the most while they were there. */
  readonly beforeMb: number;
  readonly mostMb: number;
  /** Until the server had cut all of them that it held; NaN when they left by themselves. */
  readonly cutSeconds: number;
  /** Whether a client that was not there before is served afterwards. */
  readonly isServedAfterwards: boolean;
}

export interface ConnectionsOptions {
  readonly connections: number;
  readonly maxConnections: number;
  readonly calls: number;
  /** Whether they stay until the server cuts them, which takes it ten seconds or more. */
  readonly untilCut: boolean;
}

/** The limit of open files of this process and of the server's has to be above the connections: `ulimit -n`. */
export async function runConnections(options: ConnectionsOptions): Promise<ConnectionsReport> {
  const { connections, maxConnections } = options;
  const server = await startHttpProcess(['--sandbox', '--max-connections', String(maxConnections)]);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const port = Number(new URL(server.url).port);
  const readMb = (): number => readResidentMb(server.child.pid);
  try {
    await isServed(server.url, agent);
    const beforeMb = readMb();
    let mostMb = beforeMb;
    const crowd = new Crowd(port);
    await crowd.open(connections);
    // One place is the client's.
    await crowd.whenClosed(connections - (maxConnections - 1));
    let errors = 0;
    for (let count = 0; count < options.calls; count += 1) {
      if (!(await isServed(server.url, agent))) errors += 1;
      mostMb = Math.max(mostMb, readMb());
    }
    const refused = crowd.closed;
    const started = performance.now();
    if (options.untilCut) await crowd.whenClosed(connections);
    const cutSeconds = options.untilCut ? (performance.now() - started) / 1_000 : Number.NaN;
    await crowd.leave();
    agent.destroy();
    const { status } = await sendRaw(server.url, buildCall('account'));
    const held = connections - refused;
    const memory = { beforeMb, mostMb };
    const facts = { connections, held, refused, calls: options.calls, errors };
    return { ...facts, ...memory, cutSeconds, isServedAfterwards: status === 200 };
  } finally {
    agent.destroy();
    await server.stop();
  }
}

/** Every second one says nothing at all, the others begin a request that they never end. */
class Crowd {
  closed = 0;
  readonly #port: number;
  readonly #sockets: Socket[] = [];
  readonly #watchers = new Set<() => void>();

  constructor(port: number) {
    this.#port = port;
  }

  async open(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const socket = connect(this.#port, '127.0.0.1');
      this.#sockets.push(socket);
      if (index % 2 === 0) socket.write('POST /mcp HTTP/1.1\r\nhost: localhost\r\n');
      // Whoever is let go may hear of it by an error first.
      socket.on('error', () => {});
      socket.on('close', () => {
        this.closed += 1;
        for (const look of this.#watchers) look();
      });
      socket.resume();
      // The line of those who wait to be let in is short.
      if (index % 100 === 0) await once(socket, 'connect').catch(() => {});
    }
  }

  whenClosed(count: number): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.closed < count) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  async leave(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.whenClosed(this.#sockets.length);
  }
}

async function isServed(url: string, agent: Agent): Promise<boolean> {
  const { method, headers, body } = buildCall('account');
  try {
    const [response] = await once(request(url, { method, headers, agent }).end(body), 'response');
    return response.statusCode === 200 && (await text(response)).includes('configured');
  } catch {
    return false;
  }
}
