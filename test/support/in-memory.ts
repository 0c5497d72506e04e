/** A real MCP client on the server in this process, for tests that look at both ends. */
import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { pino } from 'pino';
import { createPolicy } from '../../src/mcp/policy/policy.ts';
import { createServer, type ServerDependencies } from '../../src/mcp/server.ts';
import type { Session } from '../../src/mcp/session.ts';

/** A connection on which nobody calls off and nobody listens. */
export const idleSession: Session = { signal: new AbortController().signal, reportProgress() {} };

/** Defaults: no pins, no policy, no confirmation, nothing read-only, a silent log. */
export async function connectInMemory(
  dependencies: Pick<ServerDependencies, 'catalogue' | 'surface' | 'connect'> & Partial<ServerDependencies>,
  client = new Client({ name: 'test', version: '1' }),
): Promise<Client> {
  const server = createServer({
    pins: {},
    readOnly: false,
    policy: createPolicy(),
    confirmation: { mode: 'off' },
    version: '0',
    instructions: '',
    log: pino({ level: 'silent' }),
    ...dependencies,
  });
  const [near, far] = InMemoryTransport.createLinkedPair();
  await server.connect(far);
  await client.connect(near);
  return client;
}
