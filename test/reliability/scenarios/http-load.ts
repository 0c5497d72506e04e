/** Many clients at once on one HTTP server, for longer than it takes to fill what is kept; and beside the least there is. */
import { rmSync } from 'node:fs';
import { bundleBaseline } from '../../bench/baseline.ts';
import { connectHttp, type HttpClient, type HttpProcess, startHttpProcess } from '../../support/http-process.ts';
import { readCpuMs, readResidentMb } from '../../support/process-usage.ts';
import { createTestWorld, type TestWorld } from '../world.ts';

export interface HttpLoadOptions {
  readonly clients: number;
  readonly seconds: number;
}

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

/** Medians over the rounds, and how often the baseline's fit into ours. */
export interface HttpComparison {
  readonly clients: number;
  readonly calls: number;
  readonly baselineCalls: number;
  readonly errors: number;
  readonly p50Ms: number;
  readonly baselineP50Ms: number;
  readonly p50Ratio: number;
  readonly p99Ms: number;
  readonly baselineP99Ms: number;
  readonly p99Ratio: number;
  /** What a server's processor did for a call, which the rest of the machine does not change. */
  readonly cpuMs: number;
  readonly baselineCpuMs: number;
  readonly cpuRatio: number;
}

/** A search for operations, or a read of HighLevel, as fast as each client gets answers. */
export async function runHttpLoad(options: HttpLoadOptions): Promise<HttpLoadReport> {
  const world = await createLoadWorld();
  const server = await startProduct(world, options.clients);
  try {
    let thirdMb = 0;
    let mostMb = 0;
    const { times, errors } = await runClients(server.url, options, askEither, (share) => {
      const megabytes = readResidentMb(server.child.pid);
      if (share < 1 / 3) thirdMb = megabytes;
      else mostMb = Math.max(mostMb, megabytes);
    });
    const { clients } = options;
    return { clients, calls: times.length, errors, p50Ms: at(times, 0.5), p99Ms: at(times, 0.99), thirdMb, mostMb };
  } finally {
    await server.stop();
    await world.close();
  }
}

/**
 * The same read through this server, and through one that has one tool, no limit to keep and nobody to tell apart, by
 * turns. Both ask the same sandbox.
 */
export async function compareHttpLoad(options: HttpLoadOptions & { readonly rounds: number }): Promise<HttpComparison> {
  const world = await createLoadWorld();
  const script = await bundleBaseline('http');
  const own = {
    server: await startProduct(world, options.clients),
    tool: 'contacts_contact_get',
    loads: [] as MeasuredLoad[],
  };
  const baseline = {
    server: await startHttpProcess([], world.environment, script),
    tool: 'contact_get',
    loads: [] as MeasuredLoad[],
  };
  try {
    for (let round = 0; round < options.rounds; round += 1) {
      for (const { server, tool, loads } of [own, baseline]) {
        const ask: Ask = ({ client }) => client.callTool({ name: tool, arguments: { contactId: world.contactId } });
        const before = readCpuMs(server.child.pid);
        const load = await runClients(server.url, options, ask);
        loads.push({ ...load, cpuMs: (readCpuMs(server.child.pid) - before) / load.times.length });
      }
    }
  } finally {
    for (const { server } of [own, baseline]) await server.stop();
    rmSync(script);
    await world.close();
  }
  const compare = (read: (load: MeasuredLoad) => number): Pair => [
    median(own.loads.map(read)),
    median(baseline.loads.map(read)),
  ];
  const [p50Ms, baselineP50Ms] = compare(({ times }) => at(times, 0.5));
  const [p99Ms, baselineP99Ms] = compare(({ times }) => at(times, 0.99));
  const [cpuMs, baselineCpuMs] = compare((load) => load.cpuMs);
  const sum = (loads: readonly Load[], read: (load: Load) => number): number =>
    loads.reduce((total, load) => total + read(load), 0);
  return {
    clients: options.clients,
    calls: sum(own.loads, ({ times }) => times.length),
    baselineCalls: sum(baseline.loads, ({ times }) => times.length),
    errors: sum([...own.loads, ...baseline.loads], ({ errors }) => errors),
    p50Ms,
    baselineP50Ms,
    p50Ratio: p50Ms / baselineP50Ms,
    p99Ms,
    baselineP99Ms,
    p99Ratio: p99Ms / baselineP99Ms,
    cpuMs,
    baselineCpuMs,
    cpuRatio: cpuMs / baselineCpuMs,
  };
}

type Ask = (client: HttpClient, index: number) => Promise<{ readonly isError?: boolean | undefined }>;

interface Load {
  /** Of each call, in milliseconds, the shortest first. */
  readonly times: readonly number[];
  readonly errors: number;
}

interface MeasuredLoad extends Load {
  readonly cpuMs: number;
}

type Pair = [number, number];

/** @param onSecond Told each second which share of the time has passed. */
async function runClients(
  url: string,
  { clients: count, seconds }: HttpLoadOptions,
  ask: Ask,
  onSecond: (share: number) => void = () => {},
): Promise<Load> {
  const clients = await Promise.all(Array.from({ length: count }, () => connectHttp(url)));
  const started = performance.now();
  const spent = (): number => (performance.now() - started) / (seconds * 1_000);
  const timer = setInterval(() => onSecond(spent()), 1_000);
  const times: number[] = [];
  let errors = 0;
  await Promise.all(
    clients.map(async (client, index) => {
      while (spent() < 1) {
        const begun = performance.now();
        const { isError = false } = await ask(client, index).catch(() => ({ isError: true }));
        if (isError) errors += 1;
        times.push(performance.now() - begun);
      }
    }),
  );
  clearInterval(timer);
  await Promise.all(clients.map(({ client }) => client.close()));
  return { times: times.sort((a, b) => a - b), errors };
}

const askEither: Ask = ({ call }, index) =>
  index % 3 === 0
    ? call('find_operations', { query: 'send a text' })
    : call('call_read', { operation: 'contacts_contact_search', arguments: { pageLimit: 2, page: 1 } });

/** No limit that holds anybody up, in a window so short that it holds about as many calls as HighLevel's would. */
function createLoadWorld(): Promise<TestWorld> {
  return createTestWorld({ rateLimit: { max: 1_000_000, intervalMs: 500, daily: 100_000_000 } });
}

function startProduct({ environment }: TestWorld, clients: number): Promise<HttpProcess> {
  const places = ['--max-requests', String(clients * 2)];
  return startHttpProcess(places, { ...environment, HIGHLEVEL_LOG_LEVEL: 'info' });
}

function median(values: readonly number[]): number {
  return at(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Of what is sorted. */
function at(values: readonly number[], share: number): number {
  return values[Math.floor(values.length * share)] ?? Number.NaN;
}
