/** The clocks of a machine, which a test sets. */
import type { StateClock } from '../../src/state/clock.ts';

export interface TestClock extends StateClock {
  /** Time passes. */
  advance(ms: number): void;
  /** Somebody sets the wall clock; negative: back. */
  setWall(byMs: number): void;
  /** The machine starts again, after having been off for so long. */
  reboot(offMs?: number): void;
}

export function createTestClock(): TestClock {
  let monotonicMs = 50_000_000;
  let wallMs = Date.UTC(2026, 10, 27, 12);
  let boot = 1;
  return {
    monotonicMs: () => monotonicMs,
    wallMs: () => wallMs,
    get boot() {
      return `boot ${boot}`;
    },
    advance(ms) {
      monotonicMs += ms;
      wallMs += ms;
    },
    setWall(byMs) {
      wallMs += byMs;
    },
    reboot(offMs = 20_000) {
      boot += 1;
      monotonicMs = 5_000;
      wallMs += offMs;
    },
  };
}
