/** The image's health check, as Docker runs it beside a server. The image itself needs a Docker daemon, and is not built here. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startNode } from '../support/processes.ts';
import { createFolder } from '../support/run.ts';

const script = fileURLToPath(new URL('../../deploy/health.mjs', import.meta.url));

let folder = '';
let port = '';
let status = 200;
let asked: (string | undefined)[] = [];

const server = createServer((request, response) => {
  asked.push(request.url);
  response.writeHead(status).end();
});

beforeAll(async () => {
  folder = createFolder('health');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = String((server.address() as AddressInfo).port);
});

beforeEach(() => {
  asked = [];
});

afterAll(() => {
  server.close();
});

/** The exit code, for a container that was started with this command. */
function check(command: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<number | null> {
  const commandFile = join(folder, 'cmdline');
  writeFileSync(commandFile, `${['node', '/app/dist/highlevel-mcp.js', ...command].join('\0')}\0`);
  const child = startNode([script, commandFile], { environment, isHeard: true });
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('a container', () => {
  it.each([
    ['by its variable', () => check(['serve'], { HIGHLEVEL_PORT: port })],
    ['by a flag', () => check(['serve', '--port', port])],
    ['by a flag in one word', () => check(['serve', `--port=${port}`], { HIGHLEVEL_PORT: '1' })],
  ])('that serves HTTP is asked, %s', async (_what, run) => {
    status = 200;
    expect(await run()).toBe(0);
    expect(asked).toEqual(['/healthz']);
  });

  it('whose server answers with an error is not well', async () => {
    status = 503;
    expect(await check(['serve', '--port', port])).toBe(1);
  });

  it('whose server does not answer is not well', async () => {
    expect(await check(['serve', '--port', '1'])).toBe(1);
  });

  it('on stdio is well as long as it runs', async () => {
    expect(await check(['--read-only'], { HIGHLEVEL_PORT: port })).toBe(0);
    expect(asked).toEqual([]);
  });
});
