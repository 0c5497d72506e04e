/** `highlevel-mcp install` as people run it: on files of their own, through links, at a terminal, with and without `claude`. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { serverScript } from '../support/mcp-clients.ts';
import { type Ended, launchOverStdio, runNode, startProcess } from '../support/processes.ts';
import { createFolder, declare } from '../support/run.ts';

const token = 'pit-11111111-2222-4333-8444-555555555555';

let home = '';

beforeEach(() => {
  home = createFolder('install');
});

/** With no `claude` on the path, unless a folder is given that holds one. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Ended {
  return runNode([serverScript, ...args], {
    cwd: home,
    environment: { HOME: home, PATH: '/nowhere', ...environment },
  });
}

const desktopConfig = (): string => join(home, '.config', 'Claude', 'claude_desktop_config.json');

function writeDesktopConfig(text: string): string {
  mkdirSync(join(home, '.config', 'Claude'), { recursive: true });
  writeFileSync(desktopConfig(), text);
  return desktopConfig();
}

/** With a token, it and its backups hold what the client starts the server with. */
function declareDesktopConfig(): void {
  declare({ path: desktopConfig(), holds: ['secret'], why: 'somebody asked for the token to be put there' });
}

const listBackups = (): string[] =>
  readdirSync(join(home, '.config', 'Claude')).filter((name) => name.includes('.backup-'));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('highlevel-mcp install', () => {
  it('writes an entry from which a client starts the server', async () => {
    expect(run(['install', 'claude-desktop', '--sandbox', '--tools', 'contacts', '--yes'])).toMatchObject({ code: 0 });
    const { highlevel } = JSON.parse(readFileSync(desktopConfig(), 'utf8')).mcpServers;
    const client = new Client({ name: 'test-client', version: '1.0.0' });
    await client.connect(launchOverStdio({ ...highlevel, environment: { HOME: home } }));
    onTestFinished(() => client.close());
    const { content, isError } = await client.callTool({
      name: 'contacts_contact_search',
      arguments: { pageLimit: 1 },
    });
    expect(isError ?? false).toBe(false);
    expect(JSON.stringify(content)).toContain('contacts');
  });

  it('shows the change, keeps the rest and a copy, and has nothing to do the second time', () => {
    const before = '{\n\t"mcpServers": {"other": {"command": "x", "env": {"KEY": "s3cret"}}},\n\t"theme": "dark"\n}\n';
    const path = writeDesktopConfig(before);
    chmodSync(path, 0o644);
    const args = ['install', 'claude-desktop', '--location', 'L1', '--yes'];
    const { stdout, code } = run(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\+.*"highlevel"/m);
    expect(stdout).toContain('It has no token yet');
    expect(stdout).not.toContain('s3cret');
    const after = readFileSync(path, 'utf8');
    expect(JSON.parse(after)).toMatchObject({
      ...JSON.parse(before),
      mcpServers: { other: { env: { KEY: 's3cret' } } },
    });
    expect(modeOf(path)).toBe(0o644);
    const [backup = '', ...more] = listBackups();
    expect(more).toEqual([]);
    expect(readFileSync(join(home, '.config', 'Claude', backup), 'utf8')).toBe(before);
    expect(modeOf(join(home, '.config', 'Claude', backup))).toBe(0o600);

    expect(run(args).stdout).toContain('Nothing to do');
    expect(readFileSync(path, 'utf8')).toBe(after);
    expect(listBackups()).toHaveLength(1);

    expect(run(['uninstall', 'claude-desktop', '--yes']).code).toBe(0);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(before));
    expect(run(['uninstall', 'claude-desktop', '--yes']).stdout).toContain('Nothing to do');
  });

  it('keeps a token in the variables of the entry only, unread by others and unseen', () => {
    const path = writeDesktopConfig('{}');
    chmodSync(path, 0o644);
    declareDesktopConfig();
    const ran = run(['install', 'claude-desktop', '--with-token', '--yes'], { HIGHLEVEL_TOKEN: token });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).not.toContain(token);
    const { highlevel } = JSON.parse(readFileSync(path, 'utf8')).mcpServers;
    expect(highlevel.env).toEqual({ HIGHLEVEL_TOKEN: token });
    expect(highlevel.args.join()).not.toContain(token);
    expect(modeOf(path)).toBe(0o600);
    // The token stays, and stays hidden, when something else is changed.
    const again = run(['install', 'claude-desktop', '--read-only', '--yes']);
    expect(again.stdout).toContain('+        "--read-only"');
    expect(again.stdout).not.toContain(token);
    expect(JSON.parse(readFileSync(path, 'utf8')).mcpServers.highlevel.env).toEqual({ HIGHLEVEL_TOKEN: token });
    expect(run(['uninstall', 'claude-desktop', '--yes']).stdout).not.toContain(token);
  });

  it('follows a link and leaves it one', () => {
    const target = join(home, 'dotfiles.json');
    writeFileSync(target, '{}');
    mkdirSync(join(home, '.cursor'));
    const link = join(home, '.cursor', 'mcp.json');
    symlinkSync(target, link);
    expect(run(['install', 'cursor', '--yes']).stdout).toContain(target);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(target, 'utf8')).mcpServers.highlevel.command).toBe(process.execPath);
  });

  it.each([
    ['damaged', (path: string) => writeFileSync(path, '{"mcpServers": {'), 'damaged in line 1'],
    ['not UTF-8', (path: string) => writeFileSync(path, Buffer.from('{"a": "\xe4"}', 'latin1')), 'cannot be read'],
    ['a folder', (path: string) => mkdirSync(path), 'is not a file'],
    ['a link that leads nowhere', (path: string) => symlinkSync('/nowhere/at/all', path), 'leads nowhere'],
  ])('refuses what is %s, and touches nothing', (_what, make, message) => {
    const path = join(home, 'mcp.json');
    make(path);
    const before = lstatSync(path, { bigint: true });
    const { code, stderr } = run(['install', 'cursor', '--config', path, '--yes']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
    expect(lstatSync(path, { bigint: true }).ctimeNs).toBe(before.ctimeNs);
    expect(readdirSync(home)).toEqual(['mcp.json']);
  });

  it.each([
    [['--print'], 0, ''],
    [[], 1, 'Add --yes'],
    [['--tools', 'contcts', '--yes'], 1, 'contcts'],
    [['--with-token', '--sandbox', '--yes'], 1, 'cannot be used with'],
    [['--with-token', '--yes'], 1, 'set HIGHLEVEL_TOKEN'],
  ])('%j writes nothing', (flags, code, message) => {
    const ran = run(['install', 'claude-desktop', ...flags]);
    expect(ran).toMatchObject({ code, stderr: expect.stringContaining(message) });
    expect(existsSync(desktopConfig())).toBe(false);
  });
});

