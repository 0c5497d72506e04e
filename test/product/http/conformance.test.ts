/** The protocol's own conformance suite, as far as its scenarios ask nothing of a server but the protocol. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, it } from 'vitest';
import { startHttpProcess } from '../../support/http-process.ts';
import { startNode } from '../../support/processes.ts';

const manifest = createRequire(import.meta.url).resolve('@modelcontextprotocol/conformance/package.json');
const suite = join(dirname(manifest), 'dist/index.js');

const server = await startHttpProcess(['--sandbox']);
afterAll(() => server.stop());

/** The others call tools, prompts and resources that a server has to have for them. */
it.each(['server-initialize', 'ping', 'tools-list', 'resources-list', 'prompts-list', 'dns-rebinding-protection'])(
  '%s',
  async (scenario) => {
    const args = [suite, 'server', '--url', server.url, '--scenario', scenario];
    const child = startNode(args, { cwd: dirname(manifest) });
    const [stdout] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect(stdout).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed, 0 warnings/);
  },
);
