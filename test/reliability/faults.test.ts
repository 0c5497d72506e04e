import { expect, it } from 'vitest';
import { runFaults } from './scenarios/faults.ts';

it('1,000 creations with sockets dropped, 500s, lying 422s and torn answers: none twice, no false success', async () => {
  const report = await runFaults(1_000);
  expect(report).toMatchObject({ duplicates: 0, falseSuccesses: 0 });
  expect(report.faults).toBeGreaterThan(200);
  expect(report.reportedDone).toBeGreaterThan(990);
}, 240_000);
