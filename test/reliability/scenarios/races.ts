/** Two processes that make the same calls with the same keys at the same time. */
import { type Books, compareWithBooks, listCreations, workThrough } from '../creates.ts';
import { startServer } from '../server-process.ts';
import { createTestWorld } from '../world.ts';

export interface RacesReport extends Books {
  readonly keys: number;
  /** POST requests that reached the sandbox. */
  readonly sent: number;
  /** Calls that ended in an error. */
  readonly errors: number;
}

export interface RacesOptions {
  readonly keys: number;
  /** Where both keep their state; default: a folder. */
  readonly state?: string;
  /** Called when half of the calls are answered. */
  readonly halfway?: () => Promise<void>;
}

const WIDTH = 40;
const MAX_TRIES = 40;

export async function runRaces({ keys, state, halfway }: RacesOptions): Promise<RacesReport> {
  const world = await createTestWorld({ rateLimit: { max: 1_000_000, daily: 10_000_000 } });
  const environment = { ...world.environment, ...(state !== undefined && { HIGHLEVEL_STATE: state }) };
  const servers = await Promise.all([startServer(environment), startServer(environment)]);
  const creations = listCreations(keys, world);
  const reported = new Set<string>();
  let answered = 0;
  let errors = 0;
  let pausing: Promise<void> | undefined;
  try {
    await Promise.all(
      servers.map((server) =>
        workThrough(creations, WIDTH, async ({ name, tool, args }) => {
          for (let tries = 0; tries < MAX_TRIES; tries += 1) {
            const { isError } = await server.call(tool, { ...args, idempotencyKey: name });
            answered += 1;
            if (answered >= keys) pausing ??= halfway?.() ?? Promise.resolve();
            if (!isError) {
              reported.add(name);
              return;
            }
            errors += 1;
          }
        }),
      ),
    );
    await pausing;
    return {
      keys,
      sent: world.sandbox.requests.filter(({ method }) => method === 'POST').length,
      errors,
      ...compareWithBooks(creations, reported, world),
    };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    await world.close();
  }
}
