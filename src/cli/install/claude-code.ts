/** Claude Code by its own command, which knows where running sessions keep their configuration. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SERVER_NAME, type ServerEntry } from './entry.ts';
import { InstallError } from './error.ts';

/** The full path of `claude`, if it can be run without a shell. */
export function findClaude(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const name = platform === 'win32' ? 'claude.exe' : 'claude';
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Whether Claude Code has an entry of this name, wherever it keeps it. */
export function isKnownToClaude(claude: string): boolean {
  return spawnSync(claude, ['mcp', 'get', SERVER_NAME], { stdio: 'ignore' }).status === 0;
}

/** The arguments that add the entry for all projects of the user. It has no variables: they would be arguments. */
export function buildAddArguments({ command, args }: Omit<ServerEntry, 'env'>): string[] {
  return ['mcp', 'add', '--scope', 'user', SERVER_NAME, '--', command, ...args];
}

/** The arguments that remove it. */
export function buildRemoveArguments(): string[] {
  return ['mcp', 'remove', '--scope', 'user', SERVER_NAME];
}

/**
 * Runs it, its words on stderr.
 *
 * @throws InstallError when it fails
 */
export function runClaude(claude: string, args: readonly string[]): void {
  const { status, error } = spawnSync(claude, args, { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new InstallError(`claude mcp failed (${error?.message ?? `exit code ${status}`}).`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
