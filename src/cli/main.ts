/** The command line. Each command is a module that loads when it is used. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { FaultRule, FaultText } from '../sandbox/faults/faults.ts';
import type { SandboxCommandOptions } from './commands/sandbox.ts';
import { addServerOptions, type ServerOptions } from './options.ts';
import { version } from './version.ts';

// A blank setting is what clients pass for one that was left out; to commander it would be a value.
for (const [name, value] of Object.entries(process.env)) {
  if (name.startsWith('HIGHLEVEL_') && value?.trim() === '') delete process.env[name];
}

const program = addServerOptions(new Command('highlevel-mcp'))
  .description('MCP server for HighLevel (GoHighLevel). Without a command it serves one client over stdio.')
  .version(version)
  .action(async (options: ServerOptions) => {
    const { serve } = await import('./commands/serve.ts');
    await serve(options);
  });

program
  .command('sandbox')
  .description('run the built-in HighLevel as an HTTP server on loopback')
  .addOption(new Option('--port <number>', 'port to listen on').argParser(parsePort).default(4010))
  .addOption(new Option('--seed <number>', 'seed of the invented data').argParser(parseWhole).default(1))
  .addOption(new Option('--file <path>', 'keep the state in this file instead of in memory'))
  .addOption(
    new Option(
      '--fault <kind=rate...>',
      'make calls fail, e.g. 500=0.1 drop-after=0.02 (also 429, drop-before, truncate)',
    )
      .argParser(collectFault)
      .default([], 'none'),
  )
  .action(async (options: SandboxCommandOptions) => {
    const { runSandbox } = await import('./commands/sandbox.ts');
    await runSandbox(options);
  });

program
  .command('tools')
  .description('list every catalogued operation')
  .option('--json', 'as JSON')
  .action(async (options: { json?: boolean }) => {
    const { printTools } = await import('./commands/tools.ts');
    printTools(options.json === true);
  });

try {
  await program.parseAsync();
} catch (error) {
  // Everything thrown this far is about how the program was started; the message is ours and says what to do.
  const { message = String(error), advice = '' } = error as Partial<Error & { advice: string }>;
  process.stderr.write(`highlevel-mcp: ${`${message} ${advice}`.trim()}\n`);
  process.exitCode = 1;
}

function parseWhole(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('Must be a whole number.');
  return Number(value);
}

function collectFault(value: string, previous: readonly FaultRule[]): FaultRule[] {
  const [, fault, rate] = /^(429|500|drop-before|drop-after|truncate)=(0?\.\d+|0|1)$/.exec(value) ?? [];
  if (fault === undefined) throw new InvalidArgumentError('Must be a kind and a rate from 0 to 1, e.g. 500=0.1.');
  return [...previous, { fault: fault as FaultText, rate: Number(rate) }];
}

function parsePort(value: string): number {
  const port = parseWhole(value);
  if (port > 65_535) throw new InvalidArgumentError('Must be at most 65535.');
  return port;
}
