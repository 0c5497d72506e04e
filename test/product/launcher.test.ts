/** The launcher on a Node that is too old: it carries on with the one in the clone, or says what to install. */
import { accessSync, constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverScript } from '../support/mcp-clients.ts';
import { type Ended, runProcess } from '../support/processes.ts';
import { createFolder } from '../support/run.ts';

const oldNode = findOldNode();
const elsewhere = createFolder('mcp');

describe.skipIf(oldNode === undefined)('on an older Node (skipped where the machine has none)', () => {
  const run = (script: string, ...args: string[]): Ended => runProcess(oldNode ?? '', [script, ...args]);

  it('carries on with the Node in the clone, arguments and exit code and all', () => {
    expect(run(serverScript, '--version')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect(run(serverScript, '--unknown').code).toBe(1);
  });

  it('without one beside it, says in one line what to install', () => {
    mkdirSync(join(elsewhere, 'dist'));
    const copy = join(elsewhere, 'dist', 'highlevel-mcp.mjs');
    copyFileSync(serverScript, copy);
    const { code, stdout, stderr } = run(copy);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^highlevel-mcp needs Node 22\.19 or newer, this is [\d.]+: install it from \S+\n$/);
  });
});

/** The first Node on the PATH that is older than what the product needs. */
function findOldNode(): string | undefined {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return found.find((path) => existsSync(path) && isExecutable(path) && majorOf(path) < 22);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function majorOf(node: string): number {
  return Number(runProcess(node, ['--version']).stdout.match(/^v(\d+)/)?.[1] ?? 99);
}
