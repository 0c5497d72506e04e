import { describe, expect, it } from 'vitest';
import { locateConfig, type Machine } from '../../../src/cli/install/clients.ts';
import { buildEntry } from '../../../src/cli/install/entry.ts';

const disk = { exists: () => false, list: () => [] };
const linux: Machine = { platform: 'linux', home: '/home/ana', folder: '/projects/shop', environment: {}, disk };
const mac: Machine = { ...linux, platform: 'darwin', home: '/Users/ana' };
const windows: Machine = { ...linux, platform: 'win32', home: 'C:\\Users\\ana', folder: 'C:\\shop' };
const roaming: Machine = { ...windows, environment: { APPDATA: 'D:\\Roaming' } };
const xdg: Machine = { ...linux, environment: { XDG_CONFIG_HOME: '/cfg' } };

describe('the configuration of each client', () => {
  it.each([
    ['claude-desktop', linux, '/home/ana/.config/Claude/claude_desktop_config.json'],
    ['claude-desktop', mac, '/Users/ana/Library/Application Support/Claude/claude_desktop_config.json'],
    ['claude-desktop', windows, 'C:\\Users\\ana\\AppData\\Roaming\\Claude\\claude_desktop_config.json'],
    ['claude-desktop', roaming, 'D:\\Roaming\\Claude\\claude_desktop_config.json'],
    ['claude-code', linux, '/projects/shop/.mcp.json'],
    ['claude-code', windows, 'C:\\shop\\.mcp.json'],
    ['cursor', mac, '/Users/ana/.cursor/mcp.json'],
    ['cursor', roaming, 'C:\\Users\\ana\\.cursor\\mcp.json'],
    ['vscode', linux, '/home/ana/.config/Code/User/mcp.json'],
    ['vscode', xdg, '/cfg/Code/User/mcp.json'],
    ['vscode', mac, '/Users/ana/Library/Application Support/Code/User/mcp.json'],
    ['vscode', roaming, 'D:\\Roaming\\Code\\User\\mcp.json'],
  ] as const)('%s, %o', (client, machine, path) => {
    expect(locateConfig(client, machine)).toBe(path);
  });
});

describe('Claude Desktop as a package of Windows', () => {
  const usual = 'C:\\Users\\ana\\AppData\\Roaming\\Claude\\claude_desktop_config.json';
  const packages = 'C:\\Users\\ana\\AppData\\Local\\Packages';
  const inPackage = (name: string): string =>
    `${packages}\\${name}\\LocalCache\\Roaming\\Claude\\claude_desktop_config.json`;

  it.each([
    ['nothing is there yet', ['Claude_a1', 'Claude-Data', 'Other_1'], [], inPackage('Claude_a1')],
    ['it has a file of its own', ['Claude_a1'], [inPackage('Claude_a1'), usual], inPackage('Claude_a1')],
    ['it has none, so that Windows shows it the usual one', ['Claude_a1', 'Claude_b2'], [usual], usual],
    ['one of two has a file', ['Claude_a1', 'Claude_b2'], [inPackage('Claude_b2')], inPackage('Claude_b2')],
    ['there is no package', ['Claude'], [], usual],
  ])('%s', (_what, names, files, path) => {
    const seen = {
      exists: (file: string) => files.includes(file),
      list: (at: string) => (at === packages ? names : []),
    };
    expect(locateConfig('claude-desktop', { ...windows, disk: seen })).toBe(path);
  });

  it('asks for the file where there are two', () => {
    const two = { exists: () => false, list: () => ['Claude_a1', 'Claude_b2'] };
    expect(() => locateConfig('claude-desktop', { ...windows, disk: two })).toThrow('--config');
  });
});

describe('an entry', () => {
  const settings = { sandbox: false, readOnly: false };
  const launch = {
    node: '/bin/node',
    script: '/app/dist/highlevel-mcp.js',
    version: '1.2.3',
    platform: 'linux',
  } as const;

  it('names Node and script in full, and each setting as a flag', () => {
    const all = { sandbox: true, readOnly: true, tools: 'contacts', location: 'L1', tokenFile: '/t' };
    expect(buildEntry(launch, all, undefined)).toEqual({
      command: '/bin/node',
      args: [
        ...['/app/dist/highlevel-mcp.js', '--sandbox', '--read-only', '--tools', 'contacts', '--location', 'L1'],
        ...['--token-file', '/t'],
      ],
    });
  });

  it('keeps a token out of the arguments', () => {
    const { args, env } = buildEntry(launch, settings, 'pit-1');
    expect(args.join()).not.toContain('pit-1');
    expect(env).toEqual({ HIGHLEVEL_TOKEN: 'pit-1' });
  });

  it('asks npx again for what npx had fetched', () => {
    const fetched = { ...launch, script: '/home/ana/.npm/_npx/1a2b/node_modules/highlevel-mcp/dist/highlevel-mcp.js' };
    expect(buildEntry(fetched, settings, undefined)).toEqual({ command: 'npx', args: ['-y', 'highlevel-mcp@1.2.3'] });
    expect(buildEntry({ ...fetched, platform: 'win32' }, settings, undefined).command).toBe('cmd');
  });
});
