import { expect, it } from 'vitest';
import { runRefresh, runRefreshKills } from './scenarios/refresh.ts';

it('8 processes wake up to an expired token: it is refreshed once, and all have the new one', async () => {
  expect(await runRefresh(8)).toEqual({ processes: 8, refreshes: 1, tokens: 1, lost: 0 });
}, 120_000);

it('kill -9 between any two steps of a refresh locks nobody out', async () => {
  const { kills, lockedOut } = await runRefreshKills();
  expect(lockedOut).toBe(0);
  // Reads and writes of vault and lease, and the request itself.
  expect(kills).toBeGreaterThanOrEqual(8);
}, 180_000);
