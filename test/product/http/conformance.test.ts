/** The protocol's own conformance suite, as far as its scenarios ask nothing of a server but the protocol. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { startHttpProcess } from '../../support/http-process.ts';

const run = promisify(execFile);
const manifest = createRequire(import.meta.url).resolve('@modelcontextprotocol/conformance/package.json');
const suite = join(dirname(manifest), 'dist/index.js');

const server = await startHttpProcess(['--sandbox']);
afterAll(() => server.stop());

/** The others call tools, prompts and resources that a server has to have for them. */
it.each(['server-initialize', 'ping', 'tools-list', 'resources-list', 'prompts-list', 'dns-rebinding-protection'])(
  '%s',
  async (scenario) => {
    const args = [suite, 'server', '--url', server.url, '--scenario', scenario];
    const { stdout } = await run(process.execPath, args, { cwd: dirname(manifest) });
    expect(stdout).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed, 0 warnings/);
  },
);
