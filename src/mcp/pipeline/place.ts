/** In which location a call failed: errors travel on without what the call knew, and an agent is told it. */
import { TokenError, type TokenReason } from '../../highlevel/errors/index.ts';
import { getDirectory } from '../lookup/directory.ts';
import type { CallDependencies } from './call.ts';
import { type Candidates, pickCandidates } from './refusal.ts';

export interface Place {
  readonly locationId: string | undefined;
  /** Locations that would do instead, as far as they are known. */
  readonly candidates: Candidates | undefined;
}

const places = new WeakMap<object, Place>();

/** What another location would put right. */
const misplaced: ReadonlySet<TokenReason> = new Set(['wrong-location', 'no-token-for-location', 'location-suspended']);

/** Sends nothing: candidates are those of the last reading. */
export function notePlace(error: unknown, locationId: string | undefined, dependencies: CallDependencies): void {
  if (!(error instanceof Error)) return;
  const isMisplaced = error instanceof TokenError && misplaced.has(error.reason);
  const known = isMisplaced ? getDirectory(dependencies).peek('location', undefined) : undefined;
  const others = known?.entries.filter(({ id }) => id !== locationId) ?? [];
  places.set(error, { locationId, candidates: others.length > 0 ? pickCandidates(others) : undefined });
}

/** Undefined for what failed before its location was known. */
export function getPlace(error: unknown): Place | undefined {
  return error instanceof Error ? places.get(error) : undefined;
}
