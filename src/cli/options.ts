/**
 * What the operator decides, as flags with an environment variable each. A flag wins over its variable; but where both
 * restrict (a rule of the policy, a switch), both hold.
 */
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ConfirmationMode, confirmationModes } from '../mcp/confirmation/modes.ts';
import { isTimeZone } from '../mcp/results/local-times.ts';

/** The options of the server as commander hands them over. */
export interface ServerOptions {
  readonly tools: readonly string[];
  readonly readOnly: boolean;
  readonly sandbox: boolean;
  readonly policy?: string;
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly classes?: readonly string[];
  readonly confirm: ConfirmationMode;
  readonly tokenFile?: string;
  readonly account?: string;
  readonly oauthNames: 'v2' | 'v3';
  readonly location?: string;
  readonly company?: string;
  readonly timeZone: string;
  readonly baseUrl?: string;
  readonly uploadFolder: readonly string[];
  readonly exportFolder?: string;
  readonly logLevel: string;
  readonly state?: string;
  readonly audit?: string;
  readonly auditDays: number;
  readonly guardSeconds: number;
  readonly keyHours: number;
  readonly settleSeconds: number;
  readonly deadlineSeconds: number;
  readonly dailyReserve: number;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Declares the server's options on a command. */
export function addServerOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--tools <list>',
        'resources or tools to list by name, comma separated: everyday, all, minimal, contacts, …',
      )
        .env('HIGHLEVEL_TOOLS')
        .argParser(parseList)
        .default([], 'everyday'),
    )
    .option('--read-only', 'offer nothing that writes (env: HIGHLEVEL_READ_ONLY)', false)
    .option('--sandbox', 'run on a built-in HighLevel with invented data (env: HIGHLEVEL_SANDBOX)', false)
    .addOption(
      new Option('--policy <file>', 'JSON file of what may be called, an upper bound to all else').env(
        'HIGHLEVEL_POLICY',
      ),
    )
    .addOption(
      new Option(
        '--allow <patterns>',
        'operations that alone may be called, comma separated, * for any letters (env: HIGHLEVEL_ALLOW)',
      ).argParser(collectList),
    )
    .addOption(
      new Option(
        '--deny <patterns>',
        'operations that may not be called, comma separated, * for any letters (env: HIGHLEVEL_DENY)',
      ).argParser(collectList),
    )
    .addOption(
      new Option(
        '--classes <list>',
        'risk classes that may be called: read, write, high-impact (env: HIGHLEVEL_CLASSES)',
      ).argParser(collectList),
    )
    .addOption(
      new Option('--confirm <mode>', 'how high-impact calls are confirmed: by a person, by a second call, not at all')
        .env('HIGHLEVEL_CONFIRM')
        .choices(confirmationModes)
        .default('ask'),
    )
    .addOption(
      new Option('--token-file <path>', 'file that holds the private integration token; or set HIGHLEVEL_TOKEN').env(
        'HIGHLEVEL_TOKEN_FILE',
      ),
    )
    .addOption(new Option('--account <name>', 'an account of "highlevel-mcp login"').env('HIGHLEVEL_ACCOUNT'))
    .addOption(createNamesOption())
    .addOption(new Option('--location <id>', 'pin every call to this location').env('HIGHLEVEL_LOCATION_ID'))
    .addOption(new Option('--company <id>', 'pin every call to this company').env('HIGHLEVEL_COMPANY_ID'))
    .addOption(
      new Option('--time-zone <zone>', 'in which results show times: auto (of the location), or an IANA name')
        .env('HIGHLEVEL_TIME_ZONE')
        .argParser(parseTimeZone)
        .default('auto'),
    )
    .addOption(new Option('--base-url <url>', 'another address of the API').env('HIGHLEVEL_BASE_URL'))
    .addOption(
      new Option('--upload-folder <path...>', 'folders from which agents may upload files')
        .env('HIGHLEVEL_UPLOAD_FOLDERS')
        .argParser(collectFolders)
        .default([], 'none'),
    )
    .addOption(createStateOption())
    .addOption(createAuditOption())
    .addOption(
      new Option('--audit-days <number>', 'how long audit files are kept, 1 to 3650')
        .env('HIGHLEVEL_AUDIT_DAYS')
        .argParser(parseUpTo(3_650, 1))
        .default(90),
    )
    .addOption(
      new Option('--export-folder <path>', 'folder that query may write files to').env('HIGHLEVEL_EXPORT_FOLDER'),
    )
    .addOption(
      new Option('--guard-seconds <number>', 'how long an identical write counts as a repetition, 0 to 86400')
        .env('HIGHLEVEL_GUARD_SECONDS')
        .argParser(parseUpTo(86_400))
        .default(120),
    )
    .addOption(
      new Option('--key-hours <number>', 'how long an idempotency key stands for its call, 1 to 720')
        .env('HIGHLEVEL_KEY_HOURS')
        .argParser(parseUpTo(720, 1))
        .default(24),
    )
    .addOption(
      new Option('--settle-seconds <number>', "how long HighLevel's lists may lag behind writes, 0 to 3600")
        .env('HIGHLEVEL_SETTLE_SECONDS')
        .argParser(parseUpTo(3_600))
        .default(60),
    )
    .addOption(
      new Option('--deadline-seconds <number>', 'the time of a call, waiting and retries included, 1 to 3600')
        .env('HIGHLEVEL_DEADLINE_SECONDS')
        .argParser(parseUpTo(3_600, 1))
        .default(60),
    )
    .addOption(
      new Option('--daily-reserve <percent>', "share of the day's calls that background work leaves to people, 0 to 90")
        .env('HIGHLEVEL_DAILY_RESERVE')
        .argParser(parseUpTo(90))
        .default(10),
    )
    .addOption(
      new Option('--log-level <level>', 'how much goes to stderr')
        .env('HIGHLEVEL_LOG_LEVEL')
        .choices(logLevels)
        .default('info'),
    );
}

