/** Brings together what the documents expect and what the catalogue offers, by place and name on the wire. */
import type { ContextRole, Operation, Place } from '../../../src/catalogue/operation.ts';
import type { ExpectedArgument, ExpectedOperation } from '../documents/expect.ts';
import { acceptsFields, type Fields, type Shape } from '../documents/shape.ts';

/** An expected argument under the name that agents know it by. */
export interface MatchedArgument extends ExpectedArgument {
  readonly name: string;
}

export interface MatchedOperation extends Omit<ExpectedOperation, 'arguments'> {
  readonly arguments: readonly MatchedArgument[];
  /** Documented fields for which the catalogue has no argument. */
  readonly missing: readonly string[];
  /** Arguments for which the documents have no field. */
  readonly invented: readonly string[];
  /** The argument that can only be the word `location`, and those that it is about. */
  readonly altType: { readonly name: string; readonly about: readonly string[] } | undefined;
}

/** Some documents leave it any text; HighLevel knows one word for it, which the server fills in by itself. */
const altTypeShape: Shape = { kind: 'choice', values: ['location'] };

export function matchOperation(expected: ExpectedOperation, operation: Operation): MatchedOperation {
  const free = new Map(Object.entries(operation.places));
  const missing: string[] = [];
  const matched = expected.arguments.flatMap((argument): MatchedArgument[] => {
    const name = [...free].find(([candidate, place]) => isSame(argument, candidate, place, operation))?.[0];
    if (name === undefined) {
      missing.push(`${argument.place} ${argument.wireName}`);
      return [];
    }
    free.delete(name);
    return [{ ...argument, name, ...(operation.context?.[name] === 'alt-type' && { shape: altTypeShape }) }];
  });
  return { ...expected, arguments: matched, missing, invented: [...free.keys()], altType: readAltType(operation) };
}

function readAltType({ context = {} }: Operation): MatchedOperation['altType'] {
  const named = (role: ContextRole): string[] => Object.keys(context).filter((name) => context[name] === role);
  const [name] = named('alt-type');
  return name === undefined ? undefined : { name, about: named('location') };
}

/** The arguments as they ought to leave: the server adds the first page and altType by itself. */
export function fillIn(operation: MatchedOperation, args: Readonly<Record<string, unknown>>) {
  const presets = operation.arguments.flatMap(({ name, sendDefault }) =>
    sendDefault === undefined || args[name] !== undefined ? [] : [[name, sendDefault] as const],
  );
  return { ...addAltType(operation, args), ...Object.fromEntries(presets) };
}

/** Only where there is something that it is about. */
function addAltType({ altType: known }: MatchedOperation, args: Readonly<Record<string, unknown>>) {
  if (known === undefined || args[known.name] !== undefined) return args;
  return known.about.some((name) => args[name] !== undefined) ? { ...args, [known.name]: 'location' } : args;
}

function isSame(argument: ExpectedArgument, name: string, place: Place, operation: Operation): boolean {
  const group = place.startsWith('query') ? 'query' : place;
  if (group !== argument.place) return false;
  return group === 'whole-body' || (operation.wireNames?.[name] ?? name) === argument.wireName;
}

/** The arguments as the fields of one object. */
export function getFields({ arguments: all }: MatchedOperation): Fields {
  return Object.fromEntries(all.map(({ name, required, shape }) => [name, { required, shape }]));
}

/** Whether the documents allow these arguments. */
export function acceptsArguments(operation: MatchedOperation, args: Readonly<Record<string, unknown>>): boolean {
  const { alternatives, checks } = operation;
  return (
    acceptsFields(getFields(operation), args) &&
    checks.every((check) => check.accepts(args)) &&
    (alternatives.length === 0 || alternatives.some((names) => names.every((name) => args[name] !== undefined)))
  );
}
