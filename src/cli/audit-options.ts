/** What `highlevel-mcp audit` takes. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { createAuditOption, createStateOption } from './options.ts';

/** The options of the command as commander hands them over. */
export interface AuditCommandOptions {
  readonly audit?: string;
  readonly state?: string;
  readonly verify?: boolean;
  /** Epoch milliseconds. */
  readonly since?: number;
  readonly operation?: string;
  readonly json?: boolean;
}

/** Declares them on a command. */
export function addAuditOptions(command: Command): Command {
  return command
    .addOption(createAuditOption())
    .addOption(createStateOption())
    .addOption(new Option('--verify', 'say whether the log is as it was written, and exit with 1 if it is not'))
    .addOption(new Option('--since <date>', 'only what came after, such as 2026-11-29').argParser(parseTime))
    .addOption(new Option('--operation <pattern>', 'only these, * for any letters'))
    .addOption(new Option('--json', 'lines as they stand in the files'));
}

function parseTime(value: string): number {
  const time = /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new InvalidArgumentError('Must be a date, or a date with a time: 2026-11-29 or 2026-11-29T18:00Z.');
}