/** Of every command that uses the store. */
export function createStateOption(): Option {
  return new Option(
    '--state <place>',
    'where limits and the journal of writes are kept: a folder, memory, or redis://…',
  )
    .env('HIGHLEVEL_STATE')
    .default(undefined, "the user's data folder");
}

/** Which names of HighLevel's OAuth endpoints are used: of every command that refreshes tokens. */
export function createNamesOption(): Option {
  return new Option('--oauth-names <version>', "names of HighLevel's OAuth endpoints")
    .env('HIGHLEVEL_OAUTH_NAMES')
    .choices(['v2', 'v3'])
    .default('v2');
}

/** Of every command that uses the audit log. */
export function createAuditOption(): Option {
  return new Option('--audit <folder>', 'where writes and refusals are recorded: a folder, or off')
    .env('HIGHLEVEL_AUDIT')
    .default(undefined, 'audit, beside the state');
}

/**
 * The token, from the file or HIGHLEVEL_TOKEN. Never from an argument: command lines are visible to every
 * process of the machine.
 *
 * @throws InvalidArgumentError when the file cannot be read.
 */
export function readToken(tokenFile: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  if (tokenFile !== undefined && tokenFile !== '') {
    try {
      return normaliseToken(readFileSync(tokenFile, 'utf8'));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
      throw new InvalidArgumentError(`The token file cannot be read (${code}).`);
    }
  }
  return normaliseToken(environment.HIGHLEVEL_TOKEN);
}

/**
 * A yes or no from the environment. Not left to commander, to which `HIGHLEVEL_READ_ONLY=false` means true.
 *
 * @throws InvalidArgumentError for anything that is neither.
 */
export function readSwitch(environment: NodeJS.ProcessEnv, name: string): boolean {
  const value = blankToUndefined(environment[name])?.toLowerCase();
  if (value === undefined || ['0', 'false', 'no', 'off'].includes(value)) return false;
  if (['1', 'true', 'yes', 'on'].includes(value)) return true;
  throw new InvalidArgumentError(`${name} must be true or false.`);
}

/** The rules of the flags. A list that was left blank rules nothing. */
export function readRuleFlags({ allow = [], deny = [], classes = [] }: ServerOptions): object {
  return dropEmpty({ allow, deny, classes });
}

/** The rules of the environment. Not left to commander, to which a flag would lift them. */
export function readRuleVariables(environment: NodeJS.ProcessEnv): object {
  const { HIGHLEVEL_ALLOW: allow = '', HIGHLEVEL_DENY: deny = '', HIGHLEVEL_CLASSES: classes = '' } = environment;
  return dropEmpty({ allow: parseList(allow), deny: parseList(deny), classes: parseList(classes) });
}

/**
 * What stands before the command's name is not the command's, so it would do nothing: `--read-only serve` must not write.
 *
 * @throws RangeError
 */
export function assertOptionsBehind(command: Command): void {
  const { parent } = command;
  const misplaced = parent?.options.find((option) => parent.getOptionValueSource(option.attributeName()) === 'cli');
  if (misplaced === undefined) return;
  throw new RangeError(`Put ${misplaced.long} behind the command: highlevel-mcp ${command.name()} ${misplaced.long} …`);
}

/** Empty values are what clients pass for a setting that was left blank. */
export function blankToUndefined(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
}

function dropEmpty(lists: Readonly<Record<string, readonly string[]>>): object {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function normaliseToken(text: string | undefined): string | undefined {
  return blankToUndefined(text)?.replace(/^Bearer\s+/i, '');
}

function parseUpTo(most: number, least = 0): (value: string) => number {
  return (value) => {
    const number = /^\d{1,6}$/.test(value.trim()) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Must be a whole number from ${least} to ${most}.`);
  };
}

function parseTimeZone(value: string): string {
  const zone = blankToUndefined(value) ?? 'auto';
  if (zone === 'auto' || isTimeZone(zone)) return zone;
  throw new InvalidArgumentError('Must be auto, or an IANA time zone such as America/New_York.');
}

/** The items of a comma-separated list. */
export function parseList(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A flag that is given twice adds to itself: the second `--deny` must not lift the first. */
function collectList(value: string, previous: readonly string[] = []): string[] {
  return [...previous, ...parseList(value)];
}

function collectFolders(value: string, previous: readonly string[]): string[] {
  return [...(Array.isArray(previous) ? previous : []), ...parseList(value)];
}
