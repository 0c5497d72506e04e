/** When a request is begun, and when it has ended: places are taken from the one until the other. */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { createAdmission } from '../../src/http/admission.ts';
import { createOpenAccess } from '../../src/http/clients/authenticate.ts';
import { type ListenOptions, listen } from '../../src/http/listener.ts';
import { loopbackNames } from '../../src/http/loopback.ts';
import { createService } from '../../src/http/service.ts';
import { createTenants } from '../../src/http/tenants.ts';
import type { HttpEndpoint } from '../../src/mcp/transports/http.ts';
import { createTestLog } from '../support/in-memory.ts';

/** More than the sockets of a machine hold between two processes. */
const SIZE = 64_000_000;

/** A service on a free port, of one account. */
async function startService(handle: HttpEndpoint['handle'], places: number, timeouts: ListenOptions['timeouts'] = {}) {
  const close = async () => {};
  const account = { name: 'main', token: undefined, takesTokenHeader: false, locationId: undefined, readOnly: false };
  const service = createService({
    allowed: { hosts: loopbackNames, origins: loopbackNames },
    authenticate: createOpenAccess({ ...account, companyId: undefined, policy: undefined, tools: undefined }),
    tenants: createTenants({ open: () => ({ endpoint: { handle, close }, close }), max: 1 }),
    admission: createAdmission(places),
    oauth: undefined,
    metrics: { contentType: '', render: async () => '', admit() {} },
    log: createTestLog(),
  });
  const listener = await listen(service.handle, { host: '127.0.0.1', port: 0, maxConnections: 100, timeouts });
  return { service, listener };
}

it('an answer that is being read is not cut when the server is stopped', async () => {
  const { service, listener } = await startService(async (_, response) => void response.end(Buffer.alloc(SIZE)), 1);
  const sent = request(`${listener.url}/mcp`, { method: 'POST' }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const stopped = service.drain().then(() => listener.close());
  // Round the event loop, so that whatever does not wait for the reader has happened.
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
  let received = 0;
  for await (const chunk of response) received += (chunk as Buffer).length;
  await stopped;
  expect(received).toBe(SIZE);
});

it('requests that have come together are begun in a turn of the event loop each, so that nobody waits for all', async () => {
  let turn = 0;
  let hasEnded = false;
  const count = (): void => {
    turn += 1;
    if (!hasEnded) setImmediate(count);
  };
  setImmediate(count);
  const turns: number[] = [];
  const { listener } = await startService(async (_, response) => {
    turns.push(turn);
    response.end();
  }, 100);
  const agent = new Agent({ keepAlive: true });
  const send = async (): Promise<void> => {
    const [response] = await once(request(`${listener.url}/mcp`, { method: 'POST', agent }).end(), 'response');
    await once((response as IncomingMessage).resume(), 'end');
  };
  // The second time the connections stand, and all bytes come at once.
  for (const _ of [1, 2]) await Promise.all(Array.from({ length: 20 }, send));
  hasEnded = true;
  agent.destroy();
  await listener.close();
  expect(turns).toHaveLength(40);
  expect(new Set(turns).size).toBe(40);
});

describe('a place is free again when a client', () => {
  it.each([
    ['never ends its request', { requestTimeout: 20, headersTimeout: 20, connectionsCheckingInterval: 10 }, 408],
    ['never reads its answer', { silence: 20 }, 200],
  ])('%s', async (_, timeouts, status) => {
    const { service, listener } = await startService(
      async (request, response) => {
        await text(request).then(
          () => response.end(Buffer.alloc(SIZE)),
          // As the kit does when the body does not come.
          () => {},
        );
      },
      1,
      timeouts,
    );
    const body = status === 200 ? '{}' : '{';
    const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
    socket.write(`POST /mcp HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n${body}`);
    const [first] = (await once(socket, 'readable').then(() => [socket.read(12)])) as [Buffer];
    expect(first.toString()).toBe(`HTTP/1.1 ${status}`);
    // It holds one place: nothing runs any more.
    await service.drain();
    socket.destroy();
    await listener.close();
  });
});
