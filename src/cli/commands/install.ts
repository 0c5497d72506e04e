/** `highlevel-mcp install` and `uninstall`: this server in the configuration of an MCP client. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { assertLocationId } from '../../highlevel/location-id.ts';
import { createSurface } from '../../mcp/surface/surface.ts';
import {
  buildAddArguments,
  buildRemoveArguments,
  findClaude,
  isKnownToClaude,
  runClaude,
} from '../install/claude-code.ts';
import { type ClientName, formats, locateConfig, titles } from '../install/clients.ts';
import { type ConfigFile, readConfigFile, writeConfigFile } from '../install/config-file.ts';
import { removeEntry, setEntry } from '../install/edit.ts';
import { buildEntry, type EntrySettings, type Launch } from '../install/entry.ts';
import { InstallError } from '../install/error.ts';
import { formatDiff, hideValues, TOKEN_IN_PREVIEW } from '../install/preview.ts';
import type { ChangeOptions, InstallOptions } from '../install-options.ts';
import { blankToUndefined, parseList, readToken } from '../options.ts';
import { print } from '../print.ts';
import { askHidden, askYesOrNo, hasTerminal } from '../terminal.ts';
import { version } from '../version.ts';

/**
 * Shows what would be written, asks, and writes it.
 *
 * @throws InstallError with a message for the operator; the configuration is then as it was
 */
export async function install(client: ClientName, options: InstallOptions): Promise<void> {
  const settings = readSettings(options);
  const launch = readLaunch();
  if (client === 'claude-code' && options.withToken) {
    throw new InstallError(
      'Claude Code takes variables as arguments, which every process can see, and its .mcp.json is shared with the ' +
        'project. Keep the token in a file that only you can read, and name it with --token-file.',
    );
  }
  const claude = findOwnCommand(client, options);
  if (claude !== undefined) {
    const args = buildAddArguments(buildEntry(launch, settings, undefined));
    if (isKnownToClaude(claude)) {
      print(
        'Claude Code has this server already. To change it: highlevel-mcp uninstall claude-code, and install again.',
      );
      return;
    }
    if (await runOwnCommand(claude, args, options)) adviseNext(client, options);
    return;
  }
  const format = formats[client];
  const token = options.withToken ? await readTokenToKeep(options) : undefined;
  const file = readConfig(client, options);
  const after = inFile(file, () => setEntry(file.text, format, buildEntry(launch, settings, token)));
  const shown = buildEntry(launch, settings, token === undefined ? undefined : TOKEN_IN_PREVIEW);
  const before = hideValues(file.text, format);
  const change = { file, after, before, shownAfter: setEntry(before, format, shown), isSecret: token !== undefined };
  if (await apply(client, change, options)) adviseNext(client, options);
}

/**
 * Takes the entry out again, in the same way.
 *
 * @throws InstallError as `install`
 */
export async function uninstall(client: ClientName, options: ChangeOptions): Promise<void> {
  const claude = findOwnCommand(client, options);
  if (claude !== undefined) {
    if (isKnownToClaude(claude)) await runOwnCommand(claude, buildRemoveArguments(), options);
    else print('Nothing to do: Claude Code has no such server.');
    return;
  }
  const format = formats[client];
  const file = readConfig(client, options);
  const after = inFile(file, () => removeEntry(file.text, format));
  const before = hideValues(file.text, format);
  await apply(client, { file, after, before, shownAfter: removeEntry(before, format), isSecret: false }, options);
}

interface Change {
  readonly file: ConfigFile;
  readonly after: string;
  /** Both without anybody's secrets. */
  readonly before: string;
  readonly shownAfter: string;
  readonly isSecret: boolean;
}

/** Whether it was carried out. */
async function apply(client: ClientName, change: Change, options: ChangeOptions): Promise<boolean> {
  const { file, after, before, shownAfter, isSecret } = change;
  if (after === file.text) {
    print(`Nothing to do: ${file.path} says so already.`);
    return false;
  }
  print(formatDiff(file.path, before, shownAfter));
  if (!(await agree(`Change the configuration of ${titles[client]}?`, options))) return false;
  const backup = writeConfigFile(file, after, { isSecret });
  print(`Written: ${file.path}${backup === undefined ? '' : `\nBefore:  ${backup}`}\nRestart ${titles[client]}.`);
  return true;
}

async function runOwnCommand(claude: string, args: readonly string[], options: ChangeOptions): Promise<boolean> {
  print(`claude ${args.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ')}`);
  if (!(await agree('Run this?', options))) return false;
  runClaude(claude, args);
  return true;
}

async function agree(question: string, { print: printsOnly = false, yes = false }: ChangeOptions): Promise<boolean> {
  if (printsOnly) return false;
  if (yes) return true;
  if (!hasTerminal()) throw new InstallError('Nothing was changed: there is nobody to ask. Add --yes to agree.');
  if (await askYesOrNo(question)) return true;
  print('Nothing was changed.');
  return false;
}

function adviseNext(client: ClientName, { sandbox, tokenFile, withToken }: InstallOptions): void {
  if (sandbox || tokenFile !== undefined || withToken) return;
  const way = client === 'claude-code' ? '' : ', or with --with-token to keep it in this configuration';
  print(
    'It has no token yet. Save yours to a file that only you can read, and run this again with ' +
      `--token-file <path>${way}.`,
  );
}

/** Claude Code's command, unless a file was named. */
function findOwnCommand(client: ClientName, { config }: ChangeOptions): string | undefined {
  return client === 'claude-code' && config === undefined ? findClaude(process.env, process.platform) : undefined;
}

function readConfig(client: ClientName, { config }: ChangeOptions): ConfigFile {
  const machine = {
    platform: process.platform,
    home: homedir(),
    folder: process.cwd(),
    environment: process.env,
    disk: { exists: existsSync, list: (folder: string) => (existsSync(folder) ? readdirSync(folder) : []) },
  };
  return readConfigFile(config === undefined ? locateConfig(client, machine) : resolve(config));
}

/** Says which file it is that cannot be changed. */
function inFile(file: ConfigFile, edit: () => string): string {
  try {
    return edit();
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    throw new InstallError(`${file.path}: ${error.message}`);
  }
}

/** Checked now: in the client, a wrong one would be a server that does not start. */
function readSettings(options: InstallOptions): EntrySettings {
  const { sandbox = false, readOnly = false } = options;
  const tools = blankToUndefined(options.tools);
  createSurface(createCatalogue(), { tools: parseList(tools ?? ''), readOnly, pins: {} });
  const location = blankToUndefined(options.location);
  assertLocationId(location, 'The location (--location)');
  const tokenFile = blankToUndefined(options.tokenFile);
  return {
    sandbox,
    readOnly,
    tools,
    location,
    tokenFile: tokenFile === undefined ? undefined : resolve(tokenFile),
  };
}

function readLaunch(): Launch {
  const script = realpathSync(process.argv[1] ?? '');
  return { node: process.execPath, script, version, platform: process.platform };
}

async function readTokenToKeep({ print: printsOnly = false }: InstallOptions): Promise<string> {
  const given = readToken(undefined, process.env);
  if (given !== undefined) return given;
  // Its place is shown all the same.
  if (printsOnly) return TOKEN_IN_PREVIEW;
  if (!hasTerminal()) throw new InstallError('There is no terminal to ask for the token: set HIGHLEVEL_TOKEN.');
  const typed = readToken(undefined, { HIGHLEVEL_TOKEN: await askHidden('Private integration token (not shown): ') });
  if (typed === undefined) throw new InstallError('No token was given: nothing was changed.');
  return typed;
}
