/**
 * The location of a call where no pin says it: a name becomes the id that it means, and a token that opens one location
 * alone means that one. Never remembered: the next call says it again.
 */
import type { LoadedOperation, OperationRow } from '../../catalogue/catalogue.ts';
import type { ContextRole, Operation } from '../../catalogue/operation.ts';
import type { CallDependencies } from './call.ts';
import { type Arguments, placeName, takesPlace } from './context.ts';
import { findSole, resolveLocation } from './find-location.ts';
import { CallRefusal } from './refusal.ts';

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
    const found = await resolveLocation({ argument: name, wanted, isTarget: isTarget(name) }, dependencies);
    repairs.push(...found.repairs);
    return found.locationId;
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
    const sole = await findSole({ argument: first, tool: row.name }, dependencies);
    for (const name of wanting) args[name] = sole.locationId;
    repairs.push(...sole.repairs);
  }
  if (!takesOwn) return { args, locationId: undefined, repairs };
  const { [placeName]: own } = args;
  if (own !== undefined && (typeof own !== 'string' || own.trim() === '')) throw refuseOwn(row.name);
  return { args: omitPlace(args), locationId: own, repairs };
}

function refuseOwn(toolName: string): CallRefusal {
  return new CallRefusal('invalid_arguments', `${toolName} was called with arguments it cannot take.`, {
    advice: 'Correct the arguments named in problems and call again.',
    problems: [`${placeName}: must be string, the id or the name of a location`],
  });
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
