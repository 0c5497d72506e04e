/** Cancelling what has not left yet. */
import { CancelledError } from './errors/index.ts';

/** A signal that follows another one until it is told not to. */
export interface Leaving {
  readonly signal: AbortSignal;
  /** It has left: from now on nothing calls it back. */
  left(): void;
}

/** @returns a signal that aborts with a `CancelledError` that says nothing was sent. */
export function createLeaving(signal: AbortSignal | undefined): Leaving {
  const controller = new AbortController();
  const onAbort = () => controller.abort(new CancelledError('no'));
  if (signal?.aborted) onAbort();
  else signal?.addEventListener('abort', onAbort, { once: true });
  return { signal: controller.signal, left: () => signal?.removeEventListener('abort', onAbort) };
}
