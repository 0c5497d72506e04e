import { expect, it } from 'vitest';
import { runRaces } from './scenarios/races.ts';

it('two processes race 2,000 equal keys: each is sent once', async () => {
  const report = await runRaces({ keys: 2_000 });
  expect(report).toMatchObject({ sent: 2_000, errors: 0, duplicates: 0, falseSuccesses: 0, absent: 0 });
}, 300_000);
