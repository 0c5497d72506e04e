/**
 * The location of a call where no pin says it: a name becomes the id that it means, and a token that opens one location
 * alone means that one. Sure or not at all, and never remembered: the next call says it again.
 */
import type { LoadedOperation, OperationRow } from '../../catalogue/catalogue.ts';
import type { ContextRole, Operation } from '../../catalogue/operation.ts';
import { HighLevelError } from '../../highlevel/errors/index.ts';
import { canBeLocationId, looksLikeLocationId } from '../../highlevel/location-id.ts';
import { quote } from '../confirmation/quote.ts';
import { getDirectory, type LookupList } from '../lookup/directory.ts';
import { type Found, findByName } from '../lookup/find.ts';
import { matchName } from '../lookup/match.ts';
import type { CallDependencies } from './call.ts';
import { type Arguments, placeName, takesPlace } from './context.ts';
import { CallRefusal, pickCandidates } from './refusal.ts';

export interface Located {
  /** With ids where names were, and without the argument that is this server's own. */
  readonly args: Arguments;
  /** Of the own argument, for an operation that has none for it. */
  readonly locationId: string | undefined;
  /** A line for each name, and for what was left out. */
  readonly repairs: readonly string[];
}

/** An operation, as far as its location is concerned. */
export interface Locatable {
  readonly row: OperationRow;
  readonly entry: LoadedOperation;
}

/**
 * Says the location of a call by id. Under a pin there is nothing to find out.
 *
 * @throws CallRefusal `location_unclear` for a name that means none or several, `location_needed` where one has to be
 * said; with candidates
 */
export async function locateCall(
  { row, entry }: Locatable,
  given: Arguments,
  dependencies: CallDependencies,
): Promise<Located> {
  const { pins, connect, choosesLocation = false } = dependencies;
  if (pins.locationId !== undefined || connect === undefined) {
    return { args: given, locationId: undefined, repairs: [] };
  }

  const takesOwn = choosesLocation && takesPlace(row);
  const { operation, guide, input } = entry;
  const args: Record<string, unknown> = { ...given };
  const repairs: string[] = [];
  const isTarget = (name: string): boolean => guide.explicit?.includes(name) === true;
  const toId = async (name: string, wanted: unknown): Promise<unknown> => {
    if (typeof wanted !== 'string' || wanted.trim() === '') return wanted;
    const id = await resolveLocation({ argument: name, wanted, isTarget: isTarget(name) }, dependencies);
    if (id !== wanted) repairs.push(noteName(name, wanted, id));
    return id;
  };

  const names = [...listByRole(operation, 'location'), ...(takesOwn ? [placeName] : [])];
  for (const name of names) if (args[name] !== undefined) args[name] = await toId(name, args[name]);
  for (const name of listByRole(operation, 'location-list')) {
    const items = readItems(args[name]);
    if (items !== undefined) args[name] = await Promise.all(items.map((item) => toId(name, item)));
    else if (args[name] !== undefined) args[name] = await toId(name, args[name]);
  }

  const isRequired = (name: string): boolean => input.shape[name]?.safeParse(undefined).success === false;
  const choosesToken = choosesLocation && belongsToLocation(operation);
  const missing = names.filter((name) => args[name] === undefined && !isTarget(name));
  const wanting = missing.filter((name) => choosesToken || isRequired(name));
  const [first] = wanting;
  if (first !== undefined && missing.length === names.length) {
    const id = await findSole(first, row.name, dependencies);
    for (const name of wanting) args[name] = id;
    repairs.push(noteSole(first, id));
  }
  if (!takesOwn) return { args, locationId: undefined, repairs };
  const { [placeName]: own } = args;
  if (own !== undefined && typeof own !== 'string') throw refuseOwn(row.name);
  return { args: omitPlace(args), locationId: own, repairs };
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
): Promise<{ readonly locationId: string | undefined; readonly repairs: readonly string[] }> {
  const { pins, connect } = dependencies;
  if (pins.locationId !== undefined || connect === undefined) {
    return { locationId: given ?? pins.locationId, repairs: [] };
  }
  if (given === undefined) {
    const sole = await findSole(placeName, tool, dependencies);
    return { locationId: sole, repairs: [noteSole(placeName, sole)] };
  }
  const locationId = await resolveLocation({ argument: placeName, wanted: given }, dependencies);
  return { locationId, repairs: locationId === given ? [] : [noteName(placeName, given, locationId)] };
}

function noteName(argument: string, wanted: string, id: string): string {
  return `${argument}: ${quote(wanted, false)} taken for ${id}`;
}

function noteSole(argument: string, id: string): string {
  return `${argument}: left out, so ${id} was taken, the only location there is`;
}

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
export async function resolveLocation(
  { argument, wanted, isTarget = false }: WantedLocation,
  dependencies: CallDependencies,
): Promise<string> {
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

/** @throws CallRefusal `location_needed` unless there is exactly one */
async function findSole(argument: string, toolName: string, dependencies: CallDependencies): Promise<string> {
  let list: LookupList;
  try {
    list = await getDirectory(dependencies).list('location', undefined);
  } catch (error) {
    if (!isTold(error)) throw error;
    throw refuseUnlisted(argument, toolName, error.advice);
  }
  const [only, another] = list.entries;
  if (only === undefined) throw refuseUnlisted(argument, toolName);
  if (another === undefined && !list.isCut) return only.id;
  const count = list.isCut ? `more than ${list.entries.length}` : list.entries.length;
  throw new CallRefusal('location_needed', `${toolName} needs a location, and there are ${count}.`, {
    advice: `Pass ${argument}, the id or the name of one. lookup with kind location lists them.`,
    candidates: pickCandidates(list.entries),
  });
}

function refuseUnlisted(argument: string, toolName: string, why = ''): CallRefusal {
  const message = `${toolName} needs a location, and those of this token cannot be listed.`;
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

function refuseOwn(toolName: string): CallRefusal {
  return new CallRefusal('invalid_arguments', `${toolName} was called with arguments it cannot take.`, {
    advice: 'Correct the arguments named in problems and call again.',
    problems: [`${placeName}: must be string, the id or the name of a location`],
  });
}

/** Failures whose words may be told. */
function isTold(error: unknown): error is CallRefusal | HighLevelError {
  return error instanceof CallRefusal || error instanceof HighLevelError;
}

function listByRole({ context = {} }: Pick<Operation, 'context'>, wanted: ContextRole): string[] {
  return Object.entries(context)
    .filter(([, role]) => role === wanted)
    .map(([name]) => name);
}

/** Only a token of the location itself opens it. */
function belongsToLocation({ security }: Pick<Operation, 'security'>): boolean {
  return security.length > 0 && !security.some((scheme) => scheme.startsWith('Agency-Access'));
}

/** A list, also one that arrived as text; undefined for what is none. */
function readItems(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string' || !value.trimStart().startsWith('[')) return undefined;
  try {
    return readItems(JSON.parse(value));
  } catch {
    return undefined;
  }
}

function omitPlace({ [placeName]: _, ...args }: Arguments): Arguments {
  return args;
}
