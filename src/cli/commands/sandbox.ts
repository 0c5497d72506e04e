/** `highlevel-mcp sandbox`: the built-in HighLevel alone, for anything that speaks its API. */
import { createSandbox } from '../../sandbox/sandbox.ts';
import { print } from '../print.ts';
import type { SandboxCommandOptions } from '../sandbox-options.ts';

/** Serves until a signal ends it, and prints what a client needs to know. */
export async function runSandbox(options: SandboxCommandOptions): Promise<void> {
  const { port, seed, file, fault: faults, rateLimit, window, indexLag: indexLagMs } = options;
  const sandbox = createSandbox({
    seed,
    faults,
    rateLimit: { ...rateLimit, window },
    indexLagMs,
    ...(file !== undefined && { file }),
  });
  const { url } = await sandbox.listen(port);
  const { tokens, world } = sandbox;
  const [first, second] = world.locationIds;
  print(`HighLevel sandbox on ${url}${file === undefined ? ', in memory' : `, kept in ${file}`}`);
  print(`location ${first}  token ${tokens.location}`);
  print(`location ${second}  token ${tokens.secondLocation}`);
  print(`company  ${world.companyId}  token ${tokens.agency}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}
