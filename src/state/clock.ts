/** Time as the embedded store sees it: what all processes of one machine agree on, and what outlives a boot. */
import { readFileSync } from 'node:fs';

export interface StateClock {
  /** Milliseconds since the machine started: the same for all its processes, and never set back. */
  monotonicMs(): number;
  /** Epoch milliseconds. May be set back or forward at any time. */
  wallMs(): number;
  /** Names the boot that `monotonicMs` counts from; empty where the system does not tell. */
  readonly boot: string;
}

/** The machine's own clocks. */
export function createMachineClock(): StateClock {
  return {
    monotonicMs: () => Number(process.hrtime.bigint()) / 1e6,
    wallMs: () => Date.now(),
    boot: readBootId(),
  };
}

/** Linux tells; elsewhere times of an earlier boot are known by lying in the future. */
function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
