/** Which location is meant, by id or by name: sure or not at all. */
import { HighLevelError } from '../../highlevel/errors/index.ts';
import { canBeLocationId, looksLikeLocationId } from '../../highlevel/location-id.ts';
import { quote } from '../confirmation/quote.ts';
import { getDirectory, type LookupList } from '../lookup/directory.ts';
import { type Found, findByName } from '../lookup/find.ts';
import { matchName } from '../lookup/match.ts';
import type { CallDependencies } from './call.ts';
import { placeName } from './context.ts';
import { CallRefusal, pickCandidates } from './refusal.ts';

export interface FoundLocation<Id = string> {
  readonly locationId: Id;
  /** What an agent is told where it did not give the id itself. */
  readonly repairs: readonly string[];
}

/** A tool of our own that works in a location. */
export interface OwnCall {
  readonly tool: string;
  /** Id or name, as it was given in `locationId`. */
  readonly given: string | undefined;
}

/**
 * The location that a tool of our own works in: the pinned one, or as for any call.
 *
 * @throws CallRefusal as `locateCall` does
 */
export async function findLocation(
  { tool, given }: OwnCall,
  dependencies: CallDependencies,
): Promise<FoundLocation<string | undefined>> {
  const { pins, connect } = dependencies;
  if (pins.locationId !== undefined || connect === undefined) {
    return { locationId: given ?? pins.locationId, repairs: [] };
  }
  if (given === undefined) return await findSole({ argument: placeName, tool }, dependencies);
  return await resolveLocation({ argument: placeName, wanted: given }, dependencies);
}

/** As `lookup` takes them. Whatever is longer would only cost the time to compare it. */
const MAX_NAME_LENGTH = 200;

export interface WantedLocation {
  /** The argument in which it was given. */
  readonly argument: string;
  /** Id or name. */
  readonly wanted: string;
  /** The very thing acted on: a name that means another one than was meant would delete it. */
  readonly isTarget?: boolean;
}

/**
 * The id of a location that was given by id or by name. Asks nobody about what looks like an id.
 *
 * @throws CallRefusal `location_unclear`, with candidates
 */
export async function resolveLocation(asked: WantedLocation, dependencies: CallDependencies): Promise<FoundLocation> {
  const { argument, wanted } = asked;
  const locationId = await findId(asked, dependencies);
  const repairs = locationId === wanted ? [] : [`${argument}: ${quote(wanted, false)} taken for ${locationId}`];
  return { locationId, repairs };
}

async function findId(
  { argument, wanted, isTarget = false }: WantedLocation,
  dependencies: CallDependencies,
): Promise<string> {
  if (wanted.length > MAX_NAME_LENGTH) throw refuseLong(argument);
  const directory = getDirectory(dependencies);
  if (looksLikeLocationId(wanted)) {
    const known = directory.peek('location', undefined);
    const name = known && !known.isCut && !isTarget ? matchName(wanted, known.entries).sure : undefined;
    return name?.id ?? wanted;
  }
  let found: Found;
  try {
    found = await findByName(directory, 'location', undefined, wanted);
  } catch (error) {
    if (!isTold(error)) throw error;
    // Ids of another age than usual are for HighLevel to judge.
    if (canBeLocationId(wanted)) return wanted;
    throw new CallRefusal('location_unclear', `${argument} is no id, and names of locations cannot be looked up.`, {
      advice: `Pass the id. ${error.advice}`,
    });
  }
  const { match, list } = found;
  if (match.sure?.id === wanted) return wanted;
  if (list.isCut && match.sure === undefined && canBeLocationId(wanted)) return wanted;
  if (match.sure !== undefined && !list.isCut && !isTarget) return match.sure.id;
  throw refuseName({ argument, wanted, isTarget }, found);
}

/** For whom a location is wanted that was not said. */
export interface Wanting {
  readonly argument: string;
  readonly tool: string;
}

/** @throws CallRefusal `location_needed` unless there is exactly one; with candidates where there are several */
export async function findSole({ argument, tool }: Wanting, dependencies: CallDependencies): Promise<FoundLocation> {
  let list: LookupList;
  try {
    list = await getDirectory(dependencies).list('location', undefined);
  } catch (error) {
    if (!isTold(error)) throw error;
    throw refuseUnlisted({ argument, tool }, error.advice);
  }
  const [only, another] = list.entries;
  if (only === undefined) throw refuseUnlisted({ argument, tool });
  if (another === undefined && !list.isCut) {
    const note = `${argument}: left out, so ${only.id} was taken, the only location there is`;
    return { locationId: only.id, repairs: [note] };
  }
  const count = list.isCut ? `more than ${list.entries.length}` : list.entries.length;
  throw new CallRefusal('location_needed', `${tool} needs a location, and there are ${count}.`, {
    advice: `Pass ${argument}, the id or the name of one. lookup with kind location lists them.`,
    candidates: pickCandidates(list.entries),
  });
}

function refuseUnlisted({ argument, tool }: Wanting, why = ''): CallRefusal {
  const message = `${tool} needs a location, and those of this token cannot be listed.`;
  const advice =
    `Pass ${argument}, its id. For a token of one location the operator sets HIGHLEVEL_LOCATION_ID; the id stands in ` +
    'the address of the sub-account.';
  return new CallRefusal('location_needed', message, { advice: `${advice} ${why}`.trim() });
}

function refuseName({ argument, wanted, isTarget }: WantedLocation, { match, list }: Found): CallRefusal {
  const { sure, candidates } = match;
  const near = sure === undefined ? candidates : [sure];
  const details = {
    advice: `Pass ${argument} by its id. lookup with kind location finds others.`,
    candidates: pickCandidates(near.length > 0 ? near : list.entries),
  };
  if (isTarget && sure !== undefined) {
    return new CallRefusal('location_unclear', `${argument} is what is acted on, so it takes an id, no name.`, details);
  }
  const scope = list.isCut ? ` Only the first ${list.entries.length} were looked through.` : '';
  const message = `${argument}: ${quote(wanted, false)} is not the id or the name of exactly one location.${scope}`;
  return new CallRefusal('location_unclear', message, details);
}

function refuseLong(argument: string): CallRefusal {
  return new CallRefusal('location_unclear', `${argument} is longer than any id or name of a location.`, {
    advice: `Pass ${argument}, the id or the name of one. lookup with kind location lists them.`,
  });
}

/** Failures whose words may be told. */
function isTold(error: unknown): error is CallRefusal | HighLevelError {
  return error instanceof CallRefusal || error instanceof HighLevelError;
}
