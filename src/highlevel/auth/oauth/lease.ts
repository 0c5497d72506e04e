/** Who may refresh an account's tokens: one, over all processes and machines that share a state. */
import * as z from 'zod';
import type { Records } from '../../../state/state.ts';
import { parseJson } from '../../idempotency/json.ts';
import type { Owner } from '../../idempotency/owner.ts';

export interface Lease {
  /** Whoever had it before did not come to an end: what it sent may have been processed, and its answer be lost. */
  readonly isInherited: boolean;
  release(): Promise<void>;
}

export interface Leases {
  /** @returns undefined while somebody else has it. @throws StateError */
  take(name: string, attempt: string): Promise<Lease | undefined>;
  /** Whether somebody died with it. @throws StateError */
  isAbandoned(name: string): Promise<boolean>;
}

/**
 * Two tries of eight seconds end before; and within the 30 seconds of HighLevel's grace there is time left for the
 * next one to send the same refresh token and get the same answer.
 */
const LEASE_MS = 20_000;
const KEPT_MS = 365 * 86_400_000;

const leaseSchema = z.object({ owner: z.string(), attempt: z.string() });

export function createLeases(records: Records, owner: Owner): Leases {
  async function isHeld(found: { readonly value: string; readonly ageMs: number }): Promise<boolean> {
    if (found.ageMs > LEASE_MS) return false;
    const { data } = leaseSchema.safeParse(parseJson(found.value));
    return data !== undefined && (await owner.isWorking(data.owner, data.attempt));
  }

  return {
    async take(name, attempt) {
      const key = nameOf(name);
      const found = await records.get(key);
      if (found !== undefined && (await isHeld(found))) return undefined;
      const value = JSON.stringify({ owner: owner.id, attempt });
      const expected = found?.version ?? 'absent';
      const version = await records.put(key, value, { expected, keepMs: KEPT_MS, flush: false });
      if (version === undefined) return undefined;
      return {
        isInherited: found !== undefined,
        async release() {
          await records.remove(key, version);
        },
      };
    },
    async isAbandoned(name) {
      const found = await records.get(nameOf(name));
      return found !== undefined && !(await isHeld(found));
    },
  };
}

function nameOf(account: string): string {
  return `vault:lease:${account}`;
}
