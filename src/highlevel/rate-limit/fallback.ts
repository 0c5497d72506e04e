/** Counting goes on when the shared store does not: alone, in memory, until the store is back. */
import { ConsecutiveBreaker, circuitBreaker, handleType, isBrokenCircuitError } from 'cockatiel';
import { StateError } from '../../state/error.ts';
import type { Windows } from '../../state/state.ts';
import type { LimiterNotice } from './notice.ts';

/** A store that is away can take seconds to say so: in between it is not asked. */
const ASK_AGAIN_MS = 5_000;

/** Marks permits of the store that stands in, which the real one does not know. */
const ALONE = 'alone:';

/**
 * @param windows The shared store.
 * @param createAlone Makes the store that stands in, when it is first needed.
 */
export function withFallback(
  windows: Windows,
  createAlone: () => Windows,
  onNotice: ((notice: LimiterNotice) => void) | undefined,
): Windows {
  const breaker = circuitBreaker(handleType(StateError), {
    halfOpenAfter: ASK_AGAIN_MS,
    breaker: new ConsecutiveBreaker(1),
  });
  let alone: Windows | undefined;

  async function ask<T>(use: (windows: Windows) => Promise<T>, useAlone: (windows: Windows) => Promise<T>): Promise<T> {
    try {
      return await breaker.execute(() => use(windows));
    } catch (cause) {
      if (cause instanceof StateError) onNotice?.({ kind: 'counting-alone', problem: cause.problem });
      else if (!isBrokenCircuitError(cause)) throw cause;
      alone ??= createAlone();
      return await useAlone(alone);
    }
  }

  /** A permit is corrected where it was given; one of a store that is away stays as it is. */
  async function correct(permit: string, change: (windows: Windows, permit: string) => Promise<void>): Promise<void> {
    if (!permit.startsWith(ALONE)) return change(windows, permit);
    if (alone !== undefined) await change(alone, permit.slice(ALONE.length));
  }

  return {
    take: (bucket, options) =>
      ask(
        (store) => store.take(bucket, options),
        async (store) => {
          const taken = await store.take(bucket, options);
          return taken.kind === 'granted' ? { ...taken, permit: ALONE + taken.permit } : taken;
        },
      ),
    stamp: (bucket, permit) => correct(permit, (store, own) => store.stamp(bucket, own)),
    giveBack: (bucket, permit) => correct(permit, (store, own) => store.giveBack(bucket, own)),
    learn: (bucket, lesson, options) => {
      const teach = (store: Windows) => store.learn(bucket, lesson, options);
      return ask(teach, teach);
    },
  };
}
