/** What an operator types around the HTTP server. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { hashBearerToken } from '../../../src/http/clients/bearer-token.ts';
import { serverScript } from '../../support/mcp-clients.ts';

const run = (...args: string[]) => spawnSync(process.execPath, [serverScript, ...args], { encoding: 'utf8' });

it('client-token makes another token each time, and says by which hash it is known', () => {
  const [one, two] = [run('client-token'), run('client-token')].map(({ stdout }) => {
    const [, token = '', hash] = /^token {3}(hlmcp_[\w-]{43})\nsha256 {2}([0-9a-f]{64})\n$/.exec(stdout) ?? [];
    expect(hashBearerToken(token).toString('hex')).toBe(hash);
    return token;
  });
  expect(one).not.toBe(two);
});

it('an option that stands before the command is refused, as it would do nothing there', () => {
  const { status, stderr } = run('--read-only', 'serve', '--sandbox', '--port', '0');
  expect(status).toBe(1);
  expect(stderr).toContain('highlevel-mcp serve --read-only');
});
