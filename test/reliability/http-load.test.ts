/** Many clients at once: none of them is refused, dropped or forgotten. */
import { expect, it } from 'vitest';
import { runHttpLoad } from './scenarios/http-load.ts';

it('60 clients of 2026-07-28 for three seconds, each as fast as it is answered', async () => {
  const { calls, errors } = await runHttpLoad({ clients: 60, seconds: 3 });
  expect(errors).toBe(0);
  expect(calls).toBeGreaterThanOrEqual(60);
});
