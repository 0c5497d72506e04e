import { expect, it } from 'vitest';
import { runLimits } from './scenarios/limits.ts';

/**
 * HighLevel's interval with ten times its calls; `npm run reliability` takes the time for the real ones. Two windows' worth of
 * calls can be through after one interval, a share near 2: what fails here is a limiter that stands still for another whole
 * interval. How much of the rate is used, only the full size measures.
 */
const limits = { processes: 4, max: 1_000, intervalMs: 10_000 } as const;

it.each([
  ['sliding', 2_000],
  ['fixed', 2_000],
] as const)(
  '4 processes never pass the limit that is counted in %s windows, nor stand still',
  async (window, calls) => {
    const report = await runLimits({ ...limits, window, calls });
    expect(report).toMatchObject({ answered: calls, refusedByLimit: 0 });
    expect(report.busiestInterval).toBeLessThanOrEqual(limits.max);
    expect(report.rateShare).toBeGreaterThanOrEqual(0.97);
  },
  240_000,
);
