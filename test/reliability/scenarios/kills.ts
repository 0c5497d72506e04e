/** A server that is killed without warning, and a client that repeats blindly until it is told of success. */
import { type Books, compareWithBooks, listCreations, workThrough } from '../creates.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import { createTestWorld } from '../world.ts';

export interface KillsReport extends Books {
  readonly creations: number;
  readonly kills: number;
  /** Calls that found their server dead. */
  readonly interrupted: number;
}

const WIDTH = 8;
/** Answers come late at random, so that kills meet requests on their way, being processed, and answered. */
const ANSWER_DELAYS_MS = [5, 20, 60] as const;
const MAX_TRIES = 60;

/**
 * @param everyAnswers A kill after so many answers, on average.
 * @param random From 0 to 1; where the kills fall.
 */
export async function runKills(count: number, everyAnswers: number, random: () => number): Promise<KillsReport> {
  const world = await createTestWorld({ rateLimit: { max: 100_000 } });
  for (const delayMs of ANSWER_DELAYS_MS) {
    world.sandbox.faults.rate({ fault: `delay-after=${delayMs}`, rate: 0.25, method: 'POST' });
  }
  const creations = listCreations(count, world);
  const reported = new Set<string>();
  let kills = 0;
  let interrupted = 0;
  let untilKill = everyAnswers;
  let server = startServer(world.environment);

  async function killAndRestart(dying: Promise<ServerProcess>): Promise<void> {
    if (dying !== server) return;
    kills += 1;
    server = (async () => {
      await (await dying).kill();
      return startServer(world.environment);
    })();
    await server;
  }

  try {
    await workThrough(creations, WIDTH, async ({ name, tool, args }) => {
      for (let tries = 0; tries < MAX_TRIES && !reported.has(name); tries += 1) {
        const current = server;
        // Not after an answer but somewhere in the middle of the calls that are under way.
        untilKill -= 1;
        if (untilKill <= 0) {
          untilKill = Math.ceil(everyAnswers * (0.5 + random()));
          setTimeout(() => void killAndRestart(current), random() * 40);
        }
        try {
          const { isError } = await (await current).call(tool, args);
          if (!isError) reported.add(name);
        } catch {
          interrupted += 1;
          await server;
        }
      }
    });
    return { creations: count, kills, interrupted, ...compareWithBooks(creations, reported, world) };
  } finally {
    await (await server).close();
    await world.close();
  }
}
