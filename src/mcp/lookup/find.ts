/** One record by its name, out of the list of its kind. */
import type { Directory, LookupList } from './directory.ts';
import type { LookupKindName } from './kinds.ts';
import { type Match, matchName } from './match.ts';

/** When a name is missing from a list, for how long it is not read again. */
const MIN_AGE_MS = 5_000;

export interface Found {
  readonly match: Match;
  /** What was looked through. */
  readonly list: LookupList;
}

/** Reads the list anew where it was kept and lacks the name. Throws as `Directory.list` does. */
export async function findByName(
  directory: Directory,
  kind: LookupKindName,
  locationId: string | undefined,
  wanted: string,
): Promise<Found> {
  const kept = await directory.list(kind, locationId);
  const match = matchName(wanted, kept.entries);
  if (match.sure !== undefined) return { match, list: kept };
  const list = await directory.list(kind, locationId, MIN_AGE_MS);
  return { match: matchName(wanted, list.entries), list };
}
