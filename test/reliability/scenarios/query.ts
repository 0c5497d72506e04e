/** "Open deal value by stage and owner" over more opportunities than anybody reads, and what it costs. */

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { fillUpOpportunities } from '../../support/opportunities.ts';
import { createFolder } from '../../support/run.ts';
import { readRows } from '../../support/tables.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import { createTestWorld, type TestWorld } from '../world.ts';

export interface QueryReport {
  readonly pages: number;
  readonly requests: number;
  readonly progress: number;
  readonly groups: number;
  /** Of the answer. */
  readonly tokens: number;
  readonly seconds: number;
  /** Of the same table with names instead of ids. */
  readonly tokensByName: number;
  /** Groups that differ from the sums of the sandbox's own books; so many in parts, added up. */
  readonly wrongSums: number;
  readonly wrongSumsInParts: number;
  /** Rows of the file that are not in the books, or the other way round. */
  readonly wrongRows: number;
  readonly exportedMb: number;
  /** The most memory of the server, in MB: when it had started, after the table, and in the end. */
  readonly startMb: number;
  readonly tableMb: number;
  readonly peakMb: number;
  /** From calling off to the end of the call in the server: in the middle of reading, and waiting for the limit. */
  readonly cancelMs: number;
  readonly cancelWaitingMs: number;
  /** Requests that the sandbox saw later than the one that was on its way. */
  readonly requestsAfterCancel: number;
  /** Files that an export left when it was called off. */
  readonly filesAfterCancel: number;
  /** The same when the client left and took the server with it. */
  readonly filesAfterStop: number;
}

const search = { operation: 'opportunities_opportunity_search' } as const;
const byStageAndOwner = {
  ...search,
  where: [{ field: 'status', op: 'eq', value: 'open' }],
  groupBy: ['pipelineStageId', 'assignedTo'],
  aggregate: ['sum:monetaryValue'],
} as const;

/** @param records So many; HighLevel gives 500 on a page. */
export async function runQuery({ records }: { readonly records: number }): Promise<QueryReport> {
  const world = await createTestWorld({ rateLimit: { max: 10_000 }, indexLagMs: 0 });
  const books = fillUpOpportunities(world.sandbox.world, world.locationId, records);
  const folder = createFolder('export');
  const server = await startServer({
    ...world.environment,
    HIGHLEVEL_EXPORT_FOLDER: folder,
    HIGHLEVEL_LOG_LEVEL: 'info',
  });
  try {
    const open = books.filter(({ status }) => status === 'open');
    const sums = addUp(open, ({ monetaryValue }) => monetaryValue);
    const startMb = readPeakMb(server);
    const table = await measureTable(server, world, sums);
    const tableMb = readPeakMb(server);
    const wrongSumsInParts = await compareParts(server, records, sums);
    const name = 'all.csv';
    const { body } = await server.call('query', { ...search, maxRecords: records, export: name });
    const written: { id: string }[] = parse(readFileSync(join(folder, name)), { columns: true });
    rmSync(join(folder, name));
    const ids = new Set(books.map(({ id }) => id));
    const cancelled = await measureCancel(server, world);
    return {
      ...table,
      wrongSumsInParts,
      wrongRows: written.filter(({ id }) => !ids.delete(id)).length + ids.size,
      exportedMb: body.result.file.bytes / 1_048_576,
      startMb,
      tableMb,
      peakMb: readPeakMb(server),
      ...cancelled,
      filesAfterCancel: readdirSync(folder).length,
      filesAfterStop: await countFilesAfterStop(server, folder),
      cancelWaitingMs: await measureCancelWaiting(),
    };
  } finally {
    await server.close();
    await world.close();
  }
}

async function measureTable(server: ServerProcess, world: TestWorld, sums: ReadonlyMap<string, number>) {
  let progress = 0;
  const before = world.sandbox.counts.requests;
  const started = performance.now();
  const onprogress = () => {
    progress += 1;
  };
  const { body } = await server.call('query', byStageAndOwner, { onprogress });
  const { pages, complete } = body.result;
  const rows = readRows<Grouped>(body.result);
  if (!complete) throw new Error(JSON.stringify(body.result.note));
  return {
    pages,
    requests: world.sandbox.counts.requests - before,
    progress,
    groups: rows.length,
    tokens: countTokens(JSON.stringify(body)),
    seconds: (performance.now() - started) / 1_000,
    wrongSums: countDifferences(addUp(rows, readSum), sums),
    tokensByName: await countTokensByName(server),
  };
}

