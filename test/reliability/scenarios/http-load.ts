/** Many clients at once on one HTTP server, for longer than it takes to fill what is kept. */
import { readFileSync } from 'node:fs';
import { connectHttp, type HttpClient, startHttpProcess } from '../../support/http-process.ts';
import { createTestWorld } from '../world.ts';

export interface HttpLoadReport {
  readonly clients: number;
  readonly calls: number;
  readonly errors: number;
  /** Of a call, in milliseconds, the clients of this process included. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Memory of the server in MB: after a third of the time, and the most of the rest. */
  readonly thirdMb: number;
  readonly mostMb: number;
}

/** A search for operations, or a read of HighLevel, as fast as each client gets answers. */
export async function runHttpLoad(options: {
  readonly clients: number;
  readonly seconds: number;
}): Promise<HttpLoadReport> {
  const world = await createTestWorld({ rateLimit: { max: 1_000_000 } });
  const server = await startHttpProcess(['--max-requests', String(options.clients * 2)], {
    ...world.environment,
    HIGHLEVEL_LOG_LEVEL: 'info',
  });
  try {
    const clients = await Promise.all(Array.from({ length: options.clients }, () => connectHttp(server.url)));
    const readMb = (): number => readResidentMb(server.child.pid);
    const started = performance.now();
    const spent = (): number => (performance.now() - started) / (options.seconds * 1_000);
    const times: number[] = [];
    let errors = 0;
    let thirdMb = 0;
    let mostMb = 0;
    const timer = setInterval(() => {
      if (spent() < 1 / 3) thirdMb = readMb();
      else mostMb = Math.max(mostMb, readMb());
    }, 1_000);
    await Promise.all(
      clients.map(async (client, index) => {
        while (spent() < 1) {
          const begun = performance.now();
          if (!(await isAnswered(client, index))) errors += 1;
          times.push(performance.now() - begun);
        }
      }),
    );
    clearInterval(timer);
    await Promise.all(clients.map(({ client }) => client.close()));
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
    return { clients: clients.length, calls: times.length, errors, p50Ms: at(0.5), p99Ms: at(0.99), thirdMb, mostMb };
  } finally {
    await server.stop();
    await world.close();
  }
}

async function isAnswered({ call }: HttpClient, index: number): Promise<boolean> {
  try {
    const { isError } =
      index % 3 === 0
        ? await call('find_operations', { query: 'send a text' })
        : await call('call_read', { operation: 'contacts_contact_search', arguments: { pageLimit: 2, page: 1 } });
    return !isError;
  } catch {
    return false;
  }
}

/** The kernel's books of a process's memory are Linux's. */
function readResidentMb(pid: number | undefined): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
