/** Waiting that a cancelled call ends at once. */
import { CancelledError } from '../errors/index.ts';
import type { Clock } from '../rate-limit/clock.ts';

/** @throws CancelledError when the signal aborts first; nothing was sent by whoever waited. */
export function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      cancel();
      reject(new CancelledError('no'));
    };
    const cancel = clock.schedule(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
  });
}
