/** The clients whose configuration can be written: where it is, and how they spell an entry. */
import { posix, win32 } from 'node:path';
import { type Disk, locateClaudeDesktop } from './windows-claude.ts';

export const clientNames = ['claude-desktop', 'claude-code', 'cursor', 'vscode'] as const;
export type ClientName = (typeof clientNames)[number];

/** How a client's file is written. */
export interface ConfigFormat {
  /** The object that holds the servers by name. */
  readonly serversKey: 'mcpServers' | 'servers';
  /** Comments and trailing commas are as good as JSON to it. */
  readonly isJsonc: boolean;
  /** Each entry says that it is a process. */
  readonly hasType: boolean;
}

/** What decides where a file is. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The current folder. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly disk: Disk;
}

const json: ConfigFormat = { serversKey: 'mcpServers', isJsonc: false, hasType: false };

export const formats: Readonly<Record<ClientName, ConfigFormat>> = {
  'claude-desktop': json,
  'claude-code': json,
  cursor: { ...json, isJsonc: true },
  vscode: { serversKey: 'servers', isJsonc: true, hasType: true },
};

export const titles: Readonly<Record<ClientName, string>> = {
  'claude-desktop': 'Claude Desktop',
  'claude-code': 'Claude Code',
  cursor: 'Cursor',
  vscode: 'VS Code',
};

/**
 * The file a client reads, by its own documentation: the user's, or for Claude Code the project's.
 *
 * @throws InstallError where it cannot be told
 */
export function locateConfig(client: ClientName, machine: Machine): string {
  const { join } = machine.platform === 'win32' ? win32 : posix;
  switch (client) {
    case 'claude-desktop':
      if (machine.platform === 'win32') {
        const local = machine.environment.LOCALAPPDATA || join(machine.home, 'AppData', 'Local');
        return locateClaudeDesktop(locateSettings(machine), local, machine.disk);
      }
      return join(locateSettings(machine), 'Claude', 'claude_desktop_config.json');
    case 'claude-code':
      return join(machine.folder, '.mcp.json');
    case 'cursor':
      return join(machine.home, '.cursor', 'mcp.json');
    case 'vscode':
      return join(locateSettings(machine), 'Code', 'User', 'mcp.json');
  }
}

/** Where programs of a desktop keep their settings. */
function locateSettings({ platform, home, environment }: Machine): string {
  if (platform === 'win32') return environment.APPDATA || win32.join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support');
  return environment.XDG_CONFIG_HOME || posix.join(home, '.config');
}
