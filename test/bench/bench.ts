/**
 * What the server costs, as ratios to a one-tool server on the same SDK, bundled the same way and measured in
 * the same run, interleaved. `npm run bench`.
 */
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { readResidentMb } from '../support/process-usage.ts';
import { StdioProcess } from '../support/stdio-process.ts';
import { bundleBaseline } from './baseline.ts';
import { printGuardCosts } from './guards.ts';

const ROUNDS = 15;
/** Stays under the 100 that the limiter lets out at once. */
const CALLS = 90;
const WARM_UP_CALLS = 10;
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Candidate {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly tool: string;
}

interface Sample {
  readonly startMs: number;
  readonly memoryMb: number;
  readonly listMs: number;
  readonly listTokens: number;
  readonly tools: number;
  readonly callMs: number;
}

const baseline: Candidate = { name: 'one tool', script: await bundleBaseline('stdio'), args: [], tool: 'contact_get' };
const product = `${root}dist/highlevel-mcp.js`;
const candidates: readonly Candidate[] = [
  baseline,
  { name: 'default tools', script: product, args: [], tool: 'contacts_contact_get' },
  { name: 'contacts', script: product, args: ['--tools', 'contacts'], tool: 'contacts_contact_get' },
  { name: 'all judged tools', script: product, args: ['--tools', 'all'], tool: 'contacts_contact_get' },
];

const api = await listen();
const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
const samples = new Map<string, Sample[]>(candidates.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  // The last round alone makes calls: they are many, and would outweigh everything else.
  for (const candidate of candidates) samples.get(candidate.name)?.push(await measure(candidate, round === ROUNDS - 1));
}
api.close();
rmSync(baseline.script);
printTable();
await printGuardCosts();

async function measure(candidate: Candidate, withCalls: boolean): Promise<Sample> {
  const started = performance.now();
  const server = new StdioProcess(candidate.script, candidate.args, {
    HIGHLEVEL_BASE_URL: url,
    HIGHLEVEL_TOKEN: 'pit-00000000-0000-4000-8000-000000000000',
    HIGHLEVEL_LOCATION_ID: 'bench',
    HIGHLEVEL_LOG_LEVEL: 'error',
  });
  await server.initialize();
  const startMs = performance.now() - started;
  const memoryMb = readResidentMb(server.child.pid);
  const asked = performance.now();
  const list = (await server.request('tools/list')).result as {
    tools: { name: string; description?: string; inputSchema: unknown }[];
  };
  const listMs = performance.now() - asked;
  const listTokens = countTokens(
    JSON.stringify(list.tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }))),
  );
  const callMs = withCalls ? await measureCalls(server, candidate.tool) : Number.NaN;
  await server.end();
  return { startMs, memoryMb, listMs, listTokens, tools: list.tools.length, callMs };
}

/** Median of sequential calls, after a few that load what a first call loads. */
async function measureCalls(server: StdioProcess, tool: string): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < CALLS; call++) {
    const started = performance.now();
    const answer = await server.request('tools/call', { name: tool, arguments: { contactId: `contact${call}` } });
    if (answer.error !== undefined || answer.result?.isError === true) throw new Error(JSON.stringify(answer));
    times.push(performance.now() - started);
  }
  return median(times.slice(WARM_UP_CALLS));
}

function printTable(): void {
  const rows = candidates.map(({ name }) => {
    const own = samples.get(name) ?? [];
    return {
      name,
      tools: own[0]?.tools ?? 0,
      start: median(own.map((sample) => sample.startMs)),
      memory: median(own.map((sample) => sample.memoryMb)),
      list: median(own.map((sample) => sample.listMs)),
      tokens: own[0]?.listTokens ?? 0,
      call: own.at(-1)?.callMs ?? Number.NaN,
    };
  });
  const base = rows[0];
  if (base === undefined) return;
  console.log(
    `node ${process.versions.node}, ${ROUNDS} starts each, interleaved; medians, and × the one-tool server\n`,
  );
  console.log('| server | tools | start ms | memory MB | tools/list ms | list tokens (o200k) | call ms |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const row of rows) {
    const cell = (value: number, of: number): string => `${value.toFixed(1)} (×${(value / of).toFixed(2)})`;
    console.log(
      `| ${row.name} | ${row.tools} | ${cell(row.start, base.start)} | ${cell(row.memory, base.memory)} | ` +
        `${cell(row.list, base.list)} | ${row.tokens} (×${(row.tokens / base.tokens).toFixed(0)}) | ${cell(row.call, base.call)} |`,
    );
  }
}

function listen(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"contact":{"id":"contact1","firstName":"Ana"}}');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
