/** Where the tasks are played: one sandbox for each, the same each time, and the server in front of it. */
import assert from 'node:assert/strict';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../src/highlevel/client.ts';
import { instructions } from '../../src/mcp/instructions.ts';
import { createPolicy } from '../../src/mcp/policy/policy.ts';
import { FULL_FORM_LIMIT } from '../../src/mcp/surface/short-form.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { connectInMemory } from '../support/in-memory.ts';
import { type Connection, connect, type ListedTool, parseToolResult } from '../support/mcp-clients.ts';
import { type Answer, countListed, createAgent, type Way } from './agent.ts';
import type { Inspect, Played, Task } from './task.ts';

/** A Wednesday, ten in the morning where the sandbox's first location is. It stands still while the agent works. */
export const NOW: number = Date.parse('2026-03-04T16:00:00Z');

/** When lists have caught up with what was written. */
const LATER = NOW + 60_000;

/** Whom the server acts for. */
interface Destination {
  readonly token: string;
  readonly baseUrl: string;
  readonly pins: { readonly locationId?: string; readonly companyId?: string };
}

export type Connect = (tools: readonly string[], destination: Destination) => Promise<Connection>;

const catalogue = createCatalogue();

/** The server's own factory in this process; the sandbox is behind sockets all the same. */
export const connectInProcess: Connect = async (tools, { token, baseUrl, pins }) => {
  const highlevel = createHighLevelClient({ token, baseUrl });
  const surface = createSurface(catalogue, { tools, readOnly: false, pins, isConfirmed: true });
  const client = await connectInMemory({
    catalogue,
    surface,
    pins,
    instructions,
    policy: createPolicy(),
    confirmation: { mode: 'plan' },
    timeZone: 'auto',
    connect: async () => highlevel,
  });
  return {
    listTools: async () => (await client.listTools()).tools as unknown as ListedTool[],
    call: async (name, args = {}) => parseToolResult(await client.callTool({ name, arguments: args })),
    instructions: client.getInstructions(),
    client,
    async close() {
      await client.close();
      await highlevel.close();
    },
  };
};

/** The built server, as its users start it. */
export const connectOverStdio: Connect = (tools, { token, baseUrl, pins }) =>
  connect({
    args: ['--tools', tools.join(',')],
    environment: {
      HIGHLEVEL_CONFIRM: 'plan',
      HIGHLEVEL_TIME_ZONE: 'auto',
      HIGHLEVEL_TOKEN: token,
      HIGHLEVEL_BASE_URL: baseUrl,
      HIGHLEVEL_LOCATION_ID: pins.locationId ?? '',
      HIGHLEVEL_COMPANY_ID: pins.companyId ?? '',
    },
  });

/**
 * Plays one task on a world of its own and checks by other means that it was done.
 *
 * @throws AssertionError where the agent could not go on, or the world is not as it should be afterwards
 */
export async function play(task: Task, way: Way, connectTo: Connect): Promise<Played> {
  let now = NOW;
  const sandbox = createSandbox({ clock: () => now, rateLimit: { max: 100_000 } });
  try {
    const { url: baseUrl } = await sandbox.listen();
    const { world, tokens } = sandbox;
    const token = task.isForAgency ? tokens.agency : tokens.location;
    const pins = task.isForAgency ? { companyId: world.companyId } : { locationId: world.locationIds[0] };
    const choice = way === 'fixed' ? ['minimal'] : task.resources;
    const { rows } = createSurface(catalogue, { tools: choice, readOnly: false, pins });
    const connection = await connectTo(choice, { token, baseUrl, pins });
    try {
      const tools = await connection.listTools();
      const agent = createAgent(connection, { way, tools, hasWholeSchemas: rows.length <= FULL_FORM_LIMIT });
      const told = await task.run(agent, new Date(NOW));
      now = LATER;
      await task.check(createInspect(baseUrl, token), told, world.locationIds[0]);
      const listed = tools.map(countListed).reduce((sum, tokens) => sum + tokens, 0);
      return { title: task.title, way, ...agent.cost, listed };
    } finally {
      await connection.close();
    }
  } finally {
    await sandbox.close();
  }
}

/** Asks the sandbox itself, by none of this project's clients. */
function createInspect(baseUrl: string, token: string): Inspect {
  return async (path, body) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, version: '2021-07-28', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: Answer = await response.json();
    assert.ok(response.ok, `${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
}
