/** A door in front of the sandbox: while it is shut, requests wait, so that a call is surely under way. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gate {
  readonly url: string;
  shut(): void;
  open(): void;
  /** Resolves when so many requests wait. */
  whenWaiting(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function createGate(target: string): Promise<Gate> {
  let passage = Promise.withResolvers<void>();
  passage.resolve();
  let waiting = 0;
  const watchers = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    waiting += 1;
    for (const look of watchers) look();
    await passage.promise;
    waiting -= 1;
    const { method = 'GET', url = '/', headers } = request;
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
    const { authorization = '', version = '', 'content-type': type = 'application/json' } = headers;
    const passed = { authorization, version: String(version), 'content-type': type, accept: 'application/json' };
    const answer = await fetch(target + url, { method, body, headers: passed });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut() {
      passage = Promise.withResolvers<void>();
    },
    open: () => passage.resolve(),
    whenWaiting: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (waiting < count) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        passage.resolve();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
