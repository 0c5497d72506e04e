/** The first thing a new user runs. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runNode } from '../support/processes.ts';
import { runEnvironment } from '../support/run.ts';

it('the demonstration plays its day and ends well', () => {
  const script = fileURLToPath(new URL('../demo/day.ts', import.meta.url));
  const { code, stdout, stderr } = runNode([script], { environment: runEnvironment });
  expect(stderr).toBe('');
  expect(stdout).toContain('The day went as expected.');
  expect(stdout).not.toContain('NOT OK');
  expect(code).toBe(0);
});
