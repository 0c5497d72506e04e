/** The protocol's own conformance suite, as far as its scenarios ask nothing of a server but the protocol. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpProcess } from '../../support/http-process.ts';
import { hearOut, startNode } from '../../support/processes.ts';
import { createFolder, declare } from '../../support/run.ts';

const manifest = createRequire(import.meta.url).resolve('@modelcontextprotocol/conformance/package.json');
const suite = join(dirname(manifest), 'dist/index.js');
const folder = createFolder('conformance');
declare({ path: folder, holds: ['person'], why: "the suite's reports repeat lists of tools, with their examples" });
const server = await startHttpProcess(['--sandbox']);
afterAll(() => server.stop());

interface Check {
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
  readonly errorMessage?: string;
}

/** Runs all that a revision asks of servers; what came of each scenario is in a file of its own. */
async function runSuite(revision: string): Promise<void> {
  const args = [suite, 'server', '--url', server.url, '--requirements', revision, '-o', join(folder, revision)];
  // It ends with an error as soon as one scenario fails, and most ask for tools of the suite's own.
  await hearOut(startNode(args, { cwd: dirname(manifest) }));
}

function readChecks(revision: string, scenario: string): readonly Check[] {
  const made = readdirSync(join(folder, revision)).find((name) => name.startsWith(`server-${scenario}-2`)) ?? '';
  return JSON.parse(readFileSync(join(folder, revision, made, 'checks.json'), 'utf8')) as readonly Check[];
}

/** Checks that ask for a tool of the suite's own, and lists that change. */
const foreign = /^Not testable: server does not list the diagnostic tool 'test_/;
const isAsked = ({ status, errorMessage = '' }: Check): boolean => status !== 'SKIPPED' && !foreign.test(errorMessage);
const isSound = ({ status }: Check): boolean => status === 'SUCCESS' || status === 'INFO';

/** The others call tools, prompts and resources that a server has to have for them. */
describe.each([
  [
    '2025-11-25',
    ['server-initialize', 'ping', 'tools-list', 'resources-list', 'prompts-list', 'dns-rebinding-protection'],
  ],
  [
    '2026-07-28',
    [
      'tools-list',
      'resources-list',
      'prompts-list',
      'dns-rebinding-protection',
      'caching',
      'http-header-validation',
      'server-sse-multiple-streams',
      'sep-2164-resource-not-found',
      'input-required-result-unsupported-methods',
      'server-stateless',
    ],
  ],
])('%s', (revision, scenarios) => {
  beforeAll(() => runSuite(revision));

  it.each(scenarios)('%s', (scenario) => {
    const checks = readChecks(revision, scenario).filter(isAsked);
    expect(checks.filter(isSound).length).toBeGreaterThan(0);
    expect(checks.filter((check) => !isSound(check))).toEqual([]);
  });
});
