import { expect, it } from 'vitest';
import { runRefresh, runRefreshKills } from './scenarios/refresh.ts';

it('12 processes wake up to an expired token: it is refreshed once, and all have the new one', async () => {
  expect(await runRefresh(12)).toEqual({ processes: 12, refreshes: 1, tokens: 1, lost: 0 });
}, 120_000);

it('kill -9 before and after each step of a refresh locks nobody out', async () => {
  const { kills, lockedOut } = await runRefreshKills();
  expect(lockedOut).toBe(0);
  // Reads and writes of vault and lease, the request itself: each before and after.
  expect(kills).toBeGreaterThanOrEqual(16);
}, 180_000);
