/**
 * How many messages and deletions there were, kept in the shared state: several processes, and several machines on one
 * Redis, keep a ceiling together. Held by token and pinned location, never by what a call names, which would give each
 * name a ceiling of its own.
 */
import type { TakeOptions, WindowStatus, Windows } from '../../state/state.ts';
import type { CountedKind } from './weigh.ts';

const HOUR_MS = 3_600_000;
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** Who counts: the token by its id, and the location that the operator pinned. */
export interface CountedFor {
  readonly token: string;
  readonly locationId: string | undefined;
}

/** What was counted for one call, so that it can be given back. */
export type Place = { readonly bucket: string; readonly permit: string };

export type TakenPlaces =
  | { readonly kind: 'granted'; readonly places: readonly Place[] }
  | { readonly kind: 'full'; readonly left: number; readonly waitMs: number };

export interface Counters {
  /** All or none. @throws StateError when the store cannot be used */
  take(kind: CountedKind, count: number, ceiling: number): Promise<TakenPlaces>;
  /** @throws StateError when the store cannot be used */
  giveBack(places: readonly Place[]): Promise<void>;
  /** @throws StateError when the store cannot be used */
  countLeft(kind: CountedKind, ceiling: number): Promise<number>;
}

export function createCounters(windows: Windows, { token, locationId = '' }: CountedFor): Counters {
  const nameBucket = (kind: CountedKind) => `ceiling:${kind}:${token}:${locationId}`;

  async function giveBack(places: readonly Place[]): Promise<void> {
    for (const { bucket, permit } of places) await windows.giveBack(bucket, permit);
  }

  return {
    giveBack,
    async take(kind, count, ceiling) {
      const bucket = nameBucket(kind);
      const places: Place[] = [];
      while (places.length < count) {
        const taken = await windows.take(bucket, ways[kind].rule(ceiling));
        if (taken.kind !== 'granted') {
          await giveBack(places);
          const left = Math.max(0, ways[kind].left(taken.status) + places.length);
          return { kind: 'full', left, waitMs: taken.waitMs };
        }
        places.push({ bucket, permit: taken.permit });
      }
      return { kind: 'granted', places };
    },
    async countLeft(kind, ceiling) {
      const { rule, left } = ways[kind];
      return Math.max(0, left(await windows.learn(nameBucket(kind), {}, rule(ceiling))));
    },
  };
}

interface Way {
  rule(ceiling: number): TakeOptions;
  left(status: WindowStatus): number;
}

/** Messages in any hour, which slides; deletions in the store's day, which begins with its first one. */
const ways: Readonly<Record<CountedKind, Way>> = {
  messages: {
    rule: (limit) => ({ rule: { limit, intervalMs: HOUR_MS, dailyLimit: UNBOUNDED }, margin: 0, reserve: 0 }),
    left: ({ limit, used }) => limit - used,
  },
  deletes: {
    rule: (dailyLimit) => ({ rule: { limit: UNBOUNDED, intervalMs: 1, dailyLimit }, margin: 0, reserve: 0 }),
    left: ({ dailyLimit, dailyUsed }) => dailyLimit - dailyUsed,
  },
};
