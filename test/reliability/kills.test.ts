import { expect, it } from 'vitest';
import { createRandom } from '../../src/sandbox/store/random.ts';
import { runKills } from './scenarios/kills.ts';

/** A third of `npm run reliability -- kills`. */
it('300 creations, kill -9 at random points, blind repetition: each is made once', async () => {
  const random = createRandom(4);
  const report = await runKills(300, 30, () => random.next());
  expect(report).toMatchObject({ duplicates: 0, falseSuccesses: 0, absent: 0 });
  expect(report.kills).toBeGreaterThan(5);
  expect(report.interrupted).toBeGreaterThan(report.kills);
}, 240_000);
