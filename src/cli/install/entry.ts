/** The entry of this server in a client's configuration. */

/** As clients read it. */
export interface ServerEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What of the server's settings is written down. There is none for the token: arguments are seen by every process. */
export interface EntrySettings {
  readonly sandbox: boolean;
  readonly readOnly: boolean;
  readonly tools?: string | undefined;
  readonly location?: string | undefined;
  /** Absolute. */
  readonly tokenFile?: string | undefined;
}

/** How this very program was started. */
export interface Launch {
  readonly node: string;
  /** The script, symbolic links resolved. */
  readonly script: string;
  readonly version: string;
  readonly platform: NodeJS.Platform;
}

/** The name under which it is written, and by which agents' tools are prefixed. */
export const SERVER_NAME = 'highlevel';

/** Builds the entry; the token, where there is one to be kept, goes into its environment. */
export function buildEntry(launch: Launch, settings: EntrySettings, token: string | undefined): ServerEntry {
  const [command, ...first] = buildCommand(launch);
  const args = [...first, ...buildFlags(settings)];
  return { command, args, ...(token !== undefined && { env: { HIGHLEVEL_TOKEN: token } }) };
}

/**
 * Node and script by their full paths: a client started from a desktop has not the PATH of a terminal. What npx has
 * fetched may be gone tomorrow, so npx is asked for it again, in this version.
 */
function buildCommand({ node, script, version, platform }: Launch): [string, ...string[]] {
  if (!/[\\/]_npx[\\/]/.test(script)) return [node, script];
  const npx: [string, ...string[]] = ['npx', '-y', `highlevel-mcp@${version}`];
  // A script on Windows, which nothing but its shell can start.
  return platform === 'win32' ? ['cmd', '/c', ...npx] : npx;
}

function buildFlags({ sandbox, readOnly, tools, location, tokenFile }: EntrySettings): string[] {
  return [
    ...(sandbox ? ['--sandbox'] : []),
    ...(readOnly ? ['--read-only'] : []),
    ...(tools === undefined ? [] : ['--tools', tools]),
    ...(location === undefined ? [] : ['--location', location]),
    ...(tokenFile === undefined ? [] : ['--token-file', tokenFile]),
  ];
}
