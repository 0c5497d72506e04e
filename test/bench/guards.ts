/**
 * What limiter and journal cost a call, in microseconds and as a share of a loopback HTTP call measured in the same
 * run. Over the network HighLevel takes a hundred times as long as loopback.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { createBook } from '../../src/highlevel/idempotency/book.ts';
import { createJournal, type Write } from '../../src/highlevel/idempotency/journal.ts';
import { buildEntryKeys } from '../../src/highlevel/idempotency/key.ts';
import { createOwner } from '../../src/highlevel/idempotency/owner.ts';
import { createSeal } from '../../src/highlevel/idempotency/seal.ts';
import { monotonicClock } from '../../src/highlevel/rate-limit/clock.ts';
import { createRateLimiter } from '../../src/highlevel/rate-limit/limiter.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import type { State } from '../../src/state/state.ts';

const ROUNDS = 5;
const CALLS = 400;
const answer = { status: 201, kind: 'json', data: { contact: { id: 'contact1', firstName: 'Ana' } } } as const;

/** Measures and prints the table. Rounds are interleaved; medians of their means. */
export async function printGuardCosts(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'highlevel-bench-'));
  const states = { memory: createSqliteState(), file: createSqliteState({ path: join(folder, 'state.sqlite') }) };
  const http = await createHttpCall();
  const candidates: Record<string, (call: number) => Promise<unknown>> = {
    'loopback HTTP call': http.call,
    'limiter, in memory': createLimitedCall(states.memory),
    'limiter, file': createLimitedCall(states.file),
    'journal, in memory': createJournaledCall(states.memory),
    'journal, file (two flushes)': createJournaledCall(states.file),
  };
  const means = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      const started = performance.now();
      for (let call = 0; call < CALLS; call++) await run(round * CALLS + call);
      means.set(name, [...(means.get(name) ?? []), ((performance.now() - started) * 1000) / CALLS]);
    }
  }
  const medians = [...means].map(([name, values]) => ({
    name,
    us: values.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0,
  }));
  const base = medians[0]?.us ?? Number.NaN;
  console.log(`\n| per call, mean of ${CALLS} one after the other | µs | share of a loopback HTTP call |`);
  console.log('| --- | --- | --- |');
  for (const { name, us } of medians)
    console.log(`| ${name} | ${us.toFixed(0)} | ${((us / base) * 100).toFixed(0)} % |`);
  http.close();
  for (const state of Object.values(states)) await state.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Leave, departure and answer, as for every call. */
function createLimitedCall({ windows }: State): () => Promise<unknown> {
  const rule = { limit: 100, intervalMs: 1, dailyLimit: 1e9 };
  const limiter = createRateLimiter({ windows, rule });
  const headers = { 'x-ratelimit-max': '100', 'x-ratelimit-remaining': '99' };
  return async () => {
    const slot = await limiter.acquire('bench');
    slot.depart();
    await limiter.observe('bench', { status: 200, headers });
    slot.release();
  };
}

/** Claim, intent, outcome, as for a creation. */
function createJournaledCall({ records }: State): (call: number) => Promise<unknown> {
  const journal = createJournal({
    book: createBook(records),
    owner: createOwner(records),
    seal: createSeal(Buffer.alloc(32, 1)),
    clock: monotonicClock,
    keptMs: 86_400_000,
    guardMs: 120_000,
    settleMs: 60_000,
  });
  return (call) => {
    const args = { firstName: 'Ana', email: `ana-${call}@example.com` };
    const operation = 'POST /contacts/';
    const write: Write = {
      keys: buildEntryKeys({ token: 't', locationId: 'L', companyId: undefined }, operation, args, undefined),
      operation,
      args,
      effect: { repetition: 'single', isIrreversible: false },
      getTimeLeft: () => 60_000,
      signal: undefined,
      read: () => Promise.reject(new Error('nothing to look for')),
    };
    return journal.run(write, async ({ sending }) => {
      await sending();
      return answer;
    });
  };
}

async function createHttpCall(): Promise<{ call: () => Promise<unknown>; close: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer.data));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections: 1 });
  return {
    call: async () => (await pool.request({ method: 'GET', path: '/' })).body.json(),
    close: () => {
      void pool.destroy();
      server.close();
    },
  };
}
