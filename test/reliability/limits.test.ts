import { expect, it } from 'vitest';
import { runLimits } from './scenarios/limits.ts';

/** A fiftieth of HighLevel's interval at the tenth of its length, so that 10,000 calls take less than a minute. */
const fast = { calls: 10_000, processes: 4, max: 500, intervalMs: 2_000 } as const;

it.each(['fixed', 'sliding'] as const)(
  '4 processes never pass the limit that is counted in %s windows, nor waste it',
  async (window) => {
    const report = await runLimits({ ...fast, window });
    expect(report).toMatchObject({ answered: fast.calls, refusedByLimit: 0 });
    expect(report.busiestInterval).toBeLessThanOrEqual(fast.max);
    expect(report.rateShare).toBeGreaterThanOrEqual(0.97);
  },
  240_000,
);
