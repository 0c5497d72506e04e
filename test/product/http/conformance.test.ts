/** The protocol's own conformance suite, as far as its scenarios ask nothing of a server but the protocol. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { startHttpProcess } from '../../support/http-process.ts';

const run = promisify(execFile);
const manifest = createRequire(import.meta.url).resolve('@modelcontextprotocol/conformance/package.json');
const suite = join(dirname(manifest), 'dist/index.js');
const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
const server = await startHttpProcess(['--sandbox']);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Check {
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
  readonly errorMessage?: string;
}

/** Every check of a scenario, spoken in a revision. */
async function check(scenario: string, revision: string): Promise<readonly Check[]> {
  const output = join(folder, `${scenario}-${revision}`);
  const args = [suite, 'server', '--url', server.url, '--scenario', scenario, '--spec-version', revision, '-o', output];
  // It ends with an error when a check fails; the file says which.
  await run(process.execPath, args, { cwd: dirname(manifest) }).catch(() => {});
  const [made = ''] = readdirSync(output);
  return JSON.parse(readFileSync(join(output, made, 'checks.json'), 'utf8')) as readonly Check[];
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
  it.each(scenarios)('%s', async (scenario) => {
    const checks = (await check(scenario, revision)).filter(isAsked);
    expect(checks.filter(isSound).length).toBeGreaterThan(0);
    expect(checks.filter((one) => !isSound(one))).toEqual([]);
  });
});
