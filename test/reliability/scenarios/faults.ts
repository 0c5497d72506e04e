/** A network and a HighLevel that lose what they can, and a client that repeats up to five times. */
import type { FaultText } from '../../../src/sandbox/faults/kinds.ts';
import { type Books, compareWithBooks, listCreations, workThrough } from '../creates.ts';
import { startServer } from '../server-process.ts';
import { createTestWorld } from '../world.ts';

export interface FaultsReport extends Books {
  readonly creations: number;
  readonly faults: number;
  readonly reportedDone: number;
  /** Ended as unknown, and said so, after five tries. */
  readonly leftUnknown: number;
}

const anyCreation = /^\/contacts\/(\w+\/notes)?$/;
const contactCreation = /^\/contacts\/$/;

/** What may happen to which creation, and how often. HighLevel's 422 is known to lie about contacts. */
const rates: readonly (readonly [FaultText, number, RegExp])[] = [
  ['drop-before', 0.05, anyCreation],
  ['drop-after', 0.05, anyCreation],
  ['500', 0.05, anyCreation],
  ['500-after', 0.05, anyCreation],
  ['truncate', 0.05, anyCreation],
  ['422-after', 0.08, contactCreation],
];

const MAX_TRIES = 5;
const WIDTH = 16;

export async function runFaults(count: number): Promise<FaultsReport> {
  const world = await createTestWorld({ rateLimit: { max: 100_000 } });
  for (const [fault, rate, path] of rates) world.sandbox.faults.rate({ fault, rate, path, method: 'POST' });
  const server = await startServer(world.environment);
  const creations = listCreations(count, world);
  const reported = new Set<string>();
  try {
    await workThrough(creations, WIDTH, async ({ name, tool, args }) => {
      for (let tries = 0; tries < MAX_TRIES && !reported.has(name); tries += 1) {
        const { isError } = await server.call(tool, args);
        if (!isError) reported.add(name);
      }
    });
    return {
      creations: count,
      faults: world.sandbox.requests.filter(({ fault }) => fault !== undefined).length,
      reportedDone: reported.size,
      leftUnknown: count - reported.size,
      ...compareWithBooks(creations, reported, world),
    };
  } finally {
    await server.close();
    await world.close();
  }
}
