/** Several processes with more to do than the limit lets through. */
import { workThrough } from '../creates.ts';
import { startServer } from '../server-process.ts';
import { createTestWorld } from '../world.ts';

export interface LimitsOptions {
  readonly calls: number;
  readonly processes: number;
  readonly max: number;
  readonly intervalMs: number;
  /** How the sandbox counts. */
  readonly window: 'fixed' | 'sliding';
}

export interface LimitsReport {
  readonly answered: number;
  readonly refusedByLimit: number;
  /** The most requests that the sandbox counted in any interval. */
  readonly busiestInterval: number;
  /** Of the permitted rate, over the whole run. */
  readonly rateShare: number;
  readonly seconds: number;
}

/** Mixed reads and writes, all asked for as fast as the processes take them. */
export async function runLimits(options: LimitsOptions): Promise<LimitsReport> {
  const { calls, processes, max, intervalMs, window } = options;
  const world = await createTestWorld({ rateLimit: { max, intervalMs, window } });
  const environment = { ...world.environment, HIGHLEVEL_DEADLINE_SECONDS: '3600' };
  const servers = await Promise.all(Array.from({ length: processes }, () => startServer(environment)));
  try {
    let answered = 0;
    const started = performance.now();
    const shares = servers.map((server, index) => {
      const numbers = Array.from({ length: calls }, (_, number) => number).filter((n) => n % processes === index);
      return workThrough(numbers, Math.min(max, 250), async (number) => {
        const { tool, args } = pickCall(number, world.contactId);
        const { isError, body } = await server.call(tool, args);
        if (isError) throw new Error(JSON.stringify(body));
        answered += 1;
      });
    });
    await Promise.all(shares);
    const tookMs = performance.now() - started;
    const times = world.sandbox.requests.map(({ at }) => at).sort((a, b) => a - b);
    return {
      answered,
      refusedByLimit: world.sandbox.counts.answers[429] ?? 0,
      busiestInterval: countBusiest(times, intervalMs),
      rateShare: calls / tookMs / (max / intervalMs),
      seconds: tookMs / 1000,
    };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    await world.close();
  }
}

function pickCall(number: number, contactId: string): { tool: string; args: Record<string, unknown> } {
  switch (number % 5) {
    case 0:
      return { tool: 'contacts_note_create', args: { contactId, body: `Note ${number}` } };
    case 1:
      return { tool: 'contacts_tag_add', args: { contactId, tags: [`tag ${number % 50}`] } };
    case 2:
      return { tool: 'contacts_contact_search', args: { pageLimit: 1, page: 1 } };
    default:
      return { tool: 'contacts_contact_get', args: { contactId } };
  }
}

/** The most in any interval. @param times In ascending order. */
export function countBusiest(times: readonly number[], intervalMs: number): number {
  let most = 0;
  let first = 0;
  times.forEach((time, index) => {
    while ((times[first] ?? time) <= time - intervalMs) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
