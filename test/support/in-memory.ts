/** A real MCP client on the server in this process, for tests that look at both ends. */
import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { type Logger, pino } from 'pino';
import { createPolicy } from '../../src/mcp/policy/policy.ts';
import { createServer, type ServerDependencies } from '../../src/mcp/server.ts';
import type { Session } from '../../src/mcp/session.ts';
import { recordLog } from './run.ts';

/** A connection on which nobody calls off and nobody listens. */
export const idleSession: Session = { signal: new AbortController().signal, reportProgress() {} };

/** A log as of a server that tells everything, kept to be looked through. @param onLine also gets each line */
export function createTestLog(onLine: (line: string) => void = () => {}): Logger {
  const write = (line: string): void => {
    recordLog(process.pid, line);
    onLine(line);
  };
  return pino({ level: 'trace' }, { write });
}

/** Defaults: no pins, no policy, no confirmation, nothing read-only. */
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
    log: createTestLog(),
    ...dependencies,
  });
  const [near, far] = InMemoryTransport.createLinkedPair();
  await server.connect(far);
  await client.connect(near);
  return client;
}
