/** The first thing a new user runs. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('the demonstration plays its day and ends well', () => {
  const script = fileURLToPath(new URL('../demo/day.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toContain('The day went as expected.');
  expect(stdout).not.toContain('NOT OK');
  expect(status).toBe(0);
});
