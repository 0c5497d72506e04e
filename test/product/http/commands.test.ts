/** What an operator types around the HTTP server. */
import { expect, it } from 'vitest';
import { hashBearerToken } from '../../../src/http/clients/bearer-token.ts';
import { serverScript } from '../../support/mcp-clients.ts';
import { runNode } from '../../support/processes.ts';

const run = (...args: string[]) => runNode([serverScript, ...args]);

it('client-token makes another token each time, and says by which hash it is known', () => {
  const [one, two] = [run('client-token'), run('client-token')].map(({ stdout }) => {
    const [, token = '', hash] = /^token {3}(hlmcp_[\w-]{43})\nsha256 {2}([0-9a-f]{64})\n$/.exec(stdout) ?? [];
    expect(hashBearerToken(token).toString('hex')).toBe(hash);
    return token;
  });
  expect(one).not.toBe(two);
});

it('an option that stands before the command is refused, as it would do nothing there', () => {
  const { code, stderr } = run('--read-only', 'serve', '--sandbox', '--port', '0');
  expect(code).toBe(1);
  expect(stderr).toContain('highlevel-mcp serve --read-only');
});
