/** Rules between fields of which one or the other is given. No single schema can say them. */
import type { z } from 'zod';

type Fields = Readonly<Record<string, unknown>>;
type ArgumentsCheck = z.core.CheckFn<Record<string, unknown>>;

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** For a call that may name the same thing in several ways. */
export function atLeastOneOf(...names: readonly string[]): ArgumentsCheck {
  return buildCheck((fields) => findNoneGiven(fields, names));
}

/** For names that exclude each other. */
export function atMostOneOf(...names: readonly string[]): ArgumentsCheck {
  return buildCheck((fields) => findSecondGiven(fields, names));
}

export function exactlyOneOf(...names: readonly string[]): ArgumentsCheck {
  return buildCheck((fields) => [...findNoneGiven(fields, names), ...findSecondGiven(fields, names)]);
}

/** At least one of the names in every entry of a list. */
export function eachWithOneOf(list: string, ...names: readonly string[]): ArgumentsCheck {
  return buildCheck((fields) => {
    const entries = fields[list];
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry: Fields, index) =>
      findNoneGiven(entry, names).map(({ path, message }) => ({ path: [list, index, ...path], message })),
    );
  });
}

function buildCheck(listFaults: (fields: Fields) => readonly Fault[]): ArgumentsCheck {
  return ({ value, issues }) => {
    for (const { path, message } of listFaults(value)) {
      issues.push({ code: 'custom', path: [...path], message, input: value });
    }
  };
}

function findNoneGiven(fields: Fields, names: readonly string[]): Fault[] {
  const [first = ''] = names;
  return listGiven(fields, names).length > 0 ? [] : [{ path: [first], message: `give ${names.join(' or ')}` }];
}

function findSecondGiven(fields: Fields, names: readonly string[]): Fault[] {
  const [, second] = listGiven(fields, names);
  return second === undefined ? [] : [{ path: [second], message: `give only one of ${names.join(' and ')}` }];
}

function listGiven(fields: Fields, names: readonly string[]): readonly string[] {
  return names.filter((name) => fields[name] !== undefined);
}
