/** A network between a store and its Redis that can lose an answer, or fail altogether. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Proxy {
  readonly url: string;
  /** How many connections were made so far. */
  readonly connections: number;
  /**
   * Redis gets the next message that contains this and answers it; the answer is lost with the connection. Meanwhile
   * things may happen.
   */
  loseAnswerTo(text: string, meanwhile?: () => Promise<void>): void;
  /** Breaks all connections and takes no new ones, until `mend`. */
  fail(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startProxy(redisPort: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let isBroken = false;
  let connections = 0;
  let wanted: { readonly text: string; readonly meanwhile: () => Promise<void> } | undefined;

  const server = createServer((near) => {
    connections += 1;
    if (isBroken) return near.destroy();
    const far = connect(redisPort, '127.0.0.1');
    let meanwhile: (() => Promise<void>) | undefined;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (chunk) => {
      if (wanted !== undefined && chunk.includes(wanted.text)) {
        meanwhile = wanted.meanwhile;
        wanted = undefined;
      }
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (meanwhile === undefined) near.write(chunk);
      else void meanwhile().finally(() => near.destroy());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;

  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    get connections() {
      return connections;
    },
    loseAnswerTo(text, meanwhile = async () => {}) {
      wanted = { text, meanwhile };
    },
    fail() {
      isBroken = true;
      breakAll();
    },
    mend() {
      isBroken = false;
    },
    async close() {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}