/** The same table as people ask for it. */
async function countTokensByName(server: ServerProcess): Promise<number> {
  const groupBy = byStageAndOwner.groupBy.map((name) => `${name}:name`);
  const { body } = await server.call('query', { ...byStageAndOwner, groupBy });
  return countTokens(JSON.stringify(body));
}

/** In three parts, from cursor to cursor. */
async function compareParts(
  server: ServerProcess,
  records: number,
  whole: ReadonlyMap<string, number>,
): Promise<number> {
  const sums = new Map<string, number>();
  const maxRecords = Math.ceil(records / 3) + 1;
  let cursor: string | undefined;
  do {
    const { body } = await server.call('query', { ...byStageAndOwner, maxRecords, ...(cursor && { cursor }) });
    addUp(readRows<Grouped>(body.result), readSum, sums);
    cursor = body.result.cursor;
  } while (cursor !== undefined);
  return countDifferences(sums, whole);
}

/** After the fifth page of an export. */
async function measureCancel(server: ServerProcess, world: TestWorld) {
  const { tookMs, cancelledAt } = await callOff(server, { ...search, export: 'never.csv' }, 5);
  // Were it still reading, this would not be the only request.
  const before = world.sandbox.counts.requests;
  await server.call('query', { ...search, maxRecords: 1 });
  const more = world.sandbox.counts.requests - before - 1;
  const later = world.sandbox.requests.slice(0, -1).filter(({ at }) => at > cancelledAt).length;
  return { cancelMs: tookMs, requestsAfterCancel: Math.max(0, later - 1) + more };
}

/** The client closes the connection in the middle of an export, as one does that is quit. */
async function countFilesAfterStop(server: ServerProcess, folder: string): Promise<number> {
  const stopping = Promise.withResolvers<void>();
  const onprogress = () => stopping.resolve(server.close());
  const call = server.call('query', { ...search, export: 'never.csv' }, { onprogress });
  await Promise.all([stopping.promise, call.catch(() => {})]);
  return readdirSync(folder).length;
}

/** Where the next page has to wait ten seconds for the limit. */
async function measureCancelWaiting(): Promise<number> {
  const max = 10;
  const world = await createTestWorld({ rateLimit: { max }, indexLagMs: 0 });
  const server = await startServer({ ...world.environment, HIGHLEVEL_LOG_LEVEL: 'info' });
  try {
    fillUpOpportunities(world.sandbox.world, world.locationId, 100);
    return (await callOff(server, { ...search, arguments: { limit: 5 } }, max)).tookMs;
  } finally {
    await server.close();
    await world.close();
  }
}

/** Calls a query off after so many pages; done when the server is done with it, which its log tells. */
async function callOff(server: ServerProcess, args: object, pages: number) {
  const controller = new AbortController();
  const ended = server.waitForLog(/"kind":"cancelled"/);
  let progress = 0;
  let cancelledAt = 0;
  const onprogress = () => {
    progress += 1;
    if (progress !== pages) return;
    cancelledAt = performance.now();
    controller.abort();
  };
  const call = server.call('query', { ...args }, { signal: controller.signal, onprogress });
  const outcome = await call.then(
    () => 'answered',
    () => 'called off',
  );
  if (outcome === 'answered') throw new Error(`the query ended before page ${pages}`);
  await ended;
  return { tookMs: performance.now() - cancelledAt, cancelledAt };
}

interface Grouped {
  readonly pipelineStageId: string;
  readonly assignedTo?: string | null;
}

const readSum = (row: Grouped): number =>
  Number((row as Grouped & { 'sum:monetaryValue': number })['sum:monetaryValue']);

function addUp<T extends Grouped>(
  records: readonly T[],
  read: (record: T) => number,
  sums: Map<string, number> = new Map(),
): Map<string, number> {
  for (const record of records) {
    const key = `${record.pipelineStageId} ${record.assignedTo ?? null}`;
    sums.set(key, (sums.get(key) ?? 0) + read(record));
  }
  return sums;
}

function countDifferences(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].filter((key) => a.get(key) !== b.get(key)).length;
}

/** The most that was resident at any time, by the kernel's books. */
function readPeakMb({ pid }: ServerProcess): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
