/** The end, for a client that reads slowly: a place is taken until the last byte has left. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect, it } from 'vitest';
import { createAdmission } from '../../src/http/admission.ts';
import { createOpenAccess } from '../../src/http/clients/authenticate.ts';
import { listen } from '../../src/http/listener.ts';
import { loopbackNames } from '../../src/http/loopback.ts';
import { createService } from '../../src/http/service.ts';
import { createTenants } from '../../src/http/tenants.ts';
import { createTestLog } from '../support/in-memory.ts';

/** More than the sockets of a machine hold between two processes. */
const SIZE = 64_000_000;

it('an answer that is being read is not cut when the server is stopped', async () => {
  const endpoint = {
    handle: async (_: unknown, response: { end(body: Buffer): void }) => response.end(Buffer.alloc(SIZE)),
    close: async () => {},
  };
  const account = { name: 'main', token: undefined, takesTokenHeader: false, locationId: undefined, readOnly: false };
  const service = createService({
    allowed: { hosts: loopbackNames, origins: loopbackNames },
    authenticate: createOpenAccess({ ...account, companyId: undefined, policy: undefined, tools: undefined }),
    tenants: createTenants({ open: () => ({ endpoint, close: async () => {} }), max: 1 }),
    admission: createAdmission(1),
    oauth: undefined,
    metrics: { contentType: '', render: async () => '', admit() {} },
    log: createTestLog(),
  });
  const listener = await listen(service.handle, { host: '127.0.0.1', port: 0, maxConnections: 10 });
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