describe('at a terminal', () => {
  /** What somebody sees who types each answer when its question comes. */
  async function converse(
    args: readonly string[],
    answers: readonly [question: string, answer: string][],
  ): Promise<string> {
    const command = [process.execPath, serverScript, ...args].map((part) => `'${part}'`).join(' ');
    const terminal = startProcess('script', ['-qec', command, '/dev/null'], {
      environment: { ...process.env, HOME: home },
      cwd: home,
    });
    let seen = '';
    const left = [...answers];
    terminal.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const [next] = left;
      if (next === undefined || !seen.includes(next[0])) return;
      left.shift();
      terminal.stdin.write(`${next[1]}\r`);
    });
    await new Promise((resolve) => terminal.once('close', resolve));
    expect(left).toEqual([]);
    return seen;
  }

  it('asks for the token without showing it, and before it writes', async () => {
    declareDesktopConfig();
    const seen = await converse(
      ['install', 'claude-desktop', '--with-token'],
      [
        ['(not shown)', token],
        ['[y/N]', 'y'],
      ],
    );
    expect(seen).toContain('+        "HIGHLEVEL_TOKEN": "(the token)"');
    expect(seen).not.toContain(token);
    expect(readFileSync(desktopConfig(), 'utf8')).toContain(token);
  });

  it.each(['n', '', 'yesterday', '\u0003'])('%j is a no', async (answer) => {
    await converse(['install', 'claude-desktop', '--sandbox'], [['[y/N]', answer]]);
    expect(existsSync(desktopConfig())).toBe(false);
  });
});

describe('Claude Code', () => {
  /** Stands in for `claude`: notes its arguments, and knows a server once it was added. */
  function makeClaude(): { PATH: string; readCalls: () => string[] } {
    const folder = join(home, 'bin');
    mkdirSync(folder);
    const script = [
      '#!/bin/sh',
      `case "$1 $2" in "mcp get") test -f '${home}/known'; exit $?;; "mcp add") : > '${home}/known';; esac`,
      `case "$1 $2" in "mcp remove") rm '${home}/known';; esac`,
      `echo "$*" >> '${home}/calls'`,
    ];
    writeFileSync(join(folder, 'claude'), `${script.join('\n')}\n`, { mode: 0o755 });
    return {
      PATH: `${folder}:/usr/bin:/bin`,
      readCalls: () => readFileSync(join(home, 'calls'), 'utf8').trimEnd().split('\n'),
    };
  }

  it('is told by its own command where there is one, once', () => {
    const { PATH, readCalls } = makeClaude();
    const args = ['install', 'claude-code', '--read-only', '--yes'];
    expect(run(args, { PATH }).stdout).toMatch(/^claude mcp add --scope user highlevel -- .* --read-only$/m);
    expect(run(args, { PATH }).stdout).toContain('has this server already');
    expect(run(['uninstall', 'claude-code', '--yes'], { PATH })).toMatchObject({ code: 0 });
    expect(readCalls()).toEqual([
      `mcp add --scope user highlevel -- ${process.execPath} ${serverScript} --read-only`,
      'mcp remove --scope user highlevel',
    ]);
    expect(existsSync(join(home, '.mcp.json'))).toBe(false);
  });

  it("is told by the project's file where there is none", () => {
    expect(run(['install', 'claude-code', '--yes'])).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(home, '.mcp.json'), 'utf8')).mcpServers.highlevel.args).toEqual([serverScript]);
  });

  it('gets no token, which would be an argument or shared with the project', () => {
    const ran = run(['install', 'claude-code', '--with-token', '--yes'], { HIGHLEVEL_TOKEN: token });
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('--token-file') });
    expect(readdirSync(home)).toEqual([]);
  });
});
