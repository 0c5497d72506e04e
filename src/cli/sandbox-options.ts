/** What the built-in HighLevel can be told on the command line. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { FaultRule } from '../sandbox/faults/faults.ts';
import { faultForms, parseFaultRate } from '../sandbox/faults/kinds.ts';
import { defaultRateLimit, type RateLimitOptions } from '../sandbox/gate/rate-limit.ts';

/** The options of the sandbox as commander hands them over. */
export interface SandboxCommandOptions {
  readonly port: number;
  readonly seed: number;
  readonly file?: string;
  readonly rateLimit: Pick<RateLimitOptions, 'max' | 'intervalMs'>;
  readonly window: RateLimitOptions['window'];
  readonly indexLag: number;
  readonly fault: readonly FaultRule[];
}

const windows: readonly RateLimitOptions['window'][] = ['sliding', 'fixed'];
const dayMs = 86_400_000;

/** Declares the sandbox's options on a command. */
export function addSandboxOptions(command: Command): Command {
  const { max, intervalMs, window } = defaultRateLimit;
  return command
    .addOption(new Option('--port <number>', 'port to listen on').argParser(parseUpTo(65_535)).default(4010))
    .addOption(
      new Option('--seed <number>', 'seed of the invented data').argParser(parseUpTo(999_999_999_999_999)).default(1),
    )
    .addOption(new Option('--file <path>', 'keep the state in this file instead of in memory'))
    .addOption(
      new Option('--rate-limit <max/interval ms>', 'calls per interval; a developer test account has 25/10000')
        .argParser(parseRateLimit)
        .default({ max, intervalMs }, `${max}/${intervalMs}`),
    )
    .addOption(
      new Option('--window <kind>', 'whether the interval of the rate limit slides or is fixed')
        .choices(windows)
        .default(window),
    )
    .addOption(
      new Option('--index-lag <ms>', 'how long lists and searches lag behind writes, 0 for never')
        .argParser(parseUpTo(dayMs))
        .default(2000),
    )
    .addOption(
      new Option(
        '--fault <kind=rate...>',
        `make a share of the calls fail, e.g. 500=0.1 drop-after=0.02 delay=200=0.5; kinds: ${faultForms.join(', ')}`,
      )
        .argParser(collectFault)
        .default([], 'none'),
    );
}

function parseUpTo(most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (number <= most) return number;
    throw new InvalidArgumentError(`Must be a whole number from 0 to ${most}.`);
  };
}

function parseRateLimit(value: string): SandboxCommandOptions['rateLimit'] {
  const [, max, intervalMs] = (/^(\d{1,9})\/(\d{1,9})$/.exec(value) ?? []).map(Number);
  if (max && intervalMs && intervalMs <= dayMs) return { max, intervalMs };
  throw new InvalidArgumentError(
    `Must be calls/milliseconds, both at least 1, the interval at most ${dayMs}, e.g. 25/10000.`,
  );
}

function collectFault(value: string, previous: readonly FaultRule[]): FaultRule[] {
  try {
    return [...previous, parseFaultRate(value)];
  } catch (cause) {
    throw new InvalidArgumentError(`${cause instanceof Error ? cause.message : cause}.`);
  }
}
